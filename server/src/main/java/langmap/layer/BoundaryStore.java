package langmap.layer;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import langmap.db.Tx;

/** Reads boundaries as the database sends them. */
public final class BoundaryStore {
    /** How many decimals of a degree a resolution is worth: about 1 m on maps, 1 cm at full resolution. */
    public static int decimals(String resolution) {
        return resolution.equals("full") ? 7 : 5;
    }

    /**
     * One unit with its area.
     *
     * @param code     code of the unit
     * @param name     name without type
     * @param type     Xã, Phường …
     * @param district name of its district, null where there is none
     * @param ewkb     the area, degrees
     */
    public record Shape(String code, String name, String type, String district, byte[] ewkb) {
    }

    /** Hands over the boundaries of a level on a day, in code order, one by one. */
    public void streamShapes(Tx tx, String level, LocalDate asOf, String resolution, Consumer<Shape> each) {
        tx.handle().createQuery("""
                select unit.code, unit.name, unit.type, district.name as district, ST_AsEWKB(boundary.geom) as ewkb
                from unit
                join boundary on boundary.unit_id = unit.id and boundary.resolution = :resolution
                    and boundary.valid @> cast(:asOf as date)
                left join unit district on district.id = unit.parent_id and district.level = 'district'
                where unit.level = :level and unit.valid @> cast(:asOf as date)
                order by unit.code""")
            .bind("level", level).bind("asOf", asOf).bind("resolution", resolution)
            .map((row, context) -> new Shape(row.getString("code"), row.getString("name"), row.getString("type"),
                row.getString("district"), row.getBytes("ewkb")))
            .forEach(each);
    }

    /** True if any boundary in force on the day is illustrative. */
    public boolean isIllustrative(Tx tx, LocalDate asOf) {
        return tx.handle().createQuery("""
                select exists (select from data_set where illustrative and id in (
                    select distinct data_set_id from boundary where valid @> cast(:asOf as date)))""")
            .bind("asOf", asOf).mapTo(Boolean.class).one();
    }

    /**
     * Changes whenever any unit or boundary changes, on any database, and with the day taken when none is named: the part of an address that lets
     * it be kept for ever.
     */
    public String getVersion(Tx tx, LocalDate usualDay) {
        return tx.handle().createQuery("""
                select substr(encode(sha256(convert_to(
                    coalesce((select version::text from register_version where register = 'unit'), '0')
                    || coalesce((select string_agg(sha256, '' order by ordinal) from data_set
                                 where kind in ('units', 'boundaries')), '') || :usualDay, 'UTF8')), 'hex'), 1, 12)""")
            .bind("usualDay", usualDay.toString())
            .mapTo(String.class).one();
    }

    /** Titles, origins and licences of the data sets the boundaries in force on a day come from. */
    public List<String> listOrigins(Tx tx, LocalDate asOf, String lang) {
        return tx.handle().createQuery("""
                select case :lang when 'vi' then title_vi || ' (' || origin_vi || ')'
                                  else title_en || ' (' || origin_en || ')' end
                from data_set where id in (select distinct data_set_id from boundary where valid @> cast(:asOf as date))
                order by ordinal""")
            .bind("asOf", asOf).bind("lang", lang).mapTo(String.class).list();
    }
}

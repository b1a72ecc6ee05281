package langmap.ogc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import langmap.db.Tx;
import langmap.geo.Bbox;
import org.jdbi.v3.core.statement.Query;

/** Reads units as features, with the boundary at full resolution. A feature that is not in force on the usual day carries its first day in its id. */
final class FeatureStore {
    private static final String COLUMNS = """
        select unit.code || case when unit.valid @> cast(:usual as date) then '' else '@' || lower(unit.valid) end as id,
               unit.code, unit.name, unit.type, district.name as district, unit.on_border, unit.area_km2,
               lower(unit.valid) as valid_from, upper(unit.valid) as valid_to, ST_AsEWKB(boundary.geom) as ewkb,
               coalesce(data_set.illustrative, false) as illustrative
        """;
    private static final String TABLES = """
        from unit
        left join unit district on district.id = unit.parent_id and district.level = 'district'
        left join boundary on boundary.unit_id = unit.id and boundary.resolution = 'full'
        left join data_set on data_set.id = boundary.data_set_id
        where unit.level = :level
        """;
    private static final String CONDITIONS = """
          and unit.valid && daterange(:from, :to, '[]')
          and (cast(:west as float8) is null
               or boundary.geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
                  and ST_Intersects(boundary.geom, ST_MakeEnvelope(:west, :south, :east, :north, 4326))
               or cast(:west2 as float8) is not null and ST_Intersects(boundary.geom, ST_MakeEnvelope(:west2, :south, :east2, :north, 4326)))
          and (cast(:code as text) is null or unit.code = :code)
          and (cast(:name as text) is null or unit.name = normalize(:name, NFC))
          and (cast(:type as text) is null or unit.type = normalize(:type, NFC))
          and (cast(:district as text) is null or district.name = normalize(:district, NFC))
          and (cast(:onBorder as text) is null or unit.on_border = cast(:onBorder as boolean))
        """;

    /** One feature; the area is EWKB or null. */
    record Feature(String id, String code, String name, String type, String district, boolean onBorder, BigDecimal areaKm2, LocalDate from,
                   LocalDate to, byte[] ewkb, boolean illustrative) {
    }

    /** Box and days of a layer, null where there is nothing. */
    record Extent(Double west, Double south, Double east, Double north, LocalDate from, LocalDate to, boolean illustrative) {
    }

    int countFeatures(Tx tx, FeatureQuery query) {
        return bind(tx.handle().createQuery("select count(*) " + TABLES + CONDITIONS), query).mapTo(Integer.class).one();
    }

    void streamFeatures(Tx tx, FeatureQuery query, LocalDate usual, Consumer<Feature> each) {
        bind(tx.handle().createQuery(COLUMNS + TABLES + CONDITIONS + "order by unit.code, lower(unit.valid) limit :limit offset :offset"), query)
            .bind("usual", usual).bind("limit", query.limit()).bind("offset", query.offset())
            .map((row, context) -> feature(row)).forEach(each);
    }

    /** The feature with an id as {@link #streamFeatures} gives it. */
    Optional<Feature> findFeature(Tx tx, Layer layer, String code, LocalDate day, LocalDate usual) {
        return tx.handle().createQuery(COLUMNS + TABLES + " and unit.code = :code and unit.valid @> cast(:day as date)")
            .bind("usual", usual).bind("level", layer.level()).bind("code", code).bind("day", day).map((row, context) -> feature(row))
            .findOne();
    }

    Extent getExtent(Tx tx, Layer layer) {
        return tx.handle().createQuery("""
                select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north, first_day, last_day, illustrative
                from (select ST_Extent(boundary.geom) as box, min(lower(unit.valid)) as first_day,
                             case when bool_or(upper_inf(unit.valid)) then null else max(upper(unit.valid)) - 1 end as last_day,
                             coalesce(bool_or(data_set.illustrative), false) as illustrative
                """ + TABLES + ") found")
            .bind("level", layer.level())
            .map((row, context) -> new Extent(row.getObject("west", Double.class), row.getObject("south", Double.class),
                row.getObject("east", Double.class), row.getObject("north", Double.class), row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class), row.getBoolean("illustrative")))
            .one();
    }

    private static Query bind(Query statement, FeatureQuery query) {
        Optional<Bbox> box = query.bbox();
        boolean split = box.filter(Bbox::isSplit).isPresent();
        for (String filter : List.of("code", "name", "type", "district", "onBorder")) {
            statement.bind(filter, query.filters().get(filter));
        }
        return statement.bind("level", query.layer().level()).bind("from", query.span().from()).bind("to", query.span().to())
            .bind("west", box.map(Bbox::west).orElse(null)).bind("south", box.map(Bbox::south).orElse(null))
            .bind("east", box.map(one -> split ? 180.0 : one.east()).orElse(null)).bind("north", box.map(Bbox::north).orElse(null))
            .bind("west2", split ? -180.0 : null).bind("east2", split ? box.get().east() : null);
    }

    private static Feature feature(ResultSet row) throws SQLException {
        return new Feature(row.getString("id"), row.getString("code"), row.getString("name"), row.getString("type"), row.getString("district"),
            row.getBoolean("on_border"), row.getBigDecimal("area_km2"), row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class), row.getBytes("ewkb"), row.getBoolean("illustrative"));
    }
}

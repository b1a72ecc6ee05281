package langmap.unit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads the register of units. */
public final class UnitStore {
    /** Every column a card of a unit needs; district is its parent where that is one. */
    private static final String UNIT = """
        select unit.id, unit.code, unit.name, unit.type, unit.level,
               district.code as district_code, district.name as district_name,
               ST_X(unit.centre) as lon, ST_Y(unit.centre) as lat, unit.area_km2, unit.on_border,
               lower(unit.valid) as valid_from, upper(unit.valid) as valid_to,
               array(select flag.group_code from unit_flag flag
                     join unit_group on unit_group.code = flag.group_code
                     where flag.unit_id = unit.id and flag.valid @> cast(:asOf as date)
                     order by unit_group.ordinal) as flags
        from unit
        left join unit district on district.id = unit.parent_id and district.level = 'district'
        """;

    private static final RowMapper<Map<String, Object>> AS_UNIT = (row, context) -> {
        Map<String, Object> unit = new LinkedHashMap<>();
        for (String column : List.of("code", "name", "type", "level")) {
            unit.put(column, row.getString(column));
        }
        unit.put("district", row.getString("district_code") == null ? null
            : Map.of("code", row.getString("district_code"), "name", row.getString("district_name")));
        unit.put("centre", List.of(row.getDouble("lon"), row.getDouble("lat")));
        unit.put("areaKm2", row.getBigDecimal("area_km2"));
        unit.put("onBorder", row.getBoolean("on_border"));
        unit.put("flags", row.getArray("flags").getArray());
        unit.put("valid", validity(row.getString("valid_from"), row.getString("valid_to")));
        return unit;
    };

    static Map<String, Object> validity(String from, String to) {
        Map<String, Object> valid = new LinkedHashMap<>();
        valid.put("from", from);
        valid.put("to", to);
        return valid;
    }

    public List<Map<String, Object>> listUnits(Tx tx, String level, LocalDate asOf) {
        return tx.handle().createQuery(UNIT + """
                where unit.valid @> cast(:asOf as date) and (cast(:level as text) is null or unit.level = :level)
                order by unit.code""")
            .bind("asOf", asOf).bind("level", level).map(AS_UNIT).list();
    }

    public Optional<Map<String, Object>> findUnit(Tx tx, String code, LocalDate asOf) {
        return tx.handle().createQuery(UNIT + "where unit.code = :code and unit.valid @> cast(:asOf as date)")
            .bind("asOf", asOf).bind("code", code).map(AS_UNIT).findOne();
    }

    /** Days on which a unit with this code existed, for the sentence that says why it is not found on another. */
    public List<Map<String, Object>> listValidity(Tx tx, String code) {
        return tx.handle().createQuery("""
                select lower(valid) as valid_from, upper(valid) as valid_to from unit where code = :code order by 1""")
            .bind("code", code)
            .map((row, context) -> validity(row.getString(1), row.getString(2))).list();
    }

    public List<Map<String, Object>> listFlags(Tx tx, String code, LocalDate asOf) {
        return tx.handle().createQuery("""
                select unit_group.code, unit_group.label_vi, unit_group.label_en, lower(flag.valid) as valid_from,
                       upper(flag.valid) as valid_to, data_set.illustrative
                from unit_flag flag
                join unit on unit.id = flag.unit_id
                join unit_group on unit_group.code = flag.group_code
                join data_set on data_set.id = flag.data_set_id
                where unit.code = :code and unit.valid @> cast(:asOf as date)
                order by unit_group.ordinal, lower(flag.valid)""")
            .bind("code", code).bind("asOf", asOf)
            .map((row, context) -> {
                Map<String, Object> flag = new LinkedHashMap<>();
                flag.put("code", row.getString("code"));
                flag.put("label", Map.of("vi", row.getString("label_vi"), "en", row.getString("label_en")));
                flag.put("from", row.getString("valid_from"));
                flag.put("to", row.getString("valid_to"));
                flag.put("illustrative", row.getBoolean("illustrative"));
                return flag;
            }).list();
    }

    /** What a unit came from. */
    public List<Map<String, Object>> listPredecessors(Tx tx, String code, LocalDate asOf) {
        return tx.handle().createQuery("""
                select predecessor.code, lineage.predecessor_name as name, lineage.share, lineage.valid_from
                from unit_lineage lineage
                join unit successor on successor.id = lineage.successor_id
                left join unit predecessor on predecessor.id = lineage.predecessor_id
                where successor.code = :code and successor.valid @> cast(:asOf as date)
                order by lineage.share desc, name""")
            .bind("code", code).bind("asOf", asOf).map(UnitStore::step).list();
    }

    /** What a unit became. */
    public List<Map<String, Object>> listSuccessors(Tx tx, String code, LocalDate asOf) {
        return tx.handle().createQuery("""
                select successor.code, successor.type || ' ' || successor.name as name, lineage.share, lineage.valid_from
                from unit_lineage lineage
                join unit predecessor on predecessor.id = lineage.predecessor_id
                join unit successor on successor.id = lineage.successor_id
                where predecessor.code = :code and predecessor.valid @> cast(:asOf as date)
                order by lineage.share desc, name""")
            .bind("code", code).bind("asOf", asOf).map(UnitStore::step).list();
    }

    private static Map<String, Object> step(java.sql.ResultSet row, org.jdbi.v3.core.statement.StatementContext context)
        throws java.sql.SQLException {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("code", row.getString("code"));
        step.put("name", row.getString("name"));
        step.put("share", row.getBigDecimal("share"));
        step.put("from", row.getString("valid_from"));
        return step;
    }

    /** Units of the same tier that share a stretch of boundary. */
    public List<Map<String, Object>> listNeighbours(Tx tx, String code, LocalDate asOf) {
        return tx.handle().createQuery("""
                select other.code, other.type || ' ' || other.name as name
                from unit
                join boundary own on own.unit_id = unit.id and own.resolution = 'map' and own.valid @> cast(:asOf as date)
                join boundary shared on shared.geom && own.geom and shared.resolution = 'map'
                    and shared.valid @> cast(:asOf as date)
                join unit other on other.id = shared.unit_id and other.id <> unit.id
                    and (other.level = 'district') = (unit.level = 'district') and other.level <> 'province'
                where unit.code = :code and unit.valid @> cast(:asOf as date) and unit.level <> 'province'
                  and ST_Dimension(ST_Intersection(own.geom, shared.geom)) = 1
                order by other.code""")
            .bind("code", code).bind("asOf", asOf)
            .map((row, context) -> Map.<String, Object>of("code", row.getString(1), "name", row.getString(2))).list();
    }
}

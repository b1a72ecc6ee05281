package langmap.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes units, lineage, flags, groups and boundaries as the importers parsed them. */
final class UnitLoadStore {
    /** How many were stored: 0 if there is no such parent as long as the unit is valid. */
    int insertUnit(Tx tx, String dataSet, UnitImport.UnitRow unit) {
        return tx.handle().createUpdate("""
                insert into unit (code, level, type, name, parent_id, valid, centre, area_km2, on_border, seat, data_set_id)
                select :code, :level, :type, :name, parent.id, daterange(:from, :to),
                       ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :areaKm2, :onBorder, :seat, :dataSet
                from (select) one
                left join unit parent on parent.code = :parentCode and parent.valid @> daterange(:from, :to)
                    and parent.level in ('province', 'district') and parent.level <> :level
                where cast(:parentCode as text) is null or parent.id is not null""")
            .bindMethods(unit).bind("dataSet", dataSet).execute();
    }

    /** True if a unit with that code is valid at any time the unit is. */
    boolean hasUnit(Tx tx, UnitImport.UnitRow unit) {
        return tx.handle().createQuery("select exists (select from unit where code = :code and valid && daterange(:from, :to))")
            .bindMethods(unit).mapTo(Boolean.class).one();
    }

    boolean isUnit(Tx tx, String code, LocalDate day) {
        return tx.handle().createQuery("select exists (select from unit where code = :code and valid @> cast(:day as date))")
            .bind("code", code).bind("day", day).mapTo(Boolean.class).one();
    }

    int insertLineage(Tx tx, String dataSet, UnitImport.LineageRow step) {
        return tx.handle().createUpdate("""
                insert into unit_lineage
                    (valid_from, predecessor_id, predecessor_name, predecessor_district, successor_id, share, data_set_id)
                select :from, predecessor.id, :predecessorName, :predecessorDistrict, successor.id, :share, :dataSet
                from unit successor
                left join unit predecessor on predecessor.code = :predecessorCode
                    and predecessor.valid @> (cast(:from as date) - 1)
                where successor.code = :successorCode and successor.valid @> cast(:from as date)""")
            .bindMethods(step).bind("dataSet", dataSet).execute();
    }

    void deleteUnits(Tx tx, String dataSet) {
        for (String table : List.of("unit_lineage", "unit")) {
            tx.handle().createUpdate("delete from " + table + " where data_set_id = :dataSet")
                .bind("dataSet", dataSet).execute();
        }
    }

    /** True if the code is that of a commune of the programme at any time of the flag. */
    boolean isCommune(Tx tx, FlagImport.FlagRow flag) {
        return tx.handle().createQuery("""
                select exists (select from unit where code = :unit and level = 'commune' and valid && daterange(:from, :to))""")
            .bindMethods(flag).mapTo(Boolean.class).one();
    }

    /** True if the commune is already in the group at any time of the flag. */
    boolean hasFlag(Tx tx, FlagImport.FlagRow flag) {
        return tx.handle().createQuery("""
                select exists (select from unit_flag other
                               where other.group_code = :flag and other.valid && daterange(:from, :to)
                                 and other.unit_id = (select unit.id from unit
                                                      where unit.code = :unit and unit.level = 'commune' and unit.valid && daterange(:from, :to)
                                                      order by unit.valid limit 1))""")
            .bindMethods(flag).mapTo(Boolean.class).one();
    }

    /** A flag ends with the first commune that has the code: whoever takes the code later is another unit. */
    void insertFlag(Tx tx, String dataSet, FlagImport.FlagRow flag) {
        tx.handle().createUpdate("""
                insert into unit_flag (unit_id, group_code, valid, data_set_id)
                select unit.id, unit_group.code, daterange(:from, :to) * unit.valid, :dataSet
                from unit, unit_group
                where unit.code = :unit and unit.level = 'commune' and unit.valid && daterange(:from, :to)
                  and unit_group.code = :flag and unit_group.rule = 'flag'
                order by unit.valid limit 1""")
            .bindMethods(flag).bind("dataSet", dataSet).execute();
    }

    void deleteFlags(Tx tx, String dataSet) {
        tx.handle().createUpdate("delete from unit_flag where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }

    void insertGroups(Tx tx, String dataSet, List<GroupImport.GroupRow> groups) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into unit_group
                (code, label_vi, label_en, rule, met_low, met_high, recognition_level, expected_size, ref, note, ordinal, data_set_id)
            values (:code, :labelVi, :labelEn, :rule, :metLow, :metHigh, :level, :expectedSize, :ref, :note, :ordinal, :dataSet)""");
        groups.forEach(group -> batch.bindMethods(group).bind("dataSet", dataSet).add());
        batch.execute();
    }

    void deleteGroups(Tx tx, String dataSet) {
        tx.handle().createUpdate("delete from unit_group where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }

    /** Codes of all groups, and in which data set each is. */
    Map<String, String> listGroups(Tx tx) {
        Map<String, String> groups = new TreeMap<>();
        tx.handle().createQuery("select code, data_set_id from unit_group").map((row, context) -> groups.put(row.getString(1), row.getString(2))).list();
        return groups;
    }

    /** Groups whose communes are listed. */
    Set<String> listGroupCodes(Tx tx) {
        return tx.handle().createQuery("select code from unit_group where rule = 'flag'").mapTo(String.class).set();
    }
}

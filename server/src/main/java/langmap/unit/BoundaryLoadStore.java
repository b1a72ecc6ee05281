package langmap.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.locationtech.jts.io.WKBWriter;

/** Writes boundaries, and says what they are made of. Base units are the communes and urban units that belong to a district. */
final class BoundaryLoadStore {
    /** Ids of the base units by code. */
    Map<String, Integer> listBaseUnits(Tx tx) {
        Map<String, Integer> units = new TreeMap<>();
        tx.handle().createQuery("""
                select unit.code, unit.id from unit join unit district on district.id = unit.parent_id and district.level = 'district'
                where unit.level in ('commune', 'urban') order by unit.code""")
            .map((row, context) -> units.put(row.getString(1), row.getInt(2))).list();
        return units;
    }

    /** Districts and the province, with the base units they are made of. */
    List<BoundaryDerivation.Whole> listWholes(Tx tx) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        tx.handle().createQuery("""
                select district.id as whole, unit.id as member from unit
                join unit district on district.id = unit.parent_id and district.level = 'district'
                union all
                select district.parent_id, unit.id from unit
                join unit district on district.id = unit.parent_id and district.level = 'district'
                order by whole, member""")
            .map((row, context) -> members.computeIfAbsent(row.getInt(1), key -> new ArrayList<>()).add(row.getInt(2))).list();
        return members.entrySet().stream().map(entry -> new BoundaryDerivation.Whole(entry.getKey(), entry.getValue())).toList();
    }

    /** Which base unit passes to which later unit. */
    List<BoundaryDerivation.Passing> listPassings(Tx tx) {
        return tx.handle().createQuery("""
                select predecessor_id, successor_id, share from unit_lineage where predecessor_id is not null
                order by predecessor_id, successor_id""")
            .map((row, context) -> new BoundaryDerivation.Passing(row.getInt(1), row.getInt(2), row.getDouble(3))).list();
    }

    void deleteBoundaries(Tx tx) {
        tx.handle().execute("delete from boundary");
    }

    /** Stores boundaries and forgets data sets of boundaries that hold none any more. */
    void insertBoundaries(Tx tx, String dataSet, List<BoundaryDerivation.Derived> boundaries) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into boundary (unit_id, valid, resolution, geom, data_set_id)
            select id, valid, :resolution, ST_Multi(ST_SetSRID(ST_GeomFromWKB(:wkb), 4326)), :dataSet from unit where id = :unit""");
        WKBWriter writer = new WKBWriter();
        boundaries.forEach(one -> batch.bind("unit", one.unit()).bind("resolution", one.resolution()).bind("wkb", writer.write(one.area()))
            .bind("dataSet", dataSet).add());
        batch.execute();
        tx.handle().createUpdate("""
                delete from data_set where kind = 'boundaries' and id <> :dataSet
                    and not exists (select from boundary where data_set_id = data_set.id)""")
            .bind("dataSet", dataSet).execute();
    }
}

package langmap.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Writes boundaries, and says what they are made of. Base units are the communes and urban units that belong to a district. */
final class BoundaryLoadStore {
    private static final int CHUNK = 2000;

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

    /** Stores boundaries, thousands a statement so that sections are cut once, and forgets data sets of boundaries that hold none any more. */
    void insertBoundaries(Tx tx, String dataSet, List<BoundaryDerivation.Derived> boundaries) {
        WKBWriter writer = new WKBWriter();
        for (int from = 0; from < boundaries.size(); from += CHUNK) {
            List<BoundaryDerivation.Derived> some = boundaries.subList(from, Math.min(from + CHUNK, boundaries.size()));
            tx.handle().createUpdate("""
                    insert into boundary (unit_id, valid, resolution, geom, data_set_id)
                    select unit.id, unit.valid, incoming.resolution, ST_Multi(ST_SetSRID(incoming.wkb::geometry, 4326)), :dataSet
                    from unnest(:units, :resolutions, :wkbs) as incoming (unit, resolution, wkb)
                    join unit on unit.id = incoming.unit""")
                .bind("dataSet", dataSet)
                .bindArray("units", Integer.class, some.stream().map(BoundaryDerivation.Derived::unit).toList())
                .bindArray("resolutions", String.class, some.stream().map(BoundaryDerivation.Derived::resolution).toList())
                .bindArray("wkbs", String.class, some.stream().map(one -> WKBWriter.toHex(writer.write(one.area()))).toList())
                .execute();
        }
        tx.handle().createUpdate("""
                delete from data_set where kind = 'boundaries' and id <> :dataSet
                    and not exists (select from boundary where data_set_id = data_set.id)""")
            .bind("dataSet", dataSet).execute();
    }

    /** Base units with the names by which files may tell them. */
    List<BoundaryLayer.Base> listBases(Tx tx) {
        return tx.handle().createQuery("""
                select unit.id, unit.code, unit.type, unit.name, district.name as district, ST_X(unit.centre) as lon, ST_Y(unit.centre) as lat
                from unit join unit district on district.id = unit.parent_id and district.level = 'district'
                where unit.level in ('commune', 'urban') order by unit.code""")
            .map((row, context) -> new BoundaryLayer.Base(row.getInt("id"), row.getString("code"), row.getString("type"), row.getString("name"), row.getString("district"),
                row.getObject("lon") == null ? null : new Coordinate(row.getDouble("lon"), row.getDouble("lat")))).list();
    }

    List<BoundaryLayer.StagedArea> listStaged(Tx tx, long id) {
        return tx.handle().createQuery("""
                select number, code, attributes ->> 'type' as type, attributes ->> 'name' as name, attributes ->> 'district' as district, ST_AsBinary(geom) as wkb
                from import_feature where import_id = :id and state is null and geom is not null order by number""")
            .bind("id", id).map((row, context) -> new BoundaryLayer.StagedArea(row.getLong("number"), row.getString("code"), row.getString("type"), row.getString("name"),
                row.getString("district"), geometry(row.getBytes("wkb")))).list();
    }

    void updateStaged(Tx tx, long id, List<BoundaryLayer.Outcome> outcomes) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            update import_feature set code = :code, state = :state, target_id = nullif(:unit, 0), geom = ST_SetSRID(ST_GeomFromWKB(:wkb), 4326)
            where import_id = :id and number = :number""");
        WKBWriter writer = new WKBWriter();
        outcomes.forEach(one -> batch.bind("id", id).bind("number", one.number()).bind("unit", one.unit()).bind("code", one.code())
            .bind("state", one.state()).bind("wkb", writer.write(one.area())).add());
        if (!outcomes.isEmpty()) {
            batch.execute();
        }
        tx.handle().createUpdate("update import_feature set state = 'faulty' where import_id = :id and state is null").bind("id", id).execute();
    }

    /** The full boundaries there are, by unit. */
    Map<Integer, Geometry> listStored(Tx tx) {
        Map<Integer, Geometry> stored = new TreeMap<>();
        tx.handle().createQuery("select unit_id, ST_AsBinary(geom) from boundary where resolution = 'full'")
            .map((row, context) -> stored.put(row.getInt(1), geometry(row.getBytes(2)))).list();
        return stored;
    }

    /** The staged areas by unit. */
    Map<Integer, Geometry> listStagedUnits(Tx tx, long id) {
        Map<Integer, Geometry> areas = new TreeMap<>();
        tx.handle().createQuery("select target_id, ST_AsBinary(geom) from import_feature where import_id = :id and target_id is not null").bind("id", id)
            .map((row, context) -> areas.put(row.getInt(1), geometry(row.getBytes(2)))).list();
        return areas;
    }

    private static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader(new GeometryFactory()).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps all boundaries there are, and the data sets they came with. */
    void keepBefore(Tx tx, long id) {
        tx.handle().createUpdate("""
                insert into import_before (import_id, target_id, sort, content)
                select :id, unit_id, 'boundary ' || resolution || ' ' || valid, jsonb_build_object('valid', valid::text, 'resolution', resolution,
                    'geom', geom::text, 'data_set_id', data_set_id) from boundary""").bind("id", id).execute();
        tx.handle().createUpdate("""
                insert into import_before (import_id, target_id, sort, content)
                select :id, ordinal, 'data_set', to_jsonb(data_set) from data_set
                where exists (select from boundary where boundary.data_set_id = data_set.id)""").bind("id", id).execute();
    }

    /** Brings the boundaries back that were kept, to the byte. */
    void restore(Tx tx, long id) {
        tx.handle().createUpdate("""
                insert into data_set overriding system value
                select (jsonb_populate_record(null::data_set, content)).* from import_before where import_id = :id and sort = 'data_set'
                on conflict (id) do nothing""").bind("id", id).execute();
        tx.handle().createUpdate("""
                insert into boundary (unit_id, valid, resolution, geom, data_set_id)
                select target_id, (content ->> 'valid')::daterange, content ->> 'resolution', (content ->> 'geom')::geometry, content ->> 'data_set_id'
                from import_before where import_id = :id and sort like 'boundary %' order by sort, target_id""").bind("id", id).execute();
    }
}

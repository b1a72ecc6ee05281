package langmap.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import langmap.db.Tx;
import langmap.geo.LonLat;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The register of villages. */
final class VillageStore {
    /** Codes of the communes of the programme, whenever they exist. */
    Set<String> listCommunes(Tx tx) {
        return tx.handle().createQuery("select code from unit where level = 'commune'").mapTo(String.class).set();
    }

    Set<String> listCodes(Tx tx) {
        return tx.handle().createQuery("select code from village").mapTo(String.class).set();
    }

    /** A unit of another time with the same code gets a row of its own. */
    void insertVillages(Tx tx, String dataSet, List<VillageImport.VillageRow> villages) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into village (code, name, unit_id, centre, valid, data_set_id)
            select :code, :name, unit.id, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), daterange(:from, :to) * unit.valid, :dataSet
            from unit where unit.code = :unit and unit.level = 'commune' and unit.valid && daterange(:from, :to)""");
        villages.forEach(village -> batch.bindMethods(village).bind("dataSet", dataSet).add());
        if (!villages.isEmpty()) {
            batch.execute();
        }
    }

    void deleteVillages(Tx tx, String dataSet) {
        tx.handle().createUpdate("delete from village where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }

    /** Staging rows whose unit is no commune of their days; they are faulty then. */
    List<VillageLayer.Found> listStagedWithoutUnit(Tx tx, long id) {
        return tx.handle().createQuery("""
                with lost as (
                    update import_feature incoming set state = 'faulty'
                    where import_id = :id and state is null and not exists (
                        select from unit where unit.code = incoming.attributes ->> 'unit' and unit.level = 'commune' and unit.valid
                            && daterange((incoming.attributes ->> 'validFrom')::date, case when incoming.attributes ->> 'validTo' is not null
                                then greatest((incoming.attributes ->> 'validTo')::date, (incoming.attributes ->> 'validFrom')::date) end))
                    returning number, attributes, geom)
                select number, attributes ->> 'unit' as unit, ST_X(geom) as lon, ST_Y(geom) as lat from lost order by number limit 1000""")
            .bind("id", id).map(VillageStore::found).list();
    }

    /** Staging rows more than about 500 m outside their commune, as drawn on any day. */
    List<VillageLayer.Found> listStagedElsewhere(Tx tx, long id) {
        return tx.handle().createQuery("""
                select number, attributes ->> 'unit' as unit, ST_X(geom) as lon, ST_Y(geom) as lat from import_feature incoming
                where import_id = :id and state is null and not exists (
                    select from unit join boundary on boundary.unit_id = unit.id and boundary.resolution = 'full'
                    where unit.code = incoming.attributes ->> 'unit' and unit.level = 'commune' and ST_DWithin(boundary.geom, incoming.geom, 0.005))
                order by number limit 1000""")
            .bind("id", id).map(VillageStore::found).list();
    }

    private static VillageLayer.Found found(ResultSet row, StatementContext context) throws SQLException {
        return new VillageLayer.Found(row.getLong("number"), row.getString("unit"), new LonLat(row.getDouble("lon"), row.getDouble("lat")));
    }

    /** Gives every staging row its state, and adds the villages that are missing. */
    void compareStaged(Tx tx, long id) {
        tx.handle().createUpdate("""
                update import_feature incoming
                set state = case when stored.said is null then 'new' when stored.said = wanted.said then 'unchanged' else 'changed' end
                from import_feature own
                left join lateral (
                    select string_agg(concat_ws('|', name, unit_id, ST_AsBinary(centre), valid), ',' order by valid) as said
                    from village where village.code = own.code) stored on true
                left join lateral (
                    select string_agg(concat_ws('|', own.attributes ->> 'name', unit.id, ST_AsBinary(own.geom), span.valid * unit.valid), ',' order by span.valid * unit.valid) as said
                    from (select daterange((own.attributes ->> 'validFrom')::date, (own.attributes ->> 'validTo')::date) as valid) span
                    join unit on unit.code = own.attributes ->> 'unit' and unit.level = 'commune' and unit.valid && span.valid) wanted on true
                where own.import_id = :id and own.state is null and incoming.import_id = :id and incoming.number = own.number""")
            .bind("id", id).execute();
        tx.handle().createUpdate("""
                insert into import_feature (import_id, number, code, state, target_id, geom)
                select :id, last.number + row_number() over (order by village.code, village.id), village.code, 'missing', village.id, village.centre
                from village cross join (select coalesce(max(number), 0) as number from import_feature where import_id = :id) last
                where not exists (select from import_feature own where own.import_id = :id and own.code = village.code)""")
            .bind("id", id).execute();
    }

    /** Puts the rows of the staged villages in the place of those they had, and keeps these. */
    void applyStaged(Tx tx, long id, String dataSet, String closeFrom) {
        tx.handle().createUpdate("""
                insert into import_before (import_id, target_id, sort, content)
                select :id, village.id, 'village', jsonb_build_object('code', village.code, 'name', name, 'unit_id', unit_id, 'centre', centre::text,
                           'valid', valid::text, 'data_set_id', data_set_id)
                from village join (select distinct code, state from import_feature where import_id = :id) incoming on incoming.code = village.code
                where incoming.state = 'changed'
                   or incoming.state = 'missing' and not isempty(valid * daterange(null, cast(:closeFrom as date))) and not valid <@ daterange(null, cast(:closeFrom as date))
                      and cast(:closeFrom as date) is not null""")
            .bind("id", id).bind("closeFrom", closeFrom).execute();
        tx.handle().createUpdate("delete from village using import_before before where before.import_id = :id and before.sort = 'village' and before.target_id = village.id")
            .bind("id", id).execute();
        tx.handle().createUpdate("""
                insert into village (code, name, unit_id, centre, valid, data_set_id)
                select incoming.code, incoming.attributes ->> 'name', unit.id, incoming.geom, span.valid * unit.valid, :dataSet
                from import_feature incoming
                cross join lateral (select daterange((incoming.attributes ->> 'validFrom')::date, (incoming.attributes ->> 'validTo')::date) as valid) span
                join unit on unit.code = incoming.attributes ->> 'unit' and unit.level = 'commune' and unit.valid && span.valid
                where incoming.import_id = :id and incoming.state in ('new', 'changed')
                union all
                select content ->> 'code', content ->> 'name', (content ->> 'unit_id')::int, (content ->> 'centre')::geometry,
                       (content ->> 'valid')::daterange * daterange(null, cast(:closeFrom as date)), :dataSet
                from import_before before join import_feature incoming
                    on incoming.import_id = :id and incoming.code = before.content ->> 'code' and incoming.state = 'missing' and incoming.target_id = before.target_id
                where before.import_id = :id and before.sort = 'village'""")
            .bind("id", id).bind("dataSet", dataSet).bind("closeFrom", closeFrom).execute();
    }

    /** Takes the rows of an import out and brings those back that were there before, under their old keys. */
    void undoStaged(Tx tx, long id) {
        deleteVillages(tx, "import-" + id);
        tx.handle().createUpdate("""
                insert into village (id, code, name, unit_id, centre, valid, data_set_id) overriding system value
                select target_id, content ->> 'code', content ->> 'name', (content ->> 'unit_id')::int, (content ->> 'centre')::geometry,
                       (content ->> 'valid')::daterange, content ->> 'data_set_id'
                from import_before where import_id = :id and sort = 'village'""")
            .bind("id", id).execute();
    }
}

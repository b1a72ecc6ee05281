package langmap.unit;

import java.util.List;
import java.util.Set;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;

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
}

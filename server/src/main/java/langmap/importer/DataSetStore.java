package langmap.importer;

import java.util.List;
import java.util.Optional;
import langmap.db.Tx;

/** The register of data sets. */
public final class DataSetStore {
    public boolean isEmpty(Tx tx) {
        return tx.handle().createQuery("select not exists (select from data_set)").mapTo(Boolean.class).one();
    }

    void insertDataSet(Tx tx, DataSet set) {
        tx.handle().createUpdate("""
                insert into data_set (id, kind, title_vi, title_en, origin_vi, origin_en, licence, illustrative, covers, sha256)
                values (:id, :kind, :title_vi, :title_en, :origin_vi, :origin_en, :licence, :illustrative,
                        daterange(:from, :to, '[]'), :sha256)""")
            .bindMap(set.texts())
            .bind("id", set.id()).bind("kind", set.kind()).bind("illustrative", set.illustrative())
            .bind("from", set.from()).bind("to", set.to()).bind("sha256", set.sha256())
            .execute();
        tx.touch("data_set");
    }

    /** The kind of a data set already loaded. */
    Optional<String> findKind(Tx tx, String id) {
        return tx.handle().createQuery("select kind from data_set where id = :id").bind("id", id).mapTo(String.class).findOne();
    }

    /** A stored data set by name and kind. */
    record Stored(String id, String kind) {
    }

    /** Illustrative data sets, the last loaded first. */
    List<Stored> listIllustrative(Tx tx) {
        return tx.handle().createQuery("""
                select id, kind from data_set where illustrative order by ordinal desc""")
            .map((row, context) -> new Stored(row.getString("id"), row.getString("kind"))).list();
    }

    /** Lets the database count anew what its tables hold, so that the first answers are as fast as later ones. */
    void analyze(Tx tx) {
        tx.handle().execute("select analyze_registers()");
    }

    void deleteDataSet(Tx tx, String id) {
        tx.handle().createUpdate("delete from data_set where id = :id").bind("id", id).execute();
        tx.touch("data_set");
    }
}

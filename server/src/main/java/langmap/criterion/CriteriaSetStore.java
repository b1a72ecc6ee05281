package langmap.criterion;

import java.util.List;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes criteria sets. */
final class CriteriaSetStore {
    void insertStatuses(Tx tx, List<CriteriaSetImport.StatusRow> statuses) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into assessment_status (code, label_vi, label_en, ordinal) values (:code, :vi, :en, :ordinal)
            on conflict (code) do update set label_vi = excluded.label_vi, label_en = excluded.label_en""");
        statuses.forEach(status -> batch.bindMethods(status).add());
        batch.execute();
    }

    void insertSets(Tx tx, String dataSet, List<CriteriaSetImport.SetRow> sets) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into criteria_set (id, level, decision, issued_on, assessed, note, data_set_id)
            values (:id, :level, :decision, :issuedOn, daterange(:assessedFrom, :assessedTo), :note, :dataSet)""");
        sets.forEach(set -> batch.bindMethods(set).bind("dataSet", dataSet).add());
        batch.execute();
    }

    void insertCriteria(Tx tx, List<CriteriaSetImport.CriterionRow> criteria) {
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into criterion (set_id, number, name_vi, name_en, theme) values (:setId, :number, :vi, :en, :theme)""");
        criteria.forEach(criterion -> batch.bindMethods(criterion).add());
        batch.execute();
    }

    void deleteSets(Tx tx, String dataSet) {
        tx.handle().createUpdate("""
                delete from criterion using criteria_set
                where criterion.set_id = criteria_set.id and criteria_set.data_set_id = :dataSet""")
            .bind("dataSet", dataSet).execute();
        tx.handle().createUpdate("delete from criteria_set where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }
}

package langmap.criterion;

import java.util.List;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes assessments, recognitions and criteria sets as the importers parsed them. */
final class AssessmentLoadStore {
    List<String> listStatuses(Tx tx) {
        return tx.handle().createQuery("select code from assessment_status order by ordinal").mapTo(String.class).list();
    }

    /** Puts rows into a table that ends with the transaction, with what they mean beside what they say. */
    void stage(Tx tx, List<AssessmentImport.AssessmentRow> rows) {
        tx.handle().execute("drop table if exists staged_assessment");
        tx.handle().execute("""
            create temporary table staged_assessment (
                line bigint, unit text, criterion int, status text, valid_from date) on commit drop""");
        PreparedBatch batch = tx.handle().prepareBatch(
            "insert into staged_assessment values (:line, :unit, :criterion, :status, :from)");
        rows.forEach(row -> batch.bindMethods(row).add());
        batch.execute();
        tx.handle().execute("analyze staged_assessment");
    }

    List<Long> listUnknown(Tx tx) {
        return tx.handle().createQuery("""
                select staged.line from staged_assessment staged
                where not exists (select from unit where unit.code = staged.unit and unit.level = 'commune'
                                  and unit.valid @> staged.valid_from)
                   or not exists (select from criteria_set
                                  join criterion on criterion.set_id = criteria_set.id
                                  where criteria_set.level = 'commune_ntm' and criteria_set.assessed @> staged.valid_from
                                    and criterion.number = staged.criterion)
                order by staged.line""").mapTo(Long.class).list();
    }

    List<Long> listRepeated(Tx tx) {
        return tx.handle().createQuery("""
                select max(line) from staged_assessment group by unit, criterion, valid_from having count(*) > 1
                order by 1""").mapTo(Long.class).list();
    }

    void insertStaged(Tx tx, String dataSet, String series) {
        tx.handle().createUpdate("""
                insert into assessment (unit_id, set_id, number, series, status, valid, data_set_id)
                select unit.id, criteria_set.id, staged.criterion, :series, staged.status,
                       daterange(staged.valid_from, lead(staged.valid_from) over state) * unit.valid * criteria_set.assessed,
                       :dataSet
                from staged_assessment staged
                join unit on unit.code = staged.unit and unit.level = 'commune' and unit.valid @> staged.valid_from
                join criteria_set on criteria_set.level = 'commune_ntm' and criteria_set.assessed @> staged.valid_from
                window state as (partition by unit.id, criteria_set.id, staged.criterion order by staged.valid_from)""")
            .bind("series", series).bind("dataSet", dataSet).execute();
    }

    void deleteAssessments(Tx tx, String dataSet) {
        tx.handle().createUpdate("delete from assessment where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }

    int insertRecognition(Tx tx, String dataSet, RecognitionImport.RecognitionRow row) {
        return tx.handle().createUpdate("""
                insert into recognition (unit_id, level, series, decision, valid, data_set_id)
                select unit.id, :level, :series, :decision, daterange(:from, :to) * daterange(null, upper(unit.valid)), :dataSet
                from unit
                where unit.code = :unit and unit.level = 'commune'
                  and unit.valid @> greatest(cast(:from as date), lower(unit.valid))
                order by unit.valid limit 1""")
            .bindMethods(row).bind("dataSet", dataSet).execute();
    }

    void deleteRecognitions(Tx tx, String dataSet) {
        tx.handle().createUpdate("delete from recognition where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }
}

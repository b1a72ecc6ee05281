package langmap.criterion;

import java.util.List;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes assessments, recognitions and criteria sets as the importers parsed them. */
final class AssessmentLoadStore {
    /** Staged rows with what they mean: each state lasts until the next, or as long as the unit or the set. */
    private static final String STAGED = """
        select staged.line, unit.id as unit_id, criteria_set.id as set_id, staged.criterion, staged.status,
               daterange(staged.valid_from, lead(staged.valid_from) over state) * unit.valid * criteria_set.assessed as valid
        from (select distinct on (unit, criterion, valid_from) * from staged_assessment
              order by unit, criterion, valid_from, line) staged
        join unit on unit.code = staged.unit and unit.level = 'commune' and unit.valid @> staged.valid_from
        join criteria_set on criteria_set.level = 'commune_ntm' and criteria_set.assessed @> staged.valid_from
        window state as (partition by unit.id, criteria_set.id, staged.criterion order by staged.valid_from)
        """;

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
        if (!rows.isEmpty()) {
            rows.forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        }
        tx.handle().execute("analyze staged_assessment");
    }

    /** Lines whose commune is none on their day. */
    List<Long> listWithoutUnit(Tx tx) {
        return tx.handle().createQuery("""
                select staged.line from staged_assessment staged
                where not exists (select from unit where unit.code = staged.unit and unit.level = 'commune'
                                  and unit.valid @> staged.valid_from)
                order by staged.line""").mapTo(Long.class).list();
    }

    /** Lines whose criterion is not in the set of their day. */
    List<Long> listWithoutCriterion(Tx tx) {
        return tx.handle().createQuery("""
                select staged.line from staged_assessment staged
                where not exists (select from criteria_set
                                  join criterion on criterion.set_id = criteria_set.id
                                  where criteria_set.level = 'commune_ntm' and criteria_set.assessed @> staged.valid_from
                                    and criterion.number = staged.criterion)
                order by staged.line""").mapTo(Long.class).list();
    }

    /** Lines that say again how a criterion stands in a commune from a day. */
    List<Long> listRepeated(Tx tx) {
        return tx.handle().createQuery("""
                select line from (select line, row_number() over (partition by unit, criterion, valid_from order by line) as nth
                                  from staged_assessment) numbered
                where nth > 1 order by line""").mapTo(Long.class).list();
    }

    /** Lines for a time that another data set already speaks of. */
    List<Long> listTaken(Tx tx, String series) {
        return tx.handle().createQuery("select distinct staged.line from (" + STAGED + """
                ) staged
                join assessment on assessment.series = :series and assessment.unit_id = staged.unit_id and assessment.set_id = staged.set_id
                    and assessment.number = staged.criterion and assessment.valid && staged.valid
                order by staged.line""").bind("series", series).mapTo(Long.class).list();
    }

    void insertStaged(Tx tx, String dataSet, String series) {
        tx.handle().createUpdate("""
                insert into assessment (unit_id, set_id, number, series, status, valid, data_set_id)
                select unit_id, set_id, criterion, :series, status, valid, :dataSet from (""" + STAGED + ") staged")
            .bind("series", series).bind("dataSet", dataSet).execute();
    }

    void deleteAssessments(Tx tx, String dataSet) {
        tx.handle().createUpdate("delete from assessment where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }

    /** How many were stored: 0 if the code is that of no commune then. */
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

    /** True if the commune is already recognised at the level at any time of the row. */
    boolean isRecognised(Tx tx, RecognitionImport.RecognitionRow row) {
        return tx.handle().createQuery("""
                select exists (select from recognition join unit on unit.id = recognition.unit_id
                               where unit.code = :unit and recognition.level = :level and recognition.series = :series
                                 and recognition.valid && daterange(:from, :to))""")
            .bindMethods(row).mapTo(Boolean.class).one();
    }

    void deleteRecognitions(Tx tx, String dataSet) {
        tx.handle().createUpdate("delete from recognition where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }
}

package langmap.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes plans as the importer parsed them. */
final class PlanLoadStore {
    void insertPlan(Tx tx, String dataSet, PlanImport.PlanRow plan, List<Target> targets) {
        tx.handle().createUpdate("""
                insert into plan (year, title_vi, title_en, communes_total, near_share, funding_unit, funding_total, funding_ref, funding_note, data_set_id)
                values (:year, :titleVi, :titleEn, :communesTotal, :nearShare, :fundingUnit, :fundingTotal, :fundingRef, :fundingNote, :dataSet)""")
            .bindMethods(plan).bind("dataSet", dataSet).execute();
        PreparedBatch batch = tx.handle().prepareBatch("""
            insert into target (plan_year, id, kind, ordinal, parent, label_vi, label_en, unit, scope, comparator, approx, nature, low, high, out_of,
                                increment, printed_percent, baseline, baseline_derived, measure_from, ref, note, measure, group_code, each_level)
            values (:year, :id, :kind, :ordinal, :parent, :labelVi, :labelEn, :unit, :scope, :code, :approx, :natureCode, :low, :high, :of,
                    :increment, :printedPercent, :baseline, :baselineDerived, :measureFrom, :ref, :note, :measure, :group, :eachLevel)""");
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            batch.bindMethods(target).bindMethods(target.figures()).bindMethods(target.binding()).bind("code", target.comparator().code)
                .bind("natureCode", target.nature().code).bind("year", plan.year()).bind("ordinal", i).add();
        }
        if (!targets.isEmpty()) {
            batch.execute();
        }
    }

    void insertMoneyAndDoubts(Tx tx, int year, List<PlanImport.FundingRow> sources, List<PlanImport.DiscrepancyRow> doubts,
                              Set<PlanImport.SubjectRow> links) {
        insertAll(tx, year, """
            insert into funding_source (plan_year, id, label_vi, label_en, amount_printed, amount, percent_printed)
            values (:year, :id, :labelVi, :labelEn, :amountPrinted, :amount, :percentPrinted)""", sources);
        insertAll(tx, year, """
            insert into discrepancy (plan_year, id, kind, severity, place, printed, reasoning, reading, vi)
            values (:year, :id, :kind, :severity, :place, :printed, :reasoning, :reading, cast(:vi as jsonb))""", doubts);
        insertAll(tx, year, """
            insert into discrepancy_subject (plan_year, discrepancy, subject) values (:year, :discrepancy, :subject)""", links);
    }

    void insertSections(Tx tx, int year, Map<String, JsonNode> sections) {
        PreparedBatch batch = tx.handle().prepareBatch("insert into plan_section (plan_year, name, body) values (:year, :name, cast(:body as jsonb))");
        sections.forEach((name, body) -> batch.bind("year", year).bind("name", name).bind("body", body.toString()).add());
        batch.execute();
    }

    private static void insertAll(Tx tx, int year, String sql, Collection<?> rows) {
        if (!rows.isEmpty()) {
            PreparedBatch batch = tx.handle().prepareBatch(sql);
            rows.forEach(row -> batch.bindMethods(row).bind("year", year).add());
            batch.execute();
        }
    }

    List<String> listGroups(Tx tx) {
        return tx.handle().createQuery("select code from unit_group order by ordinal").mapTo(String.class).list();
    }

    /** The data set the plan of a year came with. */
    Optional<String> findDataSet(Tx tx, int year) {
        return tx.handle().createQuery("select data_set_id from plan where year = :year").bind("year", year).mapTo(String.class).findOne();
    }

    void deletePlan(Tx tx, String dataSet) {
        tx.handle().createUpdate("delete from plan where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }
}

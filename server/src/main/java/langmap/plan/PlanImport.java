package langmap.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;
import langmap.measure.Measure;
import langmap.measure.MeasureStore;

/**
 * Loads the plan of a year from files whose top-level keys are its sections. {@code document}, {@code general_goals}, {@code criteria},
 * {@code funding}, {@code discrepancies}, {@code near_share} and {@code bindings} are read; all sections are kept as they are.
 */
public final class PlanImport implements RegisterImport {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int NO_YEAR = 0;

    private final PlanLoadStore store = new PlanLoadStore();
    private final MeasureStore measures = new MeasureStore();

    /** The plan itself. */
    public record PlanRow(int year, String titleVi, String titleEn, Integer communesTotal, BigDecimal nearShare, String fundingUnit,
                          BigDecimal fundingTotal, String fundingRef, String fundingNote) {
    }

    /** One source of money. */
    public record FundingRow(String id, String labelVi, String labelEn, BigDecimal amountPrinted, BigDecimal amount, BigDecimal percentPrinted) {
    }

    /** One doubt; vi is what it says in Vietnamese, as JSON, or null. */
    public record DiscrepancyRow(String id, String kind, String severity, String place, String printed, String reasoning, String reading, String vi) {
    }

    /** A doubt is about a subject. */
    public record SubjectRow(String discrepancy, String subject) {
    }

    @Override
    public String kind() {
        return "plan";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        PlanSections sections = new PlanSections(set, folder, issues);
        PlanRow plan = plan(sections, issues);
        List<String> known = plan.year() == NO_YEAR ? null
            : measures.getCatalogue(tx, LocalDate.of(plan.year(), 12, 31)).measures().stream().map(Measure::id).toList();
        List<Target> targets = new TargetReader(sections, issues, known, store.listGroups(tx)).targets();
        List<FundingRow> sources = sections.section("funding").items("sources").stream().map(node -> source(node, plan, issues)).toList();
        List<DiscrepancyRow> doubts = sections.items("discrepancies").stream().map(PlanImport::doubt).toList();
        Set<SubjectRow> links = sections.links();
        store.findDataSet(tx, plan.year()).ifPresent(other -> issues.add(new Issue(set.files().get(0), "document", "plan_year",
            "The plan of " + plan.year() + " is already there, from '" + other + "'.", "Load it under that id to put this one in its place.")));
        if (!issues.isEmpty()) {
            return 0;
        }
        store.insertPlan(tx, set.id(), plan, targets);
        store.insertMoneyAndDoubts(tx, plan.year(), sources, doubts, links);
        store.insertSections(tx, plan.year(), sections.trees());
        tx.touch("plan");
        return 1 + targets.size() + sources.size() + doubts.size() + links.size() + sections.trees().size();
    }

    private static PlanRow plan(PlanSections sections, Issues issues) {
        Node document = sections.section("document");
        Integer year = document.integer("plan_year");
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            issues.add(new Issue(document.file(), "document", "plan_year", year + " is not a year of a plan.", "Give the year, such as 2022."));
        }
        Node funding = sections.section("funding");
        return new PlanRow(year == null || year < FIRST_YEAR || year > LAST_YEAR ? NO_YEAR : year, document.text("title_vi"),
            document.text("title_en"), document.optionalInteger("communes_total"), nearShare(sections, issues), funding.optionalText("unit"),
            funding.optionalNumber("total_printed"), funding.optionalText("ref"), funding.at("checks").optionalText("verdict"));
    }

    /** 0, which nothing is below, if the plan gives none. */
    private static BigDecimal nearShare(PlanSections sections, Issues issues) {
        Node node = sections.section("near_share");
        if (node.tree().isMissingNode()) {
            return BigDecimal.ZERO;
        }
        BigDecimal share = node.tree().isNumber() ? node.tree().decimalValue() : BigDecimal.ONE;
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            issues.add(new Issue(node.file(), "top", "near_share", "This is not a share.", "Give a number from 0 to below 1, such as 0.05."));
        }
        return share;
    }

    private static DiscrepancyRow doubt(Node node) {
        if (node.has("vi")) {
            List.of("where", "printed", "reasoning", "use").forEach(node.at("vi")::text);
        }
        return new DiscrepancyRow(node.text("id"), node.text("kind"), node.text("severity"), node.text("where"), node.text("printed"),
            node.text("reasoning"), node.text("use"), node.has("vi") ? node.at("vi").tree().toString() : null);
    }

    private static FundingRow source(Node node, PlanRow plan, Issues issues) {
        FundingRow row = new FundingRow(node.text("id"), node.text("vi"), node.text("en"), node.number("amount_printed"), node.number("amount"),
            node.optionalNumber("percent_printed"));
        checkPercent(node, Fraction.percent(row.amount(), plan.fundingTotal()), issues);
        return row;
    }

    /** The file's own recomputation must be what follows from its figures, at the places it gives. */
    static void checkPercent(Node node, BigDecimal computed, Issues issues) {
        BigDecimal given = node.optionalNumber("percent_recomputed");
        if (given != null && (computed == null || computed.setScale(given.scale(), RoundingMode.HALF_UP).compareTo(given) != 0)) {
            issues.add(new Issue(node.file(), node.path(), "percent_recomputed",
                given + " does not follow from the figures" + (computed == null ? "." : ", which give " + computed.setScale(2, RoundingMode.HALF_UP) + "."),
                "Mend the figure that is wrong, or leave the percentage out: it is computed."));
        }
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deletePlan(tx, dataSetId);
        tx.touch("plan");
    }
}

package langmap.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;

/**
 * Loads the plan of a year from files whose top-level keys are its sections. {@code document}, {@code general_goals}, {@code criteria},
 * {@code funding}, {@code discrepancies} and {@code bindings} are read; all sections are kept as they are.
 */
public final class PlanImport implements RegisterImport {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final PlanLoadStore store = new PlanLoadStore();

    /** The plan itself. */
    public record PlanRow(int year, String titleVi, String titleEn, Integer communesTotal, BigDecimal nearShare, String fundingUnit,
                          BigDecimal fundingTotal, String fundingRef, String fundingNote) {
    }

    /** One source of money. */
    public record FundingRow(String id, String labelVi, String labelEn, BigDecimal amountPrinted, BigDecimal amount, BigDecimal percentPrinted,
                             String discrepancy) {
    }

    /** One doubt. */
    public record DiscrepancyRow(String id, String kind, String severity, String place, String printed, String reasoning, String reading) {
    }

    @Override
    public String kind() {
        return "plan";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        Map<String, Node> sections = sections(set, folder, issues);
        Node document = sections.getOrDefault("document", empty(set, issues));
        Integer year = document.integer("plan_year");
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            issues.add(new Issue(document.file(), "document", "plan_year", year + " is not a year of a plan.", "Give the year, such as 2022."));
        }
        Node funding = sections.getOrDefault("funding", empty(set, issues));
        Node near = sections.get("near_share");
        PlanRow plan = new PlanRow(year == null ? 0 : year, document.text("title_vi"), document.text("title_en"), document.optionalInteger("communes_total"),
            near == null ? BigDecimal.ZERO : near.tree().decimalValue(), funding.optionalText("unit"), funding.optionalNumber("total_printed"),
            funding.optionalText("ref"), funding.at("checks").optionalText("verdict"));
        List<Target> targets = new TargetReader(sections, issues).targets();
        List<FundingRow> sources = funding.items("sources").stream().map(node -> new FundingRow(node.text("id"), node.text("vi"), node.text("en"),
            node.optionalNumber("amount_printed"), node.optionalNumber("amount"), node.optionalNumber("percent_printed"),
            node.optionalText("discrepancy"))).toList();
        List<DiscrepancyRow> doubts = items(sections, "discrepancies").stream().map(node -> new DiscrepancyRow(node.text("id"), node.text("kind"),
            node.text("severity"), node.text("where"), node.text("printed"), node.text("reasoning"), node.text("use"))).toList();
        if (!issues.isEmpty()) {
            return 0;
        }
        store.insertPlan(tx, set.id(), plan, targets);
        store.insertDetails(tx, plan.year(), sources, doubts, trees(sections));
        tx.touch("plan");
        return 1 + targets.size() + sources.size() + doubts.size() + sections.size();
    }

    /** The items of a section that is a list; none if the plan has no such section. */
    static List<Node> items(Map<String, Node> sections, String name) {
        Node section = sections.get(name);
        return section == null ? List.of() : new Node(section.file(), "", section.issues() == null ? null
            : com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode().set(name, section.tree()), section.issues()).items(name);
    }

    private static Map<String, Node> sections(DataSet set, SourceFolder folder, Issues issues) {
        Map<String, Node> sections = new LinkedHashMap<>();
        for (String file : set.files()) {
            JsonNode tree = folder.yaml(file);
            tree.properties().forEach(entry -> {
                Node section = new Node(file, entry.getKey(), entry.getValue(), issues);
                if (sections.put(entry.getKey(), section) != null) {
                    issues.add(new Issue(file, "top", entry.getKey(), "The section stands in two files.", "Keep one."));
                }
            });
        }
        return sections;
    }

    private static Node empty(DataSet set, Issues issues) {
        return new Node(set.files().get(0), "", com.fasterxml.jackson.databind.node.MissingNode.getInstance(), issues);
    }

    private static Map<String, JsonNode> trees(Map<String, Node> sections) {
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        sections.forEach((name, node) -> trees.put(name, node.tree()));
        return trees;
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deletePlan(tx, dataSetId);
        tx.touch("plan");
    }
}

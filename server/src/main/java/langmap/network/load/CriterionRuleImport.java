package langmap.network.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;

/** Loads the rules by which criteria are computed from the map. */
public final class CriterionRuleImport implements RegisterImport {
    private static final String ROAD_SHARE = "road_share";
    private static final String POWERED = "powered_villages_share";
    private static final List<String> QUANTITIES = List.of(ROAD_SHARE, "lined_share", "irrigated_share", POWERED);
    private static final List<String> QUALITIES = List.of("hardened", "paved");

    private final NetworkLoadStore store = new NetworkLoadStore();

    /** One rule; the threshold is a share from 0 to 1, without a group it is for all communes. */
    record RuleRow(String set, int criterion, String id, String group, String quantity, @com.fasterxml.jackson.annotation.JsonProperty("class") String sort,
                   String quality, BigDecimal withinM, BigDecimal maxKv, BigDecimal threshold, String vi, String en, String sourceVi, String sourceEn, int ordinal) {
    }

    @Override
    public String kind() {
        return "criterion-rules";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<String> criteria = store.listCriteria(tx);
        List<String> classes = store.listClasses(tx).getOrDefault(SectionImport.ROAD, List.of());
        List<RuleRow> rows = new ArrayList<>();
        for (Node node : Node.ofYaml(folder, set.files().get(0), issues).items("rules")) {
            String quantity = node.choice("quantity", QUANTITIES);
            boolean road = ROAD_SHARE.equals(quantity);
            Integer criterion = node.integer("criterion");
            RuleRow row = new RuleRow(node.text("set"), criterion == null ? 0 : criterion, node.text("id"), node.optionalText("group"), quantity,
                road ? node.choice("class", classes) : null, road ? node.choice("quality", QUALITIES) : null,
                POWERED.equals(quantity) ? node.number("withinM") : null, POWERED.equals(quantity) ? node.number("maxKv") : null, node.number("threshold"), node.text("vi"), node.text("en"),
                node.at("source").text("vi"), node.at("source").text("en"), rows.size());
            check(node, row, criteria);
            rows.add(row);
        }
        if (issues.isEmpty()) {
            store.insertRules(tx, set.id(), rows);
        }
        tx.touch("network");
        return rows.size();
    }

    private static void check(Node node, RuleRow row, List<String> criteria) {
        if (row.set() != null && !criteria.contains(row.set() + "/" + row.criterion())) {
            node.fault("criterion", "The set " + row.set() + " has no criterion " + row.criterion() + ".", "Name a criterion of a set that is loaded.");
        }
        if (row.threshold() != null && (row.threshold().signum() < 0 || row.threshold().compareTo(BigDecimal.ONE) > 0)) {
            node.fault("threshold", row.threshold() + " is not a share.", "Give a number from 0 to 1.");
        }
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.delete(tx, "criterion_rule", dataSetId);
        tx.touch("network");
    }
}

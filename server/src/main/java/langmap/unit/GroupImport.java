package langmap.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;

/** Loads the priority groups of communes and the rule by which a commune is in each. */
public final class GroupImport implements RegisterImport {
    private static final String RECOGNISED = "recognised";
    private static final List<String> RULES = List.of("flag", "criteria_met", RECOGNISED, "merged");
    private static final List<String> LEVELS = List.of("commune_ntm", "commune_advanced", "commune_model");

    private final UnitLoadStore store = new UnitLoadStore();

    /** One group; bounds are numbers of criteria met and only given with the rule criteria_met, the level of recognition with recognised. */
    public record GroupRow(String code, String labelVi, String labelEn, String rule, Integer metLow, Integer metHigh,
                    String level, Integer expectedSize, String ref, String note, int ordinal) {
    }

    @Override
    public String kind() {
        return "groups";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<GroupRow> groups = new ArrayList<>();
        Map<String, String> taken = store.listGroups(tx);
        for (Node node : Node.ofYaml(folder, set.files().get(0), issues).items("groups")) {
            GroupRow group = new GroupRow(node.text("code"), node.text("vi"), node.text("en"), node.choice("rule", RULES),
                node.optionalInteger("metLow"), node.optionalInteger("metHigh"), level(node), node.optionalInteger("size"),
                node.text("ref"), node.optionalText("note"), groups.size());
            check(node, group, taken, set);
            groups.add(group);
        }
        if (!issues.isEmpty()) {
            return 0;
        }
        store.insertGroups(tx, set.id(), groups);
        tx.touch("unit");
        return groups.size();
    }

    /** Communes recognised at the first level where none is named. */
    private static String level(Node node) {
        return node.has("level") ? node.choice("level", LEVELS) : RECOGNISED.equals(node.tree().path("rule").asText()) ? LEVELS.get(0) : null;
    }

    private static void check(Node node, GroupRow group, Map<String, String> taken, DataSet set) {
        boolean bounded = group.metLow() != null && group.metHigh() != null;
        if ("criteria_met".equals(group.rule()) ? !bounded || group.metLow() > group.metHigh() : group.metLow() != null || group.metHigh() != null) {
            node.fault("metLow", "Bounds and rule do not go together.",
                "Give metLow and a metHigh that is not below it with the rule criteria_met, and neither with any other.");
        }
        if (group.level() != null && !RECOGNISED.equals(group.rule())) {
            node.fault("level", "Only the rule recognised asks for a level.", "Leave it out.");
        }
        if (group.expectedSize() != null && group.expectedSize() < 0) {
            node.fault("size", "There is no group of " + group.expectedSize() + ".", "Give 0 or more, or leave it out.");
        }
        if (group.code() != null && !group.code().matches("[a-z0-9_]{1,40}")) {
            node.fault("code", "'" + group.code() + "' is not a code.", "Use up to 40 of a-z, 0-9 and _.");
        } else if (group.code() != null && taken.putIfAbsent(group.code(), set.id()) != null) {
            node.fault("code", "There already is a group '" + group.code() + "', from '" + taken.get(group.code()) + "'.", "Give every group a code of its own.");
        }
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteGroups(tx, dataSetId);
        tx.touch("unit");
    }
}

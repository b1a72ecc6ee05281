package langmap.unit;

import java.util.ArrayList;
import java.util.List;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;

/** Loads the priority groups of communes and the rule by which a commune is in each. */
public final class GroupImport implements RegisterImport {
    private static final List<String> RULES = List.of("flag", "criteria_met", "recognised", "merged");

    private final UnitLoadStore store = new UnitLoadStore();

    /** One group; bounds are numbers of criteria met and only given with the rule criteria_met. */
    public record GroupRow(String code, String labelVi, String labelEn, String rule, Integer metLow, Integer metHigh,
                    Integer expectedSize, String ref, String note, int ordinal) {
    }

    @Override
    public String kind() {
        return "groups";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<GroupRow> groups = new ArrayList<>();
        for (Node node : Node.ofYaml(folder, set.files().get(0), issues).items("groups")) {
            groups.add(new GroupRow(node.text("code"), node.text("vi"), node.text("en"), node.choice("rule", RULES),
                node.optionalInteger("metLow"), node.optionalInteger("metHigh"), node.optionalInteger("size"),
                node.text("ref"), node.optionalText("note"), groups.size()));
        }
        if (!issues.isEmpty()) {
            return 0;
        }
        store.insertGroups(tx, set.id(), groups);
        tx.touch("unit");
        return groups.size();
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteGroups(tx, dataSetId);
        tx.touch("unit");
    }
}

package langmap.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.RegisterImport;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/** Loads flags of communes: which commune is in which listed group, and when. */
public final class FlagImport implements RegisterImport {
    private static final List<String> COLUMNS = List.of("unit", "flag", "valid_from", "valid_to");

    private final UnitLoadStore store = new UnitLoadStore();

    /** One flag; an end of null is open. */
    public record FlagRow(String unit, String flag, LocalDate from, LocalDate to) {
    }

    @Override
    public String kind() {
        return "flags";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<String> known = store.listGroupCodes(tx).stream().sorted().toList();
        List<Row> rows = folder.rows(set.files().get(0), COLUMNS, issues);
        List<FlagRow> flags = new ArrayList<>();
        rows.forEach(row -> flags.add(new FlagRow(row.text("unit"), row.choice("flag", known),
            row.optionalDate("valid_from"), row.optionalDate("valid_to"))));
        if (!issues.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (store.insertFlag(tx, set.id(), flags.get(i)) == 0) {
                issues.add(rows.get(i), "unit", "'" + flags.get(i).unit() + "' is not a commune of the programme at that time.",
                    "Use the code of a commune valid then.");
            }
        }
        tx.touch("unit");
        return flags.size();
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteFlags(tx, dataSetId);
        tx.touch("unit");
    }
}

package langmap.unit;

import java.time.LocalDate;
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
        int stored = 0;
        for (Row row : folder.rows(set.files().get(0), COLUMNS, issues)) {
            stored += row.read(one -> parse(one, known)).filter(flag -> insert(row, flag, set, tx)).isPresent() ? 1 : 0;
        }
        tx.touch("unit");
        return stored;
    }

    private static FlagRow parse(Row row, List<String> known) {
        FlagRow flag = new FlagRow(row.text("unit"), row.choice("flag", known), row.optionalDate("valid_from"), row.optionalDate("valid_to"));
        row.checkSpan(flag.from(), flag.to());
        return flag;
    }

    private boolean insert(Row row, FlagRow flag, DataSet set, Tx tx) {
        if (!store.isCommune(tx, flag)) {
            row.fault("unit", "'" + flag.unit() + "' is not a commune of the programme at that time.", "Use the code of a commune valid then.");
        } else if (store.hasFlag(tx, flag)) {
            row.fault("unit", "'" + flag.unit() + "' already is in the group at that time.", "Keep one, with the whole time.");
        } else {
            store.insertFlag(tx, set.id(), flag);
            return true;
        }
        return false;
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteFlags(tx, dataSetId);
        tx.touch("unit");
    }
}

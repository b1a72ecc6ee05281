package langmap.criterion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.RegisterImport;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/** Loads recognitions of communes at a level; one taken before the register of units begins belongs to the unit it became. */
public final class RecognitionImport implements RegisterImport {
    private static final List<String> COLUMNS = List.of("series", "unit", "level", "valid_from", "valid_to", "decision");

    private final AssessmentLoadStore store = new AssessmentLoadStore();

    /** One recognition; an end of null is open. */
    public record RecognitionRow(String series, String unit, String level, LocalDate from, LocalDate to, String decision) {
    }

    @Override
    public String kind() {
        return "recognitions";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<Row> rows = folder.rows(set.files().get(0), COLUMNS, issues);
        List<RecognitionRow> parsed = new ArrayList<>();
        rows.forEach(row -> parsed.add(new RecognitionRow(row.choice("series", List.of("actual", "planned")),
            row.text("unit"), row.choice("level", List.of("commune_ntm", "commune_advanced", "commune_model")),
            row.date("valid_from"), row.optionalDate("valid_to"), row.optional("decision"))));
        if (!issues.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (store.insertRecognition(tx, set.id(), parsed.get(i)) == 0) {
                issues.add(rows.get(i), "unit", "'" + parsed.get(i).unit() + "' is not a commune at that time.",
                    "Use the code of a commune of the programme.");
            }
        }
        tx.touch("assessment");
        return parsed.size();
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteRecognitions(tx, dataSetId);
        tx.touch("assessment");
    }
}

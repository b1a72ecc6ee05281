package langmap.criterion;

import java.time.LocalDate;
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
        int stored = 0;
        for (Row row : folder.rows(set.files().get(0), COLUMNS, issues)) {
            stored += row.read(RecognitionImport::parse).map(recognition -> insert(row, recognition, set, tx)).orElse(0);
        }
        tx.touch("assessment");
        return stored;
    }

    private static RecognitionRow parse(Row row) {
        RecognitionRow recognition = new RecognitionRow(row.choice("series", List.of("actual", "planned")),
            row.text("unit"), row.choice("level", List.of("commune_ntm", "commune_advanced", "commune_model")),
            row.date("valid_from"), row.optionalDate("valid_to"), row.optional("decision"));
        row.checkSpan(recognition.from(), recognition.to());
        return recognition;
    }

    private int insert(Row row, RecognitionRow recognition, DataSet set, Tx tx) {
        if (store.isRecognised(tx, recognition)) {
            row.fault("unit", "'" + recognition.unit() + "' is already recognised at the level at that time.", "Keep one, with the whole time.");
            return 0;
        }
        int stored = store.insertRecognition(tx, set.id(), recognition);
        if (stored == 0) {
            row.fault("unit", "'" + recognition.unit() + "' is not a commune at that time.", "Use the code of a commune of the programme.");
        }
        return stored;
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteRecognitions(tx, dataSetId);
        tx.touch("assessment");
    }
}

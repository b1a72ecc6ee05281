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

/**
 * Loads assessments of one series. A row starts a state that lasts until the next row of the same commune and criterion; the
 * criteria set is the one whose assessments the day takes.
 */
public final class AssessmentImport implements RegisterImport {
    private static final List<String> COLUMNS = List.of("unit", "criterion", "status", "valid_from");

    private final String series;
    private final AssessmentLoadStore store = new AssessmentLoadStore();

    /** One state as a file gives it. */
    public record AssessmentRow(long line, String unit, Integer criterion, String status, LocalDate from) {
    }

    /** {@code series} is actual or planned; the kind of data set is {@code assessments-} and that word. */
    public AssessmentImport(String series) {
        this.series = series;
    }

    @Override
    public String kind() {
        return "assessments-" + series;
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<String> statuses = store.listStatuses(tx);
        List<Row> rows = folder.rows(set.files().get(0), COLUMNS, issues);
        List<AssessmentRow> parsed = new ArrayList<>();
        for (Row row : rows) {
            var number = row.number("criterion");
            parsed.add(new AssessmentRow(row.line(), row.text("unit"), number == null ? null : number.intValue(),
                row.choice("status", statuses), row.date("valid_from")));
        }
        if (!issues.isEmpty()) {
            return 0;
        }
        store.stage(tx, parsed);
        store.listUnknown(tx).forEach(line -> issues.add(rows.get((int) (line - rows.get(0).line())), "unit, criterion",
            "There is no such commune or criterion on that day.", "Use a commune's code and a criterion of the set in use."));
        store.listRepeated(tx).forEach(line -> issues.add(rows.get((int) (line - rows.get(0).line())), "valid_from",
            "The commune has two states of the criterion from that day.", "Keep one."));
        if (!issues.isEmpty()) {
            return 0;
        }
        store.insertStaged(tx, set.id(), series);
        tx.touch("assessment");
        return parsed.size();
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteAssessments(tx, dataSetId);
        tx.touch("assessment");
    }
}

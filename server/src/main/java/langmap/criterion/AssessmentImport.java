package langmap.criterion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Long, Row> lines = new HashMap<>();
        List<AssessmentRow> sound = new ArrayList<>();
        for (Row row : folder.rows(set.files().get(0), COLUMNS, issues)) {
            lines.put(row.line(), row);
            row.read(one -> new AssessmentRow(one.line(), one.text("unit"), one.wholeNumber("criterion"), one.choice("status", statuses),
                one.date("valid_from"))).ifPresent(sound::add);
        }
        store.stage(tx, sound);
        report(lines, store.listWithoutUnit(tx), "unit", "There is no such commune on that day.", "Use the code of a commune valid then.");
        report(lines, store.listWithoutCriterion(tx), "criterion", "There is no such criterion on that day.",
            "Use a number of the set whose assessments the day takes.");
        report(lines, store.listRepeated(tx), "valid_from", "The commune has two states of the criterion from that day.", "Keep one.");
        report(lines, store.listTaken(tx, series), "unit", "Another data set of the series already says how the criterion stands then.",
            "Take that one out first, or load this one under its id.");
        if (!issues.isEmpty()) {
            return 0;
        }
        store.insertStaged(tx, set.id(), series);
        tx.touch("assessment");
        return sound.size();
    }

    private static void report(Map<Long, Row> lines, List<Long> faulty, String column, String detail, String remedy) {
        faulty.forEach(line -> lines.get(line).fault(column, detail, remedy));
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteAssessments(tx, dataSetId);
        tx.touch("assessment");
    }
}

package langmap.sample.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.importer.Issues;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/**
 * The official statuses of a criterion by code of the commune; communes that are not assessed are left out.
 *
 * @param met true for met
 */
public record Statuses(Map<String, Boolean> met) {
    public static Statuses read(Path data, int criterion, LocalDate day) {
        Map<String, LocalDate> since = new TreeMap<>();
        Map<String, Boolean> met = new TreeMap<>();
        for (Row row : new SourceFolder(data).rows("illustrative/assessments-actual.csv", List.of("unit", "criterion", "status", "valid_from"), new Issues())) {
            LocalDate from = row.date("valid_from");
            boolean applies = row.wholeNumber("criterion") == criterion && !from.isAfter(day);
            if (applies && !from.isBefore(since.getOrDefault(row.text("unit"), LocalDate.MIN))) {
                since.put(row.text("unit"), from);
                met.put(row.text("unit"), row.text("status").equals("met"));
            }
        }
        return new Statuses(met);
    }

    public boolean isMet(String code) {
        return met.getOrDefault(code, false);
    }

    public boolean isAssessed(String code) {
        return met.containsKey(code);
    }
}

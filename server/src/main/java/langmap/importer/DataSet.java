package langmap.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where rows come from, as {@code data-sets.yaml} declares it.
 *
 * @param id           short name, also used to take the set out again
 * @param kind         which register it fills
 * @param files        its files, in the order its register wants them
 * @param texts        title_vi, title_en, origin_vi, origin_en, licence
 * @param illustrative true if made up to show the software
 * @param from         first day it speaks of, null if open
 * @param to           last day it speaks of, null if open
 * @param sha256       checksum of its files
 */
public record DataSet(String id, String kind, List<String> files, Map<String, String> texts, boolean illustrative,
                      LocalDate from, LocalDate to, String sha256) {
    private static final String CATALOGUE = "data-sets.yaml";

    public DataSet {
        files = List.copyOf(files);
        texts = Map.copyOf(texts);
    }

    /** Reads the catalogue of a folder, in load order. */
    static List<DataSet> parseCatalogue(SourceFolder folder, Issues issues) {
        List<DataSet> sets = new ArrayList<>();
        int position = 0;
        JsonNode catalogue = folder.yaml(CATALOGUE);
        if (!catalogue.isArray()) {
            issues.add(new Issue(CATALOGUE, "top", "-", "This is not a list of data sets.", "Start each entry with '- id:'."));
            return sets;
        }
        for (JsonNode node : catalogue) {
            Entry entry = new Entry(node, "entry " + ++position, issues);
            List<String> files = new ArrayList<>();
            node.path("files").forEach(file -> files.add(file.asText()));
            Map<String, String> texts = new TreeMap<>();
            for (String key : List.of("title", "origin")) {
                texts.put(key + "_vi", entry.text(key, "vi"));
                texts.put(key + "_en", entry.text(key, "en"));
            }
            texts.put("licence", entry.text("licence"));
            DataSet set = new DataSet(entry.text("id"), entry.text("kind"), files, texts, entry.flag("illustrative"),
                entry.date("from"), entry.date("to"), folder.checksum(files));
            entry.check(set, sets);
            sets.add(set);
        }
        return sets;
    }

    /** One entry of the catalogue while it is read. */
    private record Entry(JsonNode node, String place, Issues issues) {
        String text(String... path) {
            JsonNode at = node;
            for (String key : path) {
                at = at.path(key);
            }
            if (!at.isTextual()) {
                issues.add(new Issue(CATALOGUE, place, String.join(".", path), "The text is missing.", "Write it in."));
                return "";
            }
            return Row.clean(at.asText());
        }

        boolean flag(String key) {
            if (!node.path(key).isBoolean()) {
                issues.add(new Issue(CATALOGUE, place, key, "It is not said.", "Write true or false."));
            }
            return node.path(key).asBoolean(true);
        }

        LocalDate date(String key) {
            try {
                return node.hasNonNull(key) ? LocalDate.parse(node.path(key).asText()) : null;
            } catch (DateTimeParseException e) {
                issues.add(new Issue(CATALOGUE, place, key, "'" + node.path(key).asText() + "' is not a day.", "Write it like 2022-12-31."));
                return null;
            }
        }

        void check(DataSet set, List<DataSet> before) {
            if (set.files().isEmpty()) {
                issues.add(new Issue(CATALOGUE, place, "files", "No files are named.", "List them, such as [units/units.csv]."));
            }
            if (before.stream().anyMatch(other -> other.id().equals(set.id()))) {
                issues.add(new Issue(CATALOGUE, place, "id", "'" + set.id() + "' stands twice.", "Give every data set an id of its own."));
            }
            if (set.from() != null && set.to() != null && set.to().isBefore(set.from())) {
                issues.add(new Issue(CATALOGUE, place, "to", set.to() + " is before " + set.from() + ".", "Give the last day it speaks of."));
            }
        }
    }
}

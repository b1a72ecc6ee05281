package langmap.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.importer.SourceFolder;

/**
 * What generated assessments and flags must agree with, as {@code illustrative/laws.yaml} says.
 *
 * @param baselineDay day of the baseline
 * @param yearEnd     last day of the plan year
 * @param counts      by criterion, in order of numbers
 * @param tree        everything else, read where it is needed
 */
record Laws(LocalDate baselineDay, LocalDate yearEnd, List<Count> counts, JsonNode tree) {
    Laws {
        counts = List.copyOf(counts);
    }

    /** How many communes meet a criterion at the baseline and planned at the end of the year. */
    record Count(int number, int baseline, int planned) {
    }

    static Laws read(Path data) {
        JsonNode tree = new SourceFolder(data).yaml("illustrative/laws.yaml");
        List<Count> counts = new ArrayList<>();
        tree.path("criteria").forEach(node -> counts.add(new Count(node.path("number").intValue(), node.path("baseline").intValue(),
            node.path("planned").intValue())));
        return new Laws(LocalDate.parse(tree.path("baselineDay").asText()), LocalDate.parse(tree.path("yearEnd").asText()), counts, tree);
    }

    /** A whole number at a path such as {@code actual.lapses}. */
    int number(String path) {
        return at(path).intValue();
    }

    double share(String path) {
        return at(path).doubleValue();
    }

    List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        at(path).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    List<Integer> numbers(String path) {
        return texts(path).stream().map(Integer::valueOf).toList();
    }

    JsonNode at(String path) {
        JsonNode node = tree;
        for (String key : path.split("\\.")) {
            node = node.path(key);
        }
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("laws.yaml has no " + path);
        }
        return node;
    }
}

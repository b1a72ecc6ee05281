package langmap.sample.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.importer.SourceFolder;
import langmap.sample.SplitMix;

/**
 * What the generated network must agree with, as {@code illustrative/network-laws.yaml} says.
 *
 * @param tree  the file, read where it is needed
 * @param rules the rules of the criteria that follow from the network, {@code illustrative/criterion-rules.yaml}
 */
public record NetworkLaws(JsonNode tree, JsonNode rules) {
    /**
     * A class of sections.
     *
     * @param id     its id
     * @param prefix how codes begin
     * @param rank   0 is the most important
     * @param tree   everything else
     */
    public record Grade(String id, String prefix, int rank, JsonNode tree) {
    }

    public static NetworkLaws read(Path data) {
        SourceFolder folder = new SourceFolder(data);
        return new NetworkLaws(folder.yaml("illustrative/network-laws.yaml"), folder.yaml("illustrative/criterion-rules.yaml"));
    }

    public JsonNode at(String path) {
        JsonNode node = tree;
        for (String key : path.split("\\.")) {
            node = node.path(key);
        }
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("network-laws.yaml has no " + path);
        }
        return node;
    }

    public int whole(String path) {
        return at(path).intValue();
    }

    public double number(String path) {
        return at(path).doubleValue();
    }

    public String text(String path) {
        return at(path).asText();
    }

    public LocalDate date(String path) {
        return LocalDate.parse(text(path));
    }

    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        at(path).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    /** A rule by its id. */
    public JsonNode rule(String id) {
        for (JsonNode rule : rules.path("rules")) {
            if (rule.path("id").asText().equals(id)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("criterion-rules.yaml has no rule " + id);
    }

    public double threshold(String id) {
        return rule(id).path("threshold").doubleValue();
    }

    public double low(String path) {
        return at(path).path(0).doubleValue();
    }

    public double high(String path) {
        return at(path).path(1).doubleValue();
    }

    public boolean holds(String path, double value) {
        return value >= low(path) && value <= high(path);
    }

    /** Between the two numbers at a path. */
    public double between(String path, SplitMix random) {
        return low(path) + (high(path) - low(path)) * random.nextDouble();
    }

    public SplitMix random(int stage) {
        return new SplitMix(at("seed").longValue() * 1_000 + stage);
    }

    public Grade grade(String id) {
        for (JsonNode node : at("classes")) {
            if (node.path("id").asText().equals(id)) {
                return new Grade(id, node.path("prefix").asText(), node.path("rank").intValue(), node);
            }
        }
        throw new IllegalArgumentException("network-laws.yaml has no class " + id);
    }
}

package langmap.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import langmap.measure.Measure.Label;
import langmap.problem.Problem;

/** All measures there are: the declarations, with those that stand for a criterion written out for a criteria set. */
public final class Catalogue {
    private static final String DECLARATIONS = "/measure/measures.yaml";
    private static final Pattern FUNCTION = Pattern.compile("[a-z_]+");

    private final List<Measure> measures;

    private Catalogue(List<Measure> measures) {
        this.measures = List.copyOf(measures);
    }

    /** A criterion of the set in use. */
    record Criterion(int number, Label label) {
    }

    /** The declarations, written out for the criteria of one set. */
    static Catalogue of(List<Criterion> criteria) {
        List<Measure> measures = new ArrayList<>();
        for (JsonNode node : declarations()) {
            if (node.path("each").asText().equals("criterion")) {
                criteria.forEach(criterion -> measures.add(ofCriterion(node, criterion)));
            } else {
                measures.add(measure(node, node.path("id").asText(), label(node, "vi", "en"), null));
            }
        }
        return new Catalogue(measures);
    }

    private static JsonNode declarations() {
        try (InputStream in = Catalogue.class.getResourceAsStream(DECLARATIONS)) {
            return new YAMLMapper().readTree(in).path("measures");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measure ofCriterion(JsonNode node, Criterion criterion) {
        return measure(node, node.path("id").asText() + "-" + criterion.number(), criterion.label(), criterion.number());
    }

    private static Measure measure(JsonNode node, String id, Label label, Integer criterion) {
        String function = node.path("function").asText();
        if (!FUNCTION.matcher(function).matches()) {
            throw new IllegalStateException("measure " + id + " names no function");
        }
        Object argument = criterion != null ? criterion : node.path("argument").isInt() ? (Object) node.path("argument").asInt()
            : node.hasNonNull("argument") ? node.path("argument").asText() : null;
        List<String> rests = new ArrayList<>();
        node.path("rests").forEach(one -> rests.add(one.asText()));
        List<Double> breaks = new ArrayList<>();
        node.path("breaks").forEach(one -> breaks.add(one.asDouble()));
        return new Measure(id, label, node.path("section").asText(), label(node, "unitVi", "unitEn"),
            Measure.Kind.valueOf(upper(node, "kind")), Measure.RollUp.valueOf(upper(node, "rollUp")),
            node.path("decimals").asInt(), node.path("direction").asText(),
            new Measure.Source(function, argument, rests, node.path("ref").asText()), breaks, criterion,
            node.path("flow").asBoolean());
    }

    private static String upper(JsonNode node, String key) {
        return node.path(key).asText().toUpperCase(Locale.ROOT);
    }

    private static Label label(JsonNode node, String vi, String en) {
        return new Label(node.path(vi).asText(), node.path(en).asText());
    }

    public List<Measure> measures() {
        return measures;
    }

    /** The measure with that id, or a Problem that names those there are. */
    public Measure getMeasure(String id) {
        return measures.stream().filter(measure -> measure.id().equals(id)).findFirst().orElseThrow(() ->
            Problem.notFound("There is no measure '" + id + "'. The measures are listed at /api/measures."));
    }
}

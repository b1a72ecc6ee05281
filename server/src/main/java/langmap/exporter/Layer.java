package langmap.exporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import langmap.measure.Measure.Label;
import langmap.style.QmlWriter;

/**
 * What can be exported, as {@code exporter/layers.yaml} declares it.
 *
 * @param id       id in addresses, and the name of the layer in files
 * @param label    title
 * @param level    levels of the units in it with spaces between; empty for other layers
 * @param kind     kind of the sections in it; empty for other layers
 * @param geometry GeoJSON type of its geometries
 * @param measured true if measures can be painted on it
 * @param points   true if it holds points beside lines
 * @param filters  parameters it takes that others do not
 * @param columns  its columns, without those all exports end with
 * @param style    how it is drawn
 */
record Layer(String id, Label label, String level, String kind, String geometry, boolean measured, boolean points, List<String> filters,
             List<Column> columns, QmlWriter.Style style) {
    private static final JsonNode DECLARED = read();
    static final List<Layer> ALL = StreamSupport.stream(DECLARED.path("layers").spliterator(), false).map(Layer::of).toList();
    /** Columns that a painted measure adds. */
    static final List<Column> MEASURED = columns("measured", Map.of());
    /** Columns that every export ends with. */
    static final List<Column> ALWAYS = columns("always", Map.of());

    private static JsonNode read() {
        try (InputStream in = Layer.class.getResourceAsStream("/exporter/layers.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Layer of(JsonNode node) {
        List<String> filters = new ArrayList<>();
        node.path("filters").forEach(filter -> filters.add(filter.asText()));
        List<QmlWriter.Category> classes = new ArrayList<>();
        node.path("style").path("classes").forEach(one -> classes.add(new QmlWriter.Category(one.path("value").asText(), one.has("vi")
            ? one.path("vi").asText() + " · " + one.path("en").asText() : node.path("vi").asText(), one.path("colour").asText())));
        return new Layer(node.path("id").asText(), label(node), node.path("level").asText(), node.path("kind").asText(),
            node.path("geometry").asText(), node.path("measured").asBoolean(), node.path("points").asBoolean(), List.copyOf(filters),
            columns(node.path("columns").asText(), words(node.path("style").path("classes"))), new QmlWriter.Style(node.path("style").path("property").asText(), classes));
    }

    /** Columns as they are declared; codes without words of their own are put in those given. */
    private static List<Column> columns(String name, Map<String, Label> usual) {
        return StreamSupport.stream(DECLARED.path("columns").path(name).spliterator(), false).map(node -> {
            Map<String, Label> own = new HashMap<>(node.has("of") ? usual : Map.of());
            node.path("words").properties().forEach(word -> own.put(word.getKey(), label(word.getValue())));
            return new Column(node.path("id").asText(), node.path("short").asText(), Column.Type.valueOf(node.path("type").asText().toUpperCase(Locale.ROOT)),
                node.path("decimals").asInt(), label(node), node.path("code").asBoolean(), node.path("of").asText(), own);
        }).toList();
    }

    private static Map<String, Label> words(JsonNode classes) {
        Map<String, Label> words = new HashMap<>();
        classes.forEach(one -> words.put(one.path("value").asText(), label(one)));
        return words;
    }

    private static Label label(JsonNode node) {
        return new Label(node.path("vi").asText(), node.path("en").asText());
    }

    static Layer get(String id) {
        return ALL.stream().filter(layer -> layer.id().equals(id)).findFirst().orElseThrow();
    }
}

package langmap.tile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A layer of tiles as {@code style/layers.yaml} declares it.
 *
 * @param id        name in addresses, also of the layer inside the tile
 * @param source    which statement packs it
 * @param of        kind of sections or level of units; null where there is but one
 * @param dataKinds kinds of data sets it shows
 * @param fromZoom  zoom from which there is anything in its tiles
 * @param title     by language
 * @param fields    attributes with their types
 * @param words     fields whose codes the register has words for
 * @param names     how names are written on the map
 * @param rules     how it is drawn, later ones over earlier ones
 */
record TileLayer(String id, String source, String of, List<String> dataKinds, int fromZoom, Map<String, String> title, Map<String, String> fields,
                 List<String> words, JsonNode names, List<Rule> rules) {
    static final List<TileLayer> ALL = read();

    /** How features with these values are drawn; the label is null where the register has it, or where the rule is for all. */
    record Rule(Map<String, Object> when, Map<String, String> label, JsonNode paint) {
    }

    static TileLayer get(String id) {
        return ALL.stream().filter(layer -> layer.id.equals(id)).findFirst().orElseThrow();
    }

    private static List<TileLayer> read() {
        try (InputStream in = TileLayer.class.getResourceAsStream("/style/layers.yaml")) {
            return stream(new YAMLMapper().readTree(in)).map(TileLayer::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TileLayer of(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.path("fields").properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue().asText()));
        return new TileLayer(node.path("id").asText(), node.path("source").asText(), node.path("of").asText(null),
            texts(node.path("dataKinds")), node.path("fromZoom").asInt(), label(node), fields, texts(node.path("words")), node.path("names"),
            stream(node.path("rules")).map(rule -> new Rule(values(rule.path("when")), label(rule), rule.path("paint"))).toList());
    }

    private static Map<String, String> label(JsonNode node) {
        return node.has("vi") ? Map.of("vi", node.path("vi").asText(), "en", node.path("en").asText()) : null;
    }

    private static Map<String, Object> values(JsonNode when) {
        Map<String, Object> values = new LinkedHashMap<>();
        when.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().isBoolean() ? entry.getValue().booleanValue()
            : entry.getValue().asText()));
        return values;
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

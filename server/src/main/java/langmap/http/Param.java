package langmap.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One parameter of a route: how it is called, what it takes, how its text becomes a value. The same declaration parses
 * requests and writes the API description. Compared by identity, so declare it once as a constant.
 *
 * @param <T> type of the parsed value
 */
public final class Param<T> {
    /** Where the parameter stands in a request. */
    public enum In { PATH, QUERY, BODY }

    /** Says why a text is not a value; caught by {@link Request}, never seen by a caller. */
    static final class Refused extends RuntimeException {
        final String remedy;

        Refused(String detail, String remedy) {
            super(detail, null, false, false);
            this.remedy = remedy;
        }
    }

    private final String name;
    private final In in;
    private final String description;
    private final Map<String, Object> schema;
    private final Function<String, T> parser;
    private final Function<JsonNode, T> reader;
    private final boolean required;
    private final boolean listStyle;

    private Param(String name, In in, String description, Map<String, Object> schema, Function<String, T> parser,
                  Function<JsonNode, T> reader, boolean required) {
        this.name = Objects.requireNonNull(name);
        this.in = in;
        this.description = description;
        this.schema = schema;
        this.parser = parser;
        this.reader = reader;
        this.required = required;
        this.listStyle = "array".equals(schema.get("type"));
    }

    static <T> Param<T> path(String name, String description, Map<String, Object> schema, Function<String, T> parser) {
        return new Param<>(name, In.PATH, description, schema, parser, null, true);
    }

    static <T> Param<T> query(String name, String description, Map<String, Object> schema, Function<String, T> parser) {
        return new Param<>(name, In.QUERY, description, schema, parser, null, false);
    }

    static <T> Param<T> body(String name, String description, Map<String, Object> schema, Function<JsonNode, T> reader) {
        return new Param<>(name, In.BODY, description, schema, null, reader, false);
    }

    /** The same parameter, but a request without it is refused. */
    public Param<T> required() {
        return new Param<>(name, in, description, schema, parser, reader, true);
    }

    /** The same parameter as a member of the JSON object in the body. */
    public Param<T> inBody() {
        return new Param<>(name, In.BODY, description, schema, parser, node -> parser.apply(composed(text(node))), required);
    }

    /** Some keyboards send a letter and its marks one by one; what is stored is composed. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private String text(JsonNode node) {
        boolean fits = switch (String.valueOf(schema.get("type"))) {
            case "integer", "number" -> node.isNumber();
            case "boolean" -> node.isBoolean();
            default -> node.isTextual();
        };
        if (!fits) {
            throw new Refused("the member is not of type " + schema.get("type") + ".", "Write it so in JSON.");
        }
        return node.asText();
    }

    public String name() {
        return name;
    }

    public In in() {
        return in;
    }

    public String description() {
        return description;
    }

    /** JSON schema of the text, as the API description shows it. */
    public Map<String, Object> schema() {
        return schema;
    }

    public boolean isRequired() {
        return required;
    }

    /** True if the value is a list written with commas. */
    public boolean isList() {
        return listStyle;
    }

    T parse(String text) {
        return parser.apply(composed(text));
    }

    T parse(JsonNode node) {
        return reader.apply(node);
    }
}

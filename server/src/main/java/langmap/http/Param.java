package langmap.http;

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
    public enum In { PATH, QUERY }

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
    private final boolean required;
    private final boolean listStyle;

    private Param(String name, In in, String description, Map<String, Object> schema, Function<String, T> parser,
                  boolean required) {
        this.name = Objects.requireNonNull(name);
        this.in = in;
        this.description = description;
        this.schema = schema;
        this.parser = parser;
        this.required = required;
        this.listStyle = "array".equals(schema.get("type"));
    }

    static <T> Param<T> path(String name, String description, Map<String, Object> schema, Function<String, T> parser) {
        return new Param<>(name, In.PATH, description, schema, parser, true);
    }

    static <T> Param<T> query(String name, String description, Map<String, Object> schema, Function<String, T> parser) {
        return new Param<>(name, In.QUERY, description, schema, parser, false);
    }

    /** The same parameter, but a request without it is refused. */
    public Param<T> required() {
        return new Param<>(name, in, description, schema, parser, true);
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
        return parser.apply(text);
    }
}

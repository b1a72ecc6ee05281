package langmap.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kinds of issue there are with files, with their severity and their sentences in both languages, as {@code issues.yaml} and
 * {@code staging-issues.yaml} declare them. */
public final class IssueCatalogue {
    private static final Map<String, JsonNode> KINDS = read("issues", "staging-issues");
    private static final Map<String, JsonNode> WORDS = read("words");

    private IssueCatalogue() {
    }

    private static Map<String, JsonNode> read(String... files) {
        Map<String, JsonNode> read = new TreeMap<>();
        for (String file : files) {
            try (InputStream in = IssueCatalogue.class.getResourceAsStream("/importer/" + file + ".yaml")) {
                new YAMLMapper().readTree(in).properties().forEach(entry -> read.put(entry.getKey(), entry.getValue()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(read);
    }

    /** All codes. */
    public static Set<String> codes() {
        return KINDS.keySet();
    }

    /** What issues of a declared kind mean for an import. */
    static Severity severity(String code) {
        return Severity.valueOf(KINDS.get(code).path("severity").asText().toUpperCase(Locale.ROOT));
    }

    /**
     * An issue of a declared kind.
     *
     * @param values what stands for {0}, {1} … in its sentences: numbers as each language writes them, {@link Issue.Words} in each language, texts in
     *               the words of {@code words.yaml} that the language names
     */
    public static Issue of(String code, Issue.Where where, Object... values) {
        JsonNode kind = KINDS.get(code);
        if (kind == null) {
            throw new IllegalArgumentException("no file of issues declares " + code);
        }
        return new Issue(code, severity(code), where,
            sentences("en", kind, values), sentences("vi", kind, values));
    }

    private static Issue.Sentences sentences(String language, JsonNode kind, Object... values) {
        JsonNode texts = kind.path(language);
        JsonNode words = WORDS.getOrDefault(texts.path("words").asText(), MissingNode.getInstance());
        Object[] said = Stream.of(values).map(value -> value instanceof Issue.Words each ? each.in(language)
            : value instanceof String text ? words.path(text).asText(text) : value).toArray();
        Locale locale = Locale.forLanguageTag(language);
        return new Issue.Sentences(new MessageFormat(texts.path("detail").asText(), locale).format(said),
            new MessageFormat(texts.path("remedy").asText(), locale).format(said));
    }
}

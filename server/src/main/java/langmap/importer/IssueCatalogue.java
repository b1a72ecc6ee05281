package langmap.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /**
     * An issue of a declared kind.
     *
     * @param values what stands for {0}, {1} … in its sentences, in the words of {@code words.yaml} that the language names
     */
    public static Issue of(String code, Issue.Where where, Object... values) {
        JsonNode kind = KINDS.get(code);
        if (kind == null) {
            throw new IllegalArgumentException("no file of issues declares " + code);
        }
        return new Issue(code, Severity.valueOf(kind.path("severity").asText().toUpperCase(Locale.ROOT)), where,
            sentences(kind.path("en"), values), sentences(kind.path("vi"), values));
    }

    private static Issue.Sentences sentences(JsonNode texts, Object... values) {
        JsonNode words = WORDS.getOrDefault(texts.path("words").asText(), MissingNode.getInstance());
        Object[] worded = Stream.of(values).map(value -> words.path(String.valueOf(value)).asText(String.valueOf(value))).toArray();
        return new Issue.Sentences(fill(texts.path("detail").asText(), worded), fill(texts.path("remedy").asText(), worded));
    }

    private static String fill(String template, Object... values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            filled.append(template, from, open).append(values[template.charAt(open + 1) - '0']);
            from = open + 3;
        }
        return filled.append(template.substring(from)).toString();
    }
}

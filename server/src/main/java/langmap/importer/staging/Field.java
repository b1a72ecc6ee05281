package langmap.importer.staging;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import langmap.importer.Issue;

/**
 * One field of a layer.
 *
 * @param name     in files and answers
 * @param type     of its values
 * @param required true if every feature must have a value
 * @param vi       label in Vietnamese
 * @param en       label in English
 * @param synonyms further names by which files call it
 * @param choices  words it may hold, each with its label in Vietnamese, in English, and what else people write for it; empty if it is free
 * @param rule     what texts must match, null if it is free
 */
public record Field(String name, Type type, boolean required, String vi, String en, List<String> synonyms, Map<String, List<String>> choices, Rule rule) {
    /** Types of values, with how one is written. */
    public enum Type {
        TEXT("tối đa 200 ký tự, trên một dòng", "at most 200 characters on one line"), NUMBER("-12,5", "-12.5"), POSITIVE("12,5", "12.5"), WHOLE("2022", "2022"),
        DAY("31/12/2022", "2022-12-31"), FLAG("có, không", "yes, no");

        private final Issue.Words form;

        Type(String vi, String en) {
            this.form = new Issue.Words(vi, en);
        }
    }

    /** What texts must match, and how that is said. */
    record Rule(Pattern pattern, Issue.Words form) {
    }

    public Field {
        synonyms = List.copyOf(synonyms);
    }

    /** A field; synonyms with commas between them. */
    public static Field of(String name, Type type, String vi, String en, String synonyms) {
        return new Field(name, type, false, vi, en, List.of(synonyms.split(", *")), Map.of(), null);
    }

    /** The same field, but every feature must have a value. */
    public Field needed() {
        return new Field(name, type, true, vi, en, synonyms, choices, rule);
    }

    public Field choosing(Map<String, List<String>> words) {
        return new Field(name, type, required, vi, en, synonyms, words, rule);
    }

    /** The same field, but texts must match; said as an example or a rule. */
    public Field matching(String regex, String sayVi, String sayEn) {
        return new Field(name, type, required, vi, en, synonyms, choices, new Rule(Pattern.compile(regex), new Issue.Words(sayVi, sayEn)));
    }

    Issue.Words label() {
        return new Issue.Words(vi, en);
    }

    /** How its values are written: the words there are to choose from, or else a rule or an example. */
    Issue.Words form() {
        if (!choices.isEmpty()) {
            return new Issue.Words(labels(words -> words.get(0)), labels(words -> words.get(1)));
        }
        return rule == null ? type.form : rule.form;
    }

    private String labels(Function<List<String>, String> label) {
        return choices.values().stream().map(label).collect(Collectors.joining(", "));
    }
}

package langmap.importer.staging;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One field of a layer.
 *
 * @param name     in files and answers
 * @param type     of its values
 * @param required true if every feature must have a value
 * @param vi       label in Vietnamese
 * @param en       label in English
 * @param synonyms further names by which files call it
 * @param choices  words it may hold, each with what else people write for it; empty if it is free
 * @param pattern  what texts must match, null if it is free
 */
public record Field(String name, Type type, boolean required, String vi, String en, List<String> synonyms, Map<String, List<String>> choices,
                    Pattern pattern) {
    /** Types of values. */
    public enum Type { TEXT, NUMBER, POSITIVE, WHOLE, DAY, FLAG }

    public Field {
        synonyms = List.copyOf(synonyms);
    }

    /** A field; synonyms with commas between them. */
    public static Field of(String name, Type type, String vi, String en, String synonyms) {
        return new Field(name, type, false, vi, en, List.of(synonyms.split(", *")), Map.of(), null);
    }

    /** The same field, but every feature must have a value. */
    public Field needed() {
        return new Field(name, type, true, vi, en, synonyms, choices, pattern);
    }

    public Field choosing(Map<String, List<String>> words) {
        return new Field(name, type, required, vi, en, synonyms, words, pattern);
    }

    public Field matching(String regex) {
        return new Field(name, type, required, vi, en, synonyms, choices, Pattern.compile(regex));
    }
}

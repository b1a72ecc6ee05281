package langmap.importer;

import java.util.Objects;
import langmap.geo.LonLat;

/**
 * Something wrong in a file, said so that the owner of the file can mend it.
 *
 * @param code     its kind, the same in every language
 * @param severity what it means for the import
 * @param where    where in the file, and on the map
 * @param en       what is wrong and how to do it right, in English
 * @param vi       the same in Vietnamese
 */
public record Issue(String code, Severity severity, Where where, Sentences en, Sentences vi) {
    /** The kind of an issue that speaks of one cell or key only. */
    static final String VALUE = "value";

    public Issue {
        Objects.requireNonNull(where);
    }

    /** An error in a cell or under a key of a file. */
    public Issue(String file, String place, String field, String detail, String remedy) {
        this(VALUE, Severity.ERROR, new Where(file, place, field, null), new Sentences(detail, remedy), new Sentences(detail, remedy));
    }

    /**
     * A place in a file.
     *
     * @param file  file name
     * @param place line number, feature number, or path inside a structured file
     * @param field column or key, {@code -} if it is none
     * @param at    where on the map, null if nowhere
     */
    public record Where(String file, String place, String field, LonLat at) {
        /** The whole of a file. */
        public static Where ofFile(String file) {
            return new Where(file, "file", "-", null);
        }

        public Where field(String other) {
            return new Where(file, place, other, at);
        }

        public Where place(String other) {
            return new Where(file, other, field, at);
        }

        public Where at(LonLat other) {
            return new Where(file, place, field, other);
        }
    }

    /**
     * What is wrong, and how to do it right.
     *
     * @param detail one sentence
     * @param remedy one sentence
     */
    public record Sentences(String detail, String remedy) {
    }

    /**
     * What stands for a value in the sentences of each language.
     *
     * @param vi in Vietnamese
     * @param en in English
     */
    public record Words(String vi, String en) {
        String in(String language) {
            return language.equals("vi") ? vi : en;
        }
    }

    public String file() {
        return where.file();
    }

    public String place() {
        return where.place();
    }

    public String field() {
        return where.field();
    }

    public String detail() {
        return en.detail();
    }

    public String remedy() {
        return en.remedy();
    }

    @Override
    public String toString() {
        return file() + ", " + place() + ", " + field() + ": " + detail() + " " + remedy();
    }
}

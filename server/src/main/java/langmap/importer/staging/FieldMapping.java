package langmap.importer.staging;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import langmap.importer.map.Columns;

/** Which field of a file holds which field of a layer. */
final class FieldMapping {
    /** What Shapefiles cut names to. */
    private static final int SHORT = 10;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

    private FieldMapping() {
    }

    /** Text as it is compared: lower case letters without accents, and digits. */
    static String key(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
        return NO_LETTERS.matcher(plain).replaceAll("");
    }

    /** What the names say; a field of the file is used once, and one that is empty only for what every feature must have. */
    static Map<String, String> suggest(List<Field> fields, List<String> given, Columns columns) {
        Map<String, String> mapping = new LinkedHashMap<>();
        suggest(mapping, fields, given.stream().filter(columns::mayBeFilled).toList());
        suggest(mapping, fields.stream().filter(Field::required).toList(), given);
        return mapping;
    }

    /** True if several fields of the file could hold the same field of the layer. */
    static boolean isOpen(List<Field> fields, List<String> given) {
        return fields.stream().anyMatch(field -> names(field).flatMap(name -> given.stream().filter(source -> key(source).equals(name))).distinct().count() > 1);
    }

    private static void suggest(Map<String, String> mapping, List<Field> fields, List<String> given) {
        for (boolean whole : new boolean[] {true, false}) {
            for (Field field : fields) {
                if (!mapping.containsKey(field.name())) {
                    find(field, given, whole).filter(source -> !mapping.containsValue(source)).ifPresent(source -> mapping.put(field.name(), source));
                }
            }
        }
    }

    private static Optional<String> find(Field field, List<String> given, boolean whole) {
        return names(field).flatMap(name -> given.stream().filter(source -> whole ? key(source).equals(name) : isCut(key(source), name))).findFirst();
    }

    private static Stream<String> names(Field field) {
        return Stream.concat(Stream.of(field.name(), field.vi(), field.en()), field.synonyms().stream()).map(FieldMapping::key);
    }

    private static boolean isCut(String source, String name) {
        return source.length() >= SHORT - 1 && source.length() <= SHORT && name.startsWith(source);
    }
}

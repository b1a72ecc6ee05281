package langmap.importer.staging;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.geo.LonLat;
import langmap.http.Params;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.map.Columns;
import langmap.importer.map.Feature;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Makes staging rows of features: values by the fields of the layer, each parsed or an issue. */
final class RowReader {
    private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,12})?");
    /** As people here write it: 4.760,5. */
    private static final Pattern VIETNAMESE_NUMBER = Pattern.compile("-?([0-9]{1,3}(\\.[0-9]{3})+|[0-9]{1,15})(,[0-9]{1,12})?");
    /** Four thousand seven hundred and sixty, or a little less than five. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final int SHORTEST = 3;
    private static final List<String> YES = List.of("true", "1", "yes", "y", "t", "co", "x", "dang hoat dong");
    private static final List<String> NO = List.of("false", "0", "no", "n", "f", "khong");

    private final TargetLayer layer;
    private final List<Field> fields;
    private final Map<String, String> mapping;
    private final Map<String, String> constants;
    private final Columns columns;
    private final String file;
    private final Issues issues;
    private final Map<String, Long> codes = new HashMap<>();

    RowReader(TargetLayer layer, List<Field> fields, Read read, String file, Issues issues) {
        this.layer = layer;
        this.fields = fields;
        this.mapping = read.mapping();
        this.constants = read.constants();
        this.columns = read.columns();
        this.file = file;
        this.issues = issues;
    }

    /** Which field of the file holds which of the layer, what all features have in the others, and what the columns hold. */
    record Read(Map<String, String> mapping, Map<String, String> constants, Columns columns) {
    }

    /** Reports fields that every feature must have and no field of the file holds, and fields that are chosen and not there. */
    void checkMapping(List<String> absent) {
        absent.forEach(name -> issues.report("field-absent", Issue.Where.ofFile(file).field(name), name));
        fields.stream().filter(field -> field.required() && !mapping.containsKey(field.name()) && !constants.containsKey(field.name())).forEach(field ->
            issues.report("field-unmapped", Issue.Where.ofFile(file).field(field.name()), field.label()));
    }

    StagedRow read(Feature feature) {
        Geometry geometry = feature.geometry();
        Coordinate at = geometry == null ? null : geometry.getCoordinate();
        Issue.Where where = Issue.Where.ofFile(file).place("feature " + feature.number()).at(at == null ? null : new LonLat(at.x, at.y));
        Map<String, Object> values = new LinkedHashMap<>();
        boolean sound = true;
        for (Field field : fields) {
            String source = mapping.get(field.name());
            if (source != null || constants.containsKey(field.name())) {
                Optional<Object> value = source == null ? value(field, constants.get(field.name()), where.field(field.name()))
                    : value(field, feature.values().get(source), where.field(source));
                sound &= value != null;
                values.put(field.name(), value == null ? null : value.orElse(null));
            }
        }
        Geometry fitting = geometry == null ? null : fitting(geometry, where.field("geometry"));
        String code = values.get("code") == null ? null : values.get("code").toString();
        Long other = code == null ? null : codes.putIfAbsent(code, feature.number());
        if (other != null) {
            issues.report("code-twice", where.field(mapping.getOrDefault("code", "code")), code, other);
        }
        return new StagedRow(feature.number(), code, sound && fitting != null && other == null ? null : "faulty", values, fitting, feature.before());
    }

    private Geometry fitting(Geometry geometry, Issue.Where where) {
        Optional<Geometry> fitting = layer.shape().fit(geometry);
        if (fitting.isEmpty()) {
            issues.report("geometry-of-another-kind", where, geometry.getGeometryType(), layer.shape().word());
        } else if (fitting.get().isEmpty()) {
            issues.report("geometry-nothing-left", where);
        }
        return fitting.filter(there -> !there.isEmpty()).orElse(null);
    }

    /** The value of a cell, an empty one if there is none; null and an issue if it is not what it should be. */
    private Optional<Object> value(Field field, Object cell, Issue.Where where) {
        if (cell == Feature.UNREADABLE) {
            return null;
        }
        String text = cell == null ? "" : cell instanceof Double number ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : cell.toString().strip();
        if (text.isEmpty()) {
            if (field.required()) {
                issues.report("value-missing", where, field.label());
                return null;
            }
            return Optional.empty();
        }
        boolean twofold = cell instanceof String && List.of(Field.Type.NUMBER, Field.Type.POSITIVE).contains(field.type()) && AMBIGUOUS.matcher(text).matches();
        boolean thousands = twofold && columns.hasDecimalCommas(where.field());
        Object value = parsed(field, thousands ? text.replace(".", "") : text);
        if (value instanceof LocalDate day && !Params.isBounded(day)) {
            issues.report("day-out-of-reason", where, shown(text), field.label(), Params.FIRST_DAY.getYear(), Params.LAST_DAY.getYear());
            return null;
        }
        if (value == null) {
            issues.report(field.choices().isEmpty() ? "value-unfit" : "value-unknown", where, shown(text), field.label(), field.form());
            return null;
        }
        if (twofold && !thousands) {
            issues.report("number-of-two-meanings", where, text, text.replace(".", ""), text.replace('.', ','));
        }
        return Optional.of(value);
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() > 60 ? printable.substring(0, 60) + "…" : printable;
    }

    private static Object parsed(Field field, String text) {
        if (!field.choices().isEmpty()) {
            return choice(field, text);
        }
        return switch (field.type()) {
            case TEXT -> text.length() <= 200 && text.chars().noneMatch(Character::isISOControl)
                && (field.rule() == null || field.rule().pattern().matcher(text).matches()) ? text : null;
            case NUMBER -> number(text);
            case POSITIVE -> Optional.ofNullable(number(text)).filter(number -> number.signum() > 0).orElse(null);
            case WHOLE -> text.matches(field.rule() == null ? "-?[0-9]{1,9}" : field.rule().pattern().pattern()) ? Integer.valueOf(text) : null;
            case DAY -> day(text);
            case FLAG -> YES.contains(words(text)) ? Boolean.TRUE : NO.contains(words(text)) ? Boolean.FALSE : null;
        };
    }

    private static String words(String text) {
        return text.length() == 1 ? text.toLowerCase(java.util.Locale.ROOT) : FieldMapping.key(text);
    }

    /** The word meant: itself, one of its labels, or a beginning of a label that no other word has. */
    private static String choice(Field field, String text) {
        String key = FieldMapping.key(text);
        List<String> meant = words(field, key::equals);
        if (meant.isEmpty() && key.length() >= SHORTEST) {
            meant = words(field, word -> word.startsWith(key));
        }
        return meant.size() == 1 ? meant.get(0) : null;
    }

    private static List<String> words(Field field, Predicate<String> test) {
        return field.choices().entrySet().stream().filter(entry -> test.test(FieldMapping.key(entry.getKey()))
            || entry.getValue().stream().anyMatch(word -> test.test(FieldMapping.key(word)))).map(Map.Entry::getKey).toList();
    }

    private static BigDecimal number(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        return VIETNAMESE_NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(".", "").replace(',', '.')) : null;
    }

    private static LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        Matcher first = DAY_FIRST.matcher(text);
        try {
            if (day.matches()) {
                return LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            }
            return first.matches() ? LocalDate.of(Integer.parseInt(first.group(3)), Integer.parseInt(first.group(2)), Integer.parseInt(first.group(1))) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

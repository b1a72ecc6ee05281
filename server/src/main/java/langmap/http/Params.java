package langmap.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds of parameters there are. Every one is bounded; a text that does not fit is refused with the remedy. */
public final class Params {
    /** Where it is the day it is. */
    public static final ZoneId PROVINCE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][-+]?[0-9]{1,3})?");
    private static final double GREATEST = 1e12;

    private Params() {
    }

    /** The day it is in the province. */
    public static LocalDate today() {
        return LocalDate.now(PROVINCE);
    }

    /** One of a few words. */
    public static Param<String> choice(String name, String description, List<String> choices) {
        return Param.query(name, description, Map.of("type", "string", "enum", choices), choiceOf(choices));
    }

    /** A path segment that is one of a few words. */
    public static Param<String> pathChoice(String name, String description, List<String> choices) {
        return Param.path(name, description, Map.of("type", "string", "enum", choices), choiceOf(choices));
    }

    private static Function<String, String> choiceOf(List<String> choices) {
        return text -> {
            if (!choices.contains(text)) {
                throw new Param.Refused(shown(text) + " is not known.", "Use one of " + String.join(", ", choices) + ".");
            }
            return text;
        };
    }

    /** A word that follows a pattern, such as a code or an id. */
    public static Param<String> word(String name, String description, Pattern pattern) {
        return Param.query(name, description, Map.of("type", "string", "pattern", pattern.pattern()), wordOf(pattern));
    }

    public static Param<String> pathWord(String name, String description, Pattern pattern) {
        return Param.path(name, description, Map.of("type", "string", "pattern", pattern.pattern()), wordOf(pattern));
    }

    private static Function<String, String> wordOf(Pattern pattern) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new Param.Refused(shown(text) + " does not have the right form.",
                    "It must match " + pattern.pattern() + ".");
            }
            return text;
        };
    }

    /** Free text of bounded length without control characters. */
    public static Param<String> text(String name, String description, int maxLength) {
        Map<String, Object> schema = Map.of("type", "string", "minLength", 1, "maxLength", maxLength);
        return Param.query(name, description, schema, text -> {
            String trimmed = text.strip();
            boolean control = trimmed.codePoints().anyMatch(Character::isISOControl);
            if (trimmed.isEmpty() || trimmed.length() > maxLength || control) {
                throw new Param.Refused("The text is empty, too long or holds control characters.",
                    "Give 1 to " + maxLength + " printable characters.");
            }
            return trimmed;
        });
    }

    /** A calendar day, ISO 8601. */
    public static Param<LocalDate> date(String name, String description) {
        return Param.query(name, description, Map.of("type", "string", "format", "date"), Params::parseDate);
    }

    /** True for the days there can be. */
    public static boolean isBounded(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    static LocalDate parseDate(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (isBounded(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below with the same sentence as a day outside the bounds
        }
        throw new Param.Refused(shown(text) + " is not a day between " + FIRST_DAY + " and " + LAST_DAY + ".",
            "Write it like 2022-12-31.");
    }

    public static Param<Integer> integer(String name, String description, int min, int max) {
        Map<String, Object> schema = Map.of("type", "integer", "minimum", min, "maximum", max);
        return Param.query(name, description, schema, text -> {
            if (text.matches("-?[0-9]{1,9}")) {
                int value = Integer.parseInt(text);
                if (value >= min && value <= max) {
                    return value;
                }
            }
            throw new Param.Refused(shown(text) + " is not a whole number from " + min + " to " + max + ".",
                "Give such a number.");
        });
    }

    /** A path segment that is a whole number, as far as its form goes. */
    public static Param<Integer> pathInteger(String name, String description) {
        return Param.path(name, description, Map.of("type", "integer"), text -> {
            if (text.matches("-?[0-9]{1,9}")) {
                return Integer.parseInt(text);
            }
            throw new Param.Refused(shown(text) + " is not a whole number.", "Give such a number.");
        });
    }

    /** Numbers separated by commas, with a point before decimals. */
    public static Param<List<Double>> numbers(String name, String description, int minItems, int maxItems) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("minItems", minItems);
        schema.put("maxItems", maxItems);
        schema.put("items", Map.of("type", "number"));
        return Param.query(name, description, schema, text -> {
            List<Double> numbers = parseNumbers(text);
            if (numbers.size() < minItems || numbers.size() > maxItems || numbers.stream().anyMatch(number -> Math.abs(number) > GREATEST)) {
                throw new Param.Refused(shown(text) + " is not a list of " + minItems + " to " + maxItems + " numbers.",
                    "Give " + minItems + " to " + maxItems + " numbers with commas between them, such as 0,7,10.5.");
            }
            return numbers;
        });
    }

    /** As many numbers as there are, however many places they are written with; none if one of them is not a number. */
    public static List<Double> parseNumbers(String text) {
        String[] parts = text.split(",", -1);
        return Arrays.stream(parts).allMatch(part -> NUMBER.matcher(part.strip()).matches())
            ? Arrays.stream(parts).map(part -> Double.valueOf(part.strip())).toList() : List.of();
    }

    /** A decimal number, kept to its last place. */
    public static Param<BigDecimal> number(String name, String description, double min, double max) {
        return Param.query(name, description, Map.of("type", "number", "minimum", min, "maximum", max), text -> {
            if (text.length() <= 40 && NUMBER.matcher(text).matches()) {
                BigDecimal value = new BigDecimal(text);
                if (value.doubleValue() >= min && value.doubleValue() <= max) {
                    return value;
                }
            }
            throw new Param.Refused(shown(text) + " is not a number from " + min + " to " + max + ".", "Give such a number, with a point before decimals.");
        });
    }

    /** A member of the JSON body that is no plain value, such as a geometry. */
    public static <T> Param<T> json(String name, String description, Map<String, Object> schema, Function<JsonNode, T> parser) {
        return Param.body(name, description, schema, parser);
    }

    /** Yes or no, written true or false, or 1 or 0 as GDAL writes them. */
    public static Param<Boolean> truth(String name, String description) {
        return Param.query(name, description, Map.of("type", "boolean"), text -> switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new Param.Refused(shown(text) + " is neither true nor false.", "Give true or false.");
        });
    }

    /** Anything else: a text that {@code parser} turns into a value or refuses through {@link #refuse}. */
    public static <T> Param<T> custom(String name, String description, Map<String, Object> schema,
                                      Function<String, T> parser) {
        return Param.query(name, description, schema, parser);
    }

    /** To be thrown by a parser given to {@link #custom}. */
    public static RuntimeException refuse(String detail, String remedy) {
        return new Param.Refused(detail, remedy);
    }

    /** A foreign text as it may be repeated in an answer: short, without control characters. */
    public static String shown(String text) {
        String printable = text.codePoints().filter(c -> !Character.isISOControl(c)).limit(60)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return "'" + printable + (text.length() > 60 ? "…" : "") + "'";
    }
}

package langmap.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A place in a structured file. Reading something that is not what it should be adds an issue and gives null, so that a file
 * is checked to its end.
 *
 * @param file   file name
 * @param path   where in the file, such as {@code sets[1].criteria[3]}
 * @param tree   what stands there
 * @param issues where faults go
 */
public record Node(String file, String path, JsonNode tree, Issues issues) {
    /** The top of a YAML file. */
    public static Node ofYaml(SourceFolder folder, String file, Issues issues) {
        return new Node(file, "", folder.yaml(file), issues);
    }

    public Node at(String key) {
        return new Node(file, path.isEmpty() ? key : path + "." + key, tree.path(key), issues);
    }

    /** The items of a list below a key; none if there is no such key. */
    public List<Node> items(String key) {
        Node list = at(key);
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < list.tree.size(); i++) {
            items.add(new Node(file, list.path + "[" + i + "]", list.tree.path(i), issues));
        }
        return items;
    }

    public boolean has(String key) {
        return tree.hasNonNull(key);
    }

    /** Text that must be there; NFC, stripped. */
    public String text(String key) {
        if (!has(key) || !tree.path(key).isValueNode() || tree.path(key).asText().isBlank()) {
            return fault(key, "The text is missing.", "Write it in.");
        }
        return Row.clean(tree.path(key).asText());
    }

    public String optionalText(String key) {
        return has(key) ? text(key) : null;
    }

    public Integer integer(String key) {
        if (!tree.path(key).isInt()) {
            fault(key, "This is not a whole number.", "Give a whole number.");
            return null;
        }
        return tree.path(key).intValue();
    }

    public Integer optionalInteger(String key) {
        return has(key) ? integer(key) : null;
    }

    /** A number that must be there. */
    public BigDecimal number(String key) {
        if (!tree.path(key).isNumber()) {
            fault(key, "This is not a number.", "Give a number with a point before decimals.");
            return null;
        }
        return new BigDecimal(tree.path(key).asText());
    }

    public BigDecimal optionalNumber(String key) {
        return has(key) ? number(key) : null;
    }

    public boolean flag(String key) {
        return tree.path(key).asBoolean(false);
    }

    public LocalDate optionalDate(String key) {
        if (!has(key)) {
            return null;
        }
        try {
            return LocalDate.parse(tree.path(key).asText());
        } catch (DateTimeParseException e) {
            fault(key, "'" + tree.path(key).asText() + "' is not a day.", "Write it like 2022-12-31.");
            return null;
        }
    }

    public String choice(String key, List<String> choices) {
        String text = text(key);
        if (text != null && !choices.contains(text)) {
            return fault(key, "'" + text + "' is not known.", "Use one of " + String.join(", ", choices) + ".");
        }
        return text;
    }

    /** The texts of a list below a key. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        tree.path(key).forEach(item -> texts.add(Row.clean(item.asText())));
        return texts;
    }

    /** Keys and values of a map of texts. */
    public Map<String, String> map(String key) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        tree.path(key).properties().forEach(entry -> map.put(entry.getKey(), Row.clean(entry.getValue().asText())));
        return map;
    }

    /** Adds an issue about a key; gives null. */
    public String fault(String key, String detail, String remedy) {
        issues.add(new Issue(file, path.isEmpty() ? "top" : path, key, detail, remedy));
        return null;
    }
}

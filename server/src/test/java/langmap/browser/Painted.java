package langmap.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import langmap.TestApp;

/** The painted map as a browser shows it, and as the server says it should be. */
final class Painted {
    private Painted() {
    }

    /** Waits until the map shows an answer: measure, day, series, level and, in a comparison, the earlier day. */
    static void await(Page page, String... answer) {
        page.waitForSelector(".sheet[data-painted^=\"" + String.join(" ", answer) + "\"]");
    }

    /** How many units are painted in each colour, hatched ones by the colour under the hatch. */
    @SuppressWarnings("unchecked")
    static Map<String, Integer> perColour(Page page) {
        Map<String, Object> found = (Map<String, Object>) page.evaluate("""
            () => [...document.querySelectorAll('.sheet path[data-unit]')].reduce((all, path) => {
              const fill = path.getAttribute('data-fill');
              if (!fill) return all;
              const drawn = path.getAttribute('fill');
              if (drawn !== fill && !document.querySelector(drawn.slice(4, -1) + ' rect[fill="' + fill + '"]')) throw new Error(drawn);
              return { ...all, [fill]: (all[fill] ?? 0) + 1 };
            }, {})""");
        return new TreeMap<>(found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
            entry -> ((Number) entry.getValue()).intValue())));
    }

    /** How many units the server's legend counts in each colour. */
    static Map<String, Integer> expected(String valuesAddress) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode one : TestApp.shared().json(valuesAddress).path("legend").path("classes")) {
            if (one.path("count").asInt() > 0) {
                counts.merge(one.path("fill").asText(), one.path("count").asInt(), Integer::sum);
            }
        }
        return counts;
    }

    static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package langmap.style;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The colours of the maps, as {@code style/palettes.yaml} declares them. */
public final class Palette {
    private static final JsonNode COLOURS = read();

    private Palette() {
    }

    /**
     * How an area is painted.
     *
     * @param fill        colour, #rrggbb
     * @param outline     colour of its edge
     * @param hatch       missing, lapsed or null
     * @param hatchColour colour of the hatch, null without one
     */
    public record Paint(String fill, String outline, String hatch, String hatchColour) {
    }

    private static JsonNode read() {
        try (InputStream in = Palette.class.getResourceAsStream("/style/palettes.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paint of a state of a criterion. */
    public static Paint ofStatus(String status) {
        return paint(COLOURS.path("statuses").path(status));
    }

    /** The paint of communes in a group or outside it. */
    public static Paint ofFlag(boolean in) {
        return paint(COLOURS.path("flags").path(in ? "in" : "out"));
    }

    private static Paint paint(JsonNode node) {
        return new Paint(node.path("fill").asText(), node.path("outline").asText(), node.path("hatch").asText(null),
            node.path("hatchColour").asText(null));
    }

    /** So many paints from light to dark. */
    public static List<Paint> sequential(int count) {
        JsonNode stops = COLOURS.path("sequential");
        List<Paint> paints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double at = count == 1 ? stops.size() / 2.0 : i * (stops.size() - 1.0) / (count - 1);
            int low = (int) Math.min(at, stops.size() - 2);
            String fill = between(stops.path(low).asText(), stops.path(low + 1).asText(), at - low);
            paints.add(new Paint(fill, edge(fill), null, null));
        }
        return paints;
    }

    private static String between(String first, String second, double share) {
        StringBuilder colour = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            int from = Integer.parseInt(first.substring(i, i + 2), 16);
            int to = Integer.parseInt(second.substring(i, i + 2), 16);
            colour.append(String.format("%02x", Math.round(from + (to - from) * share)));
        }
        return colour.toString();
    }

    /** The dark or the light colour of edges, whichever stands out more. */
    private static String edge(String fill) {
        String ink = COLOURS.path("ink").asText();
        String line = COLOURS.path("line").asText();
        return contrast(fill, ink) > contrast(fill, line) ? ink : line;
    }

    /** Contrast as WCAG 2 reckons it, 1 to 21. */
    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        return 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
    }

    private static double light(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

package langmap.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A legend as a MapLibre style document (version 8): areas by their property {@code class}, hatches as a second outline, since a hatch needs an image. Without classes there is nothing
 * to match, which MapLibre refuses, so the colours are plain. */
public final class MapLibreStyle {
    private static final String BLANK = "#ffffff";
    private static final String BLANK_OUTLINE = "#5c6770";

    private MapLibreStyle() {
    }

    /** {@code source} is the address of the GeoJSON it styles. */
    public static Map<String, Object> of(String title, Legend legend, String source, boolean illustrative) {
        List<Object> fill = new ArrayList<>(List.of("match", List.of("get", "class")));
        List<Object> outline = new ArrayList<>(fill);
        List<Integer> hatched = new ArrayList<>();
        for (LegendClass one : legend.classes()) {
            fill.addAll(List.of(one.index(), one.fill()));
            outline.addAll(List.of(one.index(), one.hatchColour() == null ? one.outline() : one.hatchColour()));
            if (one.hatch() != null) {
                hatched.add(one.index());
            }
        }
        fill.add(BLANK);
        outline.add(BLANK_OUTLINE);
        boolean none = legend.classes().isEmpty();
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("version", 8);
        style.put("name", title);
        style.put("metadata", Map.of("illustrative", illustrative));
        style.put("sources", Map.of("units", Map.of("type", "geojson", "data", source)));
        style.put("layers", List.of(
            layer("fill", "fill", Map.of("fill-color", none ? BLANK : fill, "fill-opacity", 0.95)),
            layer("outline", "line", Map.of("line-color", none ? BLANK_OUTLINE : outline, "line-width",
                List.of("case", List.of("in", List.of("get", "class"), List.of("literal", hatched)), 2.5, 0.7)))));
        return style;
    }

    private static Map<String, Object> layer(String id, String type, Map<String, Object> paint) {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("id", id);
        layer.put("type", type);
        layer.put("source", "units");
        layer.put("paint", paint);
        return layer;
    }
}

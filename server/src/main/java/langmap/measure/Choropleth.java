package langmap.measure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import langmap.db.Tx;
import langmap.geo.ByteSink;
import langmap.geo.EwkbJson;
import langmap.http.Answer;
import langmap.http.Json;
import langmap.layer.BoundaryStore;
import langmap.style.LegendClass;

/** A painted measure with its boundaries in one GeoJSON document; the legend is a foreign member. */
final class Choropleth {
    private static final String RESOLUTION = "map";

    private Choropleth() {
    }

    static Answer answer(Painted painted, BoundaryStore boundaries, Tx tx) {
        Map<String, Value> values = new HashMap<>();
        painted.values().forEach(value -> values.put(value.unit(), value));
        boolean illustrative = isIllustrative(painted, boundaries, tx);
        Map<String, Object> head = painted.toHead();
        head.put("illustrative", illustrative);
        head.put("legend", painted.toLegend());
        head.put("attribution", String.join("; ", boundaries.listOrigins(tx, painted.asked().asOf(), painted.lang())));
        String members = Json.text(head);
        ByteSink out = new ByteSink();
        out.put("{\"type\":\"FeatureCollection\",").put(members.substring(1, members.length() - 1)).put(",\"features\":[");
        int start = out.length();
        boundaries.streamShapes(tx, painted.asked().level(), painted.asked().asOf(), RESOLUTION, shape -> {
            Value value = values.get(shape.code());
            if (value != null) {
                if (out.length() > start) {
                    out.put(',');
                }
                out.put("{\"type\":\"Feature\",\"id\":\"").put(shape.code()).put("\",\"properties\":").put(Json.text(properties(painted, value, shape, illustrative)))
                    .put(",\"geometry\":");
                EwkbJson.write(shape.ewkb(), BoundaryStore.decimals(RESOLUTION), out);
                out.put('}');
            }
        });
        out.put("]}");
        return Answer.of(Answer.GEOJSON, out.toBytes());
    }

    /** True if the figures or the areas painted rest on illustrative data. */
    static boolean isIllustrative(Painted painted, BoundaryStore boundaries, Tx tx) {
        return painted.illustrative() || boundaries.isIllustrative(tx, painted.asked().asOf());
    }

    private static Map<String, Object> properties(Painted painted, Value value, BoundaryStore.Shape shape, boolean illustrative) {
        LegendClass one = painted.classOf(value);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", shape.name());
        properties.put("type", shape.type());
        properties.put("district", shape.district());
        properties.put("value", value.value());
        properties.put("numerator", value.numerator());
        properties.put("denominator", value.denominator());
        properties.put("missing", value.missing());
        properties.put("status", value.status());
        properties.put("class", one.index());
        properties.put("fill", one.fill());
        properties.put("hatch", one.hatch());
        properties.put("illustrative", illustrative);
        return properties;
    }
}

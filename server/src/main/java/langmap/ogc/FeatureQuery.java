package langmap.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import langmap.geo.Bbox;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;

/**
 * Which features of a layer are wanted.
 *
 * @param layer   the layer
 * @param span    days, both ends open for all
 * @param bbox    box, empty for everywhere
 * @param filters wanted values by property
 * @param limit   at most so many
 * @param offset  so many left out first
 */
record FeatureQuery(Layer layer, Span span, Optional<Bbox> bbox, Map<String, Object> filters, int limit, int offset) {
    static final int USUAL_LIMIT = 1000;
    static final int GREATEST_LIMIT = 10_000;
    static final Param<Bbox> BBOX = Params.custom("bbox",
        "Only features that touch the box: west, south, east, north in degrees of WGS 84; with six numbers the heights are left out of account.",
        Map.of("type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number")), FeatureQuery::parseBox);
    static final Param<Span> DATETIME = Params.custom("datetime",
        "Only features in force on the day or within the interval, such as 2022-12-31, 2020-01-01/.. or 2022-01-01/P3M; ../.. gives all generations. "
            + "Without it the last day with closed data.", Map.of("type", "string"), Span::parse);
    static final Param<Integer> LIMIT = Params.custom("limit", "At most so many features.", limitSchema(), FeatureQuery::parseLimit);
    static final Param<Integer> OFFSET = Params.integer("offset", "So many features are left out first; the links to the next page use it.", 0, 1_000_000);

    /** Every parameter that picks features of a layer: box, days, page and the properties it can be filtered by. */
    static List<Param<?>> params(Layer layer) {
        List<Param<?>> params = new ArrayList<>(List.of(BBOX, DATETIME, LIMIT, OFFSET));
        layer.properties().stream().map(Property::filter).filter(Objects::nonNull).forEach(params::add);
        return params;
    }

    static FeatureQuery of(Layer layer, Request request, Span usual) {
        Map<String, Object> filters = new LinkedHashMap<>();
        layer.properties().stream().filter(property -> property.filter() != null)
            .forEach(property -> request.find(property.filter()).ifPresent(value -> filters.put(property.name(), value)));
        return new FeatureQuery(layer, request.find(DATETIME).orElse(usual), request.find(BBOX), filters, request.find(LIMIT).orElse(USUAL_LIMIT),
            request.find(OFFSET).orElse(0));
    }

    private static Map<String, Object> limitSchema() {
        return Map.of("type", "integer", "minimum", 1, "maximum", GREATEST_LIMIT, "default", USUAL_LIMIT);
    }

    /** A limit beyond the greatest is taken as the greatest, as the standard asks. */
    private static Integer parseLimit(String text) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
            throw Params.refuse(Params.shown(text) + " is not a whole number from 1.", "Give a number from 1 to " + GREATEST_LIMIT + ".");
        }
        return Math.min(GREATEST_LIMIT, Integer.parseInt(text));
    }

    static Bbox parseBox(String text) {
        List<Double> numbers = Params.parseNumbers(text);
        if (numbers.isEmpty()) {
            throw Params.refuse(Params.shown(text) + " is not a list of numbers.", "Give four numbers: west,south,east,north.");
        }
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw Params.refuse("A box has four numbers, or six with heights; these are " + numbers.size() + ".", "Give four numbers: west,south,east,north.");
        }
        int second = numbers.size() / 2;
        Bbox box = new Bbox(numbers.get(0), numbers.get(1), numbers.get(second), numbers.get(second + 1));
        if (box.fault() != null) {
            throw Params.refuse(box.fault(), "Give west,south,east,north in degrees, longitude first.");
        }
        return box;
    }
}

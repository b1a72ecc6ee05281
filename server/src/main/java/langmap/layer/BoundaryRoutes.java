package langmap.layer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.geo.ByteSink;
import langmap.geo.EwkbJson;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;

/** Boundaries as GeoJSON: fetched once under an address that holds their version, painted with values that come apart. */
public final class BoundaryRoutes {
    private static final Param<String> LEVEL = Params.pathChoice("level",
        "commune (the communes of the programme), urban (townships and wards), district or province.",
        List.of("commune", "urban", "district", "province"));
    private static final Param<String> VERSION = Params.word("v",
        "The version named by /api/measures; with it the answer may be kept for ever.", Pattern.compile("[0-9a-f]{12}"));
    private static final Param<String> RESOLUTION = Params.choice("resolution",
        "full, map or overview; map if not given.", List.of("full", "map", "overview"));

    private final BoundaryStore boundaries = new BoundaryStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(Route.read("/api/boundaries/{level}.geojson", "getBoundaries",
                "Boundaries of the units of a level on a day.", List.of("unit", "data_set"), this::answer)
            .taking(LEVEL, Ask.AS_OF, VERSION, RESOLUTION).producing(Answer.GEOJSON));
    }

    private Answer answer(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String resolution = request.find(RESOLUTION).orElse("map");
        ByteSink out = new ByteSink();
        out.put("{\"type\":\"FeatureCollection\",\"asOf\":\"").put(asOf.toString()).put("\",\"illustrative\":")
            .put(Boolean.toString(boundaries.isIllustrative(tx, asOf))).put(",\"attribution\":")
            .put(quoted(String.join("; ", boundaries.listOrigins(tx, asOf, "vi")))).put(",\"features\":[");
        int start = out.length();
        boundaries.streamShapes(tx, request.get(LEVEL), asOf, resolution, shape -> {
            if (out.length() > start) {
                out.put(',');
            }
            write(shape, BoundaryStore.decimals(resolution), out);
        });
        out.put("]}");
        boolean current = request.find(VERSION).filter(boundaries.getVersion(tx, calendar.getCalendar(tx).asOf())::equals).isPresent();
        return Answer.of(Answer.GEOJSON, out.toBytes())
            .keep(current ? Answer.Keep.FOREVER : Answer.Keep.REVALIDATE);
    }

    private static void write(BoundaryStore.Shape shape, int decimals, ByteSink out) {
        out.put("{\"type\":\"Feature\",\"id\":").put(quoted(shape.code())).put(",\"properties\":{\"name\":")
            .put(quoted(shape.name())).put(",\"type\":").put(quoted(shape.type())).put(",\"district\":")
            .put(shape.district() == null ? "null" : quoted(shape.district())).put("},\"geometry\":");
        EwkbJson.write(shape.ewkb(), decimals, out);
        out.put('}');
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}

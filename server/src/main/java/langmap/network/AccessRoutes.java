package langmap.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.geo.ByteSink;
import langmap.geo.EwkbJson;
import langmap.http.Answer;
import langmap.http.Json;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.layer.Ask;
import langmap.layer.CalendarStore;
import langmap.network.AccessStore.Place;
import langmap.network.AccessStore.Stretch;
import langmap.problem.Problem;

/** The way to a village or a commune, and the stretches of it that are missing. */
public final class AccessRoutes {
    private static final int DECIMALS = 6;
    private static final List<String> REGISTERS = List.of("network", "unit", "data_set");
    private static final Param<Integer> LIMIT = Params.integer("limit", "At most so many rows; 2000 if not given.", 1, 10_000);
    private static final Param<String> CODE = Params.pathWord("code", "Code of a village or a commune.", Pattern.compile("[0-9A-Za-z-]{1,20}"));

    private final AccessStore store = new AccessStore();
    private final WhyStore why = new WhyStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(
            Route.read("/api/network/cut-off", "listCutOff", "Villages that no hardened motor road joins to the centre of their commune, by commune; near says "
                + "whether a motor road comes within 500 m.", REGISTERS, this::cutOff).taking(LIMIT, Ask.AS_OF, Ask.SERIES),
            Route.read("/api/network/access/{code}", "getAccess", "The best way to a village from the centre of its commune, or to a commune "
            + "from the trunk roads, as GeoJSON; stretches that are not good enough are marked.", REGISTERS, this::access)
            .taking(CODE, Ask.AS_OF, Ask.SERIES).producing(Answer.GEOJSON));
    }

    private Answer access(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        Place place = store.findPlace(tx, request.get(CODE), asOf).orElseThrow(() ->
            Problem.notFound("There is no village or commune with the code " + request.get(CODE) + " on " + asOf + "."));
        boolean near = place.source() != null && place.target() != null;
        boolean same = near && place.source().equals(place.target());
        List<Stretch> way = near && !same ? store.listWay(tx, place, asOf, request.find(Ask.SERIES).orElse("actual")) : List.of();
        BigDecimal missing = way.stream().filter(one -> !one.good()).map(Stretch::lengthM).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Object> head = Body.of("type", "FeatureCollection", "code", place.code(), "name", place.name(), "at", place.at(), "asOf", asOf,
            "quality", place.quality(), "reached", same || !way.isEmpty() && missing.signum() == 0, "connected", same || !way.isEmpty(),
            "missingM", same || !way.isEmpty() ? Body.places(missing, 1) : null, "illustrative", why.isIllustrative(tx));
        return Answer.of(Answer.GEOJSON, write(head, way).toBytes());
    }

    private Answer cutOff(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String series = request.find(Ask.SERIES).orElse("actual");
        List<Map<String, Object>> rows = store.listCutOff(tx, asOf, series);
        return Answer.json(Body.of("asOf", asOf, "series", series, "illustrative", why.isIllustrative(tx), "matched", rows.size(),
            "rows", rows.stream().limit(request.find(LIMIT).orElse(2000)).toList()));
    }

    private static ByteSink write(Map<String, Object> head, List<Stretch> way) {
        String members = Json.text(head);
        ByteSink out = new ByteSink().put(members.substring(0, members.length() - 1)).put(",\"features\":[");
        for (int i = 0; i < way.size(); i++) {
            Stretch one = way.get(i);
            out.put(i == 0 ? "" : ",").put("{\"type\":\"Feature\",\"properties\":").put(Json.text(Body.of("section", one.section(), "name", one.name(),
                "class", one.sort(), "surface", one.surface(), "lengthM", Body.places(one.lengthM(), 1), "good", one.good()))).put(",\"geometry\":");
            EwkbJson.write(one.ewkb(), DECIMALS, out);
            out.put('}');
        }
        return out.put("]}");
    }
}

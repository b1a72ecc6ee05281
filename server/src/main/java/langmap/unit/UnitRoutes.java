package langmap.unit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.layer.Ask;
import langmap.layer.CalendarStore;
import langmap.problem.Problem;

/** The register of units: lists, cards, search. */
public final class UnitRoutes {
    private static final List<String> REGISTERS = List.of("unit", "data_set");
    private static final Param<String> LEVEL = Params.choice("level", "Only units of this level; all if not given.",
        List.of("commune", "urban", "district", "province"));
    private static final Param<String> CODE = Params.pathWord("code", "Code of the General Statistics Office.",
        Pattern.compile("[0-9]{2,5}"));
    private static final Param<String> TEXT = Params.text("q", "What to look for; accents do not matter.", 100).required();
    private static final Param<Integer> LIMIT = Params.integer("limit", "At most so many results; 20 if not given.", 1, 100);

    private final UnitStore units = new UnitStore();
    private final SearchStore search = new SearchStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(
            Route.read("/api/units", "listUnits", "Units of a level on a day.", REGISTERS, this::list)
                .taking(LEVEL, Ask.AS_OF),
            Route.read("/api/units/{code}", "getUnit", "One unit on a day, with flags, lineage and neighbours.", REGISTERS,
                this::card).taking(CODE, Ask.AS_OF),
            Route.read("/api/search", "search", "Units by name, with or without accents, or by code.", REGISTERS, this::search)
                .taking(TEXT, LIMIT));
    }

    private Answer list(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String level = request.find(LEVEL).orElse(null);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("asOf", asOf);
        body.put("level", level);
        body.put("units", units.listUnits(tx, level, asOf));
        return Answer.json(body);
    }

    private Answer card(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String code = request.get(CODE);
        Map<String, Object> card = new LinkedHashMap<>(units.findUnit(tx, code, asOf).orElseThrow(() ->
            absent(code, asOf, units.listValidity(tx, code))));
        card.put("asOf", asOf);
        card.put("flags", units.listFlags(tx, code, asOf));
        card.put("predecessors", units.listPredecessors(tx, code, asOf));
        card.put("successors", units.listSuccessors(tx, code, asOf));
        card.put("neighbours", units.listNeighbours(tx, code, asOf));
        return Answer.json(card);
    }

    private static Problem absent(String code, LocalDate asOf, List<Map<String, Object>> validity) {
        if (validity.isEmpty()) {
            return Problem.notFound("There is no unit with the code " + code + ". /api/search finds units by name.");
        }
        String days = String.join(", ", validity.stream().map(span -> "from " + span.get("from") + " to "
            + (span.get("to") == null ? "today" : "before " + span.get("to"))).toList());
        return Problem.notFound("There was no unit with the code " + code + " on " + asOf + "; there was one " + days + ".");
    }

    private Answer search(Request request, Tx tx) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", request.get(TEXT));
        body.put("results", search.findUnits(tx, request.get(TEXT), request.find(LIMIT).orElse(20)));
        return Answer.json(body);
    }
}

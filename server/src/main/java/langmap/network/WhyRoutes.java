package langmap.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.layer.Ask;
import langmap.layer.CalendarStore;
import langmap.network.WhyStore.Result;
import langmap.network.WhyStore.Status;
import langmap.problem.Problem;

/** Why the map says that a criterion is met or not, where that differs from the assessment, and who lacks least. */
public final class WhyRoutes {
    private static final List<String> REGISTERS = List.of("network", "unit", "data_set", "assessment");
    private static final Param<String> CODE = Params.pathWord("code", "Code of a commune.", Pattern.compile("[0-9]{2,5}"));
    private static final Param<String> CRITERION = Params.pathWord("criterion", "Number of a criterion that has rules.", Pattern.compile("[0-9]{1,2}"));
    private static final Param<Integer> NUMBER = Params.integer("criterion", "Number of a criterion that has rules; 2 if not given.", 1, 99);
    private static final Param<Integer> LIMIT = Params.integer("limit", "At most so many rows; 20 if not given.", 1, 1000);

    private final WhyStore store = new WhyStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(
            Route.read("/api/units/{code}/why/{criterion}", "getWhy", "A criterion of a commune computed from the map: rules, inputs, result and what is "
                + "missing.", REGISTERS, this::why).taking(CODE, CRITERION, LIMIT, Ask.AS_OF, Ask.SERIES),
            Route.read("/api/network/contradictions", "listContradictions", "Communes where map and assessment differ.", REGISTERS, this::contradictions)
                .taking(Ask.AS_OF, Ask.SERIES),
            Route.read("/api/network/near-misses", "listNearMisses", "Communes that lack least to a criterion computed from the map.", REGISTERS,
                this::nearMisses).taking(NUMBER, LIMIT, Ask.AS_OF, Ask.SERIES));
    }

    private Answer why(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String series = request.find(Ask.SERIES).orElse("actual");
        String code = request.get(CODE);
        int criterion = Integer.parseInt(request.get(CRITERION));
        String name = store.findCommune(tx, code, asOf).orElseThrow(() ->
            Problem.notFound("There is no commune of the programme with the code " + code + " on " + asOf + "."));
        List<Result> rules = store.listResults(tx, asOf, series, code, criterion);
        Status status = store.listStatuses(tx, asOf, series, code, criterion).stream().findFirst()
            .orElseThrow(() -> Problem.notFound("Criterion " + criterion + " is not computed from the map: no rule of it is in force on " + asOf + "."));
        Map<String, Object> body = Body.of("unit", code, "name", name, "criterion", criterion, "asOf", asOf, "series", series,
            "computed", status.computed(), "official", status.official(), "contradiction", status.contradicts(),
            "illustrative", store.isIllustrative(tx), "sentence", Why.sentence(status.computed(), rules), "rules", rules.stream().map(Why::toRow).toList());
        List<Map<String, Object>> lacking = new ArrayList<>();
        rules.stream().filter(rule -> Boolean.FALSE.equals(rule.holds())).forEach(rule ->
            lacking.addAll(lacking(tx, asOf, series, rule, request.find(LIMIT).orElse(20))));
        body.put("lacking", lacking);
        return Answer.json(body);
    }

    private List<Map<String, Object>> lacking(Tx tx, LocalDate asOf, String series, Result rule, int limit) {
        return switch (rule.quantity()) {
            case "road_share", "lined_share" -> store.listLackingSections(tx, asOf, series, rule, limit);
            case "irrigated_share" -> store.listIdleAreas(tx, asOf, rule, limit);
            default -> store.listDarkVillages(tx, asOf, rule, limit);
        };
    }

    private Answer contradictions(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        List<Status> found = store.listStatuses(tx, asOf, request.find(Ask.SERIES).orElse("actual"), null, null).stream().filter(Status::contradicts).toList();
        return Answer.json(Body.of("asOf", asOf, "illustrative", store.isIllustrative(tx), "ruled", store.listRuled(tx, asOf), "rows", found.stream().map(one -> Body.of("unit", one.unit(),
            "name", one.name(), "criterion", one.criterion(), "official", one.official(), "computed", one.computed())).toList()));
    }

    /** The least that is missing first: in kilometres, hectares or villages, whichever the criterion counts; where it counts several, in shares of the thresholds. */
    private Answer nearMisses(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        Map<String, List<Result>> failing = new LinkedHashMap<>();
        store.listResults(tx, asOf, request.find(Ask.SERIES).orElse("actual"), null, request.find(NUMBER).orElse(2)).stream()
            .filter(rule -> Boolean.FALSE.equals(rule.holds()))
            .forEach(rule -> failing.computeIfAbsent(rule.unit(), unit -> new ArrayList<>()).add(rule));
        boolean oneUnit = failing.values().stream().flatMap(List::stream).map(Why::unit).distinct().count() < 2;
        Function<Result, BigDecimal> missing = oneUnit ? Result::missing : Why::shareMissing;
        List<Map<String, Object>> rows = failing.values().stream()
            .sorted(Comparator.<List<Result>, BigDecimal>comparing(rules -> rules.stream().map(missing).reduce(BigDecimal.ZERO, BigDecimal::add))
                .thenComparing(rules -> rules.get(0).unit()))
            .limit(request.find(LIMIT).orElse(20))
            .map(rules -> Body.of("unit", rules.get(0).unit(), "name", rules.get(0).name(), "criterion", rules.get(0).criterion(),
                "sentence", Why.sentence("not_met", rules), "rules", rules.stream().map(Why::toRow).toList())).toList();
        return Answer.json(Body.of("asOf", asOf, "illustrative", store.isIllustrative(tx), "ruled", store.listRuled(tx, asOf), "byShare", !oneUnit,
            "matched", failing.size(), "rows", rows));
    }
}

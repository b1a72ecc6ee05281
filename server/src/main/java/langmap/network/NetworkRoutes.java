package langmap.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.layer.Ask;
import langmap.layer.CalendarStore;
import langmap.network.load.WorkImport;
import langmap.network.load.SectionImport;
import langmap.network.NetworkStore.ClassLength;
import langmap.network.NetworkStore.MonthLength;
import langmap.network.NetworkStore.Scope;

/** The infrastructure room: kilometres by month, class and commune, works, and where reported and measured lengths differ. */
public final class NetworkRoutes {
    private static final List<String> REGISTERS = List.of("network", "unit", "data_set", "assessment", "plan");
    private static final Param<String> KIND = Params.choice("kind", "Roads, canals or power lines; road if not given.",
        List.of(SectionImport.ROAD, SectionImport.CANAL, SectionImport.POWER_LINE));
    private static final Param<String> STATE = Params.choice("state", "Only works that were in this state on the day.", WorkImport.STATES);
    private static final Param<String> UNIT = Params.word("unit", "Only works in the commune with this code.", Pattern.compile("[0-9]{2,5}"));
    private static final Param<String> WORK = Params.text("code", "Only the work with this code.", 60);
    private static final Param<Boolean> LATE = Params.truth("late", "Only works that were due before the day and not accepted by then.");
    private static final Param<Integer> LIMIT = Params.integer("limit", "At most so many rows; 200 if not given.", 1, 5000);
    private static final Param<Integer> TOLERANCE = Params.integer("tolerance",
        "Differences up to so many percent of the measured length are left out; 2 if not given.", 0, 100);

    private static final Param<String> ISSUE = Params.choice("code", "Only issues of this kind; all if not given.",
        List.of("double_line", "gap", "overlap", "outside", "dangling"));

    private final NetworkStore network = new NetworkStore();
    private final WorkStore works = new WorkStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(
            Route.read("/api/network/summary", "getNetworkSummary", "Kilometres hardened or lined in the year by month, with plan and forecast, by class and "
                + "works by state.", REGISTERS, this::summary).taking(KIND, Ask.AS_OF, Ask.SERIES),
            Route.read("/api/network/communes", "listNetworkCommunes", "Kilometres by commune and class, and month by month, the last of "
                + "them up to the day.", REGISTERS, this::communes)
                .taking(KIND, Ask.AS_OF, Ask.SERIES),
            Route.read("/api/network/works", "listNetworkWorks", "Works as they stood on a day, late ones first.", REGISTERS, this::listWorks)
                .taking(WORK, KIND, STATE, UNIT, LATE, LIMIT, Ask.AS_OF, Ask.SERIES),
            Route.read("/api/network/differences", "listDifferences", "Sections whose reported length differs from the measured one, by metres at stake.",
                REGISTERS, this::differences).taking(KIND, TOLERANCE, LIMIT, Ask.AS_OF),
            Route.read("/api/network/issues", "listNetworkIssues", "What looks wrong in the drawing of the network, as points on the map: double lines, gaps, "
                + "overlaps, what lies outside, ends that lead nowhere.", REGISTERS, this::issues).taking(ISSUE, LIMIT, Ask.AS_OF).producing(Answer.GEOJSON));
    }

    private Scope scope(Request request, Tx tx) {
        return new Scope(calendar.day(request, tx), request.find(Ask.SERIES).orElse("actual"), request.find(KIND).orElse(SectionImport.ROAD));
    }

    private Map<String, Object> head(Scope scope, Tx tx) {
        return Body.of("asOf", scope.asOf(), "series", scope.series(), "kind", scope.kind(), "illustrative", network.isIllustrative(tx, scope.kind()));
    }

    private Answer summary(Request request, Tx tx) {
        Scope scope = scope(request, tx);
        List<Double> reached = totals(network.listMonths(tx, scope), scope.asOf(), scope.series());
        List<Double> planned = totals(network.listMonths(tx, new Scope(scope.asOf(), "planned", scope.kind())), scope.asOf(), "planned");
        List<ClassLength> lengths = network.listLengths(tx, scope);
        List<String> counted = network.listCountedClasses(tx, scope.kind());
        Map<String, Object> body = head(scope, tx);
        body.put("yearKm", Body.km(lengths.stream().filter(one -> counted.contains(one.sort())).mapToDouble(ClassLength::year).sum()));
        body.put("months", NetworkTable.months(scope.asOf().getYear(), reached, planned));
        boolean isFlow = !scope.kind().equals(SectionImport.POWER_LINE);   // nothing is hardened on a power line
        body.put("forecast", isFlow ? NetworkTable.forecast(Forecast.of(reached, planned)) : null);
        body.put("classes", NetworkTable.classes(lengths, counted));
        body.put("states", network.listStates(tx, scope));
        return Answer.json(body);
    }

    /** Metres since the first day of the year at the end of each month up to the day, or of every month if planned. */
    private static List<Double> totals(List<MonthLength> months, LocalDate asOf, String series) {
        List<Double> totals = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate end = LocalDate.of(asOf.getYear(), month, 1).plusMonths(1).minusDays(1);
            if (!end.isAfter(asOf) || series.equals("planned")) {
                totals.add(months.stream().filter(one -> one.month().equals(end)).mapToDouble(MonthLength::metres).sum());
            }
        }
        return totals;
    }

    private Answer communes(Request request, Tx tx) {
        Scope scope = scope(request, tx);
        Map<String, List<ClassLength>> byUnit = new LinkedHashMap<>();
        network.listLengths(tx, scope).forEach(one -> byUnit.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one));
        Map<String, List<MonthLength>> months = new TreeMap<>();
        network.listMonths(tx, scope).forEach(one -> months.computeIfAbsent(one.unit(), unit -> new ArrayList<>()).add(one));
        List<String> counted = network.listCountedClasses(tx, scope.kind());
        Map<String, Object> body = head(scope, tx);
        boolean running = isWithinMonth(scope);
        body.put("running", running);
        body.put("rows", byUnit.values().stream().map(classes -> NetworkTable.commune(classes, counted,
            totals(months.getOrDefault(classes.get(0).unit(), List.of()), scope.asOf(), scope.series()), running)).toList());
        return Answer.json(body);
    }

    /** True if the month of the day has not ended and nobody planned ahead of it. */
    private static boolean isWithinMonth(Scope scope) {
        return scope.series().equals("actual") && scope.asOf().plusDays(1).getMonth() == scope.asOf().getMonth();
    }

    private Answer listWorks(Request request, Tx tx) {
        WorkStore.Wanted wanted = new WorkStore.Wanted(calendar.day(request, tx), request.find(Ask.SERIES).orElse("actual"),
            request.find(WORK).orElse(null), request.find(KIND).orElse(null), request.find(STATE).orElse(null),
            request.find(UNIT).orElse(null), request.find(LATE).orElse(false), request.find(LIMIT).orElse(200));
        return Answer.json(Body.of("asOf", wanted.asOf(), "matched", works.countWorks(tx, wanted), "rows", works.listWorks(tx, wanted)));
    }

    private Answer differences(Request request, Tx tx) {
        Scope scope = scope(request, tx);
        List<Map<String, Object>> rows = network.listDifferences(tx, scope, request.find(TOLERANCE).orElse(2) / 100.0);
        Map<String, Object> body = head(scope, tx);
        body.put("matched", rows.size());
        body.put("differenceKm", Body.km(rows.stream().mapToDouble(row -> Math.abs(((Number) row.get("differenceM")).doubleValue())).sum()));
        body.put("rows", rows.stream().limit(request.find(LIMIT).orElse(200)).toList());
        return Answer.json(body);
    }

    private Answer issues(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        List<Map<String, Object>> found = network.listIssues(tx, asOf, request.find(ISSUE).orElse(null));
        List<Map<String, Object>> features = found.stream().limit(request.find(LIMIT).orElse(200)).map(issue -> Body.of("type", "Feature",
            "properties", issue, "geometry", Body.of("type", "Point", "coordinates", List.of(issue.remove("lon"), issue.remove("lat"))))).toList();
        return Answer.json(Answer.GEOJSON, Body.of("type", "FeatureCollection", "asOf", asOf, "matched", found.size(),
            "illustrative", network.isIllustrative(tx, SectionImport.ROAD), "features", features));
    }
}

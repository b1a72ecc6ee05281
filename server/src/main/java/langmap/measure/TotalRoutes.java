package langmap.measure;

import java.time.LocalDate;
import java.util.ArrayList;
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
import langmap.measure.TotalStore.Total;

/** Many figures at once: every measure on a day, or a measure through the months. */
public final class TotalRoutes {
    private static final List<String> REGISTERS = List.of("unit", "data_set", "assessment", "network");
    private static final String WHOLE = "province";
    private static final Param<String> LEVEL = Params.choice("level", "The areas whose communes are counted; province if not given.",
        List.of("district", WHOLE));
    private static final Param<String> SECTIONS = Params.word("sections", "Only measures of these sections of the catalogue, such as summary,criteria; all if not "
        + "given.", Pattern.compile("[a-z-]{1,40}(,[a-z-]{1,40}){0,9}"));

    private final MeasureStore measures = new MeasureStore();
    private final TotalStore totals = new TotalStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(
            Route.read("/api/totals", "listTotals", "Every measure in one line an area: communes counted, sum, mean, met and missing.", REGISTERS, this::all)
                .taking(LEVEL, SECTIONS, Ask.GROUP, Ask.AS_OF, Ask.SERIES),
            Route.read("/api/measures/{measure}/trend", "listTrend", "A measure for all communes, or those of a group, at the end of each month with data.",
                REGISTERS, this::trend).taking(Question.MEASURE, Ask.GROUP, Ask.SERIES));
    }

    private Answer all(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String level = request.find(LEVEL).orElse(WHOLE);
        String series = series(request);
        String group = group(request, tx);
        Map<Asked, List<Total>> found = totals.listTotals(tx, measures.getCatalogue(tx, asOf).measures().stream()
            .filter(measure -> request.find(SECTIONS).map(names -> List.of(names.split(",")).contains(measure.section())).orElse(true))
            .map(measure -> new Asked(measure, level, group, asOf, series)).toList());
        List<Map<String, Object>> rows = new ArrayList<>();
        found.forEach((asked, areas) -> rows.add(Map.of("measure", asked.measure().id(), "areas", areas.stream().map(TotalRoutes::row).toList())));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("asOf", asOf);
        body.put("series", series);
        body.put("level", level);
        body.put("group", group);
        body.put("illustrative", totals.isIllustrative(tx, found.keySet()));
        body.put("totals", rows);
        return Answer.json(body);
    }

    private Answer trend(Request request, Tx tx) {
        String series = series(request);
        String group = group(request, tx);
        List<LocalDate> days = calendar.getCalendar(tx).monthEnds();
        List<Asked> questions = days.stream().map(day -> new Asked(measures.getCatalogue(tx, day).getMeasure(request.get(Question.MEASURE)), WHOLE, group,
            day, series)).toList();
        Map<Asked, List<Total>> found = totals.listTotals(tx, questions);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("measure", request.get(Question.MEASURE));
        body.put("series", series);
        body.put("group", group);
        body.put("illustrative", totals.isIllustrative(tx, found.keySet()));
        body.put("days", questions.stream().map(asked -> {
            Map<String, Object> day = new LinkedHashMap<>();
            day.put("asOf", asked.asOf());
            found.get(asked).forEach(total -> day.putAll(row(total)));
            return day;
        }).toList());
        return Answer.json(body);
    }

    private static String series(Request request) {
        return request.find(Ask.SERIES).orElse("actual");
    }

    private String group(Request request, Tx tx) {
        String group = request.find(Ask.GROUP).orElse(null);
        measures.checkGroup(tx, group);
        return group;
    }

    private static Map<String, Object> row(Total total) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unit", total.area());
        row.put("count", total.count());
        row.put("sum", total.sum());
        row.put("mean", total.mean());
        row.put("met", total.met());
        row.put("missing", total.missing());
        return row;
    }
}

package langmap.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.Request;
import langmap.http.Route;
import langmap.layer.Ask;
import langmap.layer.BoundaryStore;
import langmap.layer.CalendarStore;
import langmap.measure.Measure.Label;
import langmap.style.MapLibreStyle;
import langmap.style.Palette;
import langmap.style.SldWriter;

/** What can be measured, the figures, and maps painted from them. */
public final class MeasureRoutes {
    private static final List<String> REGISTERS = List.of("unit", "data_set", "assessment", "network");
    private static final String SLD = "application/vnd.ogc.sld+xml";

    private final MeasureStore measures = new MeasureStore();
    private final CalendarStore calendar = new CalendarStore();
    private final BoundaryStore boundaries = new BoundaryStore();
    private final Question question = new Question();

    public List<Route> routes() {
        return List.of(
            Route.read("/api/measures", "listMeasures", "Everything the map can show: measures, groups, states, days, data sets.", REGISTERS,
                this::catalogue).taking(Ask.AS_OF, Ask.SERIES),
            Route.read("/api/measures/{measure}/values", "listValues", "Values of a measure by unit, with summary and legend.", REGISTERS,
                (request, tx) -> Answer.json(question.answer(request, tx).toBody())).taking(Question.ALL),
            Route.read("/api/choropleth/{measure}.geojson", "getChoropleth", "A measure as one GeoJSON document that any client can paint.", REGISTERS,
                (request, tx) -> Choropleth.answer(question.answer(request, tx), boundaries, tx)).taking(Question.ALL).producing(Answer.GEOJSON),
            Route.read("/api/choropleth/{measure}/style.json", "getMapLibreStyle", "The classes of a choropleth as a MapLibre style.", REGISTERS,
                this::mapLibre).taking(Question.ALL).negotiated(),
            Route.read("/api/choropleth/{measure}/style.sld", "getSld", "The classes of a choropleth as SLD.", REGISTERS, this::sld)
                .taking(Question.ALL).producing(SLD));
    }

    private Answer mapLibre(Request request, Tx tx) {
        Painted painted = question.answer(request, tx);
        Request.Address address = request.address();
        String data = address.base() + "/api/choropleth/" + painted.asked().measure().id() + ".geojson"
            + (address.query().isEmpty() ? "" : "?" + address.query());
        return Answer.json(MapLibreStyle.of(painted.title(), painted.legend(), data, Choropleth.isIllustrative(painted, boundaries, tx)));
    }

    private Answer sld(Request request, Tx tx) {
        Painted painted = question.answer(request, tx);
        return Answer.of(SLD, SldWriter.write(painted.asked().measure().id(), painted.title(), painted.legend()));
    }

    private Answer catalogue(Request request, Tx tx) {
        CalendarStore.Calendar days = calendar.getCalendar(tx);
        var asOf = request.find(Ask.AS_OF).orElse(days.asOf());
        List<Map<String, Object>> dataSets = measures.listDataSets(tx);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("asOf", asOf);
        body.put("firstDay", days.first());
        body.put("lastDay", days.last());
        body.put("boundaries", Map.of("v", boundaries.getVersion(tx, days.asOf())));
        body.put("illustrative", dataSets.stream().anyMatch(set -> Boolean.TRUE.equals(set.get("illustrative"))));
        body.put("dataSets", dataSets);
        body.put("series", List.of(choice("actual", "Thực tế", "Actual"), choice("planned", "Kế hoạch", "Planned")));
        body.put("levels", List.of(choice("commune", "Xã", "Communes"), choice("district", "Huyện", "Districts"), choice("province", "Tỉnh", "Province")));
        body.put("groups", measures.listGroups(tx, asOf, request.find(Ask.SERIES).orElse("actual")));
        body.put("statuses", statuses(tx));
        body.put("measures", measures.getCatalogue(tx, asOf).measures().stream().map(MeasureRoutes::declaration).toList());
        return Answer.json(body);
    }

    private static Map<String, Object> choice(String id, String vi, String en) {
        return Map.of("id", id, "label", new Label(vi, en));
    }

    private List<Map<String, Object>> statuses(Tx tx) {
        List<Map<String, Object>> statuses = new ArrayList<>();
        measures.listStatuses(tx).forEach((code, label) -> {
            Map<String, Object> status = new LinkedHashMap<>();
            status.put("code", code);
            status.put("label", label);
            status.put("paint", Palette.ofStatus(code));
            statuses.add(status);
        });
        return statuses;
    }

    private static Map<String, Object> declaration(Measure measure) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", measure.id());
        body.put("label", measure.label());
        body.put("section", measure.section());
        body.put("unit", measure.unit());
        body.put("kind", measure.kind().name().toLowerCase(java.util.Locale.ROOT));
        body.put("rollUp", measure.rollUp().name().toLowerCase(java.util.Locale.ROOT));
        body.put("decimals", measure.decimals());
        body.put("direction", measure.direction());
        body.put("criterion", measure.criterion());
        body.put("breaks", measure.breaks());
        body.put("methods", Question.methods(measure));
        body.put("source", measure.source().ref());
        body.put("flow", measure.flow());
        body.put("rests", measure.source().rests());
        return body;
    }
}

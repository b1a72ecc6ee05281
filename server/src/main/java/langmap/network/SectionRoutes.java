package langmap.network;

import java.time.LocalDate;
import java.util.List;
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
import langmap.network.load.SectionImport;
import langmap.problem.Problem;

/** One section with its line, its parts by commune and the works on it. */
public final class SectionRoutes {
    private static final int DECIMALS = 7;
    private static final Param<String> KIND = Params.pathChoice("kind", "road, canal or power_line.",
        List.of(SectionImport.ROAD, SectionImport.CANAL, SectionImport.POWER_LINE));
    private static final Param<String> CODE = Params.pathWord("code", "Code of the section.", Pattern.compile("[^\\p{Cntrl}/]{1,60}"));

    private final SectionStore store = new SectionStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(Route.read("/api/network/sections/{kind}/{code}", "getSection", "A section as a GeoJSON feature: what is said of it, what it is like on "
            + "the day, its parts by commune and its works.", List.of("network", "unit", "data_set"), this::section).taking(KIND, CODE, Ask.AS_OF, Ask.SERIES)
            .producing(Answer.GEOJSON));
    }

    private Answer section(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String series = request.find(Ask.SERIES).orElse("actual");
        SectionStore.Section section = store.findSection(tx, request.get(KIND), request.get(CODE), asOf, series).orElseThrow(() ->
            Problem.notFound("There is no section " + Params.shown(request.get(CODE)) + " of that kind on " + asOf + "."));
        section.properties().put("parts", store.listParts(tx, section.id(), asOf));
        section.properties().put("surfaces", store.listSurfaces(tx, section.id(), asOf, series));
        section.properties().put("works", store.listWorks(tx, section.id(), asOf, series));
        ByteSink out = new ByteSink().put("{\"type\":\"Feature\",\"id\":").put(Json.text(request.get(CODE))).put(",\"properties\":")
            .put(Json.text(section.properties())).put(",\"geometry\":");
        EwkbJson.write(section.ewkb(), DECIMALS, out);
        return Answer.of(Answer.GEOJSON, out.put('}').toBytes());
    }
}

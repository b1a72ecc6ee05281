package langmap.ogc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.openapi.OpenApi;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.layer.CalendarStore;
import langmap.problem.Problem;

/** OGC API Features, part 1 core: landing page, description, conformance, collections, items. */
public final class OgcRoutes {
    private static final List<String> REGISTERS = List.of("unit", "network", "data_set");
    private static final String HTML = "text/html";
    private static final List<String> CONFORMANCE = Stream.of("core", "oas30", "geojson", "html")
        .map(name -> "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/" + name).toList();
    private static final Param<String> FORM = Params.choice("f", "json or html; without it what the Accept header prefers.", List.of("json", "html"));
    private static final Param<String> FEATURE = Params.pathWord("featureId", "Id of a feature as listed in the items.",
        Pattern.compile("[^\\p{Cntrl}]{1,60}?(@[0-9]{4}-[0-9]{2}-[0-9]{2})?"));
    private static final Pattern DATED = Pattern.compile("(.+)@([0-9]{4}-[0-9]{2}-[0-9]{2})");

    private final String version;
    private final CalendarStore calendar = new CalendarStore();
    private final FeatureStore store = new FeatureStore();
    private final Items items = new Items();

    public OgcRoutes(String version) {
        this.version = version;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(page(Route.plain("/ogc", "getLandingPage", "Landing page of the features API.", this::landing)));
        routes.add(page(Route.plain("/ogc/conformance", "getConformance", "Conformance classes.", this::conformance)));
        routes.add(page(Route.read("/ogc/collections", "listCollections", "The collections there are.", REGISTERS, this::collections)));
        for (Layer layer : Layer.ALL) {
            String path = "/ogc/collections/" + layer.id();
            String name = layer.operation();
            routes.add(page(Route.read(path, "describe" + name, "The collection " + layer.titleEn() + ".", REGISTERS,
                (request, tx) -> collection(layer, request, tx))));
            List<Param<?>> params = new ArrayList<>(FeatureQuery.params(layer));
            params.add(FORM);
            routes.add(Route.read(path + "/items", "list" + name, "Features of the collection " + layer.titleEn() + ".", REGISTERS,
                (request, tx) -> features(layer, request, tx)).taking(params.toArray(Param<?>[]::new)).producing(Answer.GEOJSON, HTML).negotiated());
            routes.add(Route.read(path + "/items/{featureId}", "get" + name, "One feature of the collection " + layer.titleEn() + ".", REGISTERS,
                (request, tx) -> feature(layer, request, tx)).taking(FEATURE, FORM).producing(Answer.GEOJSON, HTML).negotiated());
        }
        List<Route> described = List.copyOf(routes);
        routes.add(Route.plain("/ogc/api", "getApi", "This description, OpenAPI 3.0.", request -> description(request, described))
            .taking(FORM).producing(OpenApi.TYPE, HTML).negotiated());
        return routes;
    }

    private static Route page(Route route) {
        return route.taking(FORM).producing(Answer.JSON, HTML).negotiated();
    }

    private static boolean wantsHtml(Request request) {
        return request.find(FORM).map("html"::equals).orElseGet(() -> Accept.prefersHtml(request.address().accept()));
    }

    private Answer landing(Request request) {
        boolean html = wantsHtml(request);
        Links links = new Links(request.address()).forms(html, "json");
        links.add("service-desc", OpenApi.TYPE, "API (OpenAPI 3.0)", links.at("/api?f=json")).add("service-doc", HTML, "API", links.at("/api?f=html"))
            .add("conformance", Answer.JSON, "Conformance", links.at("/conformance?f=json"))
            .add("data", Answer.JSON, "Collections", links.at("/collections?f=json"));
        String title = "LangMap: đơn vị hành chính và hạ tầng tỉnh Lạng Sơn · units and infrastructure of Lạng Sơn";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("description", "Ranh giới các cấp, đường, kênh, lưới điện và công trình, có hiệu lực theo ngày. Boundaries, roads, canals, power lines and works, valid in time.");
        body.put("links", links.list());
        return html ? Html.page(title, List.of(Html.link(request.address().base() + "/", "LangMap")), false, Html.list(links.list())) : Answer.json(body);
    }

    private Answer conformance(Request request) {
        Links links = new Links(request.address());
        return wantsHtml(request) ? Html.page("Conformance", Trail.of(links), false, Html.table(List.of("URI"),
            CONFORMANCE.stream().map(uri -> List.of(Html.escape(uri))).toList())) : Answer.json(Map.of("conformsTo", CONFORMANCE));
    }

    private Answer description(Request request, List<Route> routes) {
        Links links = new Links(request.address());
        List<Route> all = new ArrayList<>(routes);
        all.add(page(Route.plain("/ogc/api", "getApi", "This description, OpenAPI 3.0.", one -> null)).producing(OpenApi.TYPE, HTML));
        if (wantsHtml(request)) {
            return Html.page("API", Trail.of(links), false, "<p>" + Html.link(links.at("/api?f=json"), "OpenAPI 3.0") + "</p>"
                + Html.table(List.of("GET", "Operation"), all.stream().map(route -> List.of(Html.escape(route.path()), Html.escape(route.summary()))).toList()));
        }
        return Answer.json(OpenApi.TYPE, OpenApi.describe("LangMap: OGC API Features", version, links.at(""), "/ogc", all));
    }

    private Answer collections(Request request, Tx tx) {
        boolean html = wantsHtml(request);
        Links links = new Links(request.address()).forms(html, "json");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("links", links.list());
        body.put("collections", Layer.ALL.stream().map(layer -> describe(layer, new Links(request.address())
            .add("self", Answer.JSON, "JSON", links.at("/collections/" + layer.id() + "?f=json")), tx)).toList());
        return html ? Html.page("Collections", Trail.of(links), false, Html.table(List.of("Collection", "Items"), Layer.ALL.stream().map(layer -> List.of(
            Html.link(links.at("/collections/" + layer.id() + "?f=html"), layer.titleVi() + " · " + layer.titleEn()),
            Html.link(links.at("/collections/" + layer.id() + "/items?f=html"), "items"))).toList())) : Answer.json(body);
    }

    private Answer collection(Layer layer, Request request, Tx tx) {
        boolean html = wantsHtml(request);
        Links links = new Links(request.address()).forms(html, "json");
        Map<String, Object> body = describe(layer, links, tx);
        return html ? Html.page(layer.titleVi() + " · " + layer.titleEn(), Trail.of(links), body.get("description").toString().contains("illustrative"),
            Html.list(links.list())) : Answer.json(body);
    }

    private Map<String, Object> describe(Layer layer, Links links, Tx tx) {
        FeatureStore.Extent extent = store.getExtent(tx, layer);
        String path = "/collections/" + layer.id();
        links.add("items", Answer.GEOJSON, "GeoJSON", links.at(path + "/items?f=json")).add("items", HTML, "HTML", links.at(path + "/items?f=html"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", layer.id());
        body.put("title", layer.titleVi() + " · " + layer.titleEn());
        body.put("description", (extent.west() == null ? "Chưa có gì. Nothing yet." : extent.from() == null ? "Có hiệu lực theo ngày. Valid in time."
            : "Có hiệu lực theo ngày, từ " + extent.from() + ". Valid in time, from " + extent.from() + ".") + (extent.illustrative() ? " Dữ liệu minh họa: illustrative data." : ""));
        Map<String, Object> reach = new LinkedHashMap<>();
        if (extent.west() != null) {
            reach.put("spatial", Map.of("bbox", List.of(List.of(extent.west(), extent.south(), extent.east(), extent.north())),
                "crs", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
        }
        // An end that is open would be null here, which the OGC's test suite takes for a fault; without an interval time is not bounded either.
        if (extent.from() != null && extent.to() != null) {
            reach.put("temporal", Map.of("interval", List.of(List.of(moment(extent.from()), moment(extent.to())))));
        }
        body.put("extent", reach);
        body.put("itemType", "feature");
        body.put("crs", List.of("http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
        body.put("links", links.list());
        return body;
    }

    private static String moment(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private Answer features(Layer layer, Request request, Tx tx) {
        LocalDate usual = calendar.getCalendar(tx).asOf();
        return items.page(FeatureQuery.of(layer, request, new Span(usual, usual)), usual, request, tx, wantsHtml(request));
    }

    private Answer feature(Layer layer, Request request, Tx tx) {
        Matcher dated = DATED.matcher(request.get(FEATURE));
        boolean hasDay = dated.matches();
        LocalDate usual = calendar.getCalendar(tx).asOf();
        FeatureStore.Feature feature = store.findFeature(tx, layer, hasDay ? dated.group(1) : request.get(FEATURE), hasDay ? day(dated.group(2)) : usual, usual)
            .filter(one -> one.id().equals(request.get(FEATURE)))
            .orElseThrow(() -> Problem.notFound("The collection " + layer.id() + " has no feature " + request.get(FEATURE) + ". Its items list the ids."));
        boolean html = wantsHtml(request);
        Links links = new Links(request.address()).forms(html, "geojson");
        links.add("collection", Answer.JSON, layer.titleVi(), links.at("/collections/" + layer.id()));
        return html ? Html.page(feature.title(), Trail.of(links, layer), feature.illustrative(), Html.list(links.list())
            + Html.table(List.of("", ""), feature.properties().entrySet().stream().map(entry -> List.of(Html.escape(entry.getKey()),
                Html.escape(entry.getValue()))).toList())) : Items.document(feature, links);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw Problem.notFound("There is no day " + text + ".");
        }
    }
}

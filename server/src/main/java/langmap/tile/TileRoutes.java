package langmap.tile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import langmap.db.Tx;
import langmap.geo.TileCoord;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.layer.Ask;
import langmap.layer.CalendarStore;
import langmap.problem.Fault;
import langmap.problem.Problem;

/** Vector tiles and what describes them. */
public final class TileRoutes {
    /** Media type of a vector tile. */
    public static final String MVT = "application/vnd.mapbox-vector-tile";
    /** Beyond it nothing is gained: a step of a tile is a fifth of a metre. */
    static final int FINEST_ZOOM = 15;
    private static final List<String> REGISTERS = List.of("network", "unit", "data_set");
    private static final Param<String> LAYER = Params.pathChoice("layer", "The layer.", TileLayer.ALL.stream().map(TileLayer::id).toList());
    private static final Param<Integer> Z = Params.pathInteger("z", "Zoom, 0 to " + TileCoord.GREATEST_ZOOM + ".");
    private static final Param<Integer> X = Params.pathInteger("x", "Column, from the west.");
    private static final Param<Integer> Y = Params.pathInteger("y", "Row, from the north.");

    private final TileStore store = new TileStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(
            Route.read("/tiles/{layer}.json", "describeTiles", "TileJSON 3 of a layer, with the rules and labels to draw it by.", REGISTERS, this::describe)
                .taking(LAYER, Ask.AS_OF, Ask.SERIES).negotiated(),
            Route.read("/tiles/{layer}/{z}/{x}/{y}.mvt", "getTile", "A vector tile of a layer as it stands on a day.", REGISTERS, this::tile)
                .taking(LAYER, Z, X, Y, Ask.AS_OF, Ask.SERIES).producing(MVT));
    }

    private Answer tile(Request request, Tx tx) {
        TileCoord tile = new TileCoord(request.get(Z), request.get(X), request.get(Y));
        if (tile.fault() != null) {
            throw Problem.ofFaults(List.of(new Fault("z/x/y", tile.fault(), "Give zoom, column and row of a tile of the web Mercator square.")));
        }
        TileLayer layer = TileLayer.get(request.get(LAYER));
        return Answer.of(MVT, tile.z() < layer.fromZoom() ? new byte[0]
            : store.getTile(tx, layer, tile, calendar.day(request, tx), request.find(Ask.SERIES).orElse("actual")));
    }

    private Answer describe(Request request, Tx tx) {
        TileLayer layer = TileLayer.get(request.get(LAYER));
        LocalDate asOf = calendar.day(request, tx);
        String series = request.find(Ask.SERIES).orElse("actual");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("tilejson", "3.0.0");
        body.put("name", layer.title().get("vi") + " · " + layer.title().get("en"));
        body.put("tiles", List.of(request.address().base() + "/tiles/" + layer.id() + "/{z}/{x}/{y}.mvt?asOf=" + asOf + "&series=" + series));
        body.put("scheme", "xyz");
        body.put("minzoom", layer.fromZoom());
        body.put("maxzoom", FINEST_ZOOM);
        body.put("bounds", store.getBounds(tx));
        body.put("vector_layers", List.of(Map.of("id", layer.id(), "fields", layer.fields(), "minzoom", layer.fromZoom(), "maxzoom", FINEST_ZOOM)));
        body.put("asOf", asOf);
        body.put("series", series);
        body.put("illustrative", store.isIllustrative(tx, layer.dataKinds()));
        body.put("title", layer.title());
        body.put("names", layer.names());
        List<TileStore.Word> words = store.listWords(tx, layer.of()).stream().filter(word -> layer.words().contains(word.field())).toList();
        body.put("rules", rules(layer, words));
        body.put("words", words.stream().collect(Collectors.groupingBy(TileStore.Word::field, LinkedHashMap::new,
            Collectors.toMap(TileStore.Word::code, TileStore.Word::label, (first, second) -> first, LinkedHashMap::new))));
        return Answer.json(body);
    }

    /** The declared rules, those of classes with label and zoom of the register; a class nobody has is left out. */
    private static List<Map<String, Object>> rules(TileLayer layer, List<TileStore.Word> words) {
        Map<String, TileStore.Word> classes = words.stream().filter(word -> word.field().equals("class"))
            .collect(Collectors.toMap(TileStore.Word::code, Function.identity()));
        return layer.rules().stream().filter(rule -> !rule.when().containsKey("class") || classes.containsKey(rule.when().get("class"))).map(rule -> {
            TileStore.Word word = classes.get(rule.when().getOrDefault("class", ""));
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("when", rule.when());
            shown.put("label", word == null ? rule.label() : word.label());
            shown.put("fromZoom", word == null ? layer.fromZoom() : word.fromZoom());
            shown.put("paint", rule.paint());
            return shown;
        }).toList();
    }
}

package langmap.importer.staging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.geo.Crs;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Role;
import langmap.http.Route;
import langmap.importer.file.Limits;
import langmap.importer.map.TextEncoding;

/** Imports for the administrator: a file is sent, looked at, applied or rejected, and undone. */
public final class ImportRoutes {
    private static final Param<String> ID = Params.pathWord("import", "Number of the import.", Pattern.compile("[0-9]{1,9}"));
    private static final Param<String> NAME = Params.text("name", "Name of the file.", 200).required();
    private static final Param<Integer> LIMIT = Params.integer("limit", "Most of them; 500 if it is not said.", 1, 5000);
    private static final Param<Integer> OFFSET = Params.integer("offset", "How many to pass over.", 0, 1_000_000);
    private static final Param<String> STATE = Params.choice("state", "Only features of this state.", List.of("new", "changed", "unchanged", "missing", "faulty"));
    private static final Param<String> SOURCE_LAYER = Params.text("sourceLayer", "Layer in the file.", 200).inBody();
    private static final Param<String> CRS = Params.<String>custom("crs", "Coordinate system of the file, such as EPSG:9215.", Map.of("type", "string"), text ->
        parsed(text, text.length() > 4000 || Crs.findByText(text).isEmpty(), "a known coordinate system", "Give an EPSG code such as EPSG:9215.")).inBody();
    private static final Param<String> ENCODING = Params.<String>custom("encoding", "Encoding of its text.", Map.of("type", "string"), text ->
        parsed(text, TextEncoding.find(text).isEmpty(), "a known encoding", "Give UTF-8, windows-1258 or TCVN3.")).inBody();
    private static final Param<Boolean> SWAPPED = Params.truth("swapped", "True if northing or latitude stands first.").inBody();
    private static final Param<Boolean> REPAIR = Params.truth("repair", "True to repair geometries that are not valid.").inBody();
    private static final Param<Map<String, String>> MAPPING = Params.json("mapping", "Field of the file by field of the layer.",
        Map.of("type", "object", "additionalProperties", Map.of("type", "string")), ImportRoutes::mapping);
    private static final Param<Map<String, String>> CONSTANTS = Params.json("constants", "Value that all features have, by field of the layer; for what the file does not say.",
        Map.of("type", "object", "additionalProperties", Map.of("type", "string")), ImportRoutes::mapping);
    private static final Param<LocalDate> CLOSE = Params.date("closeFrom", "Day from which what the file lacks ends; without it all of it stays.").inBody();
    private static final Param<java.math.BigDecimal> CLEAN = Params.number("cleanM", "Width up to which overlaps and gaps of areas are cleaned, metres.", 0.01, 100).inBody();
    private static final Param<String> SOURCE = Params.text("source", "Where the data come from.", 200).inBody();
    private static final Param<String> LICENCE = Params.text("licence", "Under which terms they may be passed on.", 200).inBody();

    private final Imports imports;
    private final ImportStore store = new ImportStore();
    private final StagingStore staging = new StagingStore();
    private final Param<String> layer;

    public ImportRoutes(Imports imports) {
        this.imports = imports;
        this.layer = Params.choice("layer", "The layer it is for.", imports.layers().stream().map(TargetLayer::id).toList());
    }

    private static String parsed(String text, boolean unknown, String what, String remedy) {
        if (unknown) {
            throw Params.refuse(Params.shown(text) + " is not " + what + ".", remedy);
        }
        return text;
    }

    private static Map<String, String> mapping(JsonNode node) {
        Map<String, String> mapping = new LinkedHashMap<>();
        node.properties().forEach(entry -> mapping.put(entry.getKey(), entry.getValue().asText()));
        boolean texts = node.isObject() && node.size() <= 100 && node.properties().stream().allMatch(entry -> entry.getValue().isTextual()
            && entry.getValue().asText().length() <= 200 && entry.getKey().length() <= 60);
        if (!texts) {
            throw Params.refuse("this is not an object of texts.", "Give the field of the file by field of the layer, such as {\"code\":\"MA\"}.");
        }
        return mapping;
    }

    public List<Route> routes() {
        Param<String> required = layer.required();
        return List.of(
            admin(Route.read("/api/import-layers", "listImportLayers", "Layers that files can fill, with their fields.", List.of(), this::layers)),
            Route.command(Route.Method.POST, "/api/imports", "sendImport", "Sends a map file; it is checked in the background.", request -> receive(request, required))
                .taking(required, NAME).takingFile(Limits.USUAL.bytes()),
            admin(Route.read("/api/imports", "listImports", "Imports, the newest first.", List.of(), this::list).taking(layer, LIMIT)),
            admin(Route.read("/api/imports/{import}", "getImport", "One import: its state, how far its check is, what is in the file.", List.of(),
                (request, tx) -> Answer.json(json(imports.get(tx, id(request), false)))).taking(ID)),
            Route.command(Route.Method.PUT, "/api/imports/{import}/choices", "chooseForImport", "Decides how a file is read; it is checked again.", this::choose)
                .taking(ID, SOURCE_LAYER, CRS, SWAPPED, ENCODING, REPAIR, MAPPING, CONSTANTS, CLOSE, CLEAN, SOURCE, LICENCE),
            admin(Route.read("/api/imports/{import}/features.geojson", "listImportFeatures", "Features as they would be stored, with their state.", List.of(),
                this::features).taking(ID, STATE, LIMIT).producing(Answer.GEOJSON)),
            admin(Route.read("/api/imports/{import}/issues.geojson", "listImportIssues", "What is wrong with the file, with its place on the map where it has one.",
                List.of(), this::issues).taking(ID, LIMIT, OFFSET).producing(Answer.GEOJSON)),
            decision("apply", "Stores the features in the layer, all or nothing.", (request, tx) -> imports.apply(tx, id(request), request.actor())),
            decision("reject", "Lets the file go; nothing of it is stored.", (request, tx) -> imports.reject(tx, id(request), request.actor())),
            decision("undo", "Brings back what the last import of a layer found.", (request, tx) -> imports.undo(tx, id(request), request.actor())));
    }

    private static Route admin(Route route) {
        return route.by(Role.ADMIN);
    }

    private Route decision(String word, String summary, BiConsumer<Request, Tx> work) {
        return Route.change(Route.Method.POST, "/api/imports/{import}/" + word, word + "Import", summary, (request, tx) -> {
            work.accept(request, tx);
            return Answer.json(json(imports.get(tx, id(request), false)));
        }).taking(ID);
    }

    private static long id(Request request) {
        return Long.parseLong(request.get(ID));
    }

    private Answer layers(Request request, Tx tx) {
        return Answer.json(Map.of("rows", imports.layers().stream().map(one -> Map.of("id", one.id(), "vi", one.vi(), "en", one.en(),
            "shape", one.shape().word(), "decisions", one.decisions(), "fields", one.fields(tx).stream().map(field -> Map.of("name", field.name(),
                "vi", field.vi(), "en", field.en(), "required", field.required(), "choices", field.choices().entrySet().stream()
                    .map(word -> Map.of("id", word.getKey(), "vi", word.getValue().get(0), "en", word.getValue().get(1))).toList())).toList())).toList()));
    }

    private Answer receive(Request request, Param<String> required) {
        ImportRecord one = imports.receive(request.file(), request.get(NAME), request.get(required), request.actor());
        imports.checkLater(one.id());
        return Answer.json(json(one)).status(201).header("Location", "/api/imports/" + one.id());
    }

    private Answer list(Request request, Tx tx) {
        return Answer.json(Map.of("rows", store.listImports(tx, request.find(layer).orElse(null), request.find(LIMIT).orElse(500)).stream()
            .map(ImportRoutes::json).toList()));
    }

    private Answer choose(Request request) {
        ImportChoices choices = new ImportChoices(request.find(SOURCE_LAYER).orElse(null), request.find(CRS).orElse(null), request.find(SWAPPED).orElse(false),
            request.find(ENCODING).orElse(null), request.find(REPAIR).orElse(false), request.find(MAPPING).orElse(null), request.find(CONSTANTS).orElse(null),
            request.find(CLOSE).map(LocalDate::toString).orElse(null), request.find(CLEAN).map(java.math.BigDecimal::doubleValue).orElse(null),
            request.find(SOURCE).orElse(null), request.find(LICENCE).orElse(null));
        imports.choose(id(request), choices, request.actor());
        imports.checkLater(id(request));
        return Answer.json(Map.of("id", id(request), "state", "uploaded"));
    }

    private Answer features(Request request, Tx tx) {
        imports.get(tx, id(request), false);
        return collection(staging.listFeatures(tx, id(request), request.find(STATE).orElse(null), request.find(LIMIT).orElse(500)), "");
    }

    private Answer issues(Request request, Tx tx) {
        imports.get(tx, id(request), false);
        return collection(staging.listIssues(tx, id(request), request.find(LIMIT).orElse(500), request.find(OFFSET).orElse(0)),
            ",\"numberMatched\":" + staging.countIssues(tx, id(request)));
    }

    private static Answer collection(List<String> features, String more) {
        return Answer.of(Answer.GEOJSON, "{\"type\":\"FeatureCollection\"" + more + ",\"features\":[" + String.join(",\n", features) + "]}");
    }

    private static Map<String, Object> json(ImportRecord one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", one.id());
        json.put("fileName", one.fileName());
        json.put("sha256", one.sha256());
        json.put("layer", one.layer());
        json.put("state", one.state());
        json.put("rowsDone", one.rowsDone());
        json.put("rowsTotal", one.rowsTotal());
        json.put("errors", one.errors());
        json.put("counts", one.counts() == null ? null : Map.of("new", one.counts().added(), "changed", one.counts().changed(),
            "unchanged", one.counts().unchanged(), "missing", one.counts().missing(), "faulty", one.counts().faulty()));
        json.put("choices", one.choices());
        json.put("found", one.found());
        json.put("history", one.history());
        return json;
    }
}

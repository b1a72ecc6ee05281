package langmap.network.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.http.Route.Method;
import langmap.network.edit.EditStore.StoredSection;
import langmap.network.load.Geometries;
import langmap.network.load.NetworkLoadStore;
import langmap.network.load.SectionImport;
import langmap.problem.Fault;
import langmap.problem.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Sections drawn, moved, split and closed on the map. */
public final class SectionEditRoutes {
    /** With room to spare. */
    private static final Envelope VIET_NAM = new Envelope(100, 115, 5, 25);
    private static final int MOST_POINTS = 20_000;
    private static final int SHORTEST_M = 1;
    private static final int LONGEST_M = 100_000;
    /** About a kilometre: so far roads go on beyond what is drawn as the boundary. */
    private static final double NEAR_DEGREES = 0.01;
    private static final List<String> KINDS = List.of(SectionImport.ROAD, SectionImport.CANAL, SectionImport.POWER_LINE);
    private static final Param<String> KIND = Params.pathChoice("kind", "road, canal or power_line.", KINDS);
    private static final Param<String> CODE = Params.pathWord("code", "Code of the section.", Pattern.compile("[^\\p{Cntrl}/]{1,60}"));
    private static final Param<String> NEW_CODE = WorkEditRoutes.newCode("Code of the new section; one is made if not given.");
    private static final Param<String> SORT = Params.word("class", "Its class, such as village_road.", Pattern.compile("[a-z0-9_]{1,40}")).inBody();
    private static final Param<String> SURFACE = Params.word("surface", "Its surface before any work; none for power lines.",
        Pattern.compile("[a-z0-9_]{1,40}")).inBody();
    private static final Param<String> ROAD_ID = Params.custom("roadId", "Road id: three digits, two letters or 00, five digits, such as 092CL00013.",
        Map.of("type", "string", "pattern", SectionImport.ROAD_ID.pattern()), SectionEditRoutes::parseRoadId).inBody();
    private static final Param<String> NAME = Params.text("name", "Its name.", 200).inBody();
    private static final Param<String> OWNER = Params.text("owner", "Who owns or manages it.", 200).inBody();
    private static final Param<BigDecimal> WIDTH = Params.number("widthM", "Its width, metres.", 0.1, 200).inBody();
    private static final Param<BigDecimal> VOLTAGE = Params.number("voltageKv", "Voltage of a power line, kV.", 0.1, 1000).inBody();
    private static final Param<Integer> BUILT = Params.integer("builtYear", "Year it was built.", 1800, 2199).inBody();
    private static final Param<BigDecimal> REPORTED = Params.number("lengthReportedM", "Length as people report it, metres.", 0, 1e6).inBody();
    private static final Param<BigDecimal> AT = Params.number("atM", "Metres from the first vertex.", 0, 1e7).required().inBody();
    private static final Param<Boolean> MISTAKE = Params.truth("mistake", "True takes out altogether what was drawn by hand by mistake, as if it had never been; "
        + "only while no work is on it.");
    private static final Param<LineString> LINE = Params.json("geometry", "The line: a GeoJSON LineString in degrees of WGS 84.",
        Map.of("type", "object"), SectionEditRoutes::parseLine);

    private final EditStore store = new EditStore();
    private final SplitStore splitting = new SplitStore();
    private final NetworkLoadStore network = new NetworkLoadStore();

    public List<Route> routes() {
        return List.of(
            Route.change(Method.POST, "/api/network/sections/{kind}", "addSection", "Draws a new section.", this::add)
                .taking(KIND, NEW_CODE, SORT, SURFACE, ROAD_ID, NAME, OWNER, WIDTH, VOLTAGE, BUILT, REPORTED, LINE),
            Route.change(Method.PATCH, "/api/network/sections/{kind}/{code}", "changeSection", "Moves a section or changes what is said of it; what is not "
                + "named stays, null clears. When the line is moved, works keep their metres from its first vertex, and those that reached its end reach the new one.", this::change).taking(KIND, CODE, SORT, SURFACE, ROAD_ID, NAME, OWNER, WIDTH, VOLTAGE, BUILT, REPORTED, LINE).editing(),
            Route.change(Method.POST, "/api/network/sections/{kind}/{code}/split", "splitSection", "Splits a section; works go with the stretch they are on, divided where they are on both pieces; so is the reported length.",
                this::split).taking(KIND, CODE, AT).editing(),
            Route.change(Method.DELETE, "/api/network/sections/{kind}/{code}", "closeSection", "Ends a section: from today on it is no longer there.",
                this::close).taking(KIND, CODE, MISTAKE).editing());
    }

    private static String parseRoadId(String text) {
        if (!SectionImport.ROAD_ID.matcher(text).matches()) {
            throw Params.refuse(Params.shown(text) + " is not a road id.", SectionImport.ROAD_ID_RULE);
        }
        return text;
    }

    private static LineString parseLine(JsonNode tree) {
        JsonNode points = tree.path("coordinates");
        if (!tree.path("type").asText().equals("LineString") || points.size() < 2 || points.size() > MOST_POINTS) {
            throw Params.refuse("The geometry is not a line.", "Give a GeoJSON LineString of 2 to " + MOST_POINTS + " points.");
        }
        List<Coordinate> line = new ArrayList<>();
        for (JsonNode point : points) {
            Coordinate at = new Coordinate(point.path(0).asDouble(Double.NaN), point.path(1).asDouble(Double.NaN));
            if (!VIET_NAM.contains(at)) {
                throw Params.refuse("The point " + line.size() + " does not lie in Việt Nam.", "Give longitude and latitude in degrees of WGS 84.");
            }
            line.add(at);
        }
        return new GeometryFactory().createLineString(line.toArray(Coordinate[]::new));
    }

    private Answer add(Request request, Tx tx) {
        String kind = request.get(KIND);
        StoredSection section = changed(EditStore.NOTHING, request);
        List<Fault> faults = new ArrayList<>(check(kind, section, tx));
        faults.addAll(checkLine(request, 0, tx));
        if (request.find(NEW_CODE).filter(code -> store.hasSection(tx, kind, code)).isPresent()) {
            faults.add(new Fault("code", "There already is or was a section '" + request.get(NEW_CODE) + "'.", "Give it a code of its own, or none."));
        }
        WorkEditRoutes.refuse(faults);
        return Answer.json(Map.of("code", store.insertSection(tx, kind, request.find(NEW_CODE).orElse(null), section), "version", 1)).status(201);
    }

    private Answer change(Request request, Tx tx) {
        StoredSection section = changed(edited(request, tx), request);
        List<Fault> faults = new ArrayList<>(check(request.get(KIND), section, tx));
        faults.addAll(checkLine(request, section.id(), tx));
        WorkEditRoutes.refuse(faults);
        int version = store.updateSection(tx, section);
        if (request.has(LINE)) {
            store.followEnd(tx, section.id(), section.lengthM());
        }
        return Answer.json(Map.of("code", request.get(CODE), "version", version));
    }

    private Answer split(Request request, Tx tx) {
        StoredSection section = edited(request, tx);
        double at = request.get(AT).doubleValue();
        if (at < SHORTEST_M || at > section.lengthM() - SHORTEST_M) {
            throw Problem.ofFault("atM", "There is nothing to split at " + at + " m.", "Give metres from " + SHORTEST_M + " to " + Math.floor(section.lengthM() - SHORTEST_M) + ".");
        }
        return Answer.json(Map.of("code", request.get(CODE), "second",
            splitting.split(tx, section, splitting.nearestVertex(tx, section.id(), request.get(AT))))).status(201);
    }

    private Answer close(Request request, Tx tx) {
        long id = edited(request, tx).id();
        if (request.find(MISTAKE).orElse(false)) {
            erase(tx, id);
        } else if (!store.closeSection(tx, id)) {
            throw Problem.of(Problem.Kind.CONFLICT, "The section begins only today and works are on it. Take it out tomorrow, or change it.");
        }
        return Answer.json(Map.of("code", request.get(CODE)));
    }

    private void erase(Tx tx, long id) {
        List<String> works = store.listWorks(tx, id);
        if (!works.isEmpty()) {
            throw Problem.of(Problem.Kind.CONFLICT, "Works are on the section: " + String.join(", ", works)
                + ". Take those out first; where one is accepted, the section can only be ended.");
        }
        if (!store.eraseSection(tx, id)) {
            throw Problem.of(Problem.Kind.CONFLICT, "The section was not drawn by hand, it came with a file. It can only be ended.");
        }
    }

    private StoredSection edited(Request request, Tx tx) {
        StoredSection section = store.findSection(tx, request.get(KIND), request.get(CODE)).orElseThrow(() ->
            Problem.notFound("There is no section " + Params.shown(request.get(CODE)) + " of that kind today."));
        Versions.check(section.version(), request.version());
        return section;
    }

    private static StoredSection changed(StoredSection old, Request request) {
        return new StoredSection(old.id(), old.version(), WorkEditRoutes.either(request, SORT, old.sort()),
            WorkEditRoutes.either(request, SURFACE, old.surface()), WorkEditRoutes.either(request, ROAD_ID, old.roadId()),
            WorkEditRoutes.either(request, NAME, old.name()), WorkEditRoutes.either(request, WIDTH, old.widthM()),
            WorkEditRoutes.either(request, VOLTAGE, old.voltageKv()),
            WorkEditRoutes.either(request, OWNER, old.owner()), WorkEditRoutes.either(request, BUILT, old.builtYear()),
            WorkEditRoutes.either(request, REPORTED, old.lengthReportedM()), request.find(LINE).map(Geometries::bytes).orElse(old.ewkb()), old.lengthM());
    }

    private List<Fault> checkLine(Request request, long id, Tx tx) {
        List<Fault> faults = new ArrayList<>();
        request.find(LINE).map(Geometries::bytes).map(line -> store.measure(tx, line, NEAR_DEGREES)).ifPresent(drawn -> {
            if (drawn.lengthM() < SHORTEST_M || drawn.lengthM() > LONGEST_M) {
                faults.add(new Fault("geometry", "The line is " + Math.round(drawn.lengthM()) + " m long.",
                    "Draw a section of " + SHORTEST_M + " m to " + LONGEST_M / 1000 + " km."));
            }
            List<String> beyond = store.listBeyond(tx, id, drawn.lengthM());
            if (!beyond.isEmpty()) {
                faults.add(new Fault("geometry", "The line ends after " + Math.round(drawn.lengthM()) + " m, before works on it begin: " + String.join(", ", beyond) + ".",
                    "Draw it to where they are, or change their stretches first."));
            }
            drawn.outside().ifPresent(at -> faults.add(new Fault("geometry", "The line leaves the province at " + at + ".", "Keep its vertices within the province.")));
        });
        return faults;
    }

    private List<Fault> check(String kind, StoredSection section, Tx tx) {
        List<Fault> faults = new ArrayList<>();
        List<String> classes = network.listClasses(tx).getOrDefault(kind, List.of());
        List<String> surfaces = network.listSurfaces(tx).getOrDefault(kind, List.of());
        if (!classes.contains(section.sort())) {
            faults.add(new Fault("class", "The section has no known class.", "Use one of " + String.join(", ", classes) + "."));
        }
        if (surfaces.isEmpty() ? section.surface() != null : !surfaces.contains(section.surface())) {
            faults.add(new Fault("surface", "The surface does not fit.", surfaces.isEmpty() ? "Leave it out." : "Use one of " + String.join(", ", surfaces) + "."));
        }
        if (section.voltageKv() != null && !kind.equals(SectionImport.POWER_LINE)) {
            faults.add(new Fault("voltageKv", "Only a power line has a voltage.", "Leave it out."));
        }
        if (section.builtYear() != null && section.builtYear() > Params.today().getYear()) {
            faults.add(new Fault("builtYear", "The year " + section.builtYear() + " is yet to come.", "Give the year it was built, or leave it out."));
        }
        if (section.ewkb() == null) {
            faults.add(new Fault("geometry", "The section has no line.", "Give a GeoJSON LineString."));
        }
        return faults;
    }
}

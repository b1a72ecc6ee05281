package langmap.importer.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import langmap.geo.LonLat;
import langmap.importer.Issue;
import langmap.importer.Issues;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Makes features of the lines {@code ogr2ogr} writes, and checks each by itself. */
final class FeatureReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double METRES_OF_A_DEGREE = 111_195;
    private static final double SQUARE_METRES_OF_A_HECTARE = 10_000;
    private static final int HELD = 10_000;
    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final Issue.Where file;
    private final int first;
    private final Texts texts;
    private final PreparedGeometry area;
    private final boolean repair;
    private final Issues issues;
    private final Set<Integer> dimensions = new TreeSet<>();
    /** Features without a geometry, until it is known whether one was there that could not be placed. */
    private final List<Issue.Where> missing = new ArrayList<>();
    private long lines;
    private long placed;
    private long outside;

    /** @param first what has to be added to GDAL's numbers so that they begin with 1 */
    FeatureReader(Issue.Where file, int first, Texts texts, CheckedBy check, Issues issues) {
        this.file = file;
        this.first = first;
        this.texts = texts;
        this.area = PreparedGeometryFactory.prepare(check.area());
        this.repair = check.repair();
        this.issues = issues;
    }

    /** What features are checked by: where they should lie, and whether to repair them. */
    record CheckedBy(Geometry area, boolean repair) {
    }

    Issue.Where feature(long fid) {
        return file.place("feature " + (fid + first));
    }

    /** The feature of a line, null for a line longer than allowed; null and an issue if it is none. */
    Feature read(String line) throws IOException {
        lines++;
        if (line == null) {
            issues.report("feature-too-large", file.place("feature " + lines));
            return null;
        }
        JsonNode tree = JSON.readTree(line);
        long fid = tree.path("id").isIntegralNumber() ? tree.path("id").longValue() : lines - first;
        Issue.Where where = feature(fid);
        Map<String, Object> values = new LinkedHashMap<>();
        tree.path("properties").properties().forEach(entry -> {
            String name = texts.name(entry.getKey());
            values.put(name, value(entry.getValue(), where.field(name)));
        });
        if (tree.path("id").isTextual()) {
            values.putIfAbsent("id", value(tree.path("id"), where.field("id")));   // listed as a field, handed over beside the others
        }
        Geometry geometry = parse(tree.path("geometry"), where.field("geometry"));
        if (geometry == null) {
            return new Feature(fid + first, values, null, null);
        }
        Geometry sound = sound(geometry, where.field("geometry"));
        return new Feature(fid + first, values, sound, sound == geometry || sound == null ? null : geometry);
    }

    /** A few vertices of a feature, evenly taken; none of a line that is no feature with a place. */
    static List<Coordinate> sample(String line, int most) {
        try {
            Coordinate[] all = line == null ? new Coordinate[0] : GeoJsonGeometry.parse(JSON.readTree(line).path("geometry")).getCoordinates();
            int step = all.length / most + 1;
            return IntStream.range(0, all.length / step).mapToObj(i -> all[i * step]).filter(Coordinate::isValid).toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private Object value(JsonNode value, Issue.Where where) {
        return switch (value.getNodeType()) {
            case STRING -> text(value.textValue(), where);
            case NUMBER -> value.isIntegralNumber() ? (Object) value.longValue() : (Object) value.doubleValue();
            case BOOLEAN -> value.booleanValue();
            case NULL, MISSING -> null;
            default -> text(value.toString(), where);
        };
    }

    private Object text(String raw, Issue.Where where) {
        String text = texts.value(raw, where);
        return text == null ? Feature.UNREADABLE : text;
    }

    private Geometry parse(JsonNode node, Issue.Where where) {
        if (!node.isObject()) {
            if (missing.size() < HELD) {
                missing.add(where);
            } else {
                issues.report("geometry-missing", where);
            }
            return null;
        }
        Geometry geometry;
        try {
            geometry = GeoJsonGeometry.parse(node);
        } catch (IllegalArgumentException e) {
            issues.report("geometry-broken", where);
            return null;
        }
        if (geometry.isEmpty()) {
            issues.report("geometry-missing", where);
            return null;
        }
        if (!isOnEarth(geometry)) {
            issues.report("coordinates-absurd", where);
            return null;
        }
        dimensions.add(geometry.getDimension());
        placed++;
        return geometry;
    }

    private static boolean isOnEarth(Geometry geometry) {
        for (Coordinate coordinate : geometry.getCoordinates()) {
            if (!EARTH.contains(coordinate)) {
                return false;
            }
        }
        return true;
    }

    /** The geometry, or repaired if that is wished; null and an issue if nothing of it would be left. */
    private Geometry sound(Geometry geometry, Issue.Where where) {
        if (geometry.getClass() == GeometryCollection.class) {
            issues.report("geometry-collection", where.at(at(geometry.getCoordinate())), geometry.getNumGeometries());
            return geometry;
        }
        if (!area.intersects(geometry)) {
            outside++;
            issues.report("feature-outside", where.at(at(geometry.getCoordinate())));
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return geometry;
        }
        Geometry fixed = GeometryFixer.fix(geometry);
        Coordinate spot = error.getCoordinate() == null ? geometry.getCoordinate() : error.getCoordinate();
        if (fixed.isEmpty()) {
            issues.report("geometry-nothing-left", where.at(at(spot)));
            return null;
        }
        issues.report(repair ? "geometry-repaired" : "geometry-invalid", where.at(at(spot)), error.getMessage(),
            geometry.getNumGeometries(), fixed.getNumGeometries(), hectares(geometry, fixed));
        return repair ? fixed : geometry;
    }

    /** By how much repairing changes the area, about. */
    private static double hectares(Geometry before, Geometry after) {
        double squareDegree = METRES_OF_A_DEGREE * METRES_OF_A_DEGREE * Math.cos(Math.toRadians(before.getCoordinate().y));
        return (after.getArea() - before.getArea()) * squareDegree / SQUARE_METRES_OF_A_HECTARE;
    }

    private static LonLat at(Coordinate coordinate) {
        return new LonLat(coordinate.x, coordinate.y);
    }

    /** What can only be said when all have been seen. */
    void checkAll(Set<String> unplaced) {
        missing.stream().filter(where -> !unplaced.contains(where.place())).forEach(where -> issues.report("geometry-missing", where));
        if (placed > 0 && outside == placed) {
            issues.report("all-outside", file);
        }
        if (dimensions.size() > 1) {
            issues.report("geometry-mixed", file);
        }
        texts.checkAll();
    }
}

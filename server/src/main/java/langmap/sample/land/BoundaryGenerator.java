package langmap.sample.land;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes illustrative boundaries: areas around the true centres of the units, with about their true sizes, that tile the province. The lines
 * between them are made up.
 */
public final class BoundaryGenerator {
    private static final LocalDate DAY = LocalDate.of(2022, 12, 31);
    private static final double STEP_M = 200;
    private static final double COARSE_STEP_M = 400;
    private static final int COARSE_ROUNDS = 150;
    private static final int ROUNDS = 60;
    private static final int ATTEMPTS = 10;

    private BoundaryGenerator() {
    }

    /** Writes {@code illustrative/boundaries.geojson}: one feature a line, its id the code of the unit. */
    public static void write(Path data) {
        try {
            Files.writeString(data.resolve("illustrative/boundaries.geojson"), toGeoJson(make(data, DAY.getYear())), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Areas by code, of the first landscape on which they hold to the laws. */
    static Map<String, Geometry> make(Path data, long seed) {
        List<Site> sites = Site.list(data, DAY);
        Outline outline = Outline.read(data);
        LandLaws laws = new LandLaws(sites, outline);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, Geometry> areas = make(sites, outline, seed + attempt * 1_000_003L);
            if (laws.hold(areas)) {
                return areas;
            }
        }
        throw new IllegalStateException("no landscape meets the laws with seed " + seed);
    }

    private static Map<String, Geometry> make(List<Site> sites, Outline outline, long seed) {
        double[] offsets = new double[sites.size()];
        growth(sites, outline, COARSE_STEP_M, seed).fit(offsets, COARSE_ROUNDS);
        Growth fine = growth(sites, outline, STEP_M, seed);
        fine.fit(offsets, ROUNDS);
        fine.settle(offsets);
        Grid grid = Grid.over(outline.area().getEnvelopeInternal(), STEP_M);
        Meander meander = new Meander(grid, outline.distance(grid), sites, seed);
        Map<Integer, Geometry> areas = new Tracing(grid, fine.grow(offsets), seed).areas(outline, meander);
        Map<String, Geometry> byCode = new TreeMap<>();
        areas.forEach((site, area) -> byCode.put(sites.get(site).code(), area.norm()));
        return byCode;
    }

    private static Growth growth(List<Site> sites, Outline outline, double step, long seed) {
        Grid grid = Grid.over(outline.area().getEnvelopeInternal(), step);
        float[] costs = Terrain.costs(grid, seed);
        return new Growth(grid, sites, new Reserve(grid, sites, outline, costs), costs);
    }

    static String toGeoJson(Map<String, Geometry> areas) {
        List<String> features = new ArrayList<>();
        areas.forEach((code, area) -> features.add("{\"type\":\"Feature\",\"id\":\"" + code
            + "\",\"properties\":{\"illustrative\":true},\"geometry\":" + toJson(area) + "}"));
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n";
    }

    private static String toJson(Geometry area) {
        List<String> polygons = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) area.getGeometryN(i);
            List<String> rings = new ArrayList<>(List.of(toJson(polygon.getExteriorRing())));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(toJson(polygon.getInteriorRingN(hole)));
            }
            polygons.add("[" + String.join(",", rings) + "]");
        }
        return polygons.size() == 1 ? "{\"type\":\"Polygon\",\"coordinates\":" + polygons.get(0) + "}"
            : "{\"type\":\"MultiPolygon\",\"coordinates\":[" + String.join(",", polygons) + "]}";
    }

    private static String toJson(LineString ring) {
        List<String> points = new ArrayList<>();
        for (Coordinate point : ring.getCoordinates()) {
            points.add("[" + plain(point.x) + "," + plain(point.y) + "]");
        }
        return "[" + String.join(",", points) + "]";
    }

    private static String plain(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}

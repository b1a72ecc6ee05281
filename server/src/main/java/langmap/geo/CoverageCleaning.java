package langmap.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Makes a coverage of areas that nearly are one. All their lines are cut where they meet; the faces between them that lie in two areas or in
 * none go to the neighbour with the longest common edge if they are narrow, and are reported if they are not. Nothing else moves.
 */
public final class CoverageCleaning {
    /** Nearer than a millimetre is the same point. */
    private static final double SAME = 1e-8;
    private static final double METRES_OF_A_DEGREE = 111_195;

    private final double narrow;
    private final List<Geometry> areas;
    private final List<Polygon> faces = new ArrayList<>();
    private final List<List<Integer>> owners = new ArrayList<>();

    /**
     * What became of the areas.
     *
     * @param areas    as a coverage, as far as faults were narrow; in the order they were given
     * @param overlaps narrow ones that were given to one area
     * @param gaps     narrow ones that were filled
     * @param left     faults that are wider
     */
    public record Cleaned(List<Geometry> areas, Faults overlaps, Faults gaps, List<Wide> left) {
    }

    /** How many faults, and their area in square metres. */
    public record Faults(int count, double squareMetres) {
        Faults with(Polygon face) {
            return new Faults(count + 1, squareMetres + CoverageCleaning.squareMetres(face));
        }
    }

    /** A fault that is wider than allowed: between which areas, none for a gap. */
    public record Wide(Coordinate at, List<Integer> between, double squareMetres) {
    }

    private CoverageCleaning(List<Geometry> areas, double metres) {
        this.areas = areas;
        this.narrow = metres / METRES_OF_A_DEGREE;
    }

    /** Cleans areas; faults up to {@code metres} wide are narrow. */
    public static Cleaned clean(List<Geometry> areas, double metres) {
        return new CoverageCleaning(areas, metres).clean();
    }

    private Cleaned clean() {
        cutIntoFaces();
        Map<Integer, List<Polygon>> given = new TreeMap<>();
        List<Integer> doubtful = new ArrayList<>();
        for (int face = 0; face < faces.size(); face++) {
            if (owners.get(face).size() == 1) {
                given.computeIfAbsent(owners.get(face).get(0), key -> new ArrayList<>()).add(faces.get(face));
            } else {
                doubtful.add(face);
            }
        }
        Faults overlaps = new Faults(0, 0);
        Faults gaps = new Faults(0, 0);
        List<Wide> left = new ArrayList<>();
        for (int index : doubtful) {
            Polygon face = faces.get(index);
            List<Integer> between = owners.get(index);
            boolean wide = !face.buffer(-narrow / 2).isEmpty();
            if (wide) {
                left.add(new Wide(face.getInteriorPoint().getCoordinate(), between, squareMetres(face)));
            }
            int owner = wide && between.isEmpty() ? -1 : heir(face, between, given);
            if (owner >= 0) {
                given.computeIfAbsent(owner, key -> new ArrayList<>()).add(face);
            }
            overlaps = wide || between.isEmpty() ? overlaps : overlaps.with(face);
            gaps = wide || !between.isEmpty() ? gaps : gaps.with(face);
        }
        List<Geometry> cleaned = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            cleaned.add(given.containsKey(i) ? Coverage.union(List.copyOf(given.get(i))) : areas.get(i).getFactory().createPolygon());
        }
        return new Cleaned(cleaned, overlaps, gaps, left);
    }

    private void cutIntoFaces() {
        GeometryFactory factory = areas.get(0).getFactory();
        List<Geometry> rings = areas.stream().map(Geometry::getBoundary).toList();
        Geometry noded = OverlayNG.overlay(factory.buildGeometry(flat(rings)), null, OverlayNG.UNION, new SnappingNoder(SAME));
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        STRtree tree = new STRtree();
        List<IndexedPointInAreaLocator> locators = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            tree.insert(areas.get(i).getEnvelopeInternal(), i);
            locators.add(new IndexedPointInAreaLocator(areas.get(i)));
        }
        for (Object found : polygonizer.getPolygons()) {
            Polygon face = (Polygon) found;
            Coordinate inside = face.getInteriorPoint().getCoordinate();
            List<Integer> in = new ArrayList<>();
            for (Object area : tree.query(new Envelope(inside))) {
                if (locators.get((Integer) area).locate(inside) == Location.INTERIOR) {
                    in.add((Integer) area);
                }
            }
            in.sort(null);
            faces.add(face);
            owners.add(in);
        }
    }

    private static List<Geometry> flat(List<Geometry> lines) {
        List<Geometry> flat = new ArrayList<>();
        for (Geometry line : lines) {
            for (int i = 0; i < line.getNumGeometries(); i++) {
                flat.add(line.getGeometryN(i));
            }
        }
        return flat;
    }

    /** Who has the longest common edge with a face, of the areas it lies in or, for a gap, of all; -1 if nobody. */
    private int heir(Polygon face, List<Integer> between, Map<Integer, List<Polygon>> given) {
        Map<List<Coordinate>, Double> edges = new HashMap<>();
        edges(face).forEach(edge -> edges.put(edge, edge.get(0).distance(edge.get(1))));
        int best = between.isEmpty() ? -1 : between.get(0);
        double longest = 0;
        for (Map.Entry<Integer, List<Polygon>> area : given.entrySet()) {
            if (between.isEmpty() || between.contains(area.getKey())) {
                double common = area.getValue().stream().filter(other -> other.getEnvelopeInternal().intersects(face.getEnvelopeInternal()))
                    .flatMap(other -> edges(other).stream()).mapToDouble(edge -> edges.getOrDefault(edge, 0.0)).sum();
                if (common > longest) {
                    longest = common;
                    best = area.getKey();
                }
            }
        }
        return best;
    }

    /** The segments of a face, each from its lesser end. */
    private static List<List<Coordinate>> edges(Polygon face) {
        List<List<Coordinate>> edges = new ArrayList<>();
        for (int ring = -1; ring < face.getNumInteriorRing(); ring++) {
            LineString line = ring < 0 ? face.getExteriorRing() : face.getInteriorRingN(ring);
            Coordinate[] points = line.getCoordinates();
            for (int i = 0; i < points.length - 1; i++) {
                boolean inOrder = points[i].compareTo(points[i + 1]) < 0;
                edges.add(inOrder ? List.of(points[i], points[i + 1]) : List.of(points[i + 1], points[i]));
            }
        }
        return edges;
    }

    private static double squareMetres(Polygon face) {
        return face.getArea() * METRES_OF_A_DEGREE * METRES_OF_A_DEGREE * Math.cos(Math.toRadians(face.getCoordinate().y));
    }
}

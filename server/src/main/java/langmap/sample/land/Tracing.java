package langmap.sample.land;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Turns labelled cells into areas: lines between labels are traced once, smoothed, cut by the outline and put together again. */
final class Tracing {
    private static final int BEYOND_CELLS = 4;
    private static final int SMOOTHINGS = 4;
    private static final double WIDEST_GAP_M = 380;
    private static final double SLIVER_M2 = 40_000;

    private final Grid grid;
    private final int[] labels;
    private final long seed;

    Tracing(Grid grid, int[] labels, long seed) {
        this.seed = seed;
        this.grid = grid;
        this.labels = labels.clone();
        for (int i = 0; i < BEYOND_CELLS; i++) {
            widen();
        }
    }

    /** Lets the labels reach beyond the outline, so that their lines cross it. */
    private void widen() {
        int[] before = labels.clone();
        for (int cell = 0; cell < before.length; cell++) {
            for (int direction = 0; direction < 4 && labels[cell] < 0; direction++) {
                int next = grid.neighbour(cell, direction);
                labels[cell] = next < 0 ? -1 : before[next];
            }
        }
    }

    /** The area of each label, degrees with six decimals, a clean coverage of the outline. */
    Map<Integer, Geometry> areas(Outline outline, Meander meander) {
        List<SegmentString> lines = new ArrayList<>();
        chains().forEach(chain -> lines.add(new NodedSegmentString(degrees(thinned(meander.wind(smooth(chain), chain.get(0)))), null)));
        lines.add(new NodedSegmentString(outline.area().getExteriorRing().getCoordinates(), null));
        SnapRoundingNoder noder = new SnapRoundingNoder(Outline.DEGREES.getPrecisionModel());
        noder.computeNodes(lines);
        Polygonizer polygonizer = new Polygonizer();
        uniqueLines(noder.getNodedSubstrings()).forEach(polygonizer::add);
        TreeMap<Integer, List<Geometry>> faces = new TreeMap<>();
        List<Polygon> slivers = new ArrayList<>();
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            Coordinate within = polygon.getInteriorPoint().getCoordinate();
            if (outline.area().contains(polygon.getInteriorPoint())) {
                int label = labels[grid.cell(Plane.x(within.x), Plane.y(within.y))];
                if (squareMetres(polygon) < SLIVER_M2) {
                    slivers.add(polygon);
                } else {
                    faces.computeIfAbsent(label, key -> new ArrayList<>()).add(polygon);
                }
            }
        }
        slivers.forEach(sliver -> longestNeighbour(sliver, faces).add(sliver));
        cutOff(faces).forEach(piece -> longestNeighbour(piece, faces).add(piece));
        Map<Integer, Geometry> areas = new TreeMap<>();
        faces.forEach((label, parts) -> areas.put(label, CoverageUnion.union(parts.toArray(Geometry[]::new))));
        return areas;
    }

    /** Takes out of each area what a winding line cut off from the largest piece of it. */
    private static List<Polygon> cutOff(Map<Integer, List<Geometry>> faces) {
        List<Polygon> pieces = new ArrayList<>();
        faces.replaceAll((label, parts) -> {
            Geometry whole = CoverageUnion.union(parts.toArray(Geometry[]::new));
            if (whole.getNumGeometries() == 1) {
                return parts;
            }
            List<Polygon> bySize = IntStream.range(0, whole.getNumGeometries()).mapToObj(i -> (Polygon) whole.getGeometryN(i))
                .sorted(Comparator.comparingDouble(Polygon::getArea).reversed()).toList();
            pieces.addAll(bySize.subList(1, bySize.size()));
            return new ArrayList<>(bySize.subList(0, 1));
        });
        return pieces;
    }

    private static double squareMetres(Polygon polygon) {
        return polygon.getArea() * Plane.x(107.75) * Plane.y(22.83);
    }

    private static List<Geometry> longestNeighbour(Polygon sliver, Map<Integer, List<Geometry>> faces) {
        List<Geometry> best = null;
        double longest = -1;
        for (List<Geometry> parts : faces.values()) {
            double shared = parts.stream().filter(part -> part.getEnvelopeInternal().intersects(sliver.getEnvelopeInternal()))
                .mapToDouble(part -> part.getBoundary().intersection(sliver.getBoundary()).getLength()).sum();
            if (shared > longest) {
                longest = shared;
                best = parts;
            }
        }
        return best;
    }

    private static Collection<LineString> uniqueLines(Collection<?> noded) {
        Map<String, LineString> lines = new TreeMap<>();
        for (Object string : noded) {
            LineString line = Outline.DEGREES.createLineString(((SegmentString) string).getCoordinates());
            line.normalize();
            lines.put(line.toText(), line);
        }
        return lines.values();
    }

    /** Lines between different labels as corner numbers, from one place where three meet to the next, or closed. */
    private List<List<Integer>> chains() {
        Map<Integer, List<Integer>> steps = new TreeMap<>();
        for (int cell = 0; cell < labels.length; cell++) {
            int corner = corner(cell);
            int east = grid.neighbour(cell, 0);
            int north = grid.neighbour(cell, 1);
            if (east >= 0 && labels[east] != labels[cell]) {
                link(steps, corner + 1, corner + 1 + grid.columns() + 1);
            }
            if (north >= 0 && labels[north] != labels[cell]) {
                link(steps, corner + grid.columns() + 1, corner + grid.columns() + 2);
            }
        }
        Set<Integer> junctions = new TreeSet<>(steps.keySet());
        junctions.removeIf(corner -> steps.get(corner).size() == 2);
        List<List<Integer>> chains = new ArrayList<>();
        for (Set<Integer> starts : List.of(junctions, steps.keySet())) {
            for (int start : starts) {
                while (!steps.get(start).isEmpty()) {
                    chains.add(walk(steps, start, junctions));
                }
            }
        }
        return chains;
    }

    private int corner(int cell) {
        return cell / grid.columns() * (grid.columns() + 1) + cell % grid.columns();
    }

    private static void link(Map<Integer, List<Integer>> steps, int a, int b) {
        steps.computeIfAbsent(a, key -> new ArrayList<>()).add(b);
        steps.computeIfAbsent(b, key -> new ArrayList<>()).add(a);
    }

    /** Walks to the next junction or round a ring, and takes the steps away as it goes. */
    private static List<Integer> walk(Map<Integer, List<Integer>> steps, int start, Set<Integer> junctions) {
        List<Integer> chain = new ArrayList<>(List.of(start));
        int at = start;
        do {
            int next = steps.get(at).get(0);
            steps.get(at).remove(Integer.valueOf(next));
            steps.get(next).remove(Integer.valueOf(at));
            chain.add(next);
            at = next;
        } while (!junctions.contains(at) && at != start);
        return chain;
    }

    /** Corner points in metres, drawn towards their neighbours; ends stay where they are. */
    private List<Coordinate> smooth(List<Integer> chain) {
        List<Coordinate> points = new ArrayList<>();
        chain.forEach(corner -> points.add(point(corner)));
        for (int i = 0; i < SMOOTHINGS; i++) {
            List<Coordinate> before = points.stream().map(Coordinate::copy).toList();
            for (int k = 1; k < points.size() - 1; k++) {
                points.get(k).x = (before.get(k - 1).x + 2 * before.get(k).x + before.get(k + 1).x) / 4;
                points.get(k).y = (before.get(k - 1).y + 2 * before.get(k).y + before.get(k + 1).y) / 4;
            }
        }
        return points;
    }

    /** As few points as leave no gap wider than asked for, both ends included. */
    private static List<Coordinate> thinned(List<Coordinate> points) {
        List<Coordinate> kept = new ArrayList<>(List.of(points.get(0)));
        for (int i = 1; i < points.size(); i++) {
            boolean last = i == points.size() - 1;
            if (last || points.get(i + 1).distance(kept.get(kept.size() - 1)) > WIDEST_GAP_M) {
                kept.add(points.get(i));
            }
        }
        return kept;
    }

    private Coordinate point(int corner) {
        double x = grid.west() + corner % (grid.columns() + 1) * grid.step();
        double y = grid.south() + corner / (grid.columns() + 1) * grid.step();
        return new Coordinate(x + Terrain.shift(x, y, seed), y + Terrain.shift(x, y, seed + 1));
    }

    private static Coordinate[] degrees(List<Coordinate> metres) {
        Coordinate[] degrees = new Coordinate[metres.size()];
        for (int i = 0; i < degrees.length; i++) {
            degrees[i] = new Coordinate(Plane.lon(metres.get(i).x), Plane.lat(metres.get(i).y));
            Outline.DEGREES.getPrecisionModel().makePrecise(degrees[i]);
        }
        return degrees;
    }
}

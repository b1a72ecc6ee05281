package langmap.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import langmap.geo.Coverage;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Boundaries of everything that is made of the base units: districts, the province, and the units they later became, at every resolution. All
 * are unions of the same parts, so they agree wherever they meet.
 */
public final class BoundaryDerivation {
    /** Tolerances in degrees: about 100 m for maps, 400 m for overviews. */
    private static final Map<String, Double> RESOLUTIONS = resolutions();

    /**
     * A unit and what it is made of.
     *
     * @param id      the unit
     * @param members base units it is the union of
     */
    public record Whole(int id, List<Integer> members) {
        public Whole {
            members = List.copyOf(members);
        }
    }

    /**
     * A base unit passing to a later one.
     *
     * @param predecessor the base unit
     * @param successor   the later unit
     * @param share       share of its area, 0 to 1
     */
    public record Passing(int predecessor, int successor, double share) {
    }

    /** One boundary to be stored. */
    public record Derived(int unit, String resolution, Geometry area) {
    }

    /** A piece of a base unit that passes to one later unit, 0 where it passes to none. */
    private record Part(int base, int successor, Geometry area) {
    }

    /** An area in which no line between two points cuts off the share that passes to another unit. */
    static final class Uncut extends RuntimeException {
        final int unit;

        Uncut(int unit, Throwable cause) {
            super("unit " + unit, cause);
            this.unit = unit;
        }
    }

    private BoundaryDerivation() {
    }

    private static Map<String, Double> resolutions() {
        Map<String, Double> tolerances = new LinkedHashMap<>();
        tolerances.put("full", 0.0);
        tolerances.put("map", 0.001);
        tolerances.put("overview", 0.004);
        return Collections.unmodifiableMap(tolerances);
    }

    /** Derives all boundaries from those of the base units, which are a clean coverage. */
    public static List<Derived> derive(Map<Integer, Geometry> base, List<Whole> wholes, List<Passing> passings) {
        List<Part> parts = parts(new TreeMap<>(base), passings);
        List<Derived> derived = new ArrayList<>();
        RESOLUTIONS.forEach((resolution, tolerance) -> {
            List<Geometry> areas = parts.stream().map(Part::area).toList();
            List<Geometry> simple = tolerance > 0 ? Coverage.simplify(areas, tolerance) : areas;
            Map<Integer, List<Geometry>> byBase = new TreeMap<>();
            Map<Integer, List<Geometry>> bySuccessor = new TreeMap<>();
            for (int i = 0; i < parts.size(); i++) {
                byBase.computeIfAbsent(parts.get(i).base(), key -> new ArrayList<>()).add(simple.get(i));
                bySuccessor.computeIfAbsent(parts.get(i).successor(), key -> new ArrayList<>()).add(simple.get(i));
            }
            bySuccessor.remove(0);
            byBase.forEach((unit, pieces) -> derived.add(new Derived(unit, resolution, Coverage.union(pieces))));
            bySuccessor.forEach((unit, pieces) -> derived.add(new Derived(unit, resolution, Coverage.union(pieces))));
            for (Whole whole : wholes) {
                List<Geometry> members = whole.members().stream().flatMap(member -> byBase.getOrDefault(member, List.of()).stream()).toList();
                if (!members.isEmpty()) {
                    derived.add(new Derived(whole.id(), resolution, Coverage.union(members)));
                }
            }
        });
        return derived;
    }

    private static List<Part> parts(TreeMap<Integer, Geometry> base, List<Passing> passings) {
        Map<Integer, List<Passing>> byPredecessor = passings.stream().collect(Collectors.groupingBy(Passing::predecessor));
        List<Part> parts = new ArrayList<>();
        base.forEach((unit, area) -> {
            List<Passing> to = byPredecessor.getOrDefault(unit, List.of());
            if (to.size() < 2) {
                parts.add(new Part(unit, to.isEmpty() ? 0 : to.get(0).successor(), area));
            } else {
                parts.addAll(cut(unit, area, to, successor -> heart(successor, unit, base, passings)));
            }
        });
        return parts;
    }

    /** Cuts the largest piece of an area for those it passes to; other pieces go whole to whom they are nearest. */
    private static List<Part> cut(int unit, Geometry area, List<Passing> to, IntFunction<Coordinate> heart) {
        List<Polygon> pieces = IntStream.range(0, area.getNumGeometries()).mapToObj(i -> (Polygon) area.getGeometryN(i))
            .sorted(Comparator.comparingDouble(Polygon::getArea).reversed()).toList();
        List<Part> parts = new ArrayList<>();
        try {
            parts.addAll(cut(unit, pieces.get(0), to, heart));
        } catch (IllegalArgumentException e) {
            throw new Uncut(unit, e);
        }
        for (Polygon piece : pieces.subList(1, pieces.size())) {
            int nearest = to.stream().map(Passing::successor)
                .min(Comparator.comparingDouble(successor -> piece.getCentroid().getCoordinate().distance(heart.apply(successor)))).orElseThrow();
            parts.add(new Part(unit, nearest, piece));
        }
        return parts;
    }

    /** Cuts off one successor's share after another; what the shares leave out goes to the last. */
    private static List<Part> cut(int unit, Polygon area, List<Passing> to, IntFunction<Coordinate> heart) {
        double sum = to.stream().mapToDouble(Passing::share).sum();
        List<Part> parts = new ArrayList<>();
        Polygon rest = area;
        double left = 1;
        for (int i = 0; i < to.size() - 1; i++) {
            double share = to.get(i).share() / sum;
            List<Geometry> cut = Coverage.cut(rest, share / left, heart.apply(to.get(i).successor()), heart.apply(to.get(i + 1).successor()));
            parts.add(new Part(unit, to.get(i).successor(), cut.get(0)));
            rest = (Polygon) cut.get(1);
            left -= share;
        }
        parts.add(new Part(unit, to.get(to.size() - 1).successor(), rest));
        return parts;
    }

    /** Where the rest of a successor lies: the middle of the other units that pass to it. */
    private static Coordinate heart(int successor, int without, Map<Integer, Geometry> base, List<Passing> passings) {
        List<Geometry> others = passings.stream().filter(one -> one.successor() == successor && one.predecessor() != without)
            .map(one -> base.get(one.predecessor())).filter(java.util.Objects::nonNull).toList();
        Geometry all = others.isEmpty() ? base.get(without) : base.get(without).getFactory().buildGeometry(others);
        return all.getCentroid().getCoordinate();
    }
}

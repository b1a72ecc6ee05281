package langmap.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Areas that tile a region: neighbours share their edges point by point. */
public final class Coverage {
    private static final double CUT_TOLERANCE = 0.02;

    private Coverage() {
    }

    /** Positions of the areas that overlap a neighbour or do not share its points. */
    public static List<Integer> listFaulty(List<Geometry> areas) {
        Geometry[] faults = CoverageValidator.validate(areas.toArray(Geometry[]::new));
        List<Integer> faulty = new ArrayList<>();
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                faulty.add(i);
            }
        }
        return faulty;
    }

    /** Where areas leave gaps between them: the middle of each, or the point in which it meets the outer boundary. */
    public static List<Coordinate> listGaps(List<Geometry> areas) {
        Geometry union = areas.isEmpty() ? new GeometryFactory().createPolygon() : union(areas);
        List<Coordinate> gaps = new ArrayList<>();
        for (int part = 0; part < union.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) union.getGeometryN(part);
            TopologyValidationError error = new IsValidOp(polygon).getValidationError();
            if (error != null) {
                gaps.add(error.getCoordinate());
            }
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                gaps.add(polygon.getInteriorRingN(i).getCentroid().getCoordinate());
            }
        }
        return gaps;
    }

    /** The same areas with fewer points; edges stay shared and the outer boundary stays as it is. {@code tolerance} in degrees. */
    public static List<Geometry> simplify(List<Geometry> areas, double tolerance) {
        return List.of(CoverageSimplifier.simplifyInner(areas.toArray(Geometry[]::new), tolerance));
    }

    /** Areas of one coverage as one area. */
    public static Geometry union(List<Geometry> areas) {
        return CoverageUnion.union(areas.toArray(Geometry[]::new));
    }

    /**
     * Cuts an area in two along a chord between two of its points, so that no neighbour is touched.
     *
     * @param area   a polygon
     * @param share  wanted share of the first part, 0 to 1
     * @param first  where the first part should lie
     * @param second where the second part should lie
     * @return first and second part, each in one piece
     */
    public static List<Geometry> cut(Polygon area, double share, Coordinate first, Coordinate second) {
        Coordinate[] ring = area.getExteriorRing().getCoordinates();
        double whole = signedArea(ring, 0, ring.length - 1);
        List<Geometry> best = List.of();
        double least = Double.MAX_VALUE;
        for (int from = 0; from < ring.length - 1; from++) {
            for (int to = from + 2; to < ring.length - 1; to++) {
                double part = signedArea(ring, from, to) / whole;
                double off = Math.min(Math.abs(part - share), Math.abs(1 - part - share));
                double length = ring[from].distance(ring[to]) * (1 + off / CUT_TOLERANCE);
                if (length >= least || off > 5 * CUT_TOLERANCE) {
                    continue;
                }
                List<Geometry> parts = parts(area, ring, from, to);
                if (!parts.isEmpty()) {
                    Geometry one = parts.get(0);
                    boolean inOrder = one.getCentroid().getCoordinate().distance(first) - one.getCentroid().getCoordinate().distance(second)
                        < parts.get(1).getCentroid().getCoordinate().distance(first) - parts.get(1).getCentroid().getCoordinate().distance(second);
                    List<Geometry> ordered = inOrder ? parts : List.of(parts.get(1), one);
                    if (Math.abs(ordered.get(0).getArea() / area.getArea() - share) <= 5 * CUT_TOLERANCE) {
                        least = length;
                        best = ordered;
                    }
                }
            }
        }
        if (best.isEmpty()) {
            throw new IllegalArgumentException("no chord cuts off a share of " + share);
        }
        return best;
    }

    /** The two sides of a chord, none if it does not run within the area. */
    private static List<Geometry> parts(Polygon area, Coordinate[] ring, int from, int to) {
        LineString chord = area.getFactory().createLineString(new Coordinate[] {ring[from], ring[to]});
        if (!area.covers(chord) || area.getExteriorRing().intersection(chord).getLength() > 0) {
            return List.of();
        }
        List<Coordinate> one = new ArrayList<>(List.of(ring).subList(from, to + 1));
        one.add(ring[from]);
        List<Coordinate> other = new ArrayList<>(List.of(ring).subList(to, ring.length));
        other.addAll(List.of(ring).subList(1, from + 1));
        other.add(ring[to]);
        List<Geometry> sides = new ArrayList<>();
        for (List<Coordinate> side : List.of(one, other)) {
            Geometry polygon = area.getFactory().createPolygon(side.toArray(Coordinate[]::new));
            if (!polygon.isValid()) {
                return List.of();
            }
            sides.add(withHoles((Polygon) polygon, area));
        }
        return sides;
    }

    /** The side with those holes of the area that lie in it; the chord crosses none. */
    private static Geometry withHoles(Polygon side, Polygon area) {
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < area.getNumInteriorRing(); i++) {
            if (side.covers(area.getInteriorRingN(i))) {
                holes.add(area.getInteriorRingN(i));
            }
        }
        return area.getFactory().createPolygon(side.getExteriorRing(), holes.toArray(LinearRing[]::new));
    }

    /** Area of the ring from one of its points to another and straight back. */
    private static double signedArea(Coordinate[] ring, int from, int to) {
        double twice = 0;
        for (int i = from; i < to; i++) {
            twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
        }
        return (twice + ring[to].x * ring[from].y - ring[from].x * ring[to].y) / 2;
    }
}

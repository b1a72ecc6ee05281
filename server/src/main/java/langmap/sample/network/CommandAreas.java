package langmap.sample.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.sample.SplitMix;
import langmap.sample.land.Plane;
import langmap.sample.land.Terrain;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.Standing;
import langmap.sample.mesh.Earth;
import langmap.sample.mesh.Section;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** Irrigation command areas: strips along main and branch canals, each cut off where an earlier one begins, but for a few that overlap. */
final class CommandAreas {
    /**
     * A command area.
     *
     * @param shape  degrees
     * @param unit   its commune
     * @param netHa  hectares that no earlier area has
     * @param active true if it is actively irrigated and drained
     * @param from   first day, or null
     */
    record Area(Polygon shape, int unit, double netHa, boolean active, LocalDate from) {
        Area with(boolean isActive, LocalDate day) {
            return new Area(shape, unit, netHa, isActive, day);
        }
    }

    private static final PrecisionModel SIX = new PrecisionModel(1e6);
    private static final GeometryFactory DEGREES = new GeometryFactory(SIX);
    private static final double LEAST_HA = 4;
    private static final int ROUNDS = 4;
    private static final int NARROWER = 5;
    private static final int UNCUT = 25;

    private final Ledger canals;
    private final NetworkLaws laws;
    private final Standing standing;

    private CommandAreas(Ledger canals, Standing standing) {
        this.canals = canals;
        this.laws = canals.lines().laws();
        this.standing = standing;
    }

    static List<Area> make(Ledger canals, Standing standing) {
        CommandAreas made = new CommandAreas(canals, standing);
        double factor = 1;
        List<Area> areas = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            areas = made.activated(made.shapes(factor));
            factor *= made.laws.number("areas.endHa") / activeHa(areas);
        }
        return made.dated(areas);
    }

    private static double activeHa(List<Area> areas) {
        return areas.stream().filter(Area::active).mapToDouble(Area::netHa).sum();
    }

    private List<Area> shapes(double factor) {
        List<Area> areas = new ArrayList<>();
        List<Polygon> earlier = new ArrayList<>();
        int doubled = doubled();
        for (int section = 0; section < canals.size(); section++) {
            if (canals.rank(section) > 1 || !canals.country().units().get(Math.max(0, canals.section(section).mainUnit())).commune()) {
                continue;
            }
            Polygon strip = strip(canals.section(section), factor);
            Polygon largest = strip == null ? null : cut(strip, earlier);
            if (largest != null && hectares(largest) >= LEAST_HA) {
                boolean uncut = areas.size() % UNCUT == 1;
                areas.add(new Area(uncut ? strip : largest, canals.section(section).mainUnit(), hectares(largest), true, null));
                earlier.add(areas.get(areas.size() - 1).shape());
                if (section == doubled) {
                    double narrow = laws.number("areas.overlapHa") / hectares(largest);
                    areas.add(new Area(strip(canals.section(section), factor * narrow), canals.section(section).mainUnit(), 0, true, null));
                }
            }
        }
        return areas;
    }

    /** The longest section, whose area is entered two times. */
    private int doubled() {
        int longest = 0;
        for (int section = 0; section < canals.size(); section++) {
            if (canals.rank(section) <= 1 && canals.section(section).lengthM() > canals.section(longest).lengthM()) {
                longest = section;
            }
        }
        return longest;
    }

    /** The largest piece of a strip that no earlier area has; null if nothing is left. */
    private static Polygon cut(Polygon strip, List<Polygon> earlier) {
        Polygon rest = strip;
        for (Polygon other : earlier) {
            if (rest != null && rest.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
                rest = largest(OverlayNG.overlay(rest, other, OverlayNG.DIFFERENCE, SIX));
            }
        }
        return rest;
    }

    private static Polygon largest(Geometry geometry) {
        Polygon largest = null;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon part && !part.isEmpty() && (largest == null || part.getArea() > largest.getArea())) {
                largest = part;
            }
        }
        return largest;
    }

    /** A strip on both sides of a section, made narrower until it does not cross itself; null if nothing helps. */
    private Polygon strip(Section section, double factor) {
        List<double[]> axis = axis(section);
        for (int attempt = 0; attempt < NARROWER; attempt++) {
            double width = factor * StrictMath.pow(0.75, attempt);
            Coordinate[] ring = new Coordinate[2 * axis.size() + 1];
            for (int i = 0; i < axis.size(); i++) {
                double[] before = axis.get(Math.max(0, i - 1));
                double[] after = axis.get(Math.min(axis.size() - 1, i + 1));
                double east = after[0] - before[0];
                double north = after[1] - before[1];
                double length = StrictMath.sqrt(east * east + north * north) + 1e-9;
                double[] at = axis.get(i);
                ring[i] = at(at[0] - north / length * side(at, 50) * width, at[1] + east / length * side(at, 50) * width);
                ring[2 * axis.size() - 1 - i] = at(at[0] + north / length * side(at, 60) * width, at[1] - east / length * side(at, 60) * width);
            }
            ring[ring.length - 1] = ring[0];
            Polygon strip = DEGREES.createPolygon(ring);
            if (strip.isValid()) {
                return strip;
            }
        }
        return null;
    }

    /** The width on one side, which changes slowly along the canal. */
    private double side(double[] at, int seed) {
        double swing = (Terrain.smooth(at[0] / 900, at[1] / 900, laws.at("seed").longValue() + seed) + 2) / 4;
        return laws.low("areas.widthM") + swing * (laws.high("areas.widthM") - laws.low("areas.widthM"));
    }

    /** Points of the section at about equal distances, metres on the plane. */
    private List<double[]> axis(Section section) {
        List<double[]> axis = new ArrayList<>();
        double along = 0;
        for (int i = 0; i < section.lon().length; i++) {
            double[] at = {Plane.x(section.lon()[i]), Plane.y(section.lat()[i])};
            double[] last = axis.isEmpty() ? at : axis.get(axis.size() - 1);
            along = StrictMath.sqrt((at[0] - last[0]) * (at[0] - last[0]) + (at[1] - last[1]) * (at[1] - last[1]));
            if (axis.isEmpty() || along >= laws.number("areas.stepM") || i == section.lon().length - 1) {
                axis.add(at);
            }
        }
        return axis;
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(Earth.rounded(Plane.lon(x)), Earth.rounded(Plane.lat(y)));
    }

    /** Area on the ellipsoid. */
    static double hectares(Polygon degrees) {
        Polygon plane = (Polygon) degrees.copy();
        Coordinate centre = degrees.getCoordinate();
        double meridian = centre.x;
        double parallel = centre.y;
        plane.apply((Coordinate at) -> {
            double x = Earth.equalAreaX(at.x, at.y, meridian);
            at.y = Earth.equalAreaY(at.y, parallel);
            at.x = x;
        });
        plane.geometryChanged();
        return plane.getArea() / 10_000;
    }

    /** Leaves some areas inactive: few where criterion 3 is to hold, many where not. */
    private List<Area> activated(List<Area> areas) {
        SplitMix random = laws.random(8);
        double[] all = new double[canals.country().units().size()];
        double[] off = new double[all.length];
        double[] most = new double[all.length];
        for (int unit = 0; unit < all.length; unit++) {
            most[unit] = 1 - laws.between(standing.holdsAtEnd(unit) ? "areas.activeShare" : "areas.inactive", random);
        }
        areas.forEach(area -> all[area.unit()] += area.netHa());
        List<Area> activated = new ArrayList<>();
        for (Area area : areas) {
            int unit = area.unit();
            boolean holds = standing.holdsAtEnd(unit);
            boolean isOff = area.netHa() > 0 && (holds ? off[unit] + area.netHa() <= most[unit] * all[unit] : off[unit] < most[unit] * all[unit]);
            off[unit] += isOff ? area.netHa() : 0;
            activated.add(area.with(!isOff, null));
        }
        return activated;
    }

    /** Some areas came in the year. */
    private List<Area> dated(List<Area> areas) {
        SplitMix random = laws.random(9);
        double wanted = laws.number("areas.endHa") - laws.number("areas.beforeHa");
        LocalDate end = laws.date("yearEnd");
        List<Area> dated = new ArrayList<>(areas);
        for (int draw = 0; draw < 5000; draw++) {
            int at = random.nextInt(dated.size());
            Area area = dated.get(at);
            if (area.active() && area.from() == null && area.netHa() > 0 && area.netHa() <= wanted && standing.holdsAtEnd(area.unit())) {
                wanted -= area.netHa();
                dated.set(at, area.with(true, end.minusDays(20 + random.nextInt(290))));
            }
        }
        return dated;
    }
}

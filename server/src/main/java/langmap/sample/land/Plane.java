package langmap.sample.land;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Metres on a plane that touches the province: good to a few parts in a thousand, which is all that made-up boundaries need. Scales are those
 * of WGS 84 at the reference latitude.
 */
public final class Plane {
    private static final double LON = 106.75;
    private static final double LAT = 21.83;
    private static final double METRES_PER_LON = 103_384;
    private static final double METRES_PER_LAT = 110_727;

    private Plane() {
    }

    /** A copy in metres of what is in degrees. */
    static Geometry metres(Geometry degrees) {
        Geometry plane = degrees.copy();
        plane.apply((Coordinate c) -> {
            c.x = x(c.x);
            c.y = y(c.y);
        });
        plane.geometryChanged();
        return plane;
    }

    public static double x(double lon) {
        return (lon - LON) * METRES_PER_LON;
    }

    public static double y(double lat) {
        return (lat - LAT) * METRES_PER_LAT;
    }

    public static double lon(double x) {
        return LON + x / METRES_PER_LON;
    }

    public static double lat(double y) {
        return LAT + y / METRES_PER_LAT;
    }
}

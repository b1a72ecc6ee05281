package langmap.sample.land;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What areas must hold to that growing and tracing cannot promise for every landscape. */
final class LandLaws {
    private static final double NEAR = 0.10;
    private static final double SHARE_NEAR = 0.90;
    private static final double FARTHEST = 0.25;
    private static final double LEAST_BORDER_M = 1500;
    private static final double ON_BORDER_M = 1;

    private final List<Site> sites;
    private final Geometry border;

    LandLaws(List<Site> sites, Outline outline) {
        this.sites = sites;
        this.border = Plane.metres(outline.border()).buffer(ON_BORDER_M);
    }

    /** True if every area, in degrees by code, is in one piece around its centre, about as large as wanted, and on the border if it is to be. */
    boolean hold(Map<String, Geometry> areas) {
        int near = 0;
        for (Site site : sites) {
            Geometry area = areas.get(site.code());
            if (area == null) {
                return false;
            }
            Geometry metres = Plane.metres(area);
            double off = Math.abs(metres.getArea() / site.areaM2() - 1);
            near += off <= NEAR ? 1 : 0;
            boolean whole = area.getNumGeometries() == 1 && metres.contains(area.getFactory().createPoint(new Coordinate(site.x(), site.y())));
            if (!whole || off > FARTHEST || site.onBorder() && metres.getBoundary().intersection(border).getLength() < LEAST_BORDER_M) {
                return false;
            }
        }
        return near >= SHARE_NEAR * sites.size();
    }
}

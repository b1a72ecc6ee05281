package langmap.sample.land;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import langmap.importer.Issues;
import langmap.importer.Row;
import langmap.importer.SourceFolder;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * The provincial outline, in degrees with six decimals, and the part of it that is the border with China.
 *
 * @param area   the province
 * @param border the border with China
 */
public record Outline(Polygon area, LineString border) {
    static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(1e6), 4326);

    public static Outline read(Path data) {
        List<Coordinate> ring = new ArrayList<>();
        List<Coordinate> border = new ArrayList<>();
        List<Coordinate> borderStart = new ArrayList<>();
        boolean broken = false;
        for (Row row : new SourceFolder(data).rows("units/province-outline.csv", List.of("seq", "lon", "lat", "china_border"), new Issues())) {
            Coordinate at = new Coordinate(row.number("lon").doubleValue(), row.number("lat").doubleValue());
            ring.add(at);
            boolean on = row.text("china_border").equalsIgnoreCase("true") || row.text("china_border").equals("1");
            broken |= !on;
            if (on) {
                (broken ? borderStart : border).add(at);
            }
        }
        borderStart.addAll(border);
        ring.add(ring.get(0));
        return new Outline(DEGREES.createPolygon(ring.toArray(Coordinate[]::new)),
            DEGREES.createLineString(borderStart.toArray(Coordinate[]::new)));
    }

    /** Answers for cells of a grid: inside the province? */
    boolean[] inside(Grid grid) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        boolean[] inside = new boolean[grid.size()];
        for (int cell = 0; cell < inside.length; cell++) {
            inside[cell] = locator.locate(new Coordinate(Plane.lon(grid.x(cell)), Plane.lat(grid.y(cell)))) != Location.EXTERIOR;
        }
        return inside;
    }

    /** Distance of every cell from the border with China, metres. */
    double[] borderDistance(Grid grid) {
        return distance(border, grid);
    }

    /** Distance of every cell from the outline, metres. */
    public double[] distance(Grid grid) {
        return distance(area.getExteriorRing(), grid);
    }

    private static double[] distance(LineString line, Grid grid) {
        IndexedFacetDistance distance = new IndexedFacetDistance(Plane.metres(line));
        GeometryFactory metres = new GeometryFactory();
        double[] all = new double[grid.size()];
        for (int cell = 0; cell < all.length; cell++) {
            all[cell] = distance.distance(metres.createPoint(new Coordinate(grid.x(cell), grid.y(cell))));
        }
        return all;
    }
}

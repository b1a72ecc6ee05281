package langmap.sample.land;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Lets a line wind to both sides as boundaries along ridges and streams do, without taking area from either side on the whole. Calm near its
 * ends, near the centres of units and near the outline.
 */
final class Meander {
    private static final double[] WAVES_M = {2500, 1200, 500};
    private static final double[] SWINGS_M = {170, 240, 150};
    private static final double END_M = 700;
    private static final double CENTRE_CALM_M = 700;
    private static final double OUTLINE_CALM_M = 400;
    private static final double RISE_M = 1600;
    private static final double SHORT_M = 5000;

    private final Grid grid;
    private final double[] outlineDistance;
    private final List<Site> sites;
    private final long seed;

    /** {@code outlineDistance} is the distance of every cell from the outline, metres. */
    Meander(Grid grid, double[] outlineDistance, List<Site> sites, long seed) {
        this.grid = grid;
        this.outlineDistance = outlineDistance;
        this.sites = sites;
        this.seed = seed;
    }

    /** The winding line; {@code number} tells one line from another. Ends stay where they are. */
    List<Coordinate> wind(List<Coordinate> points, int number) {
        double[] along = new double[points.size()];
        for (int i = 1; i < along.length; i++) {
            along[i] = along[i - 1] + points.get(i).distance(points.get(i - 1));
        }
        double length = along[along.length - 1];
        double[] calm = new double[along.length];
        double[] swing = new double[along.length];
        double sum = 0;
        double weight = 1e-9;
        for (int i = 0; i < along.length; i++) {
            double end = Math.min(along[i], length - along[i]);
            calm[i] = Math.min(1, end / END_M) * Math.min(1, length / SHORT_M) * calmness(points.get(i));
            for (int wave = 0; wave < WAVES_M.length; wave++) {
                swing[i] += Terrain.swing(along[i] / WAVES_M[wave], seed + number * 31L + wave) * SWINGS_M[wave];
            }
            sum += calm[i] * swing[i];
            weight += calm[i];
        }
        List<Coordinate> winding = new ArrayList<>();
        for (int i = 0; i < along.length; i++) {
            Coordinate before = points.get(Math.max(0, i - 1));
            Coordinate after = points.get(Math.min(along.length - 1, i + 1));
            double chord = Math.max(1e-9, before.distance(after));
            double out = calm[i] * (swing[i] - sum / weight) / chord;
            winding.add(new Coordinate(points.get(i).x - (after.y - before.y) * out, points.get(i).y + (after.x - before.x) * out));
        }
        return winding;
    }

    private double calmness(Coordinate at) {
        double centre = sites.stream().mapToDouble(site -> at.distance(new Coordinate(site.x(), site.y()))).min().orElse(0);
        double outline = outlineDistance[grid.cell(at.x, at.y)];
        return rise(centre - CENTRE_CALM_M) * rise(outline - OUTLINE_CALM_M);
    }

    private static double rise(double metres) {
        return Math.max(0, Math.min(1, metres / RISE_M));
    }
}

package langmap.sample.national;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import langmap.sample.SplitMix;
import langmap.sample.mesh.Earth;

/**
 * A long, bent strip of land about where Việt Nam lies, covered by rows of communes. Places are told in columns and rows of communes; whatever
 * is asked twice is answered alike, so that neighbours share their lines.
 *
 * @param communes how many there are; the last row may be shorter
 * @param columns  communes in a row
 */
record Land(int communes, int columns) {
    private static final double COMMUNES_LONG = 4;
    private static final double SOUTH = 8.8;
    private static final double NORTH = 23.3;
    private static final double CELL_HEIGHT = 0.07;
    private static final double CELL_WIDTH = 0.05;

    /** A place in columns and rows. */
    record Place(double column, double row) {
    }

    static Land of(int communes) {
        return new Land(communes, (int) StrictMath.max(1, StrictMath.rint(StrictMath.sqrt(communes / COMMUNES_LONG))));
    }

    private int rows() {
        return (communes + columns - 1) / columns;
    }

    /** True if the place lies in a commune. */
    boolean contains(Place place) {
        int column = (int) StrictMath.floor(place.column());
        int row = (int) StrictMath.floor(place.row());
        return column >= 0 && column < columns && row >= 0 && row * columns + column < communes;
    }

    /** Longitude and latitude, degrees with six decimals. */
    double[] degrees(Place place) {
        double scale = StrictMath.min(1, (NORTH - SOUTH) / (rows() * CELL_HEIGHT));
        double lat = SOUTH + place.row() * CELL_HEIGHT * scale;
        double middle = 106.5 + 1.5 * StrictMath.cos((lat - 12.5) / 8.5 * StrictMath.PI);
        double width = CELL_WIDTH * (1 + 0.4 * StrictMath.cos((lat - 10) / 6 * StrictMath.PI)) * scale;
        return new double[] {Earth.rounded(middle + (place.column() - columns / 2.0) * width), Earth.rounded(lat)};
    }

    /** Always the same random numbers for one thing: its sort and its position. */
    static SplitMix random(int sort, long column, long row) {
        return new SplitMix(((sort * 1_000_003L + column) * 1_000_003L + row) * 0x9E3779B97F4A7C15L);
    }

    /** A line in degrees that winds from one place to another without crossing itself; {@code bend} is how far it strays, as a share of its length. */
    List<double[]> line(Place from, Place to, int legs, double bend, SplitMix random) {
        double arc = (random.nextDouble() - 0.5) * bend;
        double wave = (random.nextDouble() - 0.5) * bend;
        double across = to.column() - from.column();
        double along = to.row() - from.row();
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= legs; i++) {
            double t = (double) i / legs;
            // exact at the ends: there lines meet
            double off = i == 0 || i == legs ? 0 : arc * StrictMath.sin(StrictMath.PI * t) + wave * StrictMath.sin(2 * StrictMath.PI * t);
            points.add(degrees(i == legs ? to : new Place(from.column() + t * across - off * along, from.row() + t * along + off * across)));
        }
        return points;
    }

    /** The ring around a commune, closed, anticlockwise. */
    List<double[]> ring(int commune) {
        int column = commune % columns;
        int row = commune / columns;
        List<double[]> ring = new ArrayList<>(edge(column, row, true));
        ring.addAll(edge(column + 1, row, false));
        ring.addAll(backwards(edge(column, row + 1, true)));
        ring.addAll(backwards(edge(column, row, false)));
        List<double[]> without = new ArrayList<>();
        for (double[] point : ring) {
            double[] last = without.isEmpty() ? null : without.get(without.size() - 1);
            if (last == null || last[0] != point[0] || last[1] != point[1]) {
                without.add(point);
            }
        }
        return without;
    }

    private List<double[]> edge(int column, int row, boolean eastward) {
        return line(corner(column, row), eastward ? corner(column + 1, row) : corner(column, row + 1), 10, 0.15, random(eastward ? 1 : 2, column, row));
    }

    private static Place corner(int column, int row) {
        SplitMix random = random(3, column, row);
        return new Place(column + (random.nextDouble() - 0.5) * 0.25, row + (random.nextDouble() - 0.5) * 0.25);
    }

    private static List<double[]> backwards(List<double[]> points) {
        List<double[]> reversed = new ArrayList<>(points);
        Collections.reverse(reversed);
        return reversed;
    }
}

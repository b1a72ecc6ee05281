package langmap.sample.land;

import org.locationtech.jts.geom.Envelope;

/**
 * Square cells over the province, numbered row by row from the south-west.
 *
 * @param west    left edge, metres
 * @param south   lower edge, metres
 * @param step    width of a cell, metres
 * @param columns cells in a row
 * @param rows    rows
 */
public record Grid(double west, double south, double step, int columns, int rows) {
    private static final int MARGIN = 4;

    public static Grid over(Envelope degrees, double step) {
        double west = StrictMath.floor(Plane.x(degrees.getMinX()) / step - MARGIN) * step;
        double south = StrictMath.floor(Plane.y(degrees.getMinY()) / step - MARGIN) * step;
        return new Grid(west, south, step, (int) ((Plane.x(degrees.getMaxX()) - west) / step) + MARGIN,
            (int) ((Plane.y(degrees.getMaxY()) - south) / step) + MARGIN);
    }

    public int size() {
        return columns * rows;
    }

    public double x(int cell) {
        return west + (cell % columns + 0.5) * step;
    }

    public double y(int cell) {
        return south + (cell / columns + 0.5) * step;
    }

    /** The cell at a point, or the nearest one to a point beyond the edge. */
    public int cell(double x, double y) {
        int row = Math.max(0, Math.min(rows - 1, (int) ((y - south) / step)));
        return row * columns + Math.max(0, Math.min(columns - 1, (int) ((x - west) / step)));
    }

    /** The neighbour in direction 0 east, 1 north, 2 west, 3 south; -1 beyond the edge. */
    int neighbour(int cell, int direction) {
        int column = cell % columns;
        return switch (direction) {
            case 0 -> column + 1 < columns ? cell + 1 : -1;
            case 1 -> cell + columns < size() ? cell + columns : -1;
            case 2 -> column > 0 ? cell - 1 : -1;
            default -> cell - columns;
        };
    }
}

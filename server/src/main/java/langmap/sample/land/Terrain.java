package langmap.sample.land;

import langmap.sample.SplitMix;

/** What it costs to cross a cell: smooth random factors at several wave lengths, so that boundaries wind as real ones do. */
public final class Terrain {
    private static final double[] WAVES = {4000, 2000, 1000, 500};
    private static final double STRENGTH = 0.2;
    private static final double SHIFT_M = 45;
    private static final double SHIFT_WAVE = 450;

    private Terrain() {
    }

    static float[] costs(Grid grid, long seed) {
        float[] costs = new float[grid.size()];
        for (int cell = 0; cell < costs.length; cell++) {
            double exponent = 0;
            for (int wave = 0; wave < WAVES.length; wave++) {
                exponent += STRENGTH * noise(grid.x(cell) / WAVES[wave], grid.y(cell) / WAVES[wave], seed + wave);
            }
            costs[cell] = (float) (grid.step() * StrictMath.exp(exponent));
        }
        return costs;
    }

    /** A small smooth shift of a point along one axis, metres, so that no line follows the grid for long. */
    static double shift(double x, double y, long seed) {
        return SHIFT_M * noise(x / SHIFT_WAVE, y / SHIFT_WAVE, seed);
    }

    /** Linear between random values at whole numbers, -2 to 2. */
    static double swing(double at, long seed) {
        return noise(at, 0, seed);
    }

    /** Heights that rise and fall smoothly, about -2 to 2, at one wave length. */
    public static double smooth(double x, double y, long seed) {
        double column = StrictMath.floor(x);
        double row = StrictMath.floor(y);
        return noise(column + eased(x - column), row + eased(y - row), seed);
    }

    private static double eased(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }

    /** Bilinear between random values at whole numbers, about -2 to 2. */
    private static double noise(double x, double y, long seed) {
        long column = (long) StrictMath.floor(x);
        long row = (long) StrictMath.floor(y);
        double right = x - column;
        double up = y - row;
        return (at(column, row, seed) * (1 - right) + at(column + 1, row, seed) * right) * (1 - up)
            + (at(column, row + 1, seed) * (1 - right) + at(column + 1, row + 1, seed) * right) * up;
    }

    private static double at(long column, long row, long seed) {
        return 4 * new SplitMix(seed * 7_919 + column * 104_729 + row * 1_299_709).nextDouble() - 2;
    }
}

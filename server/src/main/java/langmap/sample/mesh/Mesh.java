package langmap.sample.mesh;

import java.util.Arrays;
import java.util.function.IntPredicate;
import langmap.sample.SplitMix;
import langmap.sample.land.Grid;
import langmap.sample.land.Terrain;

/**
 * Nodes, one in every cell but not in its middle, and the lines laid between neighbours. Lines meet in nodes only: where one diagonal is
 * taken the other is closed.
 */
public final class Mesh {
    private static final double JITTER = 0.34;
    private static final double[] BEND_WAVES_M = {1500, 650};
    private static final double[] BENDS_M = {110, 60};
    private static final double COST_UNIT = 100;

    private final Grid grid;
    private final double[] x;
    private final double[] y;
    private final int[] lines;
    private final int[] laid;
    private final byte[] degree;
    private final boolean[] near;
    private final int[] offsets;
    private final double[] cost;
    private final int[] before;
    private final int[] seen;
    private final LongHeap open = new LongHeap();
    private int search;
    private int count;

    public Mesh(Grid grid, long seed) {
        int size = grid.size();
        this.grid = grid;
        this.x = new double[size];
        this.y = new double[size];
        this.lines = new int[size * 4];
        this.laid = new int[size * 4];
        this.degree = new byte[size];
        this.near = new boolean[size];
        this.cost = new double[size];
        this.before = new int[size];
        this.seen = new int[size];
        this.offsets = new int[] {1, grid.columns() + 1, grid.columns(), grid.columns() - 1};
        SplitMix random = new SplitMix(seed);
        for (int cell = 0; cell < size; cell++) {
            double east = grid.x(cell);
            double north = grid.y(cell);
            x[cell] = east + (2 * random.nextDouble() - 1) * JITTER * grid.step();
            y[cell] = north + (2 * random.nextDouble() - 1) * JITTER * grid.step();
            for (int wave = 0; wave < BENDS_M.length; wave++) {
                x[cell] += BENDS_M[wave] * Terrain.smooth(east / BEND_WAVES_M[wave], north / BEND_WAVES_M[wave], seed + 10 + wave);
                y[cell] += BENDS_M[wave] * Terrain.smooth(east / BEND_WAVES_M[wave], north / BEND_WAVES_M[wave], seed + 20 + wave);
            }
        }
    }

    public Grid grid() {
        return grid;
    }

    public double x(int cell) {
        return x[cell];
    }

    public double y(int cell) {
        return y[cell];
    }

    /** Puts the node of a cell to a place that matters. */
    public void move(int cell, double east, double north) {
        x[cell] = east;
        y[cell] = north;
    }

    public int degree(int cell) {
        return degree[cell];
    }

    /** True on a line and in the cells around it. */
    public boolean isNear(int cell) {
        return near[cell];
    }

    /** The neighbour in one of eight directions, counted from the east against the clock. */
    public int neighbour(int cell, int direction) {
        return direction < 4 ? cell + offsets[direction] : cell - offsets[direction - 4];
    }

    private int edge(int cell, int direction) {
        return direction < 4 ? cell * 4 + direction : neighbour(cell, direction) * 4 + direction - 4;
    }

    /** The number of the line between a cell and its neighbour; 0 for none. */
    public int line(int cell, int direction) {
        return lines[edge(cell, direction)];
    }

    /** When the line between a cell and its neighbour was laid: a number that grows. */
    public int laid(int cell, int direction) {
        return laid[edge(cell, direction)];
    }

    /** The direction from a cell to a neighbour. */
    public int direction(int cell, int neighbour) {
        for (int direction = 0; direction < 8; direction++) {
            if (neighbour(cell, direction) == neighbour) {
                return direction;
            }
        }
        throw new IllegalArgumentException("no neighbours");
    }

    public double distance(int cell, int other) {
        double east = x[cell] - x[other];
        double north = y[cell] - y[other];
        return StrictMath.sqrt(east * east + north * north);
    }

    public double length(int[] path) {
        double sum = 0;
        for (int i = 1; i < path.length; i++) {
            sum += distance(path[i - 1], path[i]);
        }
        return sum;
    }

    /** The cells of the cheapest way from a cell to the first one that is a goal; only the start if there is none within the limit. */
    public int[] path(int start, IntPredicate goal, Toll toll) {
        search++;
        open.clear();
        reach(start, -1, 0);
        while (!open.isEmpty()) {
            long key = open.poll();
            int cell = (int) (key & 0xFFFFF);
            if ((key >>> 20) > (long) (cost[cell] * COST_UNIT)) {
                continue;
            }
            if (goal.test(cell)) {
                return trace(cell);
            }
            for (int direction = 0; direction < 8; direction++) {
                int next = neighbour(cell, direction);
                double step = next < 0 || next >= degree.length ? Double.POSITIVE_INFINITY : step(cell, direction, next, toll);
                if (cost[cell] + step <= toll.limit() && (seen[next] != search || cost[cell] + step < cost[next])) {
                    reach(next, cell, cost[cell] + step);
                }
            }
        }
        return new int[] {start};
    }

    private void reach(int cell, int from, double at) {
        seen[cell] = search;
        before[cell] = from;
        cost[cell] = at;
        open.add(((long) (at * COST_UNIT) << 20) | cell);
    }

    private double step(int cell, int direction, int next, Toll toll) {
        double along = distance(cell, next) * (toll.factors()[cell] + toll.factors()[next]) / 2;
        if (line(cell, direction) != 0) {
            return along * toll.reuse();
        }
        boolean diagonal = (direction & 1) == 1;
        if (diagonal) {
            int left = neighbour(cell, (direction + 1) & 7);
            if (lines[edge(left, (direction + 6) & 7)] != 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return degree[next] == 0 && near[next] ? along * toll.beside() : along;
    }

    private int[] trace(int goal) {
        int length = 0;
        for (int cell = goal; cell >= 0; cell = before[cell]) {
            length++;
        }
        int[] path = new int[length];
        for (int cell = goal; cell >= 0; cell = before[cell]) {
            path[--length] = cell;
        }
        return path;
    }

    /** Lays a line along a path and answers how many metres of it are new; lines that are there keep their number unless they are to yield. */
    public double lay(int[] path, int number, IntPredicate yields) {
        double added = 0;
        for (int i = 1; i < path.length; i++) {
            int edge = edge(path[i - 1], direction(path[i - 1], path[i]));
            if (lines[edge] == 0) {
                degree[path[i - 1]]++;
                degree[path[i]]++;
                added += distance(path[i - 1], path[i]);
            }
            if (lines[edge] == 0 || yields.test(lines[edge])) {
                lines[edge] = number;
                laid[edge] = ++count;
            }
        }
        for (int cell : path.length > 1 ? path : new int[0]) {
            near[cell] = true;
            for (int direction = 0; direction < 8; direction++) {
                near[neighbour(cell, direction)] = true;
            }
        }
        return added;
    }

    /** A heap of numbers, the smallest first. */
    private static final class LongHeap {
        private long[] keys = new long[1024];
        private int size;

        void clear() {
            size = 0;
        }

        boolean isEmpty() {
            return size == 0;
        }

        void add(long key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            int at = size++;
            while (at > 0 && keys[(at - 1) / 2] > key) {
                keys[at] = keys[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            keys[at] = key;
        }

        long poll() {
            long least = keys[0];
            long last = keys[--size];
            int at = 0;
            for (int child = 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && keys[child + 1] < keys[child]) {
                    child++;
                }
                if (keys[child] >= last) {
                    break;
                }
                keys[at] = keys[child];
                at = child;
            }
            keys[at] = last;
            return least;
        }
    }
}

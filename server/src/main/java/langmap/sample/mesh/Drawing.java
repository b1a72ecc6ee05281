package langmap.sample.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import langmap.sample.land.Plane;

/** Draws the lines of a mesh as smooth sections. Meetings move with the more important line that goes through them. */
public final class Drawing {
    private static final double SHARP = 0.96;
    private static final double FLAT_M = 4;
    private static final double LONGEST_M = 240;
    private static final double LONGEST_SPAN_M = 900;

    private final Mesh mesh;
    private final IntUnaryOperator rank;
    private final Set<Integer> cuts;
    private final List<Integer> cells = new ArrayList<>();
    private final double[] x;
    private final double[] y;
    private double flatM = FLAT_M;
    private double longestM = LONGEST_M;

    /** {@code rank} of a line: 0 is the most important; {@code cuts} are cells where sections end in any case. */
    public Drawing(Mesh mesh, IntUnaryOperator rank, Set<Integer> cuts) {
        this.mesh = mesh;
        this.rank = rank;
        this.cuts = cuts;
        this.x = new double[mesh.grid().size()];
        this.y = new double[mesh.grid().size()];
        for (int cell = 0; cell < x.length; cell++) {
            if (mesh.degree(cell) > 0) {
                cells.add(cell);
            }
            x[cell] = mesh.x(cell);
            y[cell] = mesh.y(cell);
        }
    }

    public double lon(int cell) {
        return Earth.rounded(Plane.lon(x[cell]));
    }

    public double lat(int cell) {
        return Earth.rounded(Plane.lat(y[cell]));
    }

    /** Draws long straight spans, as those of power lines, which leave out points so near to them. */
    public Drawing straight(double metres) {
        flatM = metres;
        longestM = LONGEST_SPAN_M;
        return this;
    }

    /** Moves every node towards the middle of its two neighbours on the line that goes through it; dead ends and the fixed stay. */
    public Drawing relax(int rounds, Set<Integer> fixed) {
        int[] pairs = new int[cells.size() * 2];
        for (int i = 0; i < cells.size(); i++) {
            int[] pair = fixed.contains(cells.get(i)) ? new int[] {-1, -1} : through(cells.get(i));
            pairs[2 * i] = pair[0];
            pairs[2 * i + 1] = pair[1];
        }
        for (int round = 0; round < rounds; round++) {
            double[] moved = new double[pairs.length];
            for (int i = 0; i < cells.size(); i++) {
                int cell = cells.get(i);
                boolean stays = pairs[2 * i] < 0;
                moved[2 * i] = stays ? x[cell] : x[cell] / 2 + (x[pairs[2 * i]] + x[pairs[2 * i + 1]]) / 4;
                moved[2 * i + 1] = stays ? y[cell] : y[cell] / 2 + (y[pairs[2 * i]] + y[pairs[2 * i + 1]]) / 4;
            }
            for (int i = 0; i < cells.size(); i++) {
                x[cells.get(i)] = moved[2 * i];
                y[cells.get(i)] = moved[2 * i + 1];
            }
        }
        return this;
    }

    /** The two neighbours between which a node lies on its most important line, as straight as may be. */
    private int[] through(int cell) {
        int[] best = {-1, -1};
        double least = Double.POSITIVE_INFINITY;
        for (int one = 0; one < 8; one++) {
            for (int other = one + 1; other < 8; other++) {
                if (mesh.line(cell, one) == 0 || mesh.line(cell, other) == 0) {
                    continue;
                }
                int ranks = rank.applyAsInt(mesh.line(cell, one)) + rank.applyAsInt(mesh.line(cell, other));
                double bend = 10 * ranks + cosine(mesh.neighbour(cell, one), cell, mesh.neighbour(cell, other))
                    + (mesh.line(cell, one) == mesh.line(cell, other) ? 0 : 1);
                if (bend < least) {
                    least = bend;
                    best = new int[] {mesh.neighbour(cell, one), mesh.neighbour(cell, other)};
                }
            }
        }
        return best;
    }

    /** Of the angle at the middle one: -1 if straight. */
    private double cosine(int a, int middle, int b) {
        double ax = x[a] - x[middle];
        double ay = y[a] - y[middle];
        double bx = x[b] - x[middle];
        double by = y[b] - y[middle];
        return (ax * bx + ay * by) / StrictMath.sqrt((ax * ax + ay * ay) * (bx * bx + by * by) + 1e-9);
    }

    /** The sections, line by line, each line in the order in which it was laid. */
    public List<Section> sections(Country country) {
        List<int[]> chains = new ArrayList<>();
        for (int cell : cells) {
            for (int direction = 0; isCut(cell) && direction < 8; direction++) {
                if (mesh.line(cell, direction) != 0) {
                    chain(cell, direction, chains);
                }
            }
        }
        chains.sort(Comparator.<int[]>comparingInt(chain -> chain[0]).thenComparingInt(chain -> chain[1]));
        List<Section> sections = new ArrayList<>();
        for (int[] chain : chains) {
            int[] path = Arrays.copyOfRange(chain, 2, chain.length);
            List<double[]> points = curve(path);
            double[] lon = points.stream().mapToDouble(point -> point[0]).toArray();
            double[] lat = points.stream().mapToDouble(point -> point[1]).toArray();
            sections.add(Section.of(chain[0], lon, lat, new int[] {path[0], path[path.length - 1]}, country));
        }
        return sections;
    }

    private boolean isCut(int cell) {
        if (mesh.degree(cell) != 2 || cuts.contains(cell)) {
            return true;
        }
        int first = 0;
        for (int direction = 0; direction < 8; direction++) {
            int line = mesh.line(cell, direction);
            if (line != 0 && first != 0 && line != first) {
                return true;
            }
            first = line == 0 ? first : line;
        }
        return false;
    }

    /** Follows a line from a cut to the next and keeps it as line, order, cells; only in the direction in which it was laid. */
    private void chain(int start, int direction, List<int[]> chains) {
        List<Integer> path = new ArrayList<>(List.of(start));
        int first = mesh.laid(start, direction);
        int last = first;
        int least = first;
        int cell = mesh.neighbour(start, direction);
        int from = start;
        path.add(cell);
        while (!isCut(cell)) {
            for (int next = 0; next < 8; next++) {
                if (mesh.line(cell, next) != 0 && mesh.neighbour(cell, next) != from) {
                    from = cell;
                    last = mesh.laid(cell, next);
                    least = Math.min(least, last);
                    cell = mesh.neighbour(cell, next);
                    path.add(cell);
                    break;
                }
            }
        }
        if (first < last || (first == last && start < cell)) {
            int[] chain = new int[path.size() + 2];
            chain[0] = mesh.line(start, direction);
            chain[1] = least;
            for (int i = 0; i < path.size(); i++) {
                chain[i + 2] = path.get(i);
            }
            chains.add(chain);
        }
    }

    /** Points of a chain: more where it bends, fewer where it is straight. */
    private List<double[]> curve(int[] path) {
        List<double[]> dense = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            dense.add(new double[] {x[path[i]], y[path[i]]});
            boolean bends = i > 0 && i + 1 < path.length && cosine(path[i - 1], path[i], path[i + 1]) > -SHARP;
            boolean bendsNext = i + 2 < path.length && cosine(path[i], path[i + 1], path[i + 2]) > -SHARP;
            if (i + 1 < path.length && (bends || bendsNext || isLong(path[i], path[i + 1]))) {
                int p = path[Math.max(0, i - 1)];
                int q = path[Math.min(path.length - 1, i + 2)];
                dense.add(new double[] {(9 * (x[path[i]] + x[path[i + 1]]) - x[p] - x[q]) / 16, (9 * (y[path[i]] + y[path[i + 1]]) - y[p] - y[q]) / 16});
            }
        }
        List<double[]> kept = new ArrayList<>();
        double[] last = null;
        for (int i = 0; i < dense.size(); i++) {
            double[] at = dense.get(i);
            boolean end = i == 0 || i == dense.size() - 1;
            if (end || !isFlat(last, at, dense.get(i + 1))) {
                kept.add(new double[] {Earth.rounded(Plane.lon(at[0])), Earth.rounded(Plane.lat(at[1]))});
                last = at;
            }
        }
        return kept;
    }

    private boolean isLong(int cell, int next) {
        double east = x[next] - x[cell];
        double north = y[next] - y[cell];
        return east * east + north * north > longestM * longestM;
    }

    private boolean isFlat(double[] a, double[] b, double[] c) {
        double east = c[0] - a[0];
        double north = c[1] - a[1];
        double length = StrictMath.sqrt(east * east + north * north);
        return length < longestM && Math.abs((b[0] - a[0]) * north - (b[1] - a[1]) * east) < flatM * length;
    }
}

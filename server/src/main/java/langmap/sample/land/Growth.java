package langmap.sample.land;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Grows all units at once from their centres over the cells until nothing is left. A unit that came out too large starts later the next time, one
 * that came out too small earlier.
 */
final class Growth {
    private static final double FIRST_DAMPING = 0.5;
    private static final double LATER_DAMPING = 0.3;
    private static final double FAR = 0.15;
    private static final double EASING = 0.96;
    private static final int MORE_ROUNDS = 100;

    private final Grid grid;
    private final List<Site> sites;
    private final Reserve reserve;
    private final float[] costs;
    private final double[] wanted;
    private final int[] labels;
    private final float[] distances;
    private final Frontier frontier = new Frontier();

    Growth(Grid grid, List<Site> sites, Reserve reserve, float[] costs) {
        this.grid = grid;
        this.sites = sites;
        this.reserve = reserve;
        this.costs = costs;
        this.labels = new int[grid.size()];
        this.distances = new float[grid.size()];
        double cells = 0;
        for (int cell = 0; cell < grid.size(); cell++) {
            cells += reserve.isInside(cell) ? 1 : 0;
        }
        double scale = cells * grid.step() * grid.step() / sites.stream().mapToDouble(Site::areaM2).sum();
        this.wanted = sites.stream().mapToDouble(site -> site.areaM2() * scale).toArray();
    }

    /** Improves the offsets (metres, one a unit) in place. */
    void fit(double[] offsets, int rounds) {
        for (int round = 0; round < rounds; round++) {
            improve(offsets, areas(grow(offsets)), round < rounds / 2 ? FIRST_DAMPING : LATER_DAMPING);
        }
    }

    /** Goes on with ever smaller steps while a unit is far from its area, as where two take turns to be too large, and keeps the best. */
    void settle(double[] offsets) {
        double[] best = offsets.clone();
        double least = Double.MAX_VALUE;
        double damping = LATER_DAMPING;
        for (int round = 0; round < MORE_ROUNDS && least > FAR; round++) {
            double[] areas = areas(grow(offsets));
            double worst = IntStream.range(0, areas.length).mapToDouble(site -> Math.abs(areas[site] / wanted[site] - 1)).max().orElse(0);
            if (worst < least) {
                least = worst;
                best = offsets.clone();
            }
            damping *= EASING;
            improve(offsets, areas, damping);
        }
        System.arraycopy(best, 0, offsets, 0, best.length);
    }

    private void improve(double[] offsets, double[] areas, double damping) {
        for (int site = 0; site < offsets.length; site++) {
            offsets[site] += damping * (areas[site] - wanted[site]) / StrictMath.sqrt(wanted[site]);
        }
    }

    /** The unit of each cell inside, -1 outside. */
    int[] grow(double[] offsets) {
        Arrays.fill(labels, -1);
        Arrays.fill(distances, Float.MAX_VALUE);
        frontier.clear();
        double least = Arrays.stream(offsets).min().orElse(0);
        for (int site = 0; site < offsets.length; site++) {
            int centre = grid.cell(sites.get(site).x(), sites.get(site).y());
            distances[centre] = (float) (offsets[site] - least);
            labels[centre] = site;
            frontier.add(distances[centre], centre);
        }
        while (!frontier.isEmpty()) {
            long entry = frontier.poll();
            int cell = Frontier.cell(entry);
            if (Frontier.distance(entry) == distances[cell]) {
                spread(cell);
            }
        }
        fillGaps();
        return labels;
    }

    private void spread(int cell) {
        for (int direction = 0; direction < 4; direction++) {
            int next = grid.neighbour(cell, direction);
            float distance = next < 0 ? 0 : distances[cell] + costs[next];
            if (next >= 0 && distance < distances[next] && reserve.allows(next, labels[cell])) {
                distances[next] = distance;
                labels[next] = labels[cell];
                frontier.add(distance, next);
            }
        }
    }

    /** Cells that nobody who may could reach go to a neighbour. */
    private void fillGaps() {
        boolean again = true;
        while (again) {
            again = false;
            for (int cell = 0; cell < labels.length; cell++) {
                if (reserve.isInside(cell) && labels[cell] < 0) {
                    for (int direction = 0; direction < 4 && labels[cell] < 0; direction++) {
                        int next = grid.neighbour(cell, direction);
                        labels[cell] = next < 0 ? -1 : labels[next];
                    }
                    again |= labels[cell] >= 0;
                }
            }
        }
    }

    private double[] areas(int[] grown) {
        double[] areas = new double[sites.size()];
        for (int label : grown) {
            if (label >= 0) {
                areas[label] += grid.step() * grid.step();
            }
        }
        return areas;
    }
}

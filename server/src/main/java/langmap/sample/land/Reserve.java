package langmap.sample.land;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Cells that only some units may take: the surroundings of each centre, the small towns, a way from each border unit to the border, ways that
 * hold each district together, and the strip along the border.
 */
final class Reserve {
    private static final double STRIP_M = 500;
    private static final double BORDER_FOOT_M = 1500;
    private static final double SMALL_M2 = 13e6;
    private static final double SMALL_SHARE = 0.97;

    private final Grid grid;
    private final List<Site> sites;
    private final boolean[] inside;
    private final float[] costs;
    private final double[] borderDistance;
    /** Unit that alone may take the cell, or -1. */
    private final int[] unit;
    /** Index of the first site of the district that alone may take the cell, or -1. */
    private final int[] district;
    private final int[] districtOf;

    Reserve(Grid grid, List<Site> sites, Outline outline, float[] costs) {
        this.grid = grid;
        this.sites = sites;
        this.costs = costs;
        this.inside = outline.inside(grid);
        this.borderDistance = outline.borderDistance(grid);
        this.unit = new int[grid.size()];
        this.district = new int[grid.size()];
        Arrays.fill(unit, -1);
        Arrays.fill(district, -1);
        List<String> codes = sites.stream().map(Site::district).toList();
        this.districtOf = sites.stream().mapToInt(site -> codes.indexOf(site.district())).toArray();
        reserveCentres();
        reserveSmallTowns();
        reserveBorderWays();
        reserveDistrictWays();
    }

    boolean isInside(int cell) {
        return inside[cell];
    }

    boolean allows(int cell, int site) {
        return inside[cell] && (unit[cell] < 0 || unit[cell] == site) && (district[cell] < 0 || district[cell] == districtOf[site])
            && (borderDistance[cell] > STRIP_M || sites.get(site).onBorder());
    }

    private int centre(int site) {
        return grid.cell(sites.get(site).x(), sites.get(site).y());
    }

    private void reserveCentres() {
        for (int site = 0; site < sites.size(); site++) {
            int centre = centre(site);
            for (int cell : new int[] {centre, centre + 1, centre - 1, centre + grid.columns(), centre - grid.columns()}) {
                if (inside[cell] && unit[cell] < 0) {
                    unit[cell] = site;
                }
            }
        }
    }

    private void reserveSmallTowns() {
        for (int site = 0; site < sites.size(); site++) {
            if (sites.get(site).areaM2() < SMALL_M2) {
                int wanted = (int) (sites.get(site).areaM2() * SMALL_SHARE / (grid.step() * grid.step()));
                for (int cell : nearest(site, wanted)) {
                    unit[cell] = site;
                }
            }
        }
    }

    /** The nearest free cells, by cost. */
    private List<Integer> nearest(int site, int wanted) {
        List<Integer> cells = new ArrayList<>();
        float[] distances = distances(centre(site), site, false);
        IntStream.range(0, distances.length).filter(cell -> distances[cell] < Float.MAX_VALUE).boxed()
            .sorted(Comparator.comparing((Integer cell) -> distances[cell])).limit(wanted).forEach(cells::add);
        return cells;
    }

    /** A border unit gets the middle of the stretch it is nearest to; one that is nearest to none gets the place it is least far behind at. */
    private void reserveBorderWays() {
        float[] best = new float[grid.size()];
        Arrays.fill(best, Float.MAX_VALUE);
        TreeMap<Integer, float[]> bySite = new TreeMap<>();
        for (int site = 0; site < sites.size(); site++) {
            if (sites.get(site).onBorder()) {
                float[] distances = distances(centre(site), site, false);
                bySite.put(site, distances);
                IntStream.range(0, best.length).forEach(cell -> best[cell] = Math.min(best[cell], distances[cell]));
            }
        }
        List<Integer> edge = IntStream.range(0, grid.size()).filter(cell -> inside[cell] && borderDistance[cell] < grid.step()).boxed().toList();
        bySite.forEach((site, distances) -> {
            float behind = (float) edge.stream().mapToDouble(cell -> distances[cell] - best[cell]).min().orElseThrow();
            List<Integer> foot = edge.stream().filter(cell -> distances[cell] - best[cell] <= behind && unit[cell] < 0).toList();
            int middle = foot.stream().min(Comparator.comparing((Integer cell) -> spread(cell, foot)).thenComparing(cell -> cell)).orElseThrow();
            way(centre(site), middle, site, false).forEach(cell -> unit[cell] = site);
            edge.stream().filter(cell -> distance(cell, middle) < BORDER_FOOT_M && unit[cell] < 0).forEach(cell -> unit[cell] = site);
        });
    }

    private double spread(int cell, List<Integer> cells) {
        return cells.stream().mapToDouble(other -> distance(cell, other)).sum();
    }

    private double distance(int a, int b) {
        double x = grid.x(a) - grid.x(b);
        double y = grid.y(a) - grid.y(b);
        return StrictMath.sqrt(x * x + y * y);
    }

    /** Each district's centres are joined by the shortest ways between the nearest of them, small districts first. */
    private void reserveDistrictWays() {
        TreeMap<Integer, List<Integer>> byDistrict = new TreeMap<>();
        for (int site = 0; site < sites.size(); site++) {
            byDistrict.computeIfAbsent(districtOf[site], key -> new ArrayList<>()).add(site);
        }
        byDistrict.values().stream().sorted(Comparator.comparingDouble((List<Integer> members) ->
            members.stream().mapToDouble(site -> sites.get(site).areaM2()).sum())).forEach(this::join);
    }

    private void join(List<Integer> members) {
        List<Integer> joined = new ArrayList<>(List.of(members.get(0)));
        List<Integer> open = new ArrayList<>(members.subList(1, members.size()));
        while (!open.isEmpty()) {
            int from = -1;
            int to = -1;
            double least = Double.MAX_VALUE;
            for (int a : joined) {
                for (int b : open) {
                    double apart = distance(centre(a), centre(b));
                    if (apart < least) {
                        least = apart;
                        from = a;
                        to = b;
                    }
                }
            }
            for (int cell : way(centre(from), centre(to), from, true)) {
                district[cell] = districtOf[from];
            }
            joined.add(to);
            open.remove(Integer.valueOf(to));
        }
    }

    /** The shortest way over cells the site may take, or its whole district; both ends included. */
    private List<Integer> way(int from, int to, int site, boolean wholeDistrict) {
        float[] distances = distances(from, site, wholeDistrict);
        if (distances[to] == Float.MAX_VALUE) {
            throw new IllegalStateException("no way for " + sites.get(site).code());
        }
        List<Integer> way = new ArrayList<>(List.of(to));
        int at = to;
        while (at != from) {
            int next = at;
            for (int direction = 0; direction < 4; direction++) {
                int cell = grid.neighbour(at, direction);
                if (cell >= 0 && distances[cell] < distances[next]) {
                    next = cell;
                }
            }
            at = next;
            way.add(at);
        }
        return way;
    }

    /** Cost from a cell to every cell that the site may take, or its whole district. */
    private float[] distances(int from, int site, boolean wholeDistrict) {
        float[] distances = new float[grid.size()];
        Arrays.fill(distances, Float.MAX_VALUE);
        distances[from] = 0;
        Frontier frontier = new Frontier();
        frontier.add(0, from);
        while (!frontier.isEmpty()) {
            long entry = frontier.poll();
            int cell = Frontier.cell(entry);
            if (Frontier.distance(entry) > distances[cell]) {
                continue;
            }
            for (int direction = 0; direction < 4; direction++) {
                int next = grid.neighbour(cell, direction);
                if (next >= 0 && mayCross(next, site, wholeDistrict) && distances[cell] + costs[next] < distances[next]) {
                    distances[next] = distances[cell] + costs[next];
                    frontier.add(distances[next], next);
                }
            }
        }
        return distances;
    }

    private boolean mayCross(int cell, int site, boolean wholeDistrict) {
        boolean own = unit[cell] < 0 || unit[cell] == site || wholeDistrict && districtOf[unit[cell]] == districtOf[site];
        return inside[cell] && own && (district[cell] < 0 || district[cell] == districtOf[site])
            && (borderDistance[cell] > STRIP_M || sites.get(site).onBorder());
    }
}

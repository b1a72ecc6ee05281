package langmap.sample.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Lines;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Mesh;
import langmap.sample.mesh.Toll;
import langmap.sample.network.Villages.Village;

/** Commune and village roads, lanes and field roads: each new one joins what is there the cheapest way, so that the net branches. */
final class RuralRoads {
    private static final int DRAWS = 6;
    private static final int MISSES = 60_000;

    private final Lines roads;
    private final Country country;
    private final Mesh mesh;
    private final NetworkLaws laws;
    private final List<Village> villages;
    private final SplitMix random;
    private final Toll toll;
    private final Map<String, Double> laidM = new TreeMap<>();

    RuralRoads(Lines roads, List<Village> villages) {
        this.roads = roads;
        this.country = roads.country();
        this.mesh = roads.mesh();
        this.laws = roads.laws();
        this.villages = villages;
        this.random = laws.random(4);
        this.toll = new Toll(roads.factors(laws.number("tolls.slope"), laws.number("tolls.town")), laws.number("tolls.rural.reuse"),
            laws.number("tolls.rural.beside"), 1e9);
    }

    /** Joins every village: the main ones by commune roads, first. */
    void joinVillages() {
        List<Village> others = new ArrayList<>();
        for (Village village : villages) {
            roads.cut(village.cell());
            if (random.nextDouble() < laws.number("villages.mainShare")) {
                join(village.cell(), "commune_road", "Đường " + village.name(), village.unit());
            } else {
                others.add(village);
            }
        }
        others.forEach(village -> join(village.cell(), "village_road", "Đường thôn " + village.name(), village.unit()));
    }

    private void join(int cell, String grade, String name, int unit) {
        int[] path = mesh.path(cell, at -> mesh.degree(at) > 0, toll);
        if (path.length > 1) {
            lay(path, grade, name, unit);
        }
    }

    private void lay(int[] path, String grade, String name, int unit) {
        laidM.merge(grade, roads.lay(path, roads.add(grade, name, unit)), Double::sum);
    }

    /** Commune roads between some neighbouring communes, from village to village. */
    void link() {
        Map<Integer, TreeSet<Integer>> neighbours = new TreeMap<>();
        for (int cell = 0; cell < mesh.grid().size(); cell++) {
            int unit = country.unitOf(cell);
            for (int direction = 0; unit >= 0 && direction < 4; direction++) {
                int other = country.unitOf(mesh.neighbour(cell, direction));
                if (other >= 0 && other != unit) {
                    neighbours.computeIfAbsent(Math.min(unit, other), key -> new TreeSet<>()).add(Math.max(unit, other));
                }
            }
        }
        neighbours.forEach((unit, others) -> others.forEach(other -> {
            if (random.nextDouble() < laws.number("rural.linkShare")) {
                link(unit, other);
            }
        }));
    }

    private void link(int unit, int other) {
        Village from = null;
        Village to = null;
        for (Village one : villages) {
            for (Village two : one.unit() == unit ? villages : List.<Village>of()) {
                if (two.unit() == other && (from == null || mesh.distance(one.cell(), two.cell()) < mesh.distance(from.cell(), to.cell()))) {
                    from = one;
                    to = two;
                }
            }
        }
        if (from == null || !laws.holds("rural.linkM", mesh.distance(from.cell(), to.cell()))) {
            return;
        }
        int goal = to.cell();
        int[] path = mesh.path(from.cell(), cell -> cell == goal, toll);
        lay(path, "commune_road", "Đường " + from.name() + " – " + to.name(), unit);
    }

    /** Roads that start somewhere near a village until there are so many metres of their class. */
    void branch(String grade, String distance, double untilM) {
        double limit = laws.high(distance) * 2.2;
        int misses = 0;
        while (laidM.getOrDefault(grade, 0.0) < untilM && misses < MISSES) {
            Village village = villages.get(random.nextInt(villages.size()));
            int best = -1;
            for (int draw = 0; draw < DRAWS; draw++) {
                int cell = around(village.cell(), laws.between(distance, random));
                boolean fits = country.unitOf(cell) == village.unit() && country.isInside(cell, laws.number("tolls.marginM")) && !mesh.isNear(cell);
                if (fits && (best < 0 || country.height(cell) < country.height(best))) {
                    best = cell;
                }
            }
            String name = grade.equals("village_road") ? "Đường thôn " + village.name() : null;
            int[] path = best < 0 ? new int[0] : mesh.path(best, at -> mesh.degree(at) > 0, toll.within(limit));
            if (mesh.length(path) >= laws.number("rural.leastM." + grade)) {
                lay(path, grade, name, village.unit());
            } else {
                misses++;
            }
        }
    }

    /** A cell about so far from another, in any direction. */
    private int around(int cell, double metres) {
        double east = 2 * random.nextDouble() - 1;
        double north = 2 * random.nextDouble() - 1;
        double length = StrictMath.sqrt(east * east + north * north) + 1e-9;
        return mesh.grid().cell(mesh.x(cell) + east / length * metres, mesh.y(cell) + north / length * metres);
    }

    double laidM(String grade) {
        return laidM.getOrDefault(grade, 0.0);
    }
}

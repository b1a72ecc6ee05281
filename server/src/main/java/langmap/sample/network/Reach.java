package langmap.sample.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.Work;
import langmap.sample.network.Villages.Village;

/** Which communes and villages good motor roads reach, on the graph of the sections. */
final class Reach {
    private static final int MOTOR = 4;
    private static final double DEARER = 20;

    private final Ledger ledger;
    private final List<Village> villages;
    /** By cell, the number of its node; 0 for none. */
    private final int[] nodeOf;
    private final int[] parent;
    /** By node less one, the motor sections that meet there. */
    private final List<List<Integer>> at;

    Reach(Ledger ledger, List<Village> villages) {
        this.ledger = ledger;
        this.villages = villages;
        this.nodeOf = new int[ledger.country().grid().size()];
        this.at = new ArrayList<>();
        for (int section = 0; section < ledger.size(); section++) {
            for (int cell : isMotor(section) ? new int[] {ledger.section(section).from(), ledger.section(section).to()} : new int[0]) {
                if (nodeOf[cell] == 0) {
                    at.add(new ArrayList<>());
                    nodeOf[cell] = at.size();
                }
                at.get(nodeOf[cell] - 1).add(section);
            }
        }
        this.parent = new int[at.size() + 1];
    }

    private boolean isMotor(int section) {
        return ledger.rank(section) <= MOTOR;
    }

    private void join(int least, Predicate<Work> counting) {
        Arrays.setAll(parent, node -> node);
        for (int section = 0; section < ledger.size(); section++) {
            if (isMotor(section) && ledger.isGood(section, least, counting)) {
                parent[root(node(ledger.section(section).from()))] = root(node(ledger.section(section).to()));
            }
        }
    }

    private int node(int cell) {
        return nodeOf[cell];
    }

    private int root(int node) {
        int up = node;
        while (parent[up] != up) {
            parent[up] = parent[parent[up]];
            up = parent[up];
        }
        return up;
    }

    /** Villages from which a hardened way leads to the centre of the commune. */
    Set<Village> villages(Predicate<Work> counting) {
        join(Ledger.OTHER, counting);
        Set<Village> reached = new TreeSet<>((a, b) -> a.code().compareTo(b.code()));
        villages.stream().filter(one -> root(node(one.cell())) == root(node(ledger.country().centre(one.unit())))).forEach(reached::add);
        return reached;
    }

    /** Communes from whose centre a paved way leads to a trunk road. */
    Set<Integer> communes(Predicate<Work> counting) {
        join(Ledger.CONCRETE, counting);
        int trunk = 0;
        for (int section = 0; section < ledger.size(); section++) {
            if (ledger.rank(section) <= TrunkRoads.TRUNK) {
                parent[root(node(ledger.section(section).from()))] = root(trunk);
                parent[root(node(ledger.section(section).to()))] = root(trunk);
            }
        }
        Set<Integer> reached = new TreeSet<>();
        for (int unit = 0; unit < ledger.country().units().size(); unit++) {
            if (ledger.country().units().get(unit).commune() && root(node(ledger.country().centre(unit))) == root(trunk)) {
                reached.add(unit);
            }
        }
        return reached;
    }

    /** Motor sections that meet in a cell. */
    List<Integer> meeting(int cell) {
        return at.get(node(cell) - 1);
    }

    boolean isOnTrunk(int cell) {
        return meeting(cell).stream().anyMatch(section -> ledger.rank(section) <= TrunkRoads.TRUNK);
    }

    /** The sections of the way from a cell to the nearest that is a goal, along hardened road where that is not far out of the way. */
    List<Integer> way(int from, IntPredicate goal) {
        double[] cost = new double[at.size() + 1];
        int[] by = new int[at.size() + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        PriorityQueue<double[]> open = new PriorityQueue<>((a, b) -> a[0] != b[0] ? Double.compare(a[0], b[0]) : Double.compare(a[1], b[1]));
        cost[node(from)] = 0;
        by[node(from)] = -1;
        open.add(new double[] {0, from});
        while (!open.isEmpty() && !goal.test((int) open.peek()[1])) {
            double[] next = open.poll();
            int cell = (int) next[1];
            for (int section : next[0] > cost[node(cell)] ? List.<Integer>of() : meeting(cell)) {
                int other = other(section, cell);
                double reached = next[0] + ledger.section(section).lengthM() * (ledger.surface(section) == Ledger.EARTH ? DEARER : 1);
                if (reached < cost[node(other)]) {
                    cost[node(other)] = reached;
                    by[node(other)] = section;
                    open.add(new double[] {reached, other});
                }
            }
        }
        List<Integer> way = new ArrayList<>();
        for (int cell = open.isEmpty() ? from : (int) open.peek()[1]; by[node(cell)] >= 0; cell = other(by[node(cell)], cell)) {
            way.add(by[node(cell)]);
        }
        return way;
    }

    private int other(int section, int cell) {
        return ledger.section(section).from() == cell ? ledger.section(section).to() : ledger.section(section).from();
    }
}

package langmap.sample.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Calendar;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.Lines;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.Standing;
import langmap.sample.ledger.Work;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Mesh;
import langmap.sample.mesh.Toll;

/** Canals along the valleys of every commune, near its field roads, and their lining with the works on them. */
final class Canals {
    static final int LINED = Ledger.OTHER;
    private static final List<String> GRADES = List.of("main_canal", "branch_canal", "field_canal");
    private static final int ROUNDS = 6;
    private static final int DRAWS = 24;
    private static final int ATTEMPTS = 20;
    private static final int ROUNDS_OF_LAYING = 60;

    private final Lines canals;
    private final Country country;
    private final Mesh mesh;
    private final NetworkLaws laws;
    private final SplitMix random;
    private final Toll toll;
    private final List<List<Integer>> valleys = new ArrayList<>();
    private double laidM;

    private Canals(Lines roads) {
        this.country = roads.country();
        this.laws = roads.laws();
        this.canals = new Lines(country, laws, 40);
        this.mesh = canals.mesh();
        this.random = laws.random(7);
        this.toll = new Toll(canals.factors(laws.number("canals.slope"), 3), 0.5, 1.6, 1e9);
        country.units().forEach(unit -> valleys.add(new ArrayList<>()));
        for (int cell = 0; cell < mesh.grid().size(); cell++) {
            int unit = country.unitOf(cell);
            if (country.isInside(cell, 2 * laws.number("tolls.marginM")) && country.units().get(unit).commune() && roads.mesh().isNear(cell)) {
                valleys.get(unit).add(cell);
            }
        }
        valleys.forEach(cells -> {
            cells.sort(Comparator.comparingDouble(country::height).thenComparingInt(cell -> cell));
            cells.subList(cells.size() / 2, cells.size()).clear();
        });
    }

    static Ledger make(Lines roads, Standing standing) {
        Canals made = new Canals(roads);
        double all = made.laws.number("canals.laidKm") * 1000;
        double mains = made.laws.number("canals.mainShare") * all;
        made.lay(GRADES.get(0), "canals.mainM", mains);
        made.lay(GRADES.get(1), "canals.branchM", all * (1 - made.laws.number("canals.fieldShare")));
        made.lay(GRADES.get(2), "canals.fieldM", all);
        Ledger ledger = new Ledger(made.canals, made.canals.draw(ROUNDS, Set.of()).sections(made.country));
        made.line(ledger, standing);
        made.works(ledger, standing);
        return ledger;
    }

    /** Canals of a class in one commune after the other, each time in another order, until there are so many metres; every commune has its turn once. */
    private void lay(String grade, String distance, double untilM) {
        List<Integer> order = new ArrayList<>();
        for (int unit = 0; unit < valleys.size(); unit++) {
            if (!valleys.get(unit).isEmpty()) {
                order.add(unit);
            }
        }
        boolean isMain = grade.equals(GRADES.get(0));
        for (int round = 0; round < ROUNDS_OF_LAYING && laidM < untilM; round++) {
            for (int at = order.size() - 1; at > 0; at--) {
                Collections.swap(order, at, random.nextInt(at + 1));
            }
            for (int unit : order) {
                if (laidM < untilM || isMain && round == 0) {
                    layOne(grade, distance, unit);
                }
            }
        }
    }

    private void layOne(String grade, String distance, int unit) {
        int[] path = new int[0];
        for (int attempt = 0; attempt < ATTEMPTS && mesh.length(path) < laws.number("canals.leastM"); attempt++) {
            path = path(valleys.get(unit), unit, distance, grade.equals(GRADES.get(0)));
        }
        if (mesh.length(path) >= laws.number("canals.leastM")) {
            String name = grade.equals(GRADES.get(2)) ? null : "Kênh " + country.units().get(unit).name();
            laidM += canals.lay(path, canals.add(grade, name, unit));
        }
    }

    /** From one low place to another, or to the nearest canal. */
    private int[] path(List<Integer> cells, int unit, String distance, boolean isMain) {
        int from = cells.get(random.nextInt(cells.size()));
        if (mesh.isNear(from)) {
            return new int[] {from};
        }
        if (!isMain) {
            int[] path = mesh.path(from, cell -> mesh.degree(cell) > 0 && country.unitOf(cell) == unit, toll.within(6 * laws.high(distance)));
            return mesh.length(path) <= laws.high(distance) ? path : new int[] {from};
        }
        int to = -1;
        for (int draw = 0; draw < DRAWS; draw++) {
            int cell = cells.get(random.nextInt(cells.size()));
            if (laws.holds(distance, mesh.distance(from, cell)) && (to < 0 || country.height(cell) < country.height(to))) {
                to = cell;
            }
        }
        int goal = to;
        return goal < 0 ? new int[] {from} : mesh.path(from, cell -> cell == goal, toll.within(8 * laws.high(distance)));
    }

    /** Lines canals, more where the criterion is to hold, until the share of all is right. */
    private void line(Ledger ledger, Standing standing) {
        for (int unit = 0; unit < country.units().size(); unit++) {
            if (!country.units().get(unit).commune()) {
                continue;
            }
            double share = laws.between(standing.holdsAtEnd(unit) ? "canals.lined" : "canals.unlined", random);
            double all = lengthM(ledger, unit);
            for (int section : ledger.on(unit)) {
                double lined = linedM(ledger, unit, Ledger.NONE);
                double length = ledger.section(section).lengthOn(unit);
                boolean fits = standing.holdsAtEnd(unit) ? lined < share * all : lined + length < share * all;
                if (fits && ledger.section(section).mainUnit() == unit) {
                    ledger.setSurface(section, LINED);
                }
            }
        }
    }

    static double lengthM(Ledger ledger, int unit) {
        return ledger.on(unit).stream().mapToDouble(section -> ledger.section(section).lengthOn(unit)).sum();
    }

    static double linedM(Ledger ledger, int unit, Predicate<Work> counting) {
        return ledger.on(unit).stream().mapToDouble(section -> ledger.goodM(section, unit, LINED, counting)).sum();
    }

    private void works(Ledger ledger, Standing standing) {
        Calendar calendar = new Calendar(laws, random);
        double accepted = 0;
        double due = 0;
        double later = 0;
        int before = laws.whole("canals.yearBefore");
        int upkeep = laws.whole("canals.upkeep");
        for (int draw = 0; draw < 40_000; draw++) {
            int section = random.nextInt(ledger.size());
            double length = ledger.section(section).lengthM();
            if (!ledger.works(section).isEmpty() || length < 200 || ledger.section(section).parts().stream().anyMatch(part -> !standing.holdsAtEnd(part.unit()))) {
                continue;
            }
            if (ledger.surface(section) == LINED) {
                if (before > 0) {
                    before--;
                    ledger.setSurface(section, Ledger.EARTH);
                    ledger.add(new Work(section, "lining", 0, length, true, LINED, calendar.yearBefore()));
                } else if (upkeep > 0) {
                    upkeep--;
                    ledger.add(new Work(section, "repair", 0, length, true, LINED, calendar.accepted()));
                }
                continue;
            }
            double wanted = laws.number("canals.acceptedKm") * 1000 - accepted;
            double planned = laws.number("canals.dueKm") * 1000 - accepted - due;
            double to = Math.min(length, StrictMath.ceil(wanted > 0 ? wanted : planned > 0 ? planned : length));
            if (wanted > 0) {
                accepted += to;
                ledger.add(new Work(section, "lining", 0, to, to == length, LINED, calendar.accepted()));
            } else if (planned > 0) {
                due += to;
                ledger.add(new Work(section, "lining", 0, to, to == length, LINED, calendar.open(draw % 2 == 0 ? "done" : "under_way")));
            } else if (later < laws.number("canals.laterKm") * 1000) {
                later += length;
                ledger.add(new Work(section, "lining", 0, length, true, LINED, calendar.later(draw % 3 == 0)));
            }
        }
    }
}

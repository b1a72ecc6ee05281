package langmap.sample.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Calendar;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.Standing;
import langmap.sample.ledger.Work;
import langmap.sample.network.Villages.Village;

/** The works on roads in the year: those accepted make what was reached, those due make what was planned. */
final class RoadWorks {
    private final Ledger ledger;
    private final Reach reach;
    private final List<Village> villages;
    private final NetworkLaws laws;
    private final Standing standing;
    private final SurfacePlan plan;
    private final Calendar calendar;
    private final SplitMix random;
    private final int near;
    private final Predicate<Work> accepted;
    private final Predicate<Work> due;
    private double acceptedM;

    RoadWorks(Ledger ledger, Reach reach, List<Village> villages, Standing standing, SurfacePlan plan) {
        this.ledger = ledger;
        this.reach = reach;
        this.villages = villages;
        this.laws = ledger.lines().laws();
        this.standing = standing;
        this.plan = plan;
        this.random = laws.random(6);
        this.calendar = new Calendar(laws, random);
        this.near = ledger.country().index(laws.text("nearMiss.unit"));
        LocalDate end = laws.date("yearEnd");
        this.accepted = work -> work.isAcceptedBy(end);
        this.due = work -> work.isDueBy(end);
    }

    void plan() {
        standing.gaining().forEach(this::complete);
        openCentres();
        nearMiss();
        reachVillages();
        twice();
        List<Integer> free = free();
        double target = laws.number("works.acceptedKm") * 1000;
        free.stream().filter(section -> ledger.section(section).parts().size() > 1).limit(laws.whole("works.crossing"))
            .forEach(section -> harden(section, 0, ledger.section(section).lengthM()));
        for (int section : free) {
            if (isFree(section) && acceptedM < target) {
                double length = ledger.section(section).lengthM();
                double[] stretch = stretch(length, target - acceptedM);
                harden(section, stretch[0], stretch[1]);
            }
        }
        unaccepted(free);
        upkeep();
    }

    /** All of the section, part of it, or just what is still wanted. */
    private double[] stretch(double length, double wanted) {
        double part = random.nextDouble() < laws.number("works.partShare") ? 0.35 + 0.4 * random.nextDouble() : 1;
        double from = part < 1 && random.nextDouble() < 0.5 ? StrictMath.floor(length * (1 - part)) : 0;
        double to = part < 1 && from == 0 ? StrictMath.floor(length * part) : length;
        return wanted < to - from ? new double[] {from, from + StrictMath.ceil(wanted)} : new double[] {from, to};
    }

    private void harden(int section, double from, double to) {
        add(section, from, to, calendar.accepted());
    }

    private void add(int section, double from, double to, Work.Dates dates) {
        double length = ledger.section(section).lengthM();
        double before = ledger.goodM(section, -1, Ledger.OTHER, accepted);
        boolean upgrades = ledger.surface(section) > Ledger.EARTH;
        boolean asphalt = ledger.rank(section) <= 3 && random.nextDouble() < 0.5;
        boolean whole = from == 0 && to >= length;
        ledger.add(new Work(section, upgrades ? "upgrade" : "hardening", from, whole ? length : to, whole, asphalt ? Ledger.ASPHALT : Ledger.CONCRETE, dates));
        acceptedM += ledger.isRural(section) ? ledger.goodM(section, -1, Ledger.OTHER, accepted) - before : 0;
    }

    private void all(int section) {
        harden(section, 0, ledger.section(section).lengthM());
    }

    /** Hardens what a commune lacks for criterion 2. */
    private void complete(int unit) {
        for (int section : ledger.on(unit, "commune_road")) {
            if (!ledger.isGood(section, Ledger.CONCRETE, accepted)) {
                all(section);
            }
        }
        for (String rule : List.of("2.2", "2.3", "2.4")) {
            String grade = laws.rule(rule).path("class").asText();
            List<Integer> order = new ArrayList<>(ledger.on(unit, grade));
            order.sort(Comparator.comparing(plan.carrying()::contains));
            for (int section : order) {
                boolean isShort = ledger.share(unit, grade, Ledger.OTHER, accepted) < laws.threshold(rule) + laws.number("shares.spare");
                if (isShort && !ledger.isGood(section, Ledger.OTHER, accepted) && !isLocked(section)) {
                    all(section);
                }
            }
        }
    }

    private boolean isLocked(int section) {
        return ledger.grade(section).equals("village_road") && ledger.section(section).lengthOn(near) > 0;
    }

    private void openCentres() {
        for (int unit : plan.opening()) {
            plan.wayToTrunk(unit).stream().filter(section -> !ledger.isGood(section, Ledger.CONCRETE, accepted)).forEach(this::all);
        }
    }

    /** One section is done and would make the half of the village roads full; another is accepted just so far that little is missing. */
    private void nearMiss() {
        double missing = ledger.lengthM(near, "village_road") * laws.threshold("2.2") - ledger.goodM(near, "village_road", Ledger.OTHER, accepted)
            - laws.number("nearMiss.shortM");
        List<Integer> earth = ledger.on(near, "village_road").stream().filter(section -> ledger.surface(section) == Ledger.EARTH
            && ledger.section(section).parts().size() == 1).toList();
        int held = earth.stream().filter(section -> laws.holds("nearMiss.heldM", ledger.section(section).lengthM()))
            .min(Comparator.comparingDouble(section -> ledger.section(section).lengthM())).orElseThrow();
        add(held, 0, ledger.section(held).lengthM(), calendar.open("done"));
        int other = earth.stream().filter(section -> section != held && ledger.section(section).lengthM() > missing).findFirst().orElseThrow();
        if (missing > laws.number("nearMiss.leastM")) {
            harden(other, 0, StrictMath.floor(missing));
        }
    }

    private void reachVillages() {
        int reached = reach.villages(accepted).size();
        List<Village> order = new ArrayList<>(villages);
        for (Village village : order) {
            List<Integer> way = reach.way(village.cell(), cell -> cell == ledger.country().centre(village.unit()));
            double earth = way.stream().filter(section -> !ledger.isGood(section, Ledger.OTHER, accepted)).mapToDouble(s -> ledger.section(s).lengthM()).sum();
            boolean spread = random.nextDouble() < laws.number("villages.openShare");
            if (reached < laws.whole("villages.reachedAtEnd") && earth > 0 && earth < laws.number("villages.openM") && spread
                && way.stream().noneMatch(section -> isLocked(section) || plan.staysUnpaved(section))) {
                way.stream().filter(section -> !ledger.isGood(section, Ledger.OTHER, accepted)).forEach(this::all);
                reached = reach.villages(accepted).size();
            }
        }
    }

    /** Stretches that overlap, and one that is accepted two times. */
    private void twice() {
        List<Integer> longOnes = free().stream().filter(section -> ledger.section(section).lengthM() > laws.number("works.overlapM")).toList();
        for (int section : longOnes.subList(0, laws.whole("works.overlaps"))) {
            double length = StrictMath.floor(ledger.section(section).lengthM());
            harden(section, 0, StrictMath.floor(length * 0.6));
            harden(section, StrictMath.floor(length * 0.5), length);
        }
        int repeated = longOnes.get(laws.whole("works.overlaps"));
        all(repeated);
        all(repeated);
    }

    /** Sections whose hardening changes no status: off the ways of villages, in the order of a draw. */
    private List<Integer> free() {
        List<Integer> free = new ArrayList<>();
        for (int section = 0; section < ledger.size(); section++) {
            if (isFree(section)) {
                free.add(section);
            }
        }
        for (int at = free.size() - 1; at > 0; at--) {
            Collections.swap(free, at, random.nextInt(at + 1));
        }
        return free;
    }

    private boolean isFree(int section) {
        boolean fits = ledger.rank(section) > 3 && ledger.surface(section) == Ledger.EARTH && ledger.works(section).isEmpty()
            && !plan.carrying().contains(section) && !isLocked(section) && ledger.section(section).lengthM() > laws.number("works.leastM");
        if (!fits || !ledger.grade(section).equals("field_road")) {
            return fits;
        }
        return ledger.section(section).parts().stream().allMatch(part -> part.unit() >= 0 && (standing.holdsAtEnd(part.unit())
            || ledger.goodM(part.unit(), "field_road", Ledger.OTHER, work -> true) + ledger.section(section).lengthM()
            < (laws.threshold("2.4") - laws.number("shares.spare")) * ledger.lengthM(part.unit(), "field_road")));
    }

    /** Works due in the year that were not accepted, and works of the next year. */
    private void unaccepted(List<Integer> free) {
        double wanted = laws.number("works.dueKm") * 1000;
        double planned = ledger.ruralHardenedM(due) - ledger.ruralHardenedM(work -> work.isDueBy(laws.date("baselineDay")));
        List<String> states = laws.texts("works.lateStates");
        double later = 0;
        int count = 0;
        for (int section : free) {
            double length = ledger.section(section).lengthM();
            if (!isFree(section)) {
                continue;
            }
            if (planned < wanted) {
                add(section, 0, Math.min(length, StrictMath.ceil(wanted - planned)), calendar.open(states.get(count++ % states.size())));
                planned += Math.min(ledger.countedM(section), wanted - planned);
            } else if (later < laws.number("works.laterKm") * 1000) {
                add(section, 0, length, calendar.later(count++ % 3 == 0));
                later += length;
            }
        }
    }

    /** Repairs and better surfaces, which harden nothing anew. */
    private void upkeep() {
        int repairs = laws.whole("works.repairs");
        int upgrades = laws.whole("works.upgrades");
        for (int draw = 0; draw < 100_000 && repairs + upgrades > 0; draw++) {
            int section = random.nextInt(ledger.size());
            boolean fits = ledger.works(section).isEmpty() && ledger.surface(section) > Ledger.EARTH && !plan.staysUnpaved(section);
            if (fits && repairs > 0) {
                repairs--;
                ledger.add(new Work(section, "repair", 0, ledger.section(section).lengthM(), true, ledger.surface(section), calendar.accepted()));
            } else if (fits && ledger.surface(section) == Ledger.OTHER && ledger.rank(section) > 3) {
                upgrades--;
                all(section);
            }
        }
    }
}

package langmap.sample.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Calendar;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.Standing;
import langmap.sample.ledger.Work;
import langmap.sample.mesh.Section.Part;
import langmap.sample.network.Villages.Village;

/** Which roads are hardened at the end of the year before, so that shares, ways to communes and villages and criterion 2 come out as they shall. */
final class SurfacePlan {
    private static final List<String> MINOR = List.of("lane", "field_road");

    private final Ledger ledger;
    private final Reach reach;
    private final List<Village> villages;
    private final NetworkLaws laws;
    private final Standing standing;
    private final SplitMix random;
    private final int near;
    private final Predicate<Work> before;
    /** Sections that carry the way of a village to its centre. */
    private final Set<Integer> carrying = new TreeSet<>();
    /** Sections that stay unpaved, so that no paved way leads to a centre. */
    private final Set<Integer> unpaved = new TreeSet<>();
    private final Set<Integer> opening = new TreeSet<>();

    SurfacePlan(Ledger ledger, Reach reach, List<Village> villages, Standing standing) {
        this.ledger = ledger;
        this.reach = reach;
        this.villages = villages;
        this.laws = ledger.lines().laws();
        this.standing = standing;
        this.random = laws.random(5);
        this.near = ledger.country().index(laws.text("nearMiss.unit"));
        LocalDate day = laws.date("baselineDay");
        this.before = work -> work.isAcceptedBy(day);
    }

    /** Communes to whose centre a paved way is opened in the year. */
    Set<Integer> opening() {
        return opening;
    }

    Set<Integer> carrying() {
        return carrying;
    }

    boolean staysUnpaved(int section) {
        return unpaved.contains(section);
    }

    /** Sets all surfaces; {@code last} are the communes with a last stretch. */
    void apply(Set<Integer> last) {
        villages.forEach(one -> carrying.addAll(reach.way(one.cell(), cell -> cell == ledger.country().centre(one.unit()))));
        trunk();
        closeCentres(last);
        communeRoads();
        nearMiss();
        shares("village_road");
        reachVillages();
        MINOR.forEach(this::shares);
        calibrate();
        worksOfTheYearBefore();
    }

    private void trunk() {
        for (int section = 0; section < ledger.size(); section++) {
            if (ledger.rank(section) <= TrunkRoads.TRUNK) {
                ledger.setSurface(section, ledger.rank(section) < TrunkRoads.TRUNK ? Ledger.ASPHALT : drawn("surfaces.district"));
            }
        }
    }

    /** A surface drawn by the weights of other hardened, concrete and asphalt. */
    private int drawn(String path) {
        double at = random.nextDouble();
        for (int surface = Ledger.OTHER; surface < Ledger.ASPHALT; surface++) {
            at -= laws.at(path).path(surface - 1).doubleValue();
            if (at < 0) {
                return surface;
            }
        }
        return Ledger.ASPHALT;
    }

    private void harden(int section) {
        if (ledger.surface(section) == Ledger.EARTH) {
            ledger.setSurface(section, unpaved.contains(section) ? Ledger.OTHER : drawn("surfaces." + ledger.grade(section)));
        }
    }

    /** Chooses the communes that no paved way reaches, and paves the ways to all others. */
    private void closeCentres(Set<Integer> last) {
        List<Integer> closed = new ArrayList<>();
        List<Integer> communes = new ArrayList<>(standing.holding());
        communes.addAll(standing.gaining());
        communes.addAll(standing.failing());
        Map<Integer, Set<Integer>> users = new TreeMap<>();
        communes.forEach(unit -> wayToTrunk(unit).forEach(section -> users.computeIfAbsent(section, key -> new TreeSet<>()).add(unit)));
        for (int unit : last) {
            boolean fits = standing.failing().contains(unit) && unit != near && closed.size() < laws.whole("communes.closed")
                && !reach.isOnTrunk(ledger.country().centre(unit))
                && incident(unit).stream().noneMatch(section -> isNeeded(section) || !Set.of(unit).containsAll(users.getOrDefault(section, Set.of())));
            if (fits) {
                closed.add(unit);
            }
        }
        if (closed.size() < laws.whole("communes.closed")) {
            throw new IllegalStateException("only " + closed.size() + " communes can be left without a paved way");
        }
        communes.stream().filter(unit -> !closed.contains(unit)).forEach(unit -> wayToTrunk(unit).forEach(this::pave));
        closed.forEach(unit -> unpaved.addAll(incident(unit)));
        closed.sort(Comparator.comparingDouble(unit -> wayToTrunk(unit).stream().mapToDouble(section -> ledger.section(section).lengthM()).sum()));
        opening.addAll(closed.subList(2, 2 + laws.whole("communes.opening")));
        unpaved.forEach(section -> ledger.setSurface(section, random.nextDouble() < 0.5 ? Ledger.OTHER : Ledger.EARTH));
    }

    List<Integer> wayToTrunk(int unit) {
        return reach.way(ledger.country().centre(unit), reach::isOnTrunk);
    }

    private List<Integer> incident(int unit) {
        return reach.meeting(ledger.country().centre(unit));
    }

    /** True if a commune that holds the criterion needs this section paved. */
    private boolean isNeeded(int section) {
        return ledger.grade(section).equals("commune_road") && ledger.section(section).parts().stream().anyMatch(part -> standing.holdsAtEnd(part.unit())
            || part.unit() == near);
    }

    private void pave(int section) {
        if (ledger.surface(section) < Ledger.CONCRETE) {
            ledger.setSurface(section, random.nextDouble() < 0.6 ? Ledger.ASPHALT : Ledger.CONCRETE);
        }
    }

    private void communeRoads() {
        for (int section = 0; section < ledger.size(); section++) {
            if (!ledger.grade(section).equals("commune_road") || unpaved.contains(section)) {
                continue;
            }
            Set<Integer> units = new TreeSet<>(ledger.section(section).parts().stream().map(Part::unit).toList());
            boolean mustBe = units.contains(near) || units.stream().anyMatch(standing.holding()::contains);
            boolean isGaining = units.stream().anyMatch(standing.gaining()::contains);
            double chance = mustBe ? 1 : isGaining ? laws.number("shares.gaining.commune_road") : laws.number("shares.failing.commune_road");
            if (random.nextDouble() < chance) {
                pave(section);
            }
        }
    }

    /** Hardens village roads of one commune until a little is missing for a half, and keeps the rest of them as they are. */
    private void nearMiss() {
        double most = ledger.lengthM(near, "village_road") * laws.threshold("2.2") - laws.number("nearMiss.shortM");
        double sum = 0;
        List<Integer> order = new ArrayList<>(shuffled(ledger.on(near, "village_road")));
        order.sort(Comparator.comparing(section -> !carrying.contains(section)));
        for (int section : order) {
            double length = ledger.section(section).lengthOn(near);
            boolean held = isHeld(section);
            if (!held && sum + length <= most) {
                sum += length;
                harden(section);
            }
        }
    }

    /** True for the sections one of which is done but not accepted in the commune that misses little. */
    private boolean isHeld(int section) {
        return laws.holds("nearMiss.heldM", ledger.section(section).lengthM()) && ledger.section(section).parts().size() == 1;
    }

    private boolean isLocked(int section) {
        return ledger.grade(section).equals("village_road") && ledger.section(section).lengthOn(near) > 0;
    }

    private List<Integer> shuffled(List<Integer> sections) {
        List<Integer> left = new ArrayList<>(sections);
        for (int at = left.size() - 1; at > 0; at--) {
            Collections.swap(left, at, random.nextInt(at + 1));
        }
        return left;
    }

    /** Hardens sections of a class until every commune has its share; those that carry villages last. */
    private void shares(String grade) {
        for (int unit = 0; unit < ledger.country().units().size(); unit++) {
            if (!ledger.country().units().get(unit).commune() || unit == near && grade.equals("village_road")) {
                continue;
            }
            String group = standing.holding().contains(unit) || unit == near ? "holding" : standing.gaining().contains(unit) ? "gaining" : "failing";
            double most = laws.between("shares." + group + "." + grade, random);
            double all = ledger.lengthM(unit, grade);
            double good = ledger.goodM(unit, grade, Ledger.OTHER, before);
            List<Integer> order = new ArrayList<>(shuffled(ledger.on(unit, grade)));
            order.sort(Comparator.comparing(carrying::contains));
            for (int section : order) {
                double length = ledger.section(section).lengthOn(unit);
                boolean last = group.equals("failing") && good + length > most * all;
                if (good < most * all && !last && ledger.surface(section) == Ledger.EARTH && !isLocked(section)) {
                    harden(section);
                    good += length;
                }
            }
        }
    }

    /** Hardens the ways of villages, mostly in communes that hold the criterion, until enough are reached. */
    private void reachVillages() {
        List<Village> order = new ArrayList<>(villages);
        Map<String, Double> chance = new TreeMap<>();
        villages.forEach(one -> chance.put(one.code(), random.nextDouble() + (standing.holdsAtEnd(one.unit()) ? 0 : laws.number("villages.later"))));
        order.sort(Comparator.comparingDouble(one -> chance.get(one.code())));
        int reached = reach.villages(before).size();
        for (Village village : order) {
            List<Integer> way = reach.way(village.cell(), cell -> cell == ledger.country().centre(village.unit()));
            boolean isDone = way.stream().allMatch(section -> ledger.surface(section) > Ledger.EARTH);
            if (reached < laws.whole("villages.reached") && !isDone && way.stream().noneMatch(this::isLocked)) {
                way.forEach(this::harden);
                reached = reach.villages(before).size();
            }
        }
        if (reached < laws.whole("villages.reached") || reached > laws.whole("villages.reached") + 8) {
            throw new IllegalStateException(reached + " villages are reached");
        }
    }

    /** Hardens lanes, or takes some back in communes that fail anyhow, until the share of all rural road is right. */
    private void calibrate() {
        double missing = ledger.ruralM() * laws.number("rural.hardenedShare") - ledger.ruralHardenedM(before);
        List<Integer> lanes = new ArrayList<>();
        for (int section = 0; section < ledger.size(); section++) {
            if (ledger.grade(section).equals("lane") && ledger.section(section).lengthOn(near) == 0) {
                lanes.add(section);
            }
        }
        for (int section : shuffled(lanes)) {
            double length = ledger.countedM(section);
            boolean fails = ledger.section(section).parts().stream().allMatch(part -> standing.failing().contains(part.unit()));
            if (missing >= length && ledger.surface(section) == Ledger.EARTH) {
                harden(section);
                missing -= length;
            } else if (-missing >= length && fails && ledger.surface(section) > Ledger.EARTH) {
                ledger.setSurface(section, Ledger.EARTH);
                missing += length;
            }
        }
        if (Math.abs(missing) > 1000) {
            throw new IllegalStateException(missing + " m of lanes are missing for the hardened share");
        }
    }

    /** Some sections were hardened by works in the year before. */
    private void worksOfTheYearBefore() {
        int left = laws.whole("works.yearBefore");
        Calendar calendar = new Calendar(laws, random);
        List<Integer> all = new ArrayList<>();
        for (int section = 0; section < ledger.size(); section++) {
            all.add(section);
        }
        for (int section : shuffled(all)) {
            boolean fits = ledger.isRural(section) && ledger.surface(section) >= Ledger.CONCRETE && ledger.section(section).lengthM() > 300;
            if (left > 0 && fits) {
                left--;
                int surface = ledger.surface(section);
                ledger.setSurface(section, Ledger.EARTH);
                ledger.add(new Work(section, "hardening", 0, ledger.section(section).lengthM(), true, surface, calendar.yearBefore()));
            }
        }
    }
}

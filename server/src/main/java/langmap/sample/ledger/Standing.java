package langmap.sample.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import langmap.sample.SplitMix;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Unit;

/**
 * How communes shall stand by the rules of a criterion, by their places in the list of units: mostly as they were assessed, but not always.
 *
 * @param holding those that hold it all year
 * @param gaining those that reach it in the year
 * @param failing those that do not reach it
 */
public record Standing(Set<Integer> holding, Set<Integer> gaining, Set<Integer> failing) {

    /** {@code before} and {@code after} are the official statuses at the two ends of the year; the laws say how many contradict them. */
    public static Standing of(Country country, NetworkLaws laws, int criterion, Statuses before, Statuses after) {
        Set<Integer> holding = new TreeSet<>();
        Set<Integer> gaining = new TreeSet<>();
        Set<Integer> failing = new TreeSet<>();
        for (int index = 0; index < country.units().size(); index++) {
            Unit unit = country.units().get(index);
            if (unit.commune()) {
                boolean met = after.isMet(unit.code());
                (met && before.isMet(unit.code()) ? holding : met ? gaining : failing).add(index);
            }
        }
        String path = "criterion" + criterion;
        SplitMix random = laws.random(20 + criterion);
        List<String> kept = laws.texts(path + ".kept");
        Set<Integer> denied = draw(holding, laws.whole(path + ".metButShort"), random, country, kept);
        Set<Integer> granted = draw(failing, laws.whole(path + ".notMetButHolding"), random, country, kept);
        holding.removeAll(denied);
        failing.removeAll(granted);
        holding.addAll(granted);
        failing.addAll(denied);
        return new Standing(holding, gaining, failing);
    }

    private static Set<Integer> draw(Set<Integer> from, int count, SplitMix random, Country country, List<String> kept) {
        List<Integer> left = new ArrayList<>(from);
        left.removeIf(unit -> kept.contains(country.units().get(unit).code()));
        Set<Integer> drawn = new TreeSet<>();
        while (drawn.size() < count) {
            drawn.add(left.remove(random.nextInt(left.size())));
        }
        return drawn;
    }

    public boolean holdsAtEnd(int unit) {
        return holding.contains(unit) || gaining.contains(unit);
    }
}

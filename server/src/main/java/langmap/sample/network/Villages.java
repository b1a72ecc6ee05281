package langmap.sample.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Lines;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Mesh;

/** Where the villages lie: in every commune, more in a large one, apart from each other and rather in valleys. */
final class Villages {
    /**
     * A village.
     *
     * @param code code of the commune and a number
     * @param name its name
     * @param unit its commune
     * @param cell where it lies
     */
    record Village(String code, String name, int unit, int cell) {
    }

    private static final int DRAWS = 30;
    private static final int EDGE_CELLS = 2;

    private final Country country;
    private final Mesh mesh;
    private final NetworkLaws laws;
    private final List<List<Integer>> cells = new ArrayList<>();

    private Villages(Lines roads) {
        this.country = roads.country();
        this.mesh = roads.mesh();
        this.laws = roads.laws();
        country.units().forEach(unit -> cells.add(new ArrayList<>()));
        for (int cell = 0; cell < mesh.grid().size(); cell++) {
            if (country.isInside(cell, laws.number("tolls.marginM")) && isWithin(cell)) {
                cells.get(country.unitOf(cell)).add(cell);
            }
        }
    }

    static List<Village> place(Lines roads) {
        Villages places = new Villages(roads);
        SplitMix random = places.laws.random(3);
        List<Village> villages = new ArrayList<>();
        int[] counts = places.counts();
        for (int unit = 0; unit < counts.length; unit++) {
            villages.addAll(places.of(unit, counts[unit], random));
        }
        return villages;
    }

    private boolean isWithin(int cell) {
        for (int direction = 0; direction < 8; direction++) {
            int at = cell;
            for (int step = 0; step < EDGE_CELLS; step++) {
                at = mesh.neighbour(at, direction);
            }
            if (country.unitOf(at) != country.unitOf(cell)) {
                return false;
            }
        }
        return true;
    }

    /** Villages by unit: shares of the whole by a power of the area, never too few, whole numbers that add up. */
    private int[] counts() {
        double[] weights = new double[cells.size()];
        double sum = 0;
        for (int unit = 0; unit < weights.length; unit++) {
            weights[unit] = country.units().get(unit).commune() ? StrictMath.pow(cells.get(unit).size(), laws.number("villages.power")) : 0;
            sum += weights[unit];
        }
        int[] counts = new int[weights.length];
        int left = laws.whole("villages.count");
        for (int unit = 0; unit < weights.length; unit++) {
            counts[unit] = weights[unit] == 0 ? 0 : Math.max(laws.whole("villages.least"),
                (int) (weights[unit] / sum * laws.whole("villages.count")));
            left -= counts[unit];
        }
        for (int unit = 0; left != 0; unit = (unit + 1) % counts.length) {
            int change = left > 0 ? 1 : -1;
            if (weights[unit] > 0 && counts[unit] + change >= laws.whole("villages.least")) {
                counts[unit] += change;
                left -= change;
            }
        }
        return counts;
    }

    private List<Village> of(int unit, int count, SplitMix random) {
        List<Integer> places = new ArrayList<>();
        double apart = laws.number("villages.spread") * mesh.grid().step() * StrictMath.sqrt((double) cells.get(unit).size() / Math.max(1, count));
        for (int village = 0; village < count; village++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int draw = 0; draw < DRAWS; draw++) {
                int cell = cells.get(unit).get(random.nextInt(cells.get(unit).size()));
                double near = places.stream().mapToDouble(other -> mesh.distance(other, cell)).min().orElse(apart);
                double bad = country.height(cell) + 8 * Math.max(0, 1 - near / apart) + (cell == country.centre(unit) ? 100 : 0);
                if (bad < least && !places.contains(cell)) {
                    least = bad;
                    best = cell;
                }
            }
            places.add(best);
        }
        places.sort(Comparator.<Integer>comparingDouble(cell -> mesh.distance(cell, country.centre(unit))).thenComparingInt(cell -> cell));
        List<Village> villages = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (int cell : places) {
            villages.add(new Village("%s-%02d".formatted(country.units().get(unit).code(), villages.size() + 1),
                name(names, villages.size() + 1, random), unit, cell));
        }
        return villages;
    }

    private String name(Set<String> taken, int number, SplitMix random) {
        List<String> first = laws.texts("villages.first");
        List<String> second = laws.texts("villages.second");
        String name = random.nextDouble() < laws.number("villages.numberedShare") ? laws.text("villages.numbered") + " " + number : "";
        while (name.isEmpty() || !taken.add(name)) {
            name = first.get(random.nextInt(first.size())) + " " + second.get(random.nextInt(second.size()));
        }
        return name;
    }
}

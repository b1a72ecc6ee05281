package langmap.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which commune meets which criterion at the baseline, and what it is planned to gain in the year. A column is filled with those that meet
 * everything first, then with the likeliest of the rest.
 *
 * @param met   cells met at the baseline
 * @param gains cells planned to be gained
 */
record Matrix(Set<Cell> met, Set<Cell> gains) {
    private static final int BORDER_FIRST_AMONG = 3;

    /** One commune and one criterion. */
    record Cell(Commune commune, int criterion) {
    }

    static Matrix of(List<Commune> communes, Laws laws, Strength strength, Roles roles) {
        Set<Cell> met = new LinkedHashSet<>();
        Set<Cell> gains = new LinkedHashSet<>();
        List<Commune> scarceTaken = new ArrayList<>();
        for (Laws.Count count : laws.counts()) {
            int number = count.number();
            List<Commune> due = roles.due().stream().sorted(strength.likeliestFirst(number)).toList();
            int dueMet = dueMet(count, laws, roles);
            List<Commune> others = new ArrayList<>(communes.stream().filter(one -> !roles.recognised().contains(one)
                && !due.contains(one)).sorted(strength.likeliestFirst(number)).toList());
            if (laws.numbers("scarce").contains(number)) {
                others.removeAll(scarceTaken);
                scarceTaken.addAll(others.subList(0, count.planned() - roles.recognised().size() - due.size()));
            }
            int othersMet = count.baseline() - roles.recognised().size() - dueMet;
            int othersPlanned = count.planned() - roles.recognised().size() - due.size();
            boolean lacking = number == laws.number("dueLack");
            if (lacking) {
                others.removeAll(roles.districtPlan());
            }
            roles.recognised().forEach(one -> met.add(new Cell(one, number)));
            due.subList(0, dueMet).forEach(one -> met.add(new Cell(one, number)));
            due.subList(dueMet, due.size()).forEach(one -> gains.add(new Cell(one, number)));
            others.subList(0, othersMet).forEach(one -> met.add(new Cell(one, number)));
            List<Commune> gainers = lacking ? roles.districtPlan() : gainers(others, othersMet, othersPlanned - othersMet);
            gainers.forEach(one -> gains.add(new Cell(one, number)));
        }
        return new Matrix(met, gains);
    }

    /** The next likeliest, those on the border before others of about the same chance: the plan puts them first. */
    private static List<Commune> gainers(List<Commune> others, int met, int count) {
        List<Commune> near = others.subList(met, Math.min(others.size(), met + BORDER_FIRST_AMONG * count));
        return near.stream().sorted(Comparator.comparing((Commune one) -> !one.onBorder())).limit(count).toList();
    }

    /**
     * How many of those due meet a criterion already: as many as communes of their kind would, but no fewer than leaves room for the
     * gains of the year.
     */
    private static int dueMet(Laws.Count count, Laws laws, Roles roles) {
        if (count.number() == laws.number("dueLack")) {
            return 0;
        }
        int due = roles.due().size();
        int spare = count.baseline() - roles.recognised().size();
        int least = Math.max(0, due - (count.planned() - count.baseline()));
        int most = Math.min(due, spare);
        double share = StrictMath.sqrt(spare / (double) Math.max(spare, count.planned()));
        return Math.max(least, Math.min(most, (int) StrictMath.round(most * share)));
    }

    /** Cells met among communes on the border, at the baseline or with all gains. */
    long onBorder(boolean planned) {
        long count = met.stream().filter(cell -> cell.commune().onBorder()).count();
        return planned ? count + gains.stream().filter(cell -> cell.commune().onBorder()).count() : count;
    }

    /** Communes that meet from low to high criteria at the baseline, both included. */
    long holding(int low, int high) {
        return met.stream().collect(Collectors.groupingBy(Cell::commune, Collectors.counting())).values().stream()
            .filter(count -> count >= low && count <= high).count();
    }
}

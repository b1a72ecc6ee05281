package langmap.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import langmap.sample.Matrix.Cell;

/**
 * What became of the plan within the year: which of the planned gains were made and when, what lapsed, what nobody has assessed.
 *
 * @param gained      cells that turned to met, with the day
 * @param started     cells under way, with the day that began
 * @param lapsed      cells of recognised communes that lapsed, with the day
 * @param notAssessed cells nobody has assessed
 * @param recognised  communes recognised in the year, with the day
 */
record Year(Map<Cell, LocalDate> gained, Map<Cell, LocalDate> started, Map<Cell, LocalDate> lapsed, Set<Cell> notAssessed,
            Map<Commune, LocalDate> recognised) {
    static Year of(List<Commune> communes, Laws laws, Roles roles, Matrix matrix, SplitMix random) {
        List<Commune> done = roles.due().subList(0, laws.number("actual.recognised") - roles.recognised().size());
        Map<Commune, LocalDate> recognised = new HashMap<>();
        done.forEach(one -> recognised.put(one, laws.yearEnd().minusDays(5 + random.nextInt(45))));
        Map<Cell, LocalDate> started = new HashMap<>();
        Map<Cell, LocalDate> gained = new HashMap<>();
        for (Cell cell : chosen(laws, roles, matrix, done, random)) {
            LocalDate day = monthEnd(laws, 3 + (int) (9 * StrictMath.sqrt(random.nextDouble())));
            LocalDate decision = recognised.get(cell.commune());
            gained.put(cell, decision == null ? day : before(decision, day));
        }
        matrix.gains().forEach(cell -> started.put(cell, monthEnd(laws, random.nextInt(3))));
        Set<Cell> open = new LinkedHashSet<>();
        List<Cell> rest = unmet(communes, laws, matrix);
        while (open.size() < laws.number("actual.notAssessed")) {
            Cell cell = rest.get(random.nextInt(rest.size()));
            if (!laws.numbers("actual.neverOpen").contains(cell.criterion())) {
                open.add(cell);
            }
        }
        for (int i = 0; i < laws.number("actual.underWay"); i++) {
            Cell cell = rest.get(random.nextInt(rest.size()));
            if (!open.contains(cell)) {
                started.put(cell, monthEnd(laws, random.nextInt(9)));
            }
        }
        return new Year(gained, started, lapses(laws, roles, random), open, recognised);
    }

    /** The planned gains that were made: all of the communes that were recognised, and of the others as many as the laws ask for. */
    private static Set<Cell> chosen(Laws laws, Roles roles, Matrix matrix, List<Commune> done, SplitMix random) {
        Set<Cell> chosen = new LinkedHashSet<>();
        Map<Integer, Integer> room = new HashMap<>();
        for (Laws.Count count : laws.counts()) {
            double share = (count.planned() - count.baseline()) * laws.share("actual.shareGained");
            room.put(count.number(), laws.at("actual.gained").path("" + count.number()).asInt((int) StrictMath.round(share)));
        }
        Map<Cell, Double> order = new HashMap<>();
        matrix.gains().forEach(cell -> order.put(cell, random.nextDouble()));
        List<Cell> inOrder = new ArrayList<>(matrix.gains());
        inOrder.sort(Comparator.comparing(order::get));
        inOrder.stream().filter(cell -> done.contains(cell.commune())).forEach(cell -> take(cell, chosen, room));
        long border = laws.number("border.actual") - matrix.onBorder(false);
        inOrder.stream().filter(cell -> cell.commune().onBorder() && room.get(cell.criterion()) > 0).limit(border)
            .forEach(cell -> take(cell, chosen, room));
        for (Cell cell : inOrder) {
            boolean last = roles.due().contains(cell.commune()) && cell.criterion() == laws.number("dueLack");
            if (!cell.commune().onBorder() && !chosen.contains(cell) && !last && room.get(cell.criterion()) > 0) {
                take(cell, chosen, room);
            }
        }
        return chosen;
    }

    private static void take(Cell cell, Set<Cell> chosen, Map<Integer, Integer> room) {
        chosen.add(cell);
        room.merge(cell.criterion(), -1, Integer::sum);
    }

    private static List<Cell> unmet(List<Commune> communes, Laws laws, Matrix matrix) {
        List<Cell> cells = new ArrayList<>();
        for (Commune commune : communes) {
            for (Laws.Count count : laws.counts()) {
                Cell cell = new Cell(commune, count.number());
                if (!matrix.met().contains(cell) && !matrix.gains().contains(cell)) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private static Map<Cell, LocalDate> lapses(Laws laws, Roles roles, SplitMix random) {
        List<Commune> candidates = roles.recognised().stream().filter(one -> !one.onBorder() && !roles.pilots().contains(one)).toList();
        List<Integer> criteria = laws.numbers("actual.lapsing");
        Map<Cell, LocalDate> lapses = new HashMap<>();
        while (lapses.size() < laws.number("actual.lapses")) {
            lapses.put(new Cell(candidates.get(random.nextInt(candidates.size())), criteria.get(lapses.size() % criteria.size())),
                monthEnd(laws, 3 + random.nextInt(8)));
        }
        return lapses;
    }

    /** The day, or the end of the month before the decision if that comes first: who is recognised meets everything by then. */
    static LocalDate before(LocalDate decision, LocalDate day) {
        return day.isBefore(decision) ? day : decision.withDayOfMonth(1).minusDays(1);
    }

    /** Last day of the month so many months after the baseline: 0 is January of the plan year, 11 December. */
    static LocalDate monthEnd(Laws laws, int month) {
        return YearMonth.from(laws.baselineDay()).plusMonths(1 + month).atEndOfMonth();
    }
}

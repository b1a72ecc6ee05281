package langmap.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import langmap.db.Tx;
import langmap.measure.Asked;
import langmap.measure.Measure;
import langmap.measure.MeasureStore;
import langmap.measure.TotalStore;
import langmap.measure.TotalStore.Total;

/** Finds what was reached of each target from its measure; all measures are asked at once. */
final class Progress {
    private static final String WHOLE = "province";

    private final PlanStore.Plan plan;
    private final LocalDate asOf;
    private final String series;
    private final Map<String, Measure> measures;
    private final Map<Asked, List<Total>> totals;

    Progress(Tx tx, PlanStore.Plan plan, List<Target> targets, LocalDate asOf, String series) {
        this.plan = plan;
        this.asOf = asOf;
        this.series = series;
        this.measures = new MeasureStore().getCatalogue(tx, asOf).measures().stream().collect(Collectors.toMap(Measure::id, Function.identity()));
        this.totals = new TotalStore().listTotals(tx, targets.stream().filter(this::isBound).flatMap(target -> asked(target).stream()).toList());
    }

    /** True if any figure rests on illustrative data. */
    boolean isIllustrative(Tx tx) {
        return new TotalStore().isIllustrative(tx, totals.keySet());
    }

    /**
     * What was reached by the day, empty if there are no data. Flows are counted from the end of the year before to the day, or to the last
     * day of the plan's year; before it they are nought.
     */
    Optional<Figure> find(Target target) {
        if (!isBound(target)) {
            return Optional.empty();
        }
        List<List<Total>> found = asked(target).stream().map(totals::get).toList();
        if (found.stream().anyMatch(areas -> areas.stream().allMatch(area -> area.missing() == area.count()))) {
            return Optional.empty();
        }
        if (target.binding().eachLevel() != null) {
            return Optional.of(ofEach(target, found.get(0)));
        }
        Total now = found.get(0).get(0);
        return Optional.of(switch (target.nature()) {
            case MEAN -> Figure.ofMean(now.sum(), now.count(), now.missing());
            case FLOW -> Figure.ofCount(found.size() == 1 ? count(target, now) : count(target, now).subtract(count(target, found.get(1).get(0))), null,
                now.missing());
            case RATE -> Figure.ofRate(now.numerator(), now.denominator(), now.missing());
            default -> Figure.ofCount(count(target, now), counts(target) ? BigDecimal.valueOf(now.count()) : null, now.missing());
        });
    }

    private boolean isBound(Target target) {
        return target.binding().measure() != null && measures.containsKey(target.binding().measure());
    }

    /** The questions behind a target: the day itself, and for a flow of a measure that is a state, or before the plan begins, the day it is counted from. */
    private List<Asked> asked(Target target) {
        boolean each = target.binding().eachLevel() != null;
        String level = each ? target.binding().eachLevel() : WHOLE;
        List<LocalDate> days = new ArrayList<>();
        if (each || target.nature() != Nature.FLOW) {
            days.add(asOf);
        } else {
            LocalDate end = asOf.isAfter(plan.lastDay()) ? plan.lastDay() : asOf;
            days.add(end);
            if (!measures.get(target.binding().measure()).flow() || !end.isAfter(plan.baselineDay())) {
                days.add(end.isBefore(plan.baselineDay()) ? end : plan.baselineDay());
            }
        }
        return days.stream().map(day -> new Asked(measures.get(target.binding().measure()), level, target.binding().group(), day, series)).toList();
    }

    /** The unit furthest from the target stands for all, since each must meet it; counted are the units that do. */
    private Figure ofEach(Target target, List<Total> areas) {
        BigDecimal threshold = target.threshold() == null ? BigDecimal.ZERO : target.threshold();
        List<BigDecimal> counts = areas.stream().map(area -> count(target, area)).toList();
        long meeting = counts.stream().filter(count -> target.comparator().holds(count.compareTo(threshold))).count();
        BigDecimal least = counts.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal most = counts.stream().max(BigDecimal::compareTo).orElseThrow();
        boolean tooMany = target.comparator() == Comparator.EXACTLY && least.compareTo(threshold) >= 0;
        return new Figure(Fraction.of(tooMany ? most : least), BigDecimal.valueOf(meeting), BigDecimal.valueOf(areas.size()),
            areas.stream().mapToInt(Total::missing).sum());
    }

    /** True if communes are counted, which are so many out of all; hectares are not. */
    private boolean counts(Target target) {
        return switch (measures.get(target.binding().measure()).kind()) {
            case STATUS, FLAG -> true;
            case NUMBER, SHARE -> false;
        };
    }

    private BigDecimal count(Target target, Total total) {
        return counts(target) ? BigDecimal.valueOf(total.met()) : total.sum();
    }
}

package langmap.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;
import langmap.measure.Asked;
import langmap.measure.Catalogue;
import langmap.measure.Measure;
import langmap.measure.MeasureStore;
import langmap.measure.Summary;
import langmap.measure.Value;

/** Finds what was reached of each target by asking its measure, at most once for the same question. */
final class Progress {
    private final MeasureStore measures;
    private final Tx tx;
    private final PlanStore.Plan plan;
    private final LocalDate asOf;
    private final String series;
    private final Catalogue catalogue;
    private final Map<Asked, Summary> known = new HashMap<>();
    private boolean illustrative;

    Progress(MeasureStore measures, Tx tx, PlanStore.Plan plan, LocalDate asOf, String series) {
        this.measures = measures;
        this.tx = tx;
        this.plan = plan;
        this.asOf = asOf;
        this.series = series;
        this.catalogue = measures.getCatalogue(tx, asOf);
    }

    /** True once a figure rested on illustrative data. */
    boolean isIllustrative() {
        return illustrative;
    }

    /** What was reached by the day, empty if there are no data. Flows are counted from the beginning of the plan's year to the day or its end. */
    Optional<Figure> find(Target target) {
        Optional<Measure> measure = catalogue.measures().stream().filter(one -> one.id().equals(target.binding().measure())).findFirst();
        if (measure.isEmpty()) {
            return Optional.empty();
        }
        if (target.binding().eachLevel() != null) {
            return Optional.of(inEach(target, measure.get()));
        }
        Summary now = summary(target, measure.get(), asOf);
        if (now.count() == 0 || now.missing() == now.count()) {
            return Optional.empty();
        }
        return switch (target.nature()) {
            case "mean" -> Optional.of(new Figure(now.sum(), BigDecimal.valueOf(now.count() - now.missing()), now.missing()));
            case "flow" -> {
                LocalDate end = asOf.isAfter(plan.lastDay()) ? plan.lastDay() : asOf;
                LocalDate start = end.isBefore(plan.baselineDay()) ? end : plan.baselineDay();
                yield Optional.of(Figure.ofCount(summary(target, measure.get(), end).met() - summary(target, measure.get(), start).met(),
                    now.missing()));
            }
            default -> Optional.of(Figure.ofCount(now.met(), now.missing()));
        };
    }

    /** How many units of a level meet the target by themselves; the figure is a share of them. */
    private Figure inEach(Target target, Measure measure) {
        Asked asked = new Asked(measure, target.binding().eachLevel(), target.binding().group(), asOf, series);
        illustrative |= measures.isIllustrative(tx, asked);
        List<Value> values = measures.listValues(tx, asked);
        long meeting = values.stream().filter(value -> value.value() != null
            && target.comparator().holds(value.value().compareTo(target.figures().low()))).count();
        return new Figure(BigDecimal.valueOf(meeting), BigDecimal.valueOf(Math.max(1, values.size())), 0);
    }

    private Summary summary(Target target, Measure measure, LocalDate day) {
        Asked asked = new Asked(measure, "commune", target.binding().group(), day, series);
        return known.computeIfAbsent(asked, key -> {
            illustrative |= measures.isIllustrative(tx, key);
            return measures.getSummary(tx, key);
        });
    }
}

package langmap.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One target with what was reached, as it is sent. */
final class TargetTable {
    private TargetTable() {
    }

    static Map<String, Object> toRow(Target target, Figure now, BigDecimal nearShare) {
        boolean each = target.binding().eachLevel() != null;
        Achievement achievement = each && now != null ? ofEach(now) : Achievement.of(target, now, nearShare);
        Target.Figures figures = target.figures();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", target.id());
        row.put("label", Map.of("vi", target.labelVi(), "en", target.labelEn()));
        row.put("unit", target.unit());
        row.put("scope", target.scope());
        row.put("group", target.binding().group());
        row.put("each", target.binding().eachLevel());
        row.put("comparator", target.comparator().code);
        row.put("approx", target.approx());
        row.put("nature", target.nature());
        row.put("measure", target.binding().measure());
        row.put("low", Figure.plain(figures.low()));
        row.put("high", Figure.plain(figures.high()));
        row.put("of", figures.of());
        row.put("increment", figures.increment());
        row.put("printedPercent", figures.printedPercent());
        row.put("recomputedPercent", target.nature().equals("mean") ? null : percent(figures.low(), figures.of()));
        row.put("baseline", baseline(figures));
        row.put("now", now == null ? null : now(now, target));
        row.put("gap", achievement.gap());
        row.put("met", achievement.met());
        row.put("state", achievement.state());
        row.put("discrepancies", target.discrepancy() == null ? List.of() : List.of(target.discrepancy()));
        row.put("ref", target.ref());
        row.put("note", target.note());
        row.put("measureFrom", target.measureFrom());
        row.put("parent", target.parent());
        return row;
    }

    /** Met if every unit of the level meets it; the gap is the number that do not. */
    private static Achievement ofEach(Figure now) {
        BigDecimal missing = now.denominator().subtract(now.numerator());
        return new Achievement(missing.signum() == 0 ? "met" : "not_met", missing);
    }

    private static Map<String, Object> baseline(Target.Figures figures) {
        if (figures.baseline() == null) {
            return null;
        }
        Map<String, Object> baseline = new LinkedHashMap<>();
        baseline.put("value", Figure.plain(figures.baseline()));
        baseline.put("derived", figures.baselineDerived());
        baseline.put("percent", percent(figures.baseline(), figures.of()));
        return baseline;
    }

    private static Map<String, Object> now(Figure figure, Target target) {
        Integer of = target.nature().equals("mean") ? null : target.figures().of();
        Map<String, Object> now = new LinkedHashMap<>();
        now.put("value", figure.value());
        now.put("numerator", figure.numerator());
        now.put("denominator", figure.denominator());
        now.put("missing", figure.missing());
        now.put("percent", of == null ? null : Figure.plain(figure.value().multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(of), MathContext.DECIMAL64)));
        return now;
    }

    /** In percent to two decimals, as the plan's own recomputation. */
    private static BigDecimal percent(BigDecimal count, Integer of) {
        return count == null || of == null ? null
            : count.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
    }
}

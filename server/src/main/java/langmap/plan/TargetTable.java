package langmap.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One target with what was reached, as it is sent. */
final class TargetTable {
    private TargetTable() {
    }

    static Map<String, Object> toRow(Target target, Figure now, BigDecimal nearShare, List<String> doubts) {
        Achievement achievement = Achievement.of(target, now, nearShare);
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
        row.put("nature", target.nature().code);
        row.put("measure", target.binding().measure());
        row.put("low", figures.low());
        row.put("high", figures.high());
        row.put("of", figures.of());
        row.put("increment", figures.increment());
        row.put("printedPercent", figures.printedPercent());
        row.put("recomputedPercent", target.nature() == Nature.MEAN ? null : figures.percent(figures.low()));
        row.put("baseline", baseline(target));
        row.put("now", now == null ? null : now(now, target));
        row.put("gap", achievement.gap());
        row.put("progress", achievement.progress());
        row.put("met", achievement.met());
        row.put("state", achievement.state());
        row.put("discrepancies", doubts);
        row.put("ref", target.ref());
        row.put("note", target.note());
        row.put("measureFrom", target.measureFrom());
        row.put("parent", target.parent());
        return row;
    }

    private static Map<String, Object> baseline(Target target) {
        Target.Figures figures = target.figures();
        if (figures.baseline() == null) {
            return null;
        }
        Map<String, Object> baseline = new LinkedHashMap<>();
        baseline.put("value", figures.baseline());
        baseline.put("derived", figures.baselineDerived());
        baseline.put("percent", target.nature() == Nature.MEAN ? null : figures.percent(figures.baseline()));
        return baseline;
    }

    private static Map<String, Object> now(Figure figure, Target target) {
        Map<String, Object> now = new LinkedHashMap<>();
        now.put("value", figure.value().value());
        now.put("numerator", figure.numerator());
        now.put("denominator", figure.denominator());
        now.put("missing", figure.missing());
        now.put("percent", target.nature() == Nature.MEAN ? null : Fraction.percent(figure.numerator(), figure.denominator()));
        return now;
    }
}

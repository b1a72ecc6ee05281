package langmap.network;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import langmap.network.WhyStore.Result;

/** How rules and what is missing are said. */
final class Why {
    /** How a quantity is shown: divided by, in this unit, with so many places, in words. */
    private record Unit(String code, int shift, int places, String vi, String en) {
    }

    private static final Unit KM = new Unit("km", 3, 3, "km", "km");
    private static final Map<String, Unit> UNITS = Map.of("road_share", KM, "lined_share", KM,
        "irrigated_share", new Unit("ha", 0, 2, "ha", "ha"), "powered_villages_share", new Unit("villages", 0, 0, "thôn", "villages"));

    private Why() {
    }

    static Map<String, Object> toRow(Result rule) {
        Unit unit = UNITS.get(rule.quantity());
        return Body.of("id", rule.id(), "label", Body.of("vi", rule.labelVi(), "en", rule.labelEn()),
            "source", Body.of("vi", rule.sourceVi(), "en", rule.sourceEn()), "group", rule.group(), "quantity", rule.quantity(), "class", rule.sort(),
            "quality", rule.quality(), "threshold", rule.threshold(), "numerator", shown(rule.numerator(), unit),
            "denominator", shown(rule.denominator(), unit), "unit", unit.code,
            "value", rule.holds() == null ? null : rule.numerator().divide(rule.denominator(), MathContext.DECIMAL64), "holds", rule.holds(),
            "missing", missing(rule, unit));
    }

    /** Rounded up, so that nothing missing is never shown as nothing. */
    private static BigDecimal missing(Result rule, Unit unit) {
        return rule.missing() == null ? null : rule.missing().movePointLeft(unit.shift).setScale(unit.places, RoundingMode.CEILING);
    }

    private static BigDecimal shown(BigDecimal number, Unit unit) {
        return number == null ? null : number.movePointLeft(unit.shift).setScale(unit.places, RoundingMode.HALF_UP);
    }

    static String unit(Result rule) {
        return UNITS.get(rule.quantity()).code;
    }

    /** What is missing as a share of the threshold, for putting near misses in order. */
    static BigDecimal shareMissing(Result rule) {
        BigDecimal wanted = rule.threshold().multiply(rule.denominator());
        return wanted.signum() == 0 ? BigDecimal.ZERO : rule.missing().divide(wanted, MathContext.DECIMAL64);
    }

    /** The result in one sentence in both languages. */
    static Map<String, Object> sentence(String computed, List<Result> rules) {
        List<Result> failing = rules.stream().filter(rule -> Boolean.FALSE.equals(rule.holds())).toList();
        return switch (computed) {
            case "met" -> Body.of("vi", "Đạt: mọi quy tắc đều được thỏa mãn.", "en", "Met: every rule holds.");
            case "not_met" -> Body.of("vi", "Chưa đạt: " + failing.stream().map(rule -> "còn thiếu " + said(rule, ',') + " "
                    + UNITS.get(rule.quantity()).vi + " (" + rule.labelVi() + ")").collect(Collectors.joining("; ")) + ".",
                "en", "Not met: " + failing.stream().map(rule -> said(rule, '.') + " " + english(rule) + " missing ("
                    + rule.labelEn() + ")").collect(Collectors.joining("; ")) + ".");
            default -> Body.of("vi", "Chưa đánh giá được: bản đồ chưa có dữ liệu.", "en", "Not assessed: the map has no data.");
        };
    }

    private static String english(Result rule) {
        Unit unit = UNITS.get(rule.quantity());
        return unit.code.equals("villages") && BigDecimal.ONE.compareTo(missing(rule, unit)) == 0 ? "village" : unit.en;
    }

    /** One place for kilometres from a tenth on, more below. */
    private static String said(Result rule, char point) {
        Unit unit = UNITS.get(rule.quantity());
        BigDecimal missing = missing(rule, unit);
        int places = Math.min(unit.places, missing.compareTo(new BigDecimal("0.1")) >= 0 ? 1 : 3);
        return missing.setScale(places, RoundingMode.HALF_UP).toPlainString().replace('.', point);
    }
}

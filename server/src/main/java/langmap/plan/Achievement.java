package langmap.plan;

import java.math.BigDecimal;

/**
 * How a figure stands against a target. Compared before any rounding.
 *
 * @param state    met, near (about reached), not_met, no_data, or not_set where the plan sets no threshold
 * @param gap      what is missing to the threshold, 0 once it is reached; null without figure or threshold
 * @param progress the figure in percent of the threshold, null without them
 */
public record Achievement(String state, BigDecimal gap, BigDecimal progress) {
    /**
     * Compares.
     *
     * @param figure    the figure, null if there are no data; no data are never 0
     * @param nearShare shortfall, as a share of the threshold, below which a target the plan words with about counts as near
     */
    static Achievement of(Target target, Figure figure, BigDecimal nearShare) {
        BigDecimal threshold = target.threshold();
        if (figure == null) {
            return new Achievement("no_data", null, null);
        }
        if (threshold == null) {
            return new Achievement("not_set", null, null);
        }
        Fraction value = figure.value();
        String state = target.comparator().holds(value.compareTo(threshold)) ? "met"
            : target.approx() && isNear(value, threshold, nearShare) ? "near" : "not_met";
        return new Achievement(state, value.shortOf(threshold), Fraction.percent(value.numerator(), threshold.multiply(value.denominator())));
    }

    private static boolean isNear(Fraction value, BigDecimal threshold, BigDecimal nearShare) {
        return value.compareTo(threshold.subtract(threshold.multiply(nearShare))) > 0 && value.compareTo(threshold) <= 0;
    }

    /** True or false, null where that cannot be said. */
    Boolean met() {
        return switch (state) {
            case "met" -> Boolean.TRUE;
            case "near", "not_met" -> Boolean.FALSE;
            default -> null;
        };
    }
}

package langmap.plan;

import java.math.BigDecimal;

/**
 * How a figure stands against a target. Compared before any rounding.
 *
 * @param state met, near (about reached), not_met, no_data, or not_set where the plan sets no threshold
 * @param gap   what is missing to the threshold, null without figure or threshold
 */
public record Achievement(String state, BigDecimal gap) {
    /**
     * Compares.
     *
     * @param figure    the figure, null if there are no data
     * @param nearShare shortfall, as a share of the threshold, that counts as near where the plan says about
     */
    static Achievement of(Target target, Figure figure, BigDecimal nearShare) {
        BigDecimal low = target.figures().low();
        if (figure == null) {
            return new Achievement("no_data", null);
        }
        if (low == null) {
            return new Achievement("not_set", null);
        }
        BigDecimal gap = figure.shortOf(low);
        if (target.comparator().holds(figure.compareTo(low))) {
            return new Achievement("met", gap);
        }
        boolean near = target.approx() && figure.compareTo(low.subtract(low.multiply(nearShare))) > 0 && figure.compareTo(low) <= 0;
        return new Achievement(near ? "near" : "not_met", gap);
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

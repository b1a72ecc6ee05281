package langmap.plan;

import java.math.BigDecimal;

/**
 * What a plan wants to reach: a band for a scope. Printed figures only; what is reached is computed.
 *
 * @param id         id within the plan
 * @param kind       goal, criterion or indicator
 * @param parent     the target it is part of, or null
 * @param labelVi    label in Vietnamese
 * @param labelEn    label in English
 * @param unit       unit of the figures
 * @param scope      whom it is set for
 * @param comparator how a figure is compared
 * @param approx     true where the plan says about
 * @param nature     how the figure runs through time
 * @param figures    the numbers
 * @param measureFrom where a figure can come from
 * @param ref        section of the plan
 * @param note       what is inferred or open, or null
 * @param binding    the measure that answers for it
 */
public record Target(String id, String kind, String parent, String labelVi, String labelEn, String unit, String scope, Comparator comparator,
                     boolean approx, Nature nature, Figures figures, String measureFrom, String ref, String note, Binding binding) {
    /** What a figure is compared with: what is to be kept is the state before the year; null if nothing is set. */
    BigDecimal threshold() {
        return comparator == Comparator.KEEP && figures.baseline() != null ? figures.baseline() : figures.low();
    }

    /**
     * The numbers of a target, null where the plan prints none.
     *
     * @param low             threshold
     * @param high            upper end of a band
     * @param of              out of how many
     * @param increment       how many more within the year
     * @param printedPercent  percentage as printed
     * @param baseline        state before the year
     * @param baselineDerived true if that was derived
     */
    public record Figures(BigDecimal low, BigDecimal high, Integer of, Integer increment, BigDecimal printedPercent, BigDecimal baseline,
                          boolean baselineDerived) {
        /** A count as a share of the whole in percent, not rounded; null if there is no whole. */
        BigDecimal percent(BigDecimal count) {
            return Fraction.percent(count, of == null ? null : BigDecimal.valueOf(of));
        }
    }

    /**
     * Which measure answers.
     *
     * @param measure   id of the measure, null if there are no data yet
     * @param group     group of communes, null for all
     * @param eachLevel level whose units must each meet the target, null for the whole
     */
    public record Binding(String measure, String group, String eachLevel) {
    }
}

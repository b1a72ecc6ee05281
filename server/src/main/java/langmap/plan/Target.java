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
 * @param nature     flow, stock, change, rate or mean
 * @param figures    the numbers
 * @param measureFrom where a figure can come from
 * @param ref        section of the plan
 * @param note       what is inferred or open, or null
 * @param binding    the measure that answers for it
 * @param discrepancy the doubt that concerns it, or null
 */
public record Target(String id, String kind, String parent, String labelVi, String labelEn, String unit, String scope, Comparator comparator,
                     boolean approx, String nature, Figures figures, String measureFrom, String ref, String note, Binding binding,
                     String discrepancy) {
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

package langmap.plan;

import java.math.BigDecimal;

/**
 * What was reached, and what it was counted from.
 *
 * @param value       compared with the target
 * @param numerator   what was counted; of a target that each unit must meet, the units that do
 * @param denominator out of how many; null where the count is of nothing larger, as with flows
 * @param missing     units nothing is known of
 */
public record Figure(Fraction value, BigDecimal numerator, BigDecimal denominator, int missing) {
    static Figure ofCount(BigDecimal count, BigDecimal outOf, int missing) {
        return new Figure(Fraction.of(count), count, outOf, missing);
    }

    /** A share in percent, as exact as its parts. */
    static Figure ofRate(BigDecimal part, BigDecimal whole, int missing) {
        return new Figure(new Fraction(part.scaleByPowerOfTen(2), whole), part, whole, missing);
    }

    static Figure ofMean(BigDecimal sum, int units, int missing) {
        return new Figure(new Fraction(sum, BigDecimal.valueOf(units)), sum, BigDecimal.valueOf(units), missing);
    }
}

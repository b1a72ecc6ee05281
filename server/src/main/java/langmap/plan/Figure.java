package langmap.plan;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A figure that was reached, as an exact fraction: means and shares are never divided out before they are compared.
 *
 * @param numerator   what was counted
 * @param denominator 1 for counts
 * @param missing     communes nothing is known of
 */
public record Figure(BigDecimal numerator, BigDecimal denominator, int missing) {
    static Figure ofCount(long count, int missing) {
        return new Figure(BigDecimal.valueOf(count), BigDecimal.ONE, missing);
    }

    /** The sign of the figure less a number, exact. */
    int compareTo(BigDecimal number) {
        return numerator.compareTo(number.multiply(denominator));
    }

    /** The figure divided out, for showing. */
    BigDecimal value() {
        return plain(numerator.divide(denominator, MathContext.DECIMAL64));
    }

    /** What is missing to a number, not below 0, for showing. */
    BigDecimal shortOf(BigDecimal number) {
        return plain(number.multiply(denominator).subtract(numerator).divide(denominator, MathContext.DECIMAL64).max(BigDecimal.ZERO));
    }

    static BigDecimal plain(BigDecimal number) {
        return number == null ? null : number.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}

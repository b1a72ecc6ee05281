package langmap.plan;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * An exact number: means and shares are never divided out before they are compared.
 *
 * @param numerator   above the line
 * @param denominator below it, over 0
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) {
    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("the denominator must be over 0");
        }
    }

    static Fraction of(BigDecimal number) {
        return new Fraction(number, BigDecimal.ONE);
    }

    /** A share in percent; null if the part or the whole is not known, or there is no whole. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0 ? null
            : new Fraction(part.scaleByPowerOfTen(2), whole).value();
    }

    /** The sign of this less a number, exact. */
    int compareTo(BigDecimal number) {
        return numerator.compareTo(number.multiply(denominator));
    }

    /** Divided out to 16 digits, for showing. */
    BigDecimal value() {
        return plain(numerator.divide(denominator, MathContext.DECIMAL64));
    }

    /** What is missing to a number, not below 0; never rounded to 0 while something is missing. */
    BigDecimal shortOf(BigDecimal number) {
        return plain(number.multiply(denominator).subtract(numerator).max(BigDecimal.ZERO).divide(denominator, MathContext.DECIMAL64));
    }

    /** Without zeros at the end and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}

package langmap.measure;

import java.math.BigDecimal;

/**
 * The value of a measure in one unit. A share is a fraction from 0 to 1; nothing is rounded.
 *
 * @param unit        code of the unit
 * @param value       the value, null if nothing is known
 * @param numerator   what was counted
 * @param denominator out of how much; communes not assessed are not in it
 * @param missing     cells not assessed in a commune, communes without a value in an area
 * @param status      state of the criterion, null for other measures and in areas
 */
public record Value(String unit, BigDecimal value, BigDecimal numerator, BigDecimal denominator, int missing,
                    String status) {
}

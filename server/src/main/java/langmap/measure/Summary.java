package langmap.measure;

import java.math.BigDecimal;

/**
 * All communes asked about in one line. Nothing is rounded.
 *
 * @param count   communes asked about
 * @param sum     sum of their values
 * @param mean    sum of numerators over sum of denominators, null if nothing is known
 * @param met     communes that meet it: state met, or in the group
 * @param missing communes without a value
 */
public record Summary(int count, BigDecimal sum, BigDecimal mean, int met, int missing) {
}

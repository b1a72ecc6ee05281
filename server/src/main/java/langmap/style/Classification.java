package langmap.style;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Classes of numbers: {@code [b0,b1) [b1,b2) … [bn-1,bn]}, the last one closed. Breaks rise; only the last two may be equal, for a class that
 * holds one value.
 *
 * @param method how the breaks were found
 * @param breaks breaks, one more than classes; empty if there is nothing to classify
 */
public record Classification(String method, List<Double> breaks) {
    public static final String FIXED = "fixed";
    public static final String MANUAL = "manual";
    /** Methods that look for breaks themselves. */
    public static final List<String> FOUND = List.of("jenks", "quantile", "equal", "pretty");
    public static final int FEWEST = 3;
    public static final int MOST = 9;

    public Classification {
        breaks = List.copyOf(breaks);
    }

    /**
     * Finds classes for values. If there are no more distinct values than classes, each value is a class.
     *
     * @param method one of {@link #FOUND}
     * @param values the values, in any order; none is NaN
     * @param count  how many classes at most
     */
    public static Classification find(String method, List<Double> values, int count) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).map(value -> value == 0 ? 0.0 : value).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= count) {
            List<Double> each = new ArrayList<>(Arrays.stream(distinct).boxed().toList());
            if (!each.isEmpty()) {
                each.add(each.get(each.size() - 1));
            }
            return new Classification(method, each);
        }
        return new Classification(method, rising(switch (method) {
            case "jenks" -> NaturalBreaks.of(sorted, count);
            case "quantile" -> quantiles(sorted, count);
            case "equal" -> equal(sorted[0], sorted[sorted.length - 1], count);
            case "pretty" -> pretty(sorted[0], sorted[sorted.length - 1], count);
            default -> throw new IllegalArgumentException(method);
        }, sorted[sorted.length - 1]));
    }

    /** Classes with given breaks; a class is added at either end for values beyond, so that none is lost. */
    public static Classification ofBreaks(String method, List<Double> given, List<Double> values) {
        List<Double> breaks = new ArrayList<>(given);
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(given.get(0));
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(given.get(0));
        if (least < breaks.get(0)) {
            breaks.add(0, least);
        }
        if (most > breaks.get(breaks.size() - 1)) {
            if (breaks.get(breaks.size() - 1).equals(breaks.get(breaks.size() - 2))) {
                breaks.remove(breaks.size() - 1);
            }
            breaks.add(most);
        }
        return new Classification(method, breaks);
    }

    public int count() {
        return Math.max(0, breaks.size() - 1);
    }

    /** Which class a value is in, from 0. */
    public int indexOf(double value) {
        if (breaks.isEmpty() || value < breaks.get(0) || value > breaks.get(count())) {
            throw new IllegalArgumentException(value + " is in no class of " + breaks);
        }
        for (int i = count() - 1; i > 0; i--) {
            if (value >= breaks.get(i)) {
                return i;
            }
        }
        return 0;
    }

    /** Lower bounds that rise, each reached by a value, and an end that no value is beyond; a last class of one value keeps its own bounds. */
    private static List<Double> rising(double[] breaks, double most) {
        List<Double> rising = new ArrayList<>();
        for (int i = 0; i < breaks.length - 1; i++) {
            if (breaks[i] <= most && (rising.isEmpty() || breaks[i] > rising.get(rising.size() - 1))) {
                rising.add(breaks[i]);
            }
        }
        rising.add(Math.max(breaks[breaks.length - 1], most));
        return rising;
    }

    private static double[] quantiles(double[] sorted, int count) {
        double[] breaks = new double[count + 1];
        for (int i = 0; i < count; i++) {
            breaks[i] = sorted[(int) ((long) i * sorted.length / count)];
        }
        breaks[count] = sorted[sorted.length - 1];
        return breaks;
    }

    private static double[] equal(double least, double most, int count) {
        double[] breaks = new double[count + 1];
        for (int i = 0; i < count; i++) {
            double share = (double) i / count;
            breaks[i] = Double.isInfinite(most - least) ? least * (1 - share) + most * share : least + (most - least) * share;
        }
        breaks[count] = most;
        return breaks;
    }

    /** Round breaks, a step of 1, 2, 2.5 or 5 times a power of ten, as few steps too many as possible. Reckoned in decimals, so that 0.3 is three tenths. */
    private static double[] pretty(double least, double most, int count) {
        BigDecimal from = BigDecimal.valueOf(least);
        BigDecimal to = BigDecimal.valueOf(most);
        BigDecimal aim = to.subtract(from).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
        int power = aim.precision() - aim.scale() - 1;
        for (String factor : new String[] {"1", "2", "2.5", "5", "10", "20"}) {
            BigDecimal step = new BigDecimal(factor).scaleByPowerOfTen(power);
            BigDecimal first = from.divide(step, 0, RoundingMode.FLOOR);
            BigDecimal steps = to.divide(step, 0, RoundingMode.CEILING).subtract(first);
            if (steps.compareTo(BigDecimal.valueOf(count)) <= 0) {
                double[] breaks = new double[steps.intValue() + 1];
                for (int i = 0; i < breaks.length; i++) {
                    breaks[i] = first.add(BigDecimal.valueOf(i)).multiply(step).doubleValue();
                }
                return Double.isFinite(breaks[0]) && Double.isFinite(breaks[breaks.length - 1]) ? breaks : equal(least, most, count);
            }
        }
        return equal(least, most, count);
    }
}

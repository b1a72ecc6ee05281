package langmap.style;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Random data sets of every sort a map may meet: counts, shares, means, skewed, clumped, equal, few, none, huge, tiny, negative, a rounding apart. */
final class Samples {
    private Samples() {
    }

    /** The same values for the same seed. */
    static List<Double> values(long seed) {
        Random random = new Random(seed);
        int size = switch (random.nextInt(8)) {
            case 0 -> random.nextInt(3);
            case 1, 2 -> 2 + random.nextInt(10);
            case 3 -> 12 + random.nextInt(180);
            default -> 8 + random.nextInt(30);
        };
        IntToDoubleFunction next = kind(random);
        return IntStream.range(0, size).mapToObj(i -> next.applyAsDouble(i)).toList();
    }

    private static IntToDoubleFunction kind(Random random) {
        double one = random.nextGaussian() * 1000;
        int whole = 1 + random.nextInt(181);
        return switch (random.nextInt(14)) {
            case 0 -> i -> random.nextInt(20);
            case 1 -> i -> (double) random.nextInt(whole + 1) / whole;
            case 2 -> i -> 2400 + random.nextInt(400) / (double) whole;
            case 3 -> i -> Math.exp(random.nextGaussian() * 4);
            case 4 -> i -> one;
            case 5 -> i -> random.nextInt(1 + whole % 7) * 0.1;
            case 6 -> i -> random.nextGaussian() * 1e300;
            case 7 -> i -> random.nextGaussian() * 1e-300;
            case 8 -> i -> -random.nextInt(5000) / 10.0;
            case 9 -> i -> one + Math.ulp(one) * random.nextInt(40);
            case 10 -> i -> random.nextInt(10) == 0 ? random.nextDouble() * 20 : 19;
            case 11 -> i -> random.nextBoolean() ? -0.0 : random.nextInt(3);
            case 12 -> i -> 1e15 + random.nextInt(1000);
            default -> i -> random.nextBoolean() ? Double.MIN_VALUE * random.nextInt(9) : random.nextBoolean() ? -Double.MAX_VALUE : Double.MAX_VALUE;
        };
    }

    /** The values as units of a map, some of which nothing is known of. */
    static List<Legend.Item> items(List<Double> values, long seed) {
        List<Legend.Item> items = new ArrayList<>();
        values.forEach(value -> items.add(new Legend.Item(BigDecimal.valueOf(value), null)));
        IntStream.range(0, (int) (seed % 4)).forEach(i -> items.add(new Legend.Item(null, null)));
        return items;
    }

    /** Between 3 and 9. */
    static int classes(long seed) {
        return Classification.FEWEST + (int) (seed % (Classification.MOST - Classification.FEWEST + 1));
    }

    /** Breaks as a person gives them: 4 to 10, rising, anywhere. */
    static List<Double> breaks(long seed) {
        Random random = new Random(~seed);
        double from = random.nextInt(60) - 30;
        List<Double> breaks = new ArrayList<>();
        for (int i = 0; i <= classes(seed); i++) {
            breaks.add(from);
            from += (1 + random.nextInt(50)) / 10.0;
        }
        return breaks;
    }
}

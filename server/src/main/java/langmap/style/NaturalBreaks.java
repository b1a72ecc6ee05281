package langmap.style;

import java.util.Arrays;

/**
 * Natural breaks (Jenks): the classes with the least sum of squared deviations from their means, found exactly by dynamic programming (Fisher 1958).
 * Equal values are always in one class.
 */
final class NaturalBreaks {
    private NaturalBreaks() {
    }

    /** Lower bounds of the classes and the largest value; {@code sorted} has more distinct values than {@code count}. */
    static double[] of(double[] sorted, int count) {
        double[] values = Arrays.stream(sorted).distinct().toArray();
        Sums sums = Sums.of(sorted, values);
        int n = values.length;
        double[] before = new double[n + 1];
        int[][] from = new int[count + 1][n + 1];
        Arrays.fill(before, Double.MAX_VALUE);
        before[0] = 0;
        for (int k = 1; k <= count; k++) {
            double[] cost = new double[n + 1];
            Arrays.fill(cost, Double.MAX_VALUE);
            for (int end = k; end <= n; end++) {
                for (int start = end - 1; start >= k - 1; start--) {
                    double spread = sums.spread(start, end);
                    if (before[start] < Double.MAX_VALUE && before[start] + spread < cost[end]) {
                        cost[end] = before[start] + spread;
                        from[k][end] = start;
                    }
                }
            }
            before = cost;
        }
        double[] breaks = new double[count + 1];
        breaks[count] = values[n - 1];
        int end = n;
        for (int k = count; k >= 1; k--) {
            end = from[k][end];
            breaks[k - 1] = values[end];
        }
        return breaks;
    }

    /**
     * Running sums over distinct values, for the spread of any run of them; values are taken from their mean to keep digits. */
    private record Sums(double[] count, double[] sum, double[] squares) {
        static Sums of(double[] sorted, double[] values) {
            double least = sorted[0];
            double half = sorted[sorted.length - 1] / 2 - least / 2;
            boolean wide = Double.isInfinite(half * 2);
            double range = wide ? half : sorted[sorted.length - 1] - least;
            double[] scaled = Arrays.stream(sorted).map(value -> (wide ? value / 2 - least / 2 : value - least) / range).toArray();
            double mean = Arrays.stream(scaled).sum() / scaled.length;
            double[] count = new double[values.length + 1];
            double[] sum = new double[values.length + 1];
            double[] squares = new double[values.length + 1];
            int at = 0;
            for (int i = 0; i < values.length; i++) {
                int times = 0;
                double value = scaled[at] - mean;
                while (at < sorted.length && sorted[at] == values[i]) {
                    times++;
                    at++;
                }
                count[i + 1] = count[i] + times;
                sum[i + 1] = sum[i] + times * value;
                squares[i + 1] = squares[i] + times * value * value;
            }
            return new Sums(count, sum, squares);
        }

        double spread(int start, int end) {
            double total = sum[end] - sum[start];
            return Math.max(0, squares[end] - squares[start] - total * total / (count[end] - count[start]));
        }
    }
}

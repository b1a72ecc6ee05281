package langmap.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What a flow may come to by the end of the year. What is still planned is expected to come as it came so far, at the ratio of what was reached to
 * what was planned by then; without a plan, an even pace. How far such a guess was off in the months before, for every planned kilometre
 * ahead, gives the band.
 *
 * @param yearEnd    expected at the end of the year, in the unit of the series
 * @param low        lower end of the band
 * @param high       upper end of the band
 * @param backtests  how many guesses of earlier months were compared with what came
 * @param meanError  mean absolute difference of those, in the unit of the series
 */
record Forecast(double yearEnd, double low, double high, int backtests, double meanError) {
    /** Four of five guesses of normally distributed errors lie within so many standard deviations. */
    private static final double BAND = 1.2816;
    private static final int LEAST_MONTHS = 3;

    /**
     * Looks ahead.
     *
     * @param reached totals since the first day of the year at the end of the first months
     * @param planned the same as planned, for all months of the year; all 0 if nothing is planned
     * @return null with too few months to say anything
     */
    static Forecast of(List<Double> reached, List<Double> planned) {
        int now = reached.size() - 1;
        if (reached.size() < LEAST_MONTHS) {
            return null;
        }
        List<Double> path = planned.get(planned.size() - 1) > 0 ? planned : evenly(planned.size());
        double squares = 0;
        double differences = 0;
        int tests = 0;
        for (int month = LEAST_MONTHS - 1; month < now; month++) {
            double ahead = path.get(now) - path.get(month);
            if (ahead > 0 && path.get(month) > 0) {
                double error = reached.get(now) - guess(reached, path, month, now);
                squares += error / ahead * (error / ahead);
                differences += StrictMath.abs(error);
                tests++;
            }
        }
        int end = path.size() - 1;
        double yearEnd = guess(reached, path, now, end);
        double spread = tests == 0 ? 0 : BAND * StrictMath.sqrt(squares / tests) * (path.get(end) - path.get(now));
        return new Forecast(yearEnd, StrictMath.max(reached.get(now), yearEnd - spread), yearEnd + spread, tests, tests == 0 ? 0 : differences / tests);
    }

    private static double guess(List<Double> reached, List<Double> path, int from, int to) {
        double ratio = path.get(from) > 0 ? reached.get(from) / path.get(from) : 1;
        return reached.get(from) + ratio * (path.get(to) - path.get(from));
    }

    private static List<Double> evenly(int months) {
        List<Double> path = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            path.add((double) month);
        }
        return path;
    }
}

package langmap.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.expression.Function;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.SchemaException;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.filter.function.RangedClassifier;
import org.junit.jupiter.api.Test;

/** Natural breaks against every way to cut small data, and the methods against those of GeoTools where these hold up. */
final class NaturalBreaksTest {
    /** Its equal intervals are rounded, so that values can fall outside them. */
    private static final double GEOTOOLS_ROUNDS_TO = 0.1;

    private static double spread(List<Double> values, Classification classes) {
        double sum = 0;
        for (int i = 0; i < classes.count(); i++) {
            int index = i;
            sum += spread(values.stream().filter(value -> classes.indexOf(value) == index).mapToDouble(Double::doubleValue).toArray());
        }
        return sum;
    }

    private static double spread(double[] run) {
        double mean = Arrays.stream(run).average().orElse(0);
        return Arrays.stream(run).map(value -> (value - mean) * (value - mean)).sum();
    }

    /** The least sum of squares over every way to cut sorted values into runs, equal values together. */
    private static double least(double[] sorted, int from, int runs) {
        if (runs == 1) {
            return spread(Arrays.copyOfRange(sorted, from, sorted.length));
        }
        double least = Double.MAX_VALUE;
        for (int to = from + 1; to < sorted.length; to++) {
            if (sorted[to] > sorted[to - 1]) {
                least = Math.min(least, spread(Arrays.copyOfRange(sorted, from, to)) + least(sorted, to, runs - 1));
            }
        }
        return least;
    }

    @Test
    void areTheBestOfAllCutsOfSmallData() {
        Random random = new Random(1967);
        for (int round = 0; round < 3000; round++) {
            boolean whole = random.nextBoolean();
            List<Double> values = IntStream.range(0, 5 + random.nextInt(9))
                .mapToObj(i -> whole ? random.nextInt(20) : random.nextGaussian() * 10).map(Number::doubleValue).toList();
            int count = 3 + random.nextInt(3);
            double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            if (Arrays.stream(sorted).distinct().count() > count) {
                assertThat(spread(values, Classification.find("jenks", values, count))).as("%s in %s", values, count)
                    .isCloseTo(least(sorted, 0, count), within(1e-9));
            }
        }
    }

    @Test
    void joinedTheTwoHighestClassesWhenTheHighestHeldOneValue() {
        assertThat(Classification.find("jenks", List.of(1.0, 2.0, 3.0, 100.0), 3).breaks()).endsWith(100.0, 100.0).hasSize(4);
        assertThat(Classification.find("quantile", List.of(1.0, 2.0, 3.0, 4.0, 19.0, 19.0, 19.0, 19.0, 19.0, 19.0), 3).breaks())
            .containsExactly(1.0, 4.0, 19.0, 19.0);
    }

    @Test
    void fellIntoOneClassWhereSquaresOverflowed() {
        List<Double> huge = List.of(1e200, 1.1e200, 5e200, 5.1e200, 9e200, 9.1e200);
        assertThat(Classification.find("jenks", huge, 3).breaks()).containsExactly(1e200, 5e200, 9e200, 9.1e200);
        List<Double> tiny = huge.stream().map(value -> value * 1e-300 * 1e-190).toList();
        assertThat(Classification.find("jenks", tiny, 3).breaks()).containsExactly(tiny.get(0), tiny.get(2), tiny.get(4), tiny.get(5));
    }

    @Test
    void prettyBreaksOfLargeNumbersLayFarBelowThem() {
        List<Double> values = IntStream.range(0, 11).mapToObj(i -> 1e15 + i).toList();
        assertThat(Classification.find("pretty", values, 5).breaks()).containsExactly(1e15, 1e15 + 2, 1e15 + 4, 1e15 + 6, 1e15 + 8, 1e15 + 10);
    }

    @Test
    void prettyHadAnEmptyFirstClassWhereTenthsAreNoBinaryFractions() {
        List<Double> values = List.of(0.3, 0.41, 0.52, 0.63, 0.7, 0.35);
        assertThat(Classification.find("pretty", values, 5).breaks()).containsExactly(0.3, 0.4, 0.5, 0.6, 0.7);
    }

    private static RangedClassifier geotools(String function, List<Double> values, int count) throws SchemaException {
        SimpleFeatureType type = DataUtilities.createType("units", "value:Double");
        List<SimpleFeature> features = IntStream.range(0, values.size())
            .mapToObj(i -> SimpleFeatureBuilder.build(type, List.<Object>of(values.get(i)), "u" + i)).toList();
        var filters = CommonFactoryFinder.getFilterFactory();
        Function classify = filters.function(function, filters.property("value"), filters.literal(count));
        return (RangedClassifier) classify.evaluate(new ListFeatureCollection(type, features));
    }

    @Test
    void equalIntervalsAreThoseOfGeoTools() throws SchemaException {
        for (long seed = 0; seed < 500; seed++) {
            List<Double> values = ordinary(seed);
            int count = Samples.classes(seed);
            RangedClassifier theirs = geotools("EqualInterval", values, count);
            Classification ours = Classification.find("equal", values, count);
            for (int i = 0; i < count; i++) {
                assertThat((Double) theirs.getMin(i)).isCloseTo(ours.breaks().get(i), within(GEOTOOLS_ROUNDS_TO));
                assertThat((Double) theirs.getMax(i)).isCloseTo(ours.breaks().get(i + 1), within(GEOTOOLS_ROUNDS_TO));
            }
        }
    }

    @Test
    void naturalBreaksAreNeverWorseThanThoseOfGeoTools() throws SchemaException {
        for (long seed = 0; seed < 200; seed++) {
            List<Double> values = ordinary(seed);
            int count = Samples.classes(seed);
            RangedClassifier theirs = geotools("Jenks", values, count);
            double sum = 0;
            for (int i = 0; i < theirs.getSize(); i++) {
                int index = i;
                sum += spread(values.stream().filter(value -> theirs.classify(value) == index).mapToDouble(Double::doubleValue).toArray());
            }
            assertThat(spread(values, Classification.find("jenks", values, count))).isLessThanOrEqualTo(sum + 1e-9);
        }
    }

    /** Different values of ordinary size, since GeoTools repeats or loses classes on equal ones. */
    private static List<Double> ordinary(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 12 + random.nextInt(100)).mapToObj(i -> random.nextGaussian() * 50).toList();
    }

    /** Where the units cannot be shared out evenly GeoTools gives all that are left over to one class, so that only even shares compare. */
    @Test
    void quantilesHoldEvenSharesAndAreThoseOfGeoToolsWhereItsAreEven() throws SchemaException {
        for (long seed = 0; seed < 500; seed++) {
            List<Double> values = ordinary(seed);
            int count = Samples.classes(seed);
            Classification ours = Classification.find("quantile", values, count);
            for (int i = 0; i < count; i++) {
                int index = i;
                long held = values.stream().filter(value -> ours.indexOf(value) == index).count();
                assertThat(held).isBetween((long) values.size() / count, (long) (values.size() + count - 1) / count);
            }
            if (values.size() % count == 0) {
                RangedClassifier theirs = geotools("Quantile", values, count);
                assertThat(values.stream().filter(value -> theirs.classify(value) != ours.indexOf(value))).as("units on breaks, seed %s", seed)
                    .hasSizeLessThan(count);
            }
        }
    }
}

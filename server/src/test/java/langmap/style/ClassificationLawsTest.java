package langmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every classification must hold to, on ten thousand data sets a method. */
final class ClassificationLawsTest {
    private static final int DATA_SETS = 10_000;
    private static final List<String> FOUND = Classification.FOUND;
    private static final List<String> ALL = List.of("fixed", "manual", "jenks", "quantile", "equal", "pretty");
    private static final List<Double> OFFICIAL = List.of(0.0, 7.0, 10.0, 14.0, 19.0, 19.0);

    private static final List<List<Double>> DATA = LongStream.range(0, DATA_SETS).mapToObj(Samples::values).toList();
    private static final Map<String, List<Classification>> FOUND_ONCE = new ConcurrentHashMap<>();

    /** A rule about one data set and its classes. */
    @FunctionalInterface
    private interface Law {
        void check(List<Double> values, Classification found, int seed);
    }

    private static void forEachDataSet(String method, Law law) {
        List<Classification> found = FOUND_ONCE.computeIfAbsent(method,
            key -> IntStream.range(0, DATA_SETS).mapToObj(seed -> classes(key, DATA.get(seed), seed)).toList());
        for (int seed = 0; seed < DATA_SETS; seed++) {
            try {
                law.check(DATA.get(seed), found.get(seed), seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(method + ", data set " + seed + " in " + Samples.classes(seed) + " classes: " + DATA.get(seed), e);
            }
        }
    }

    private static Classification classes(String method, List<Double> values, int seed) {
        return switch (method) {
            case "fixed" -> Classification.ofBreaks(method, OFFICIAL, values);
            case "manual" -> Classification.ofBreaks(method, Samples.breaks(seed), values);
            default -> Classification.find(method, values, Samples.classes(seed));
        };
    }

    private static int distinct(List<Double> values) {
        return (int) values.stream().map(value -> value + 0.0).distinct().count();
    }

    private static double last(List<Double> breaks) {
        return breaks.get(breaks.size() - 1);
    }

    /** In which classes a value is by the rule [lower, upper), the last class closed. */
    private static List<Integer> classesOf(double value, List<Double> breaks) {
        return IntStream.range(0, Math.max(0, breaks.size() - 1)).filter(i -> value >= breaks.get(i)
            && (value < breaks.get(i + 1) || i + 2 == breaks.size() && value == breaks.get(i + 1))).boxed().toList();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyValueIsInExactlyOneClass(String method) {
        forEachDataSet(method, (values, found, seed) ->
            assertThat(values).allMatch(value -> classesOf(value, found.breaks()).equals(List.of(found.indexOf(value)))));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void breaksRiseAndOnlyAClassOfOneValueAtTheEndHasEqualBounds(String method) {
        forEachDataSet(method, (values, found, seed) -> {
            List<Double> breaks = found.breaks();
            assertThat(IntStream.range(1, Math.max(1, breaks.size() - 1))).allMatch(i -> breaks.get(i) > breaks.get(i - 1));
            assertThat(breaks.isEmpty() || Double.isFinite(last(breaks)) && last(breaks) >= breaks.get(breaks.size() - 2)).isTrue();
        });
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void countsInTheLegendSumToTheUnitsAndLegendAndClassesAgree(String method) {
        forEachDataSet(method, (values, found, seed) -> {
            List<Legend.Item> items = Samples.items(values, seed);
            Legend legend = Legend.ofNumbers(found, items, new Legend.Writing(false, 1, "vi")).counting(items);
            assertThat(legend.classes().stream().mapToInt(LegendClass::count).sum()).isEqualTo(items.size());
            assertThat(items).allMatch(item -> legend.indexOf(item)
                == (item.value() == null ? found.count() : found.indexOf(item.value().doubleValue())));
        });
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noTwoClassesSayTheSameInEitherLanguage(String method) {
        forEachDataSet(method, (values, found, seed) -> {
            List<Legend.Item> items = Samples.items(values, seed);
            Legend.Writing writing = new Legend.Writing(seed % 2 == 0, seed % 3, seed % 5 == 0 ? "en" : "vi");
            assertThat(Legend.ofNumbers(found, items, writing).classes()).extracting(LegendClass::label).doesNotHaveDuplicates()
                .allMatch(label -> label.length() < 70 && !label.matches("-0([.,]0+)?( .*|%)?"));
        });
    }

    @ParameterizedTest
    @FieldSource("FOUND")
    void neverMoreClassesThanAskedForAndNoneOnNoData(String method) {
        forEachDataSet(method, (values, found, seed) -> {
            assertThat(found.count()).isLessThanOrEqualTo(Samples.classes(seed));
            assertThat(found.count() == 0).isEqualTo(values.isEmpty());
        });
    }

    @ParameterizedTest
    @FieldSource("FOUND")
    void noMoreDistinctValuesThanClassesGiveEachValueItsOwnClass(String method) {
        forEachDataSet(method, (values, found, seed) -> {
            if (distinct(values) <= Samples.classes(seed)) {
                assertThat(found.count()).isEqualTo(distinct(values));
                assertThat(new HashSet<>(values.stream().map(found::indexOf).toList())).hasSize(distinct(values));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("FOUND")
    void theOrderOfTheUnitsDoesNotMatter(String method) {
        forEachDataSet(method, (values, found, seed) -> {
            if (seed % 5 == 0) {
                List<Double> shuffled = new ArrayList<>(values);
                Collections.shuffle(shuffled, new Random(seed));
                assertThat(Classification.find(method, shuffled, Samples.classes(seed))).isEqualTo(found);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jenks", "quantile"})
    void noClassFoundInTheDataIsEmpty(String method) {
        forEachDataSet(method, (values, found, seed) ->
            assertThat(new HashSet<>(values.stream().map(found::indexOf).toList())).hasSize(found.count()));
    }

    @Test
    void equalClassesAreEquallyWide() {
        forEachDataSet("equal", (values, found, seed) -> {
            List<Double> breaks = found.breaks();
            if (distinct(values) > Samples.classes(seed) && found.count() == Samples.classes(seed)) {
                double width = (last(breaks) / 2 - breaks.get(0) / 2) / found.count();
                double rounding = 4 * Math.ulp(Math.max(Math.abs(breaks.get(0)), Math.abs(last(breaks))));
                assertThat(IntStream.range(1, breaks.size())).allMatch(i ->
                    Math.abs(breaks.get(i) / 2 - breaks.get(i - 1) / 2 - width) <= rounding);
            }
        });
    }

    @Test
    void prettyClassesHaveRoundBreaksAndTheFirstAndTheLastAreReached() {
        forEachDataSet("pretty", (values, found, seed) -> {
            List<Double> breaks = found.breaks();
            if (distinct(values) <= Samples.classes(seed) || last(breaks) / 2 - breaks.get(0) / 2 > 1e307) {
                return;
            }
            double least = Collections.min(values);
            double most = Collections.max(values);
            assertThat(breaks.get(1)).isGreaterThan(least);
            assertThat(breaks.get(breaks.size() - 2)).isLessThanOrEqualTo(most);
            if (most - least > 1e-9 * Math.max(Math.abs(most), Math.abs(least)) && most - least > Double.MIN_NORMAL) {
                BigDecimal step = BigDecimal.valueOf(breaks.get(1)).subtract(BigDecimal.valueOf(breaks.get(0))).stripTrailingZeros();
                assertThat(step.unscaledValue().intValueExact()).as("step %s", step).isIn(1, 2, 25, 5);
                assertThat(breaks).allMatch(one -> BigDecimal.valueOf(one).remainder(step).signum() == 0);
            }
        });
    }

    @Test
    void breaksThatAreGivenAreKept() {
        forEachDataSet("manual", (values, found, seed) -> {
            assertThat(found.breaks()).containsSequence(Samples.breaks(seed));
            assertThat(found.breaks().size() - Samples.breaks(seed).size()).isLessThanOrEqualTo(2);
        });
    }
}

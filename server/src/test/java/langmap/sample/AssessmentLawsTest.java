package langmap.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import langmap.house.Checkout;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What the illustrative assessments, recognitions and flags must agree with, for the shipped seed and for others. */
final class AssessmentLawsTest {
    private static final Path DATA = Checkout.root().resolve("gis-data");
    private static final Map<Integer, Integer> BASELINE = counts("2:90 3:175 4:123 5:80 6:77 7:161 8:128 9:137 10:85 11:101 12:181 13:137 "
        + "14:180 15:156 16:139 17:77 18:107");
    private static final Map<Integer, Integer> PLANNED = counts("2:102 3:179 4:143 5:87 6:87 7:173 8:140 9:147 10:96 11:112 12:181 13:149 "
        + "14:180 15:161 16:149 17:89 18:117 19:175");
    private static final List<String> DISTRICT_PLAN = List.of("06046", "06433");

    private static Map<Integer, Integer> counts(String text) {
        return Arrays.stream(text.split(" ")).map(pair -> pair.split(":"))
            .collect(Collectors.toMap(pair -> Integer.valueOf(pair[0]), pair -> Integer.valueOf(pair[1])));
    }

    /** The generated files as tables. */
    private record Files(Map<String, String> texts) {
        List<String[]> rows(String file) {
            return texts.get(file).lines().skip(1).map(line -> line.split(",", -1)).toList();
        }

        /** Status by commune and criterion at the end of a day. */
        Map<String, Map<Integer, String>> states(String series, String day) {
            Map<String, Map<Integer, String>> states = new TreeMap<>();
            for (String[] row : rows("assessments-" + series + ".csv")) {
                if (row[3].compareTo(day) <= 0) {
                    states.computeIfAbsent(row[0], code -> new HashMap<>()).put(Integer.valueOf(row[1]), row[2]);
                }
            }
            return states;
        }

        Set<String> flagged(String flag) {
            return rows("flags.csv").stream().filter(row -> row[1].equals(flag)).map(row -> row[0]).collect(Collectors.toSet());
        }

        Set<String> recognised(String series, String level, String day) {
            return rows("recognitions.csv").stream().filter(row -> row[0].equals(series) && row[2].equals(level) && row[3].compareTo(day) <= 0)
                .map(row -> row[1]).collect(Collectors.toSet());
        }
    }

    private static int met(Map<String, Map<Integer, String>> states, int criterion) {
        return (int) states.values().stream().filter(cells -> "met".equals(cells.get(criterion))).count();
    }

    private static int met(Map<Integer, String> cells) {
        return (int) cells.values().stream().filter("met"::equals).count();
    }

    private static Set<String> holdingAll(Map<String, Map<Integer, String>> states) {
        return states.entrySet().stream().filter(entry -> met(entry.getValue()) == 19).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static int sum(Map<String, Map<Integer, String>> states, Set<String> communes) {
        return states.entrySet().stream().filter(entry -> communes.contains(entry.getKey())).mapToInt(entry -> met(entry.getValue())).sum();
    }

    private static Set<String> border() {
        return Commune.list(DATA, java.time.LocalDate.of(2022, 12, 31)).stream().filter(Commune::onBorder).map(Commune::code)
            .collect(Collectors.toSet());
    }

    @Test
    void theShippedFilesAreTheGeneratedOnes() {
        AssessmentGenerator.files(DATA, 2022).forEach((name, text) ->
            assertThat(Checkout.text(DATA.resolve("illustrative").resolve(name))).as(name).isEqualTo(text));
    }

    @Property(tries = 12)
    void theBaselineAgreesWithThePlan(@ForAll @LongRange(min = 2000, max = 2060) long seed) {
        Files files = new Files(AssessmentGenerator.files(DATA, seed));
        for (String series : List.of("actual", "planned")) {
            Map<String, Map<Integer, String>> states = files.states(series, "2021-12-31");
            BASELINE.forEach((criterion, count) -> assertThat(met(states, criterion)).as("criterion %s", criterion).isEqualTo(count));
            Set<String> recognised = files.recognised(series, "commune_ntm", "2021-12-31");
            assertThat(holdingAll(states)).hasSize(75).isEqualTo(recognised);
            assertThat(files.flagged("due_2022")).hasSize(10).allSatisfy(code -> assertThat(states.get(code).get(8)).isNotEqualTo("met"));
            assertThat(states.values().stream().filter(cells -> met(cells) >= 7 && met(cells) <= 9)).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Property(tries = 12)
    void thePlannedSeriesReachesThePrintedTargets(@ForAll @LongRange(min = 2000, max = 2024) long seed) {
        Files files = new Files(AssessmentGenerator.files(DATA, seed));
        Map<String, Map<Integer, String>> before = files.states("planned", "2021-12-31");
        Map<String, Map<Integer, String>> states = files.states("planned", "2022-12-31");
        PLANNED.forEach((criterion, count) -> assertThat(met(states, criterion)).as("criterion %s", criterion).isEqualTo(count));
        Set<String> expected = new HashSet<>(files.flagged("due_2022"));
        expected.addAll(files.recognised("planned", "commune_ntm", "2021-12-31"));
        assertThat(holdingAll(states)).hasSize(85).isEqualTo(expected).isEqualTo(files.recognised("planned", "commune_ntm", "2022-12-31"))
            .doesNotContainAnyElementsOf(DISTRICT_PLAN);
        assertThat(DISTRICT_PLAN).allSatisfy(code -> {
            assertThat(before.get(code).get(8)).isEqualTo("not_met");
            assertThat(states.get(code).get(8)).isEqualTo("met");
        });
        assertThat(sum(states, states.keySet())).isGreaterThanOrEqualTo(2625);
        assertThat(sum(states, border())).isBetween(300, 310);
        before.forEach((code, cells) -> cells.forEach((criterion, status) -> {
            if (status.equals("met")) {
                assertThat(states.get(code).get(criterion)).isEqualTo("met");
            }
        }));
    }

    @Property(tries = 12)
    void theActualSeriesEndsWhereItWasAskedTo(@ForAll @LongRange(min = 2000, max = 2024) long seed) {
        Files files = new Files(AssessmentGenerator.files(DATA, seed));
        Map<String, Map<Integer, String>> states = files.states("actual", "2022-12-31");
        Set<String> recognised = files.recognised("actual", "commune_ntm", "2022-12-31");
        assertThat(recognised).hasSize(82);
        assertThat(met(states, 2)).isEqualTo(98);
        assertThat(states.entrySet().stream().filter(entry -> entry.getValue().containsValue("lapsed")).map(Map.Entry::getKey))
            .hasSizeBetween(3, 8).isSubsetOf(recognised);
        assertThat(states.values().stream().mapToLong(cells -> cells.values().stream().filter("lapsed"::equals).count()).sum()).isBetween(3L, 8L);
        assertThat(181 * 19 - states.values().stream().mapToInt(Map::size).sum()).isBetween(15, 40);
        assertThat(states.values()).hasSize(181).allSatisfy(cells -> assertThat(cells).containsKey(12));
        assertThat(sum(states, border())).isEqualTo(292);
        assertThat(recognised).allSatisfy(code -> assertThat(states.get(code).values()).isSubsetOf("met", "lapsed"));
    }

    @Property(tries = 12)
    void communesWereRecognisedBeforeTheyMetEverything(@ForAll @LongRange(min = 2000, max = 2024) long seed) {
        Files files = new Files(AssessmentGenerator.files(DATA, seed));
        for (String series : List.of("actual", "planned")) {
            for (String day : files.rows("recognitions.csv").stream().filter(row -> row[0].equals(series)).map(row -> row[3]).distinct().toList()) {
                Set<String> before = files.recognised(series, "commune_ntm", day);
                Map<String, Map<Integer, String>> states = files.states(series, day);
                assertThat(before).as("%s %s", series, day).allSatisfy(code -> assertThat(states.get(code).values()).hasSize(19).isSubsetOf("met", "lapsed"));
                assertThat(before).containsAll(files.recognised(series, "commune_advanced", day)).containsAll(files.recognised(series, "commune_model", day));
            }
        }
    }

    @Property(tries = 12)
    void theFlagsHaveTheSizesOfThePlan(@ForAll @LongRange(min = 2000, max = 2024) long seed) {
        Files files = new Files(AssessmentGenerator.files(DATA, seed));
        Set<String> recognised = files.recognised("actual", "commune_ntm", "2021-12-31");
        Map<String, String> districts = Commune.list(DATA, java.time.LocalDate.of(2022, 12, 31)).stream()
            .collect(Collectors.toMap(Commune::code, Commune::district));
        assertThat(files.flagged("border_scheme")).hasSize(18).isSubsetOf(border());
        assertThat(files.flagged("due_district_plan")).containsExactlyInAnyOrderElementsOf(DISTRICT_PLAN);
        assertThat(files.flagged("due_advanced_2022")).hasSize(5).isSubsetOf(recognised);
        assertThat(files.flagged("due_model_2022")).hasSize(1).isSubsetOf(recognised);
        assertThat(files.flagged("pilot_advanced")).hasSize(11).isSubsetOf(recognised).extracting(districts::get).doesNotHaveDuplicates();
        assertThat(recognised).extracting(districts::get).containsAll(new HashSet<>(districts.values()));
        assertThat(files.flagged("extremely_difficult")).isNotEmpty().doesNotContainAnyElementsOf(recognised);
        assertThat(files.flagged("poor_district")).isNotEmpty();
    }
}

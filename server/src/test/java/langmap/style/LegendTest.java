package langmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What legends say. */
final class LegendTest {
    private static List<Legend.Item> items(Double... values) {
        return Arrays.stream(values).map(value -> new Legend.Item(value == null ? null : BigDecimal.valueOf(value), null)).toList();
    }

    private static List<String> labels(Classification found, List<Legend.Item> items, boolean share, int decimals, String lang) {
        return Legend.ofNumbers(found, items, new Legend.Writing(share, decimals, lang)).classes().stream().map(LegendClass::label).toList();
    }

    private static Classification given(Double... breaks) {
        return new Classification("manual", List.of(breaks));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        4760    | 0 | vi | 4.760
        4760    | 0 | en | 4,760
        26.86   | 2 | vi | 26,86
        26.86   | 2 | en | 26.86
        14.4972 | 1 | vi | 14,5
        2.5     | 0 | en | 3
        0.125   | 2 | en | 0.13
        -0.004  | 2 | vi | 0,00
        -1234.5 | 1 | vi | -1.234,5
        """)
    void numbersAreWrittenAsTheLanguageWritesThem(BigDecimal number, int decimals, String lang, String written) {
        assertThat(Numbers.format(number, decimals, lang)).isEqualTo(written);
    }

    @Test
    void sharesAreWrittenInPercent() {
        assertThat(Numbers.percent(new BigDecimal("0.994475"), 1, "vi")).isEqualTo("99,4 %");
        assertThat(Numbers.percent(new BigDecimal("0.994475"), 2, "en")).isEqualTo("99.45%");
        assertThat(labels(given(0.0, 0.25, 0.5, 1.0), items(0.3), true, 1, "vi")).containsExactly("0,0 % – < 25,0 %", "25,0 % – < 50,0 %", "50,0 % – 100,0 %");
        assertThat(labels(given(0.0, 0.25, 1.0), items(0.3), true, 1, "en")).containsExactly("0.0% – < 25.0%", "25.0% – 100.0%");
    }

    @Test
    void wholeNumbersAreWrittenAsTheNumbersThereAre() {
        Classification official = given(0.0, 7.0, 10.0, 14.0, 19.0, 19.0);
        assertThat(labels(official, items(3.0, 19.0), false, 2, "vi")).containsExactly("0–6", "7–9", "10–13", "14–18", "19");
        assertThat(labels(official, items(3.5, 19.0), false, 2, "vi")).containsExactly("0,00 – < 7,00", "7,00 – < 10,00", "10,00 – < 14,00", "14,00 – < 19,00", "19,00");
        assertThat(labels(given(-5.0, -1.0, 2.0, 3.0), items(1.0), false, 0, "en")).containsExactly("-5 – -2", "-1 – 1", "2–3");
    }

    @Test
    void missingIsAClassOfItsOwnAndOnlyWhereSomethingIsMissing() {
        Classification found = given(0.0, 1.0, 2.0, 3.0);
        assertThat(labels(found, items(1.0, null), false, 0, "vi")).endsWith("Chưa có số liệu").hasSize(4);
        assertThat(labels(found, items(1.0, null), false, 0, "en")).endsWith("No data");
        assertThat(labels(found, items(1.0), false, 0, "vi")).hasSize(3);
    }

    @Test
    void noUnitsAtAllGiveALegendWithoutClasses() {
        assertThat(labels(Classification.find("jenks", List.of(), 5), List.of(), false, 0, "vi")).isEmpty();
        assertThat(labels(Classification.find("pretty", List.of(), 5), items(null, null), false, 0, "en")).containsExactly("No data");
    }

    @Test
    void equalDataGiveOneClassThatNamesTheValue() {
        for (String method : Classification.FOUND) {
            List<Double> same = List.of(14.5, 14.5, 14.5);
            assertThat(labels(Classification.find(method, same, 5), items(14.5, 14.5, 14.5), false, 2, "vi")).as(method).containsExactly("14,50");
            assertThat(labels(Classification.find(method, List.of(7.0), 3), items(7.0), false, 2, "en")).as(method).containsExactly("7");
        }
    }

    @Test
    void breaksAPlaceTooFineForTheMeasureLookedAlike() {
        assertThat(labels(given(14.497, 14.499, 14.503), items(14.5), false, 2, "en")).containsExactly("14.497 – < 14.499", "14.499 – 14.503");
        assertThat(labels(given(0.0, 0.0025, 0.005), items(0.001), true, 1, "vi")).containsExactly("0,00 % – < 0,25 %", "0,25 % – 0,50 %");
        assertThat(labels(given(0.0, 1e-300, 2e-300), items(0.0), false, 1, "vi")).containsExactly("0E0 – < 1E-300", "1E-300 – 2E-300");
        assertThat(labels(given(1e200, 1.5e200), items(1e200), false, 1, "vi")).containsExactly("1E200 – 1,5E200");
    }

    @Test
    void wholeNumbersTooLargeToCountWereGivenOverlappingClasses() {
        assertThat(labels(given(1e17, 2e17, 3e17), items(2e17), false, 0, "en")).containsExactly("1E17 – < 2E17", "2E17 – 3E17");
    }

    @Test
    void aStateIsFoundByItsCodeAndNothingKnownIsNotAssessed() {
        Map<String, String> labels = new LinkedHashMap<>();
        List.of("met", "not_met", "in_progress", "lapsed", "not_assessed").forEach(code -> labels.put(code, code));
        List<Legend.Item> items = List.of(new Legend.Item(BigDecimal.ONE, "met"), new Legend.Item(BigDecimal.ZERO, "lapsed"),
            new Legend.Item(BigDecimal.ZERO, "lapsed"), new Legend.Item(null, "not_assessed"), new Legend.Item(null, null));
        assertThat(Legend.ofStatuses(labels).counting(items).classes()).extracting(LegendClass::count).containsExactly(1, 0, 0, 2, 2);
    }

    @Test
    void flagsAreInOrOut() {
        Legend legend = Legend.ofFlag("vi").counting(items(1.0, 0.0, 0.0));
        assertThat(legend.classes()).extracting(LegendClass::label).containsExactly("Không", "Có");
        assertThat(legend.classes()).extracting(LegendClass::count).containsExactly(2, 1);
    }
}

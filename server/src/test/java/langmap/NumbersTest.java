package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures people will check first, as they leave the API. */
final class NumbersTest {
    private static final TestApp APP = TestApp.shared();

    private static JsonNode values(String measure, String query) {
        return APP.json("/api/measures/" + measure + "/values?" + query);
    }

    private static JsonNode target(String kind, String id, String query) {
        return StreamSupport.stream(APP.json("/api/targets?" + query).path(kind).spliterator(), false)
            .filter(row -> row.path("id").asText().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"2, 90", "3, 175", "4, 123", "5, 80", "6, 77", "7, 161", "8, 128", "9, 137", "10, 85", "11, 101", "12, 181", "13, 137", "14, 180",
        "15, 156", "16, 139", "17, 77", "18, 107"})
    void theBaselineIsWhatThePlanImplies(int criterion, int met) {
        JsonNode answer = values("criterion-" + criterion, "level=commune&asOf=2021-12-31&series=actual");
        assertThat(answer.at("/summary/met").asInt()).isEqualTo(met);
        assertThat(answer.at("/summary/count").asInt()).isEqualTo(181);
        assertThat(StreamSupport.stream(answer.path("values").spliterator(), false).filter(value -> value.path("status").asText().equals("met"))).hasSize(met);
    }

    @ParameterizedTest
    @CsvSource({"2, 102", "3, 179", "4, 143", "14, 180", "12, 181"})
    void thePlannedYearEndsAtThePrintedTargets(int criterion, int met) {
        assertThat(values("criterion-" + criterion, "asOf=2022-12-31&series=planned").at("/summary/met").asInt()).isEqualTo(met);
    }

    @Test
    void eightyFiveCommunesAreToHoldAllNineteen() {
        JsonNode answer = values("criteria-met", "level=commune&asOf=2022-12-31&series=planned");
        assertThat(StreamSupport.stream(answer.path("values").spliterator(), false).filter(value -> value.path("value").asInt() == 19)).hasSize(85);
        assertThat(answer.at("/summary/met").asInt()).isEqualTo(85);
        assertThat(answer.at("/summary/mean").asDouble()).isGreaterThanOrEqualTo(14.5);
    }

    @Test
    void theBorderCommunesHoldTwoHundredNinetyTwo() {
        JsonNode answer = values("criteria-met", "level=commune&group=border&asOf=2022-12-31&series=actual");
        assertThat(answer.at("/summary/sum").asInt()).isEqualTo(292);
        assertThat(answer.at("/summary/count").asInt()).isEqualTo(20);
        assertThat(answer.path("values")).hasSize(20);
        assertThat(target("goals", "G-09", "asOf=2022-12-31").at("/now/value").asText()).isEqualTo("14.6");
    }

    @Test
    void recognisedAndCriterionTwoStandShortOfTheirTargets() {
        assertThat(values("recognised", "level=province").at("/values/0/value").asInt()).isEqualTo(82);
        assertThat(target("goals", "G-02", "asOf=2022-12-31").at("/gap").asInt()).isEqualTo(3);
        assertThat(target("criteria", "C02", "").at("/now/value").asInt()).isEqualTo(98);
        assertThat(target("criteria", "C02", "").path("met").asBoolean(true)).isFalse();
    }

    @Test
    void criterionFourteenPutsWhatIsPrintedBesideWhatIsComputed() {
        JsonNode row = target("criteria", "C14", "asOf=2022-12-31&series=planned");
        assertThat(row.path("low").asInt()).isEqualTo(180);
        assertThat(row.path("of").asInt()).isEqualTo(181);
        assertThat(row.path("printedPercent").asText()).isEqualTo("99.5");
        assertThat(row.path("recomputedPercent").asDouble()).isBetween(99.447, 99.448);
        assertThat(row.path("discrepancies")).extracting(JsonNode::asText).contains("X-04");
        assertThat(StreamSupport.stream(APP.json("/api/targets").path("discrepancies").spliterator(), false).map(one -> one.path("id").asText())).contains("X-04");
    }

    @Test
    void fundingIsReadWithItsNote() {
        JsonNode funding = APP.json("/api/targets").path("funding");
        assertThat(funding.path("totalPrinted").asInt()).isEqualTo(4760);
        assertThat(funding.path("sum").asInt()).isEqualTo(4760);
        assertThat(funding.path("sumAsPrinted").asInt()).isEqualTo(4770);
        assertThat(funding.path("note").asText()).contains("70", "80");
    }

    @Test
    void whatHasNoDataSaysSoAndIsNotZero() {
        JsonNode row = target("goals", "G-10", "");
        assertThat(row.path("state").asText()).isEqualTo("no_data");
        assertThat(row.path("now").isNull()).isTrue();
        assertThat(row.path("met").isNull()).isTrue();
        assertThat(APP.json("/api/targets").path("goals")).hasSize(12);
        assertThat(APP.json("/api/targets").path("criteria")).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({"criterion-2", "criteria-met", "recognised"})
    void withoutADayTheLastClosedOneIsTakenAndNamed(String measure) {
        JsonNode answer = values(measure, "");
        assertThat(answer.path("asOf").asText()).isEqualTo("2022-12-31");
        assertThat(answer.path("series").asText()).isEqualTo("actual");
        assertThat(answer).isEqualTo(values(measure, "asOf=2022-12-31&series=actual&level=commune"));
        assertThat(answer.path("illustrative").asBoolean()).isTrue();
    }

    @Test
    void afterTheMergerTheRegisterHasSixtyFiveUnitsAndNoDistricts() {
        assertThat(APP.json("/api/units?asOf=2025-07-01&level=district").path("units")).isEmpty();
        assertThat(APP.json("/api/units?asOf=2025-07-01&level=commune").path("units").size()
            + APP.json("/api/units?asOf=2025-07-01&level=urban").path("units").size()).isEqualTo(65);
        assertThat(APP.json("/api/boundaries/commune.geojson?asOf=2025-07-01").path("features").size()
            + APP.json("/api/boundaries/urban.geojson?asOf=2025-07-01").path("features").size()).isEqualTo(65);
        assertThat(values("criterion-2", "asOf=2025-07-01").at("/summary/met").asInt()).isZero();
        assertThat(values("criterion-2", "asOf=2025-07-01").at("/summary/missing").asInt()).isEqualTo(61);
    }
}

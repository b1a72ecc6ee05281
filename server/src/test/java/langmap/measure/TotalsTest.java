package langmap.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every measure by area, and a measure through the months: the same figures as asked for one by one. */
final class TotalsTest {
    private static final TestApp APP = TestApp.shared();

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<JsonNode> areas(String query, String measure) {
        return list(APP.json("/api/totals?" + query).path("totals")).stream().filter(row -> row.path("measure").asText().equals(measure))
            .flatMap(row -> list(row.path("areas")).stream()).toList();
    }

    private static int sum(List<JsonNode> areas, ToIntFunction<JsonNode> figure) {
        return areas.stream().mapToInt(figure).sum();
    }

    @ParameterizedTest
    @CsvSource({"planned, 85", "actual, 82"})
    void theElevenDistrictsAddUpToTheProvince(String series, int recognised) {
        String query = "asOf=2022-12-31&series=" + series;
        assertThat(areas(query + "&level=district", "recognised")).hasSize(11);
        for (JsonNode row : APP.json("/api/totals?" + query + "&level=district").path("totals")) {
            String measure = row.path("measure").asText();
            JsonNode whole = areas(query, measure).get(0);
            for (String figure : List.of("count", "sum", "met", "missing")) {
                BigDecimal parts = list(row.path("areas")).stream().map(area -> area.path(figure).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(parts).as("%s of %s", figure, measure).isCloseTo(whole.path(figure).decimalValue(), within(new BigDecimal("1e-9")));
            }
        }
        assertThat(sum(areas(query + "&level=district", "recognised"), area -> area.path("met").asInt())).isEqualTo(recognised);
    }

    @Test
    void aFullProvinceHas181CommunesAndAtTheTargetCriteria5And6AreTheWeakestAnd12TheStrongest() {
        String query = "asOf=2022-12-31&series=planned";
        List<Integer> met = IntStream.rangeClosed(1, 19).map(k -> areas(query, "criterion-" + k).get(0).path("met").asInt()).boxed().toList();
        assertThat(met.get(4)).isEqualTo(87).isEqualTo(met.get(5));
        assertThat(met.stream().sorted().toList().subList(0, 5)).containsExactly(87, 87, 89, 96, 102);
        assertThat(met.get(11)).isEqualTo(181).isEqualTo(areas(query, "criterion-12").get(0).path("count").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"criteria-met", "criterion-2", "recognised", "at-7-to-9", "pilot-advanced", "distance-to-all"})
    void saysTheSameAsTheSummaryOfTheMeasure(String measure) {
        for (String group : List.of("", "&group=border", "&group=at_7_to_9")) {
            JsonNode summary = APP.json("/api/measures/" + measure + "/values?asOf=2022-06-30" + group).path("summary");
            JsonNode total = areas("asOf=2022-06-30" + group, measure).get(0);
            for (String figure : List.of("count", "sum", "mean", "met", "missing")) {
                assertThat(total.path(figure).decimalValue()).as("%s %s", measure, figure).isEqualByComparingTo(summary.path(figure).decimalValue());
            }
        }
    }

    @Test
    void theTrendHasTheEndOfEveryMonthAndEndsWhereTheDayStands() {
        JsonNode trend = APP.json("/api/measures/criterion-2/trend");
        List<JsonNode> days = list(trend.path("days"));
        assertThat(days).extracting(day -> day.path("asOf").asText()).hasSize(13).startsWith("2021-12-31", "2022-01-31", "2022-02-28").endsWith("2022-11-30", "2022-12-31");
        assertThat(days).extracting(day -> day.path("met").asInt()).startsWith(90).endsWith(98).isSorted();
        assertThat(trend.path("illustrative").asBoolean()).isTrue();
        assertThat(list(APP.json("/api/measures/criterion-2/trend?series=planned").path("days"))).last().extracting(day -> day.path("met").asInt()).isEqualTo(102);
    }

    @Test
    void theBorderGroupEndsAt292OfItsTwentyCommunes() {
        JsonNode last = list(APP.json("/api/measures/criteria-met/trend?group=border").path("days")).get(12);
        assertThat(last.path("sum").asInt()).isEqualTo(292);
        assertThat(last.path("count").asInt()).isEqualTo(20);
        assertThat(last.path("mean").decimalValue()).isEqualByComparingTo("14.6");
    }

    @Test
    void noCommunesGiveNoLineAndAnUnknownMeasureOrGroupIsRefusedByName() {
        assertThat(list(APP.json("/api/totals?asOf=2026-01-01&level=district").path("totals"))).isNotEmpty().allSatisfy(row -> assertThat(row.path("areas")).isEmpty());
        assertThat(APP.get("/api/measures/nothing/trend").statusCode()).isEqualTo(404);
        assertThat(APP.get("/api/totals?group=nobody").statusCode()).isEqualTo(400);
        assertThat(APP.get("/api/totals?level=commune").statusCode()).isEqualTo(400);
    }
}

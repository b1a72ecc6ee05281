package langmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import langmap.TestApp;
import org.junit.jupiter.api.Test;

/** What the room of infrastructure is told: months, works of the year, near misses. */
final class RoomTest {
    private static JsonNode json(String address) {
        return TestApp.shared().json("/api/network/" + address);
    }

    @Test
    void theMonthThatRunsHasItsKilometresUpToTheDay() {
        JsonNode row = null;
        for (JsonNode one : json("communes?kind=road&asOf=2022-09-15").path("rows")) {
            assertThat(one.path("months")).as(one.path("name").asText()).hasSize(9);
            assertThat(one.path("months").get(8)).isEqualTo(one.path("yearKm"));
            row = one.path("months").get(8).asDouble() > one.path("months").get(7).asDouble() ? one : row;
        }
        assertThat(row).as("a commune where something was accepted between the first and the fifteenth").isNotNull();
        assertThat(json("communes?kind=road&asOf=2022-08-31").path("rows").get(0).path("months")).hasSize(8);
        assertThat(json("communes?kind=road&asOf=2022-09-15&series=planned").path("rows").get(0).path("months")).hasSize(12);
    }

    @Test
    void nearMissesComeWithTheLeastThatIsMissingFirst() {
        JsonNode near = json("near-misses?criterion=2&limit=200");
        List<Double> missing = new ArrayList<>();
        near.path("rows").forEach(row -> missing.add(row.path("rules").findValues("missing").stream().mapToDouble(JsonNode::asDouble).sum()));
        for (int i = 1; i < missing.size(); i++) {
            assertThat(missing.get(i)).as("row %d, each rule rounded up to a metre", i).isGreaterThan(missing.get(i - 1) - 0.01);
        }
        assertThat(missing).hasSizeGreaterThan(50);
        assertThat(near.path("byShare").asBoolean()).isFalse();
        assertThat(json("near-misses?criterion=3").path("byShare").asBoolean()).as("kilometres and hectares").isTrue();
    }

    @Test
    void withoutRulesNobodyIsSaidToBeNearOrToContradict() {
        assertThat(json("near-misses?criterion=2").path("ruled").toString()).isEqualTo("[2,3,4]");
        for (String list : List.of("near-misses?criterion=2&asOf=2023-02-01", "contradictions?asOf=2023-02-01")) {
            assertThat(json(list).path("ruled").toString()).isEqualTo("[]");
            assertThat(json(list).path("rows")).isEmpty();
        }
    }

    @Test
    void worksByStateAreThoseOfTheYear() {
        JsonNode works = json("works?kind=road&asOf=2022-09-15&limit=5000").path("rows");
        for (JsonNode state : json("summary?kind=road&asOf=2022-09-15").path("states")) {
            int count = 0;
            for (JsonNode work : works) {
                String first = work.path("startsOn").asText().compareTo(work.path("startedOn").asText()) < 0 ? work.path("startsOn").asText() : work.path("startedOn").asText();
                boolean ofTheYear = first.compareTo("2023") < 0 && (work.path("acceptedOn").isNull() || work.path("acceptedOn").asText().compareTo("2022") >= 0);
                count += ofTheYear && work.path("state").equals(state.path("state")) ? 1 : 0;
            }
            assertThat(state.path("count").asInt()).as(state.path("state").asText()).isEqualTo(count).isPositive();
        }
        assertThat(works.size()).as("others are left out").isGreaterThan(json("summary?kind=road&asOf=2022-09-15").path("states").findValues("count").stream()
            .mapToInt(JsonNode::asInt).sum());
    }
}

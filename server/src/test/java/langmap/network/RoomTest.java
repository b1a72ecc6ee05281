package langmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
}

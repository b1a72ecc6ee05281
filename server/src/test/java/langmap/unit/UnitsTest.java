package langmap.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register as it is asked: generations, lineage, groups. */
final class UnitsTest {
    private static List<JsonNode> units(String query) {
        return list(TestApp.shared().json("/api/units?" + query).path("units"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode card(String code, String day) {
        return TestApp.shared().json("/api/units/" + code + "?asOf=" + day);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, 0, 0, 0, 0",
        "2020-01-01, 181, 19, 11, 1",
        "2022-12-31, 181, 19, 11, 1",
        "2025-06-30, 181, 19, 11, 1",
        "2025-07-01, 61, 4, 0, 1",
        "2030-01-01, 61, 4, 0, 1"})
    void eachGenerationHasItsUnits(String day, int communes, int urban, int districts, int provinces) {
        assertThat(units("level=commune&asOf=" + day)).hasSize(communes);
        assertThat(units("level=urban&asOf=" + day)).hasSize(urban);
        assertThat(units("level=district&asOf=" + day)).hasSize(districts);
        assertThat(units("level=province&asOf=" + day)).hasSize(provinces);
        assertThat(units("asOf=" + day)).hasSize(communes + urban + districts + provinces);
    }

    @Test
    void aCodeAloneIsNotAUnit() {
        assertThat(card("05977", "2022-12-31").path("name").asText()).isEqualTo("Vĩnh Trại");
        assertThat(card("05977", "2025-07-01").path("name").asText()).isEqualTo("Đông Kinh");
        assertThat(card("05977", "2022-12-31").path("district").path("name").asText()).isEqualTo("Lạng Sơn");
        assertThat(card("05977", "2025-07-01").path("district").isNull()).isTrue();
    }

    @Test
    void saysWhenThereWasAUnitWithTheCode() {
        assertThat(TestApp.text(TestApp.shared().get("/api/units/178?asOf=2025-07-01")))
            .contains("There was no unit with the code 178 on 2025-07-01; there was one from 2020-01-01 to before 2025-07-01.");
    }

    @Test
    void aMergedCommuneNamesWhatItCameFromAndWhatItBecame() {
        JsonNode deTham = card("06046", "2022-12-31");
        assertThat(list(deTham.path("predecessors"))).extracting(step -> step.path("name").asText() + " " + step.path("share").decimalValue().stripTrailingZeros().toPlainString())
            .containsExactly("Xã Đề Thám 1", "Xã Bắc Ái 0.48");
        assertThat(list(deTham.path("successors"))).hasSize(1);
        String successor = deTham.path("successors").path(0).path("code").asText();
        assertThat(list(card(successor, "2025-07-01").path("predecessors"))).extracting(step -> step.path("code").asText()).contains("06046");
    }

    @Test
    void everyUnitOf2022PassesToUnitsOf2025WithMostOfItsArea() {
        Set<String> reached = new HashSet<>();
        for (String level : List.of("commune", "urban")) {
            for (JsonNode unit : units("asOf=2022-12-31&level=" + level)) {
                List<JsonNode> steps = list(card(unit.path("code").asText(), "2022-12-31").path("successors"));
                BigDecimal sum = steps.stream().map(step -> step.path("share").decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(unit.path("name").asText()).isBetween(new BigDecimal("0.75"), new BigDecimal("1.005"));
                steps.forEach(step -> reached.add(step.path("code").asText()));
            }
        }
        assertThat(reached).hasSize(65);
    }

    @ParameterizedTest
    @CsvSource({"border, 20", "border_scheme, 18", "due_2022, 10", "due_district_plan, 2", "due_advanced_2022, 5", "due_model_2022, 1", "pilot_advanced, 11",
        "recognised, 82"})
    void eachGroupHasTheSizeOfThePlan(String group, int size) {
        JsonNode groups = TestApp.shared().json("/api/measures?asOf=2022-12-31").path("groups");
        assertThat(list(groups)).filteredOn(one -> one.path("id").asText().equals(group)).extracting(one -> one.path("count").asInt()).containsExactly(size);
    }

    @Test
    void mergedCommunesOfAnotherGenerationWereCountedInTheGroup() {
        for (String day : List.of("2022-12-31", "2025-07-01")) {
            for (JsonNode group : TestApp.shared().json("/api/measures?asOf=" + day).path("groups")) {
                JsonNode values = TestApp.shared().json("/api/measures/recognised/values?level=commune&asOf=" + day + "&group=" + group.path("id").asText());
                assertThat(group.path("count").asInt()).as("%s on %s", group.path("id"), day).isEqualTo(values.path("values").size());
            }
        }
    }
}

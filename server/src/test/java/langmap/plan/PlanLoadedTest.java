package langmap.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan is loaded without loss, and next year's beside it. */
final class PlanLoadedTest {
    private static final JsonNode LOADED = TestApp.shared().json("/api/plans/2022").path("sections");

    /** The same tree with all numbers written in the same way. */
    private static JsonNode plain(JsonNode node) {
        if (node.isNumber()) {
            return JsonNodeFactory.instance.textNode("number " + Fraction.plain(node.decimalValue()).toPlainString());
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(plain(item)));
            return array;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> object.set(entry.getKey(), plain(entry.getValue())));
        return node.isObject() ? object : node;
    }

    @Test
    void everySectionOfEveryFileIsKeptAsItIs() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : Checkout.files("gis-data/plan/2022", ".yaml")) {
            for (Map.Entry<String, JsonNode> section : new YAMLMapper().readTree(Checkout.text(file)).properties()) {
                assertThat(plain(LOADED.path(section.getKey()))).as(section.getKey()).isEqualTo(plain(section.getValue()));
                seen.add(section.getKey());
            }
        }
        assertThat(LOADED.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(seen);
        assertThat(seen).contains("schema_version", "vocab", "document", "legal_references", "external_context", "general_goals", "criteria", "derived_totals",
            "infrastructure", "funding", "actors", "closing_duty", "workflow", "activities", "movements", "programmes", "entities_implied", "choropleths",
            "consistency_checks", "discrepancies", "unreadable_or_lost");
    }

    @Test
    void theCountsAreThoseOfThePlan() {
        assertThat(LOADED.path("general_goals")).hasSize(12);
        assertThat(LOADED.path("criteria")).hasSize(19);
        assertThat(LOADED.path("criteria").findValues("indicators").stream().mapToInt(JsonNode::size).sum()).isEqualTo(41);
        assertThat(LOADED.path("discrepancies")).hasSize(32);
        assertThat(LOADED.path("funding").path("sources")).hasSize(5);
        JsonNode targets = TestApp.shared().json("/api/targets?asOf=2022-12-31");
        assertThat(List.of(targets.path("goals").size(), targets.path("criteria").size(), targets.path("indicators").size(), targets.path("discrepancies").size()))
            .containsExactly(12, 19, 41, 32);
    }

    @Test
    void everyTargetNamesASectionOfThePlanAndEveryDoubtAReading() {
        JsonNode targets = TestApp.shared().json("/api/targets?asOf=2022-12-31");
        for (String kind : List.of("goals", "criteria", "indicators")) {
            assertThat(targets.path(kind)).allMatch(target -> target.path("ref").asText().matches("[IV]+.*") && target.path("label").path("vi").asText().length() > 2);
        }
        assertThat(targets.path("discrepancies")).allSatisfy(doubt -> assertThat(List.of("where", "printed", "reasoning", "use"))
            .allMatch(text -> !doubt.path(text).asText().isBlank() && !doubt.path("vi").path(text).asText().isBlank()));
        Set<String> ids = new HashSet<>(targets.path("discrepancies").findValuesAsText("id"));
        assertThat(Arrays.asList("goals", "criteria", "indicators").stream().flatMap(kind -> targets.path(kind).findValues("discrepancies").stream())
            .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false)).map(JsonNode::asText)).isNotEmpty().isSubsetOf(ids);
    }

    @Test
    void anEmptyPlanOfNextYearChangedTheAnswerOfThisYear(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "document: {plan_year: 2023, title_vi: Kế hoạch năm 2023, title_en: Plan of 2023}\n");
        Files.writeString(folder.resolve("data-sets.yaml"), """
            - id: plan-2023
              kind: plan
              files: [plan.yaml]
              title: {vi: Kế hoạch năm 2023, en: Plan of 2023}
              origin: {vi: Tỉnh, en: Province}
              licence: Official
              illustrative: false
              from: 2023-01-01
              to: 2023-12-31
            """);
        List<String> asked = List.of("/api/targets", "/api/measures", "/api/measures/criteria-met/values", "/api/measures/criteria-met/trend",
            "/api/targets?asOf=2022-12-31", "/api/targets?asOf=2021-12-31&series=planned", "/api/measures?asOf=2022-12-31", "/api/measures/criteria-met/values?asOf=2022-12-31");
        try (TestDatabase database = Loads.sample(); TestApp app = TestApp.start(database.urls(), Map.of())) {
            List<String> before = asked.stream().map(app::get).map(TestApp::text).toList();
            assertThat(Loads.refusals(database.urls(), folder)).isEmpty();
            List<String> after = asked.stream().map(app::get).map(TestApp::text).toList();
            for (int i = 0; i < asked.size(); i++) {
                assertThat(withoutDataSets(after.get(i))).as(asked.get(i)).isEqualTo(withoutDataSets(before.get(i)));
            }
            assertThat(app.json("/api/targets?asOf=2023-06-30").path("plan").path("year").asInt()).isEqualTo(2023);
            assertThat(app.json("/api/targets?asOf=2023-06-30").path("goals")).isEmpty();
            assertThat(app.json("/api/plans/2022").path("years")).hasToString("[2022,2023]");
        }
    }

    /** The catalogue lists every data set there is, so that the new one is in it. */
    private static String withoutDataSets(String answer) {
        return answer.replaceFirst("\"dataSets\":\\[.*?\\],\"series\"", "\"series\"");
    }
}

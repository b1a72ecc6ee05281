package langmap.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one-call choropleth: every measure, level and method; legend and features tell one truth. */
final class ChoroplethTest {
    private static final TestApp APP = TestApp.shared();

    static Stream<String> questions() {
        List<String> questions = new ArrayList<>();
        for (JsonNode measure : APP.json("/api/measures").path("measures")) {
            String id = measure.path("id").asText();
            for (String level : List.of("commune", "district", "province")) {
                questions.add(id + ".geojson?level=" + level);
            }
            questions.add(id + ".geojson?group=border&series=planned&asOf=2022-06-30");
        }
        for (JsonNode method : APP.json("/api/measures").at("/measures/1/methods")) {
            questions.add("criteria-met-share.geojson?method=" + method.asText() + (method.asText().equals("manual") ? "&breaks=0,0.5,0.8,1" : "&classes=4"));
        }
        return questions.stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theLegendCountsEveryFeatureOnceInItsColour(String question) {
        JsonNode document = APP.json("/api/choropleth/" + question);
        assertThat(document.path("type").asText()).isEqualTo("FeatureCollection");
        Map<Integer, Integer> counted = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode feature : document.path("features")) {
            JsonNode properties = feature.path("properties");
            JsonNode legend = document.at("/legend/classes/" + properties.path("class").asInt());
            assertThat(legend.path("fill").asText()).isEqualTo(properties.path("fill").asText()).matches("#[0-9a-f]{6}");
            if (!properties.path("value").isNull() && legend.path("lower").isNumber()) {
                boolean last = legend.path("lower").asDouble() == legend.path("upper").asDouble()
                    || !document.at("/legend/classes/" + (properties.path("class").asInt() + 1)).path("lower").isNumber();
                double value = properties.path("value").asDouble();
                double upper = legend.path("upper").asDouble();
                assertThat(value >= legend.path("lower").asDouble() && (value < upper || last && value == upper)).as(feature.path("id").asText()).isTrue();
            }
            counted.merge(properties.path("class").asInt(), 1, Integer::sum);
            assertThat(ids.add(feature.path("id").asText())).isTrue();
        }
        int sum = 0;
        for (JsonNode legend : document.at("/legend/classes")) {
            assertThat(legend.path("count").asInt()).isEqualTo(counted.getOrDefault(legend.path("index").asInt(), 0));
            assertThat(legend.path("label").asText()).isNotBlank();
            sum += legend.path("count").asInt();
        }
        assertThat(sum).isEqualTo(document.path("features").size()).isPositive();
        assertThat(document.at("/legend/title").asText()).isNotBlank();
        assertThat(document.at("/legend/asOf").asText()).isEqualTo(question.contains("asOf") ? "2022-06-30" : "2022-12-31");
    }

    @Test
    void valuesAndChoroplethAgreeUnitByUnit() {
        JsonNode values = APP.json("/api/measures/criteria-met/values?asOf=2022-12-31").path("values");
        Map<String, JsonNode> painted = new HashMap<>();
        APP.json("/api/choropleth/criteria-met.geojson?asOf=2022-12-31").path("features").forEach(feature ->
            painted.put(feature.path("id").asText(), feature.path("properties")));
        assertThat(values).hasSize(181).allSatisfy(value -> {
            JsonNode properties = painted.get(value.path("unit").asText());
            assertThat(properties.path("value")).isEqualTo(value.path("value"));
            assertThat(properties.path("class")).isEqualTo(value.path("class"));
        });
    }

    @Test
    void theCriteriaMetHaveTheClassesPeopleKnow() {
        JsonNode classes = APP.json("/api/choropleth/criteria-met.geojson").at("/legend/classes");
        List<String> labels = new ArrayList<>();
        classes.forEach(one -> labels.add(one.path("label").asText()));
        assertThat(labels).startsWith("0–6", "7–9", "10–13", "14–18", "19");
    }

    @Test
    void stylesNameTheClassesOfTheLegend() {
        JsonNode legend = APP.json("/api/choropleth/criteria-met.geojson").path("legend").path("classes");
        String style = TestApp.text(APP.get("/api/choropleth/criteria-met/style.json"));
        String sld = TestApp.text(APP.get("/api/choropleth/criteria-met/style.sld"));
        assertThat(legend).isNotEmpty().filteredOn(one -> one.path("count").asInt() > 0).allSatisfy(one -> {
            assertThat(style).contains(one.path("fill").asText());
            assertThat(sld).contains(one.path("fill").asText());
        });
    }
}

package langmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the descriptions say of themselves holds, and a strict reader finds nothing to say. */
final class OpenApiTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi.json", "/ogc/api?f=json"})
    void isValidOpenApi30(String path) throws Exception {
        OpenApi3 document = new OpenApi3Parser().parse(TestApp.text(TestApp.shared().get(path)), URI.create(TestApp.shared().base() + path).toURL(), true);
        assertThat(document.getValidationResults().getItems()).extracting(Object::toString).isEmpty();
        assertThat(document.isValid()).isTrue();
        assertThat(document.getOpenApi()).startsWith("3.0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi.json", "/ogc/api?f=json"})
    void refersToNothingOutsideItself(String path) {
        List<String> references = new ArrayList<>();
        TestApp.shared().json(path).findValuesAsText("$ref", references);
        assertThat(references).isNotEmpty().allMatch(reference -> reference.startsWith("#/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi.json", "/ogc/api?f=json"})
    void serverAndPathMakeTheRealAddressOfEveryRoute(String description) {
        JsonNode document = TestApp.shared().json(description);
        String server = document.at("/servers/0/url").asText();
        assertThat(server).startsWith(TestApp.shared().base());
        Map<String, String> examples = Map.of("level", "commune", "measure", "criterion-2", "year", "2022", "code", "06046", "featureId", "-",
            "layer", "villages", "format", "gpkg", "criterion", "2", "photo", "0".repeat(64));
        document.path("paths").fieldNames().forEachRemaining(path -> {
            if (!document.path("paths").path(path).has("get") || document.path("paths").path(path).path("get").has("security")) {
                return;
            }
            String filled = path.replace("{kind}/{code}", "road/QL1-01").replace("{z}/{x}/{y}", "9/408/224").replace("works/{code}", "works/CT-2022-0001");
            for (Map.Entry<String, String> example : examples.entrySet()) {
                filled = filled.replace("{" + example.getKey() + "}", example.getValue());
            }
            HttpResponse<byte[]> answer = TestApp.shared().get((server + filled).substring(TestApp.shared().base().length())
                + (path.endsWith("/search") ? "?q=a" : ""));
            assertThat(answer.statusCode()).as(path).isIn(path.contains("{featureId}") || path.contains("{photo}") ? Set.of(400, 404) : Set.of(200));
            String type = answer.headers().firstValue("Content-Type").orElseThrow();
            if (answer.statusCode() == 200) {
                assertThat(document.path("paths").path(path).at("/get/responses/200/content").fieldNames()).toIterable()
                    .as(path).anyMatch(declared -> type.replace(";charset=utf-8", "").equals(declared.replaceFirst(";charset.*", "")));
            }
        });
    }

    @Test
    void describesEveryRouteThatIsServed() {
        JsonNode paths = TestApp.shared().json("/api/openapi.json").path("paths");
        assertThat(paths.fieldNames()).toIterable().contains("/health/live", "/health/ready", "/metrics", "/version", "/api/units", "/api/units/{code}", "/api/search",
            "/api/boundaries/{level}.geojson", "/api/measures", "/api/measures/{measure}/values", "/api/choropleth/{measure}.geojson",
            "/api/choropleth/{measure}/style.json", "/api/choropleth/{measure}/style.sld", "/api/targets", "/api/openapi.json", "/ogc",
            "/ogc/api", "/ogc/conformance", "/ogc/collections", "/ogc/collections/communes/items");
        assertThat(paths).allSatisfy(item -> assertThat(item).isNotEmpty().allSatisfy(operation -> assertThat(operation.path("summary").asText())
            .as(operation.toString()).isNotBlank()));
    }
}

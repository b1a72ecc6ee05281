package langmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import langmap.TestApp;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OGC API Features, part 1, as a client reads it: documents and links. */
final class OgcTest {
    private static final TestApp APP = TestApp.shared();

    private static Map<String, JsonNode> links(JsonNode document) {
        return StreamSupport.stream(document.path("links").spliterator(), false)
            .collect(java.util.stream.Collectors.toMap(link -> link.path("rel").asText(), link -> link, (first, second) -> first));
    }

    @Test
    void theLandingPageLeadsToEverything() {
        Map<String, JsonNode> links = links(APP.json("/ogc"));
        assertThat(links).containsKeys("self", "alternate", "service-desc", "service-doc", "conformance", "data");
        assertThat(links.get("service-desc").path("type").asText()).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    }

    @Test
    void everyLinkLeadsToWhatItSays() {
        Set<String> seen = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>(List.of(APP.base() + "/ogc"));
        while (!waiting.isEmpty()) {
            String address = waiting.remove(0);
            if (!seen.add(address)) {
                continue;
            }
            assertThat(address).startsWith(APP.base() + "/ogc");
            JsonNode document = APP.json(address.substring(APP.base().length()));
            for (JsonNode link : document.findParents("href")) {
                String type = link.path("type").asText();
                var answer = APP.get(link.path("href").asText().substring(APP.base().length()), "Accept", "*/*");
                assertThat(answer.statusCode()).as(link.toString()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).as(link.toString()).startsWith(type.replaceFirst(";.*", ""));
                if (type.equals("application/json")) {
                    waiting.add(link.path("href").asText());
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(5);
    }

    @Test
    void saysWhatItConformsTo() {
        assertThat(APP.json("/ogc/conformance").path("conformsTo")).extracting(JsonNode::asText).containsExactlyInAnyOrder(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html");
    }

    @ParameterizedTest
    @CsvSource({"communes, 181", "urban-units, 19", "districts, 11", "province, 1"})
    void describesEachCollectionWithItsExtent(String id, int count) {
        JsonNode collection = APP.json("/ogc/collections/" + id);
        assertThat(collection.path("id").asText()).isEqualTo(id);
        JsonNode box = collection.at("/extent/spatial/bbox/0");
        assertThat(box).hasSize(4);
        assertThat(box.get(0).asDouble()).isBetween(106.0, 107.4).isLessThan(box.get(2).asDouble());
        assertThat(collection.path("description").asText()).contains("from 2020-01-01", "illustrative");
        assertThat(APP.json("/ogc/collections/" + id + "/items?limit=1").path("numberMatched").asInt()).isEqualTo(count);
        assertThat(StreamSupport.stream(APP.json("/ogc/collections").path("collections").spliterator(), false).map(one -> one.path("id").asText())).contains(id);
    }

    /** The OGC's test suite reads both ends of an interval as moments, and takes a null for a fault. */
    @Test
    void anIntervalIsGivenWhereItHasBothEnds() {
        assertThat(APP.json("/ogc/collections/districts").at("/extent/temporal/interval").toString())
            .isEqualTo("[[\"2020-01-01T00:00:00Z\",\"2025-06-30T00:00:00Z\"]]");
        for (JsonNode collection : APP.json("/ogc/collections").path("collections")) {
            assertThat(APP.json("/ogc/collections/" + collection.path("id").asText()).path("extent")).isEqualTo(collection.path("extent"));
            assertThat(collection.toString()).doesNotContain("null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bbox", "/datetime", "/limit"})
    void theDescriptionDeclaresWhatTheStandardAsks(String pointer) {
        JsonNode paths = APP.json("/ogc/api?f=json").path("paths");
        assertThat(paths.has("/conformance")).isTrue();
        for (String id : List.of("communes", "urban-units", "districts", "province")) {
            JsonNode parameter = StreamSupport.stream(paths.path("/collections/" + id + "/items").at("/get/parameters").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(pointer.substring(1))).findFirst().orElseThrow();
            assertThat(parameter.path("in").asText()).isEqualTo("query");
            assertThat(parameter.path("required").asBoolean()).isFalse();
            assertThat(parameter.path("style").asText()).isEqualTo("form");
            assertThat(parameter.path("explode").asBoolean(true)).isFalse();
            JsonNode schema = parameter.path("schema");
            switch (pointer) {
                case "/bbox" -> assertThat(schema.toString()).contains("\"type\":\"array\"", "\"minItems\":4", "\"maxItems\":6", "\"items\":{\"type\":\"number\"}");
                case "/limit" -> assertThat(schema.toString()).contains("\"type\":\"integer\"", "\"minimum\":1", "\"maximum\":10000", "\"default\":1000");
                default -> assertThat(schema.path("type").asText()).isEqualTo("string");
            }
        }
    }

    @Test
    void anAcceptHeaderChoosesTheFormAndTheParameterWins() {
        assertThat(type("/ogc", "text/html,application/xhtml+xml,*/*;q=0.8")).isEqualTo("text/html;charset=utf-8");
        assertThat(type("/ogc", "application/json")).isEqualTo("application/json");
        assertThat(type("/ogc", "*/*")).isEqualTo("application/json");
        assertThat(type("/ogc", "text/html;q=0.5, application/json")).isEqualTo("application/json");
        assertThat(type("/ogc", "application/json;q=0.5,text/html;q=0.9")).isEqualTo("text/html;charset=utf-8");
        assertThat(type("/ogc", "text/html;q=0,*/*")).isEqualTo("application/json");
        assertThat(type("/ogc/", "application/json, application/javascript, text/javascript, text/json")).isEqualTo("application/json");
        assertThat(type("/ogc/api", "application/vnd.oai.openapi+json;version=3.0")).isEqualTo("application/vnd.oai.openapi+json;version=3.0");
        assertThat(type("/ogc?f=json", "text/html")).isEqualTo("application/json");
        assertThat(type("/ogc/collections/communes/items?limit=1&f=html", "application/geo+json")).isEqualTo("text/html;charset=utf-8");
    }

    private static String type(String path, String accept) {
        return APP.get(path, "Accept", accept).headers().firstValue("Content-Type").orElseThrow();
    }

    @Test
    void pagesAreMarkedIllustrativeAndEscapeWhatTheyShow() {
        String page = TestApp.text(APP.get("/ogc/collections/communes/items?f=html&limit=3&name=%3Cb%3E"));
        assertThat(page).startsWith("<!doctype html>").doesNotContain("<b>");
        assertThat(TestApp.text(APP.get("/ogc/collections/communes/items?f=html&limit=3"))).contains("minh họa").contains("illustrative");
    }

    @Test
    void behindAProxyEveryLinkNamesThePublicAddress() {
        try (TestDatabase database = TestApp.sample(); TestApp app = TestApp.start(database.urls(), Map.of("LANGMAP_PUBLIC_URL", "https://maps.example.vn/nong-thon"))) {
            for (String path : List.of("/ogc", "/ogc/collections", "/ogc/collections/communes/items?limit=1", "/ogc/collections/communes/items/06046", "/ogc/api")) {
                String text = TestApp.text(app.get(path));
                assertThat(text).as(path).contains("https://maps.example.vn/nong-thon/ogc").doesNotContain("127.0.0.1", "localhost");
            }
            assertThat(TestApp.text(app.get("/api/openapi.json"))).contains("https://maps.example.vn/nong-thon").doesNotContain("127.0.0.1", "localhost");
        }
    }
}

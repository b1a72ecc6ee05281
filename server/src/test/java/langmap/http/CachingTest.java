package langmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import langmap.TestApp;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are kept and sent so that nothing is fetched twice and nothing is stale. */
final class CachingTest {
    private static final TestApp APP = TestApp.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/api/measures/criterion-2/values", "/api/boundaries/commune.geojson", "/api/choropleth/criterion-2.geojson", "/api/targets",
        "/ogc/collections/communes/items?limit=5", "/", "/api/openapi.json"})
    void whatDidNotChangeIsNotSentAgain(String path) {
        HttpResponse<byte[]> first = APP.get(path);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = APP.get(path, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        for (String header : List.of("Vary", "ETag", "Cache-Control", "Content-Type", "Content-Length")) {
            assertThat(again.headers().firstValue(header)).as(header).isPresent().isEqualTo(first.headers().firstValue(header));
        }
        assertThat(APP.get(path, "If-None-Match", "W/\"another\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/measures/criterion-2/values", "/api/boundaries/commune.geojson", "/ogc/collections/communes/items?limit=5"})
    void compressedOrNotItIsTheSame(String path) throws IOException {
        HttpResponse<byte[]> plain = APP.get(path, "Accept-Encoding", "identity");
        HttpResponse<byte[]> zipped = APP.get(path, "Accept-Encoding", "gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().firstValue("ETag")).isEqualTo(plain.headers().firstValue("ETag"));
        assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes()).isEqualTo(plain.body());
    }

    @Test
    void boundariesUnderTheVersionOfTheCatalogueAreKeptForEver() {
        String version = APP.json("/api/measures").at("/boundaries/v").asText();
        assertThat(cacheControl("/api/boundaries/commune.geojson?v=" + version)).contains("immutable", "public").containsPattern("max-age=\\d{7,}");
        assertThat(cacheControl("/api/boundaries/commune.geojson?v=000000000000")).contains("no-cache");
        assertThat(cacheControl("/api/boundaries/commune.geojson")).contains("no-cache");
    }

    private static String cacheControl(String path) {
        return APP.get(path).headers().firstValue("Cache-Control").orElseThrow();
    }

    @Test
    void anAnswerFollowsTheRegisterAtTheNextRequest() {
        try (TestDatabase data = TestApp.sample(); TestApp app = TestApp.start(data.urls(), Map.of()); Database database = Database.open(data.urls(), 1)) {
            String path = "/api/measures/criterion-2/values?asOf=2022-12-31";
            int before = app.json(path).at("/summary/met").asInt();
            String etag = app.get(path).headers().firstValue("ETag").orElseThrow();
            database.write(Actor.LOADER, tx -> {
                tx.handle().execute("""
                    update assessment set status = 'not_met'
                    where number = 2 and series = 'actual' and status = 'met' and valid @> date '2022-12-31'
                      and unit_id = (select min(unit_id) from measure.criterion('2022-12-31', 'actual', 2) where status = 'met')""");
                tx.touch("assessment");
            });
            HttpResponse<byte[]> after = app.get(path, "If-None-Match", etag);
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(TestApp.tree(after).at("/summary/met").asInt()).isEqualTo(before - 1);
        }
    }

    @Test
    void aBrowserElsewhereMayAsk() {
        HttpRequest preflight = HttpRequest.newBuilder(URI.create(APP.base() + "/api/targets")).method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", "https://elsewhere.example").header("Access-Control-Request-Method", "GET").build();
        HttpResponse<byte[]> answer = TestApp.send(preflight);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElseThrow()).contains("GET");
    }
}

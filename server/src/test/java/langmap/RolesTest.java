package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import langmap.http.Role;
import langmap.http.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route and every role: what is open may be read by anybody, what is the administrator's by nobody else. */
final class RolesTest {
    static Stream<Route> routes() {
        return App.routes(null, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)).stream();
    }

    static Stream<Route> open() {
        return HostileRequestsTest.routes();
    }

    private static HttpResponse<byte[]> send(String method, Route route, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestApp.shared().base() + HostileRequestsTest.harmless(route)))
            .method(method, HttpRequest.BodyPublishers.ofString(method.equals("HEAD") || method.equals("GET") ? "" : "{}"));
        return TestApp.send(headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsNotForEverybodyIsForTheAdministratorAlone(Route route) {
        String method = route.method().name();
        if (route.role() == Role.PUBLIC) {
            assertThat(method).isEqualTo("GET");
            assertThat(send(method, route, "Authorization", "Bearer wrong-token-of-20-signs").statusCode()).isNotIn(401, 403).isLessThan(500);
            return;
        }
        HttpResponse<byte[]> without = send(method, route, "Origin", "https://elsewhere.example");
        assertThat(without.statusCode()).as(method + " " + route.path()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(without.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(send(method, route, "Authorization", "Bearer wrong-token-of-20-signs").statusCode()).as(method + " " + route.path()).isEqualTo(403);
        assertThat(send(method, route, "Authorization", "Bearer " + TestApp.TOKEN).statusCode()).as(method + " " + route.path()).isNotIn(401, 403).isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("open")
    void everyOpenRouteIsOpenToReadersFromAnywhere(Route route) {
        HttpResponse<byte[]> answer = TestApp.shared().get(HostileRequestsTest.harmless(route), "Origin", "https://elsewhere.example");
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isNotIn(401, 403, 405).isLessThan(500);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @ParameterizedTest
    @MethodSource("open")
    void headAnswersLikeGetWithoutABody(Route route) {
        HttpResponse<byte[]> answer = send("HEAD", route);
        assertThat(answer.statusCode()).isEqualTo(TestApp.shared().get(HostileRequestsTest.harmless(route)).statusCode());
        assertThat(answer.body()).isEmpty();
        // A tile of nothing has no bytes.
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(-1)).isGreaterThanOrEqualTo(route.path().endsWith(".mvt") ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("open")
    void whatIsNoRouteCannotBeWritten(Route route) {
        List<String> taken = routes().filter(other -> other.path().equals(route.path())).map(other -> other.method().name()).toList();
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            if (!taken.contains(method)) {
                HttpResponse<byte[]> answer = send(method, route);
                assertThat(answer.statusCode()).as(method + " " + route.path()).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow").orElse("")).startsWith("GET, HEAD, OPTIONS");
            }
        }
    }

    @Test
    void namesOfOperationsAreUnique() {
        assertThat(routes().map(Route::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/nothing", "/app/nothing.js"})
    void whatIsNotThereIsAProblemThatSaysSo(String path) {
        HttpResponse<byte[]> answer = TestApp.shared().get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestApp.tree(answer).path("type").asText()).isEqualTo("urn:langmap:problem:not-found");
        assertThat(TestApp.tree(answer).path("traceId").asText()).hasSize(16);
    }
}

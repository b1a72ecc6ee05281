package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import langmap.http.Role;
import langmap.http.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route and every role: all there is now is open to be read, and nothing can be written. */
final class RolesTest {
    static Stream<Route> routes() {
        return HostileRequestsTest.routes();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteIsOpenToReadersFromAnywhere(Route route) {
        assertThat(route.role()).isEqualTo(Role.PUBLIC);
        HttpResponse<byte[]> answer = TestApp.shared().get(HostileRequestsTest.harmless(route), "Origin", "https://elsewhere.example");
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isNotIn(401, 403, 405).isLessThan(500);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void headAnswersLikeGetWithoutABody(Route route) {
        HttpRequest head = HttpRequest.newBuilder(URI.create(TestApp.shared().base() + HostileRequestsTest.harmless(route)))
            .method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
        HttpResponse<byte[]> answer = TestApp.send(head);
        assertThat(answer.statusCode()).isEqualTo(TestApp.shared().get(HostileRequestsTest.harmless(route)).statusCode());
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nothingCanBeWritten(Route route) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(TestApp.shared().base() + HostileRequestsTest.harmless(route)))
                .method(method, HttpRequest.BodyPublishers.ofString("{}")).build();
            HttpResponse<byte[]> answer = TestApp.send(request);
            assertThat(answer.statusCode()).as(method + " " + route.path()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
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

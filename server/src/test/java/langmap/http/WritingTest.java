package langmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import langmap.db.TestDoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes that change something: who may, what a body must be, which version is edited. On routes of its own. */
final class WritingTest {
    private static final String TOKEN = "a-token-of-twenty-4-signs";
    private static final Param<String> CODE = Params.pathWord("code", "Code.", Pattern.compile("[a-z]{1,5}"));
    private static final Param<String> STATE = Params.choice("state", "State.", List.of("planned", "accepted")).required().inBody();
    private static final Param<LocalDate> DAY = Params.date("acceptedOn", "Day.").inBody();
    private static final Param<BigDecimal> COST = Params.number("costMillion", "Cost.", 0, 1e9).inBody();
    private static final Param<Boolean> LATE = Params.truth("late", "Late.").inBody();
    private static final Param<Integer> LINES = Params.json("shape", "A list.", Map.of("type", "array"), JsonNode::size);

    private static final List<Path> FILES = new ArrayList<>();
    @RegisterExtension
    static final TestDoor door = new TestDoor(2);
    private static HttpServer server;
    private static HttpServer closed;

    @BeforeAll
    static void start() {
        server = start(TOKEN);
        closed = start("");
    }

    private static HttpServer start(String token) {
        return HttpServer.start(new HttpServer.Settings("127.0.0.1", 0, "", 1, token), door.database(), List.of(
            Route.change(Route.Method.PATCH, "/things/{code}", "patchThing", "Changes.", (request, tx) -> Answer.json(said(request)))
                .taking(CODE, STATE, DAY, COST, LATE, LINES).editing(),
            Route.command(Route.Method.POST, "/files", "postFile", "Takes a file.", WritingTest::keep).takingFile(1 << 20),
            Route.command(Route.Method.POST, "/broken", "breakDown", "Breaks down.", request -> {
                throw new ServiceConfigurationError("a library that cannot be loaded");
            }),
            Route.read("/secret", "getSecret", "Reads.", List.of("unit"), (request, tx) -> Answer.json(Map.of("actor", request.actor().name())))
                .by(Role.ADMIN)), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    private static Map<String, Object> said(Request request) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("actor", request.actor().name());
        said.put("version", request.version());
        said.put("code", request.get(CODE));
        said.put("state", request.get(STATE));
        said.put("day", request.find(DAY).map(LocalDate::toString).orElse(request.has(DAY) ? "cleared" : "untouched"));
        said.put("cost", request.find(COST).orElse(null));
        said.put("late", request.find(LATE).orElse(null));
        said.put("lines", request.find(LINES).orElse(null));
        return said;
    }

    private static Answer keep(Request request) {
        try {
            FILES.add(request.file());
            return Answer.json(Map.of("bytes", Files.size(request.file()))).status(201);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        closed.close();
    }

    private static HttpResponse<String> send(HttpServer to, String method, String path, String body, String... headers) {
        HttpRequest.BodyPublisher publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.port() + path)).method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> patch(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json; charset=utf-8", "If-Match", "\"3\""));
        all.addAll(List.of(headers));
        return send(server, "PATCH", "/things/a", body, all.toArray(String[]::new));
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatBreaksDownIsAnsweredWithAProblem() {
        HttpResponse<String> answer = send(server, "POST", "/broken", null, "Authorization", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("trace").doesNotContain("library");
    }

    @Test
    void aBodyIsReadIntoParameters() {
        HttpResponse<String> answer = patch("{\"state\":\"accepted\",\"acceptedOn\":\"2022-12-01\",\"costMillion\":1234.50,\"late\":true,\"shape\":[[1,2],[3,4]]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"actor\":\"administrator\",\"version\":3,\"code\":\"a\",\"state\":\"accepted\",\"day\":\"2022-12-01\","
            + "\"cost\":1234.5,\"late\":true,\"lines\":2}");
        assertThat(tree(patch("{\"state\":\"planned\",\"acceptedOn\":null}")).path("day").asText()).isEqualTo("cleared");
        assertThat(tree(patch("{\"state\":\"planned\"}")).path("day").asText()).isEqualTo("untouched");
    }

    @Test
    void allFaultsOfABodyAreToldAtOnce() {
        HttpResponse<String> answer = patch("{\"acceptedOn\":\"2022-02-30\",\"costMillion\":\"12\",\"late\":1,\"colour\":\"red\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).path("errors").findValuesAsText("parameter")).containsExactlyInAnyOrder("state", "acceptedOn", "costMillion", "late", "body");
    }

    static Stream<Arguments> faultyBodies() {
        return Stream.of("", " ", "null", "[]", "1", "\"text\"", "{", "{\"state\":\"planned\"", "{\"state\":\"planned\"}}", "{\"state\":\"planned\",\"state\":\"accepted\"}",
            "{'state':'planned'}", "{\"state\":\"planned\",}", "{\"state\":NaN}", "\u0000", "{\"state\":\"pl\u0000nned\"}", "[".repeat(5000), "{\"a\":".repeat(5000),
            "{\"state\":{\"$ne\":null}}", "{\"state\":[\"planned\"]}", "{\"costMillion\":1e999999999,\"state\":\"planned\"}", "{\"" + "x".repeat(60_000) + "\":1}")
            .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("faultyBodies")
    void faultyBodiesAreRefusedWithoutALookInside(String body) {
        HttpResponse<String> answer = patch(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "com.fasterxml").hasSizeLessThan(4000);
    }

    @Test
    void otherTypesAndTooMuchAreRefused() {
        assertThat(send(server, "PATCH", "/things/a", "state=planned", "Authorization", "Bearer " + TOKEN, "If-Match", "\"3\"",
            "Content-Type", "application/x-www-form-urlencoded").statusCode()).isEqualTo(415);
        assertThat(send(server, "PATCH", "/things/a", "{}", "Authorization", "Bearer " + TOKEN, "If-Match", "\"3\"").statusCode()).isEqualTo(415);
        HttpResponse<String> answer = patch("{\"state\":\"" + "x".repeat(2 << 20) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(tree(answer).path("detail").asText()).contains("1 MB");
    }

    @ParameterizedTest
    @CsvSource({"'', 428", "'*', 400", "'W/\"3\"', 400", "'3', 400", "'\"x\"', 400", "'\"3\", \"4\"', 400", "'\"99999999999999999999\"', 400"})
    void anEditNamesOneVersion(String version, int status) {
        String[] headers = {"Authorization", "Bearer " + TOKEN, "Content-Type", "application/json", "If-Match", version};
        HttpResponse<String> answer = send(server, "PATCH", "/things/a", "{\"state\":\"planned\"}", version.isEmpty() ? List.of(headers).subList(0, 4).toArray(String[]::new) : headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /things/a", "POST, /files", "GET, /secret", "HEAD, /secret"})
    void onlyWhoHasTheTokenIsLetIn(String method, String path) {
        HttpResponse<String> without = send(server, method, path, null);
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"LangMap\"");
        for (String wrong : List.of("", "Bearer", "Basic " + TOKEN, "Bearer x y")) {
            assertThat(send(server, method, path, null, "Authorization", wrong).statusCode()).as(wrong).isEqualTo(401);
        }
        for (String wrong : List.of(TOKEN + "x", TOKEN.substring(1), TOKEN.toUpperCase(java.util.Locale.ROOT), "x")) {
            assertThat(send(server, method, path, null, "Authorization", "Bearer " + wrong).statusCode()).as(wrong).isEqualTo(403);
        }
        assertThat(send(server, method, path, null, "Authorization", "bearer " + TOKEN).statusCode()).isNotIn(401, 403);
        assertThat(send(closed, method, path, null).statusCode()).isEqualTo(401);
        assertThat(send(closed, method, path, null, "Authorization", "Bearer " + TOKEN).statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheAdministratorReadsIsKeptNowhereAndClosedToOtherPages() {
        HttpResponse<String> answer = send(server, "GET", "/secret", null, "Authorization", "Bearer " + TOKEN, "Origin", "https://elsewhere.example");
        assertThat(answer.body()).isEqualTo("{\"actor\":\"administrator\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(send(server, "GET", "/secret", null).headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        HttpResponse<String> preflight = send(server, "OPTIONS", "/things/a", null, "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "PATCH");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, HEAD, OPTIONS");
        assertThat(preflight.headers().firstValue("Allow")).contains("OPTIONS, PATCH");
    }

    @Test
    void anAddressSaysWhichMethodsItTakes() {
        HttpResponse<String> answer = send(server, "DELETE", "/files", null, "Authorization", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("OPTIONS, POST");
    }

    @Test
    void aFileLiesOnTheDiskUntilTheRequestIsAnswered() {
        String[] headers = {"Authorization", "Bearer " + TOKEN, "Content-Type", "application/octet-stream"};
        HttpResponse<String> answer = send(server, "POST", "/files", "x".repeat(1 << 20), headers);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(tree(answer).path("bytes").asLong()).isEqualTo(1 << 20);
        assertThat(FILES.get(FILES.size() - 1)).doesNotExist();
        assertThat(send(server, "POST", "/files", "x".repeat((1 << 20) + 1), headers).statusCode()).isEqualTo(413);
    }
}

package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import langmap.http.Body;
import langmap.http.Param;
import langmap.http.Role;
import langmap.http.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a named problem or a good answer; never a 500 and never a look inside. */
final class HostileRequestsTest {
    private static final int VALUES = 200;
    private static final Map<String, String> KNOWN = Map.of("measure", "criterion-2", "code", "06046", "featureId", "06046", "year", "2022", "criterion", "2",
        "photo", "0".repeat(64));
    private static final Map<String, String> FEATURES = Map.of("urban-units", "05971", "districts", "178", "province", "20", "villages", "06046-01",
        "roads", "QL1-01", "canals", "KC-05986-001-01", "power-lines", "C35-05971-001-01", "substations", "TBA110-0001", "command-areas", "KT-05986-01",
        "works", "CT-2022-0001");
    private static final List<String> NASTY = List.of("", " ", "'", "''", "\"", "\\", "';drop table unit;--", "1 or 1=1", "null", "NULL",
        "undefined", "NaN", "Infinity", "-Infinity", "-1", "0", "00", "1e309", "1e-400", "99999999999999999999", "2147483648", "-2147483649",
        "0x10", "1.7976931348623157E308", "2022-02-30", "2022-13-01", "0000-00-00", "9999-12-31", "-2022-01-01", "2022-12-31T00:00:00Z",
        "2022-12-31T25:00:00Z", "../..", "/..", "..", "../", ".", "../../etc/passwd", "%2e%2e%2f", "%00", "\u0000", "\u0001", "\r\nX-Injected: 1",
        "\n", "\t", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "#{1}", "%s%n%d", "a".repeat(3000), "đ".repeat(900), "Đề Thám",
        "De\u0323\u0302\u0301", "\u202e", "\ufeff", "\ud83d\ude00", "\ufffd", "\u0130", "ß", "١٢٣", "１２", "0,0,0", "1,2,3,4", "1,2,3,4,5",
        "180,90,-180,-90", "1,,2", ",", ";", "|", "*", "?", "&", "=", "a=b", "true", "false", "[]", "{}", "[object Object]", "commune,commune",
        "COMMUNE", "border; border", "criterion-0", "criterion-20", "criterion-1e3", "05977@2025-07-01", "@", "@@", "-", "--", "_", "%", "%%",
        "select pg_sleep(30)", "1;select pg_sleep(30)", "::text", "$1", ":asOf", "$$", "/*", "*/", "--\n", "~", "`id`", "|id", "$(id)");

    /** What anybody may read. */
    static Stream<Route> routes() {
        return App.routes(null, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)).stream().filter(route -> route.role() == Role.PUBLIC);
    }

    private static List<String> values(Random random) {
        List<String> values = new ArrayList<>(NASTY);
        while (values.size() < VALUES) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0xD800) : 32 + random.nextInt(95));
            }
            values.add(text.toString());
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyParameterOfEveryRouteSurvivesTwoHundredValues(Route route) {
        for (Param<?> param : route.params()) {
            for (String value : values(new Random(route.path().hashCode()))) {
                check(TestApp.shared().get(address(route, param, value)), route.path() + " " + param.name() + "=" + value);
            }
        }
        check(TestApp.shared().get(harmless(route) + (harmless(route).contains("?") ? "&" : "?") + "unheard-of=1"), route.path() + " with an unknown one");
    }

    static Stream<Route> routesWithABody() {
        return RolesTest.routes().filter(route -> route.body().equals(Body.JSON));
    }

    /** Texts, numbers, lists and objects where each member should be; none of them changes anything, for none of the things is there. */
    @ParameterizedTest
    @MethodSource("routesWithABody")
    void everyMemberOfEveryBodySurvivesHostileValues(Route route) {
        String path = address(route, null, "").replace("06046", "khong-co");
        for (Param<?> param : route.params()) {
            if (param.in() == Param.In.BODY) {
                Stream<String> texts = values(new Random(param.name().hashCode())).stream().limit(60).map(value -> new TextNode(value).toString());
                for (String member : Stream.concat(texts, Stream.of("[\"a\"]", "{\"a\":\"b\"}", "[]", "-1", "1e400", "true", "null")).toList()) {
                    String body = "{\"" + param.name() + "\":" + member + "}";
                    check(TestApp.shared().asAdmin(route.method().name(), path, body, "If-Match", "\"1\""), route.path() + " " + body);
                }
            }
        }
    }

    /** Or the hostile values would not get past the name of something that is not there. */
    @ParameterizedTest
    @MethodSource("routes")
    void theOtherParametersAreGoodOnes(Route route) {
        String address = harmless(route);
        for (Map.Entry<String, String> known : FEATURES.entrySet()) {
            address = address.replace("/" + known.getKey() + "/items/06046", "/" + known.getKey() + "/items/" + known.getValue());
        }
        address = address.replace("/sections/road/06046", "/sections/road/QL1-01").replace("/works/06046", "/works/CT-2022-0001");
        assertThat(TestApp.shared().get(address).statusCode()).as(address).isEqualTo(address.contains("/photos/") ? 404 : 200);   // no photographs are shipped
    }

    /** A route as it is asked in earnest. */
    static String harmless(Route route) {
        return address(route, null, "");
    }

    /** A route with one parameter, if it has any, as no client would send it. */
    static String randomAddress(Route route, Random random) {
        List<String> values = values(random);
        Param<?> hostile = route.params().isEmpty() ? null : route.params().get(random.nextInt(route.params().size()));
        return address(route, hostile, values.get(random.nextInt(values.size())));
    }

    private static void check(HttpResponse<byte[]> answer, String what) {
        String body = TestApp.text(answer);
        assertThat(answer.statusCode()).as(what + " answers " + body).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(what).isEqualTo("application/problem+json");
        }
        assertThat(body).doesNotContain("Exception", "\tat ", "org.postgresql", "org.eclipse.jetty", "org.jdbi");
        assertThat(answer.headers().firstValue("X-Injected")).isEmpty();
    }

    /** The address of a route with one value in place and harmless ones elsewhere. */
    private static String address(Route route, Param<?> hostile, String value) {
        String path = route.path();
        List<String> query = new ArrayList<>();
        for (Param<?> param : route.params()) {
            String text = param == hostile ? value : harmless(param);
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            if (param.in() == Param.In.PATH) {
                path = path.replace("{" + param.name() + "}", encoded);
            } else if (param == hostile || param.isRequired() || param.name().equals("limit")) {
                query.add(param.name() + "=" + encoded);   // one row of a list tells as much as a thousand
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** The addresses of a route with the values its path can take: each declared choice, or a name that is known in the shipped data. */
    static List<String> addresses(Route route) {
        List<String> paths = new ArrayList<>(List.of(route.path()));
        for (Param<?> param : route.params()) {
            if (param.in() == Param.In.PATH) {
                List<?> choices = param.schema().get("enum") instanceof List<?> list ? list
                    : "integer".equals(param.schema().get("type")) ? List.of(harmless(param)) : List.of("criteria-met", "criterion-3", "recognised", "06046", "communes");
                paths = new ArrayList<>(paths.stream().flatMap(path -> choices.stream()
                    .map(choice -> path.replace("{" + param.name() + "}", choice.toString()))).toList());
            }
        }
        String required = String.join("&", route.params().stream().filter(param -> param.in() == Param.In.QUERY && param.isRequired())
            .map(param -> param.name() + "=" + harmless(param)).toList());
        return paths.stream().map(path -> required.isEmpty() ? path : path + "?" + required).toList();
    }

    private static String harmless(Param<?> param) {
        return param.schema().get("enum") instanceof List<?> choices ? choices.get(0).toString() : KNOWN.getOrDefault(param.name(), "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/units?asOf=%zz HTTP/1.1", "GET /%zz HTTP/1.1", "GET /api/units/%2f HTTP/1.1", "GET /..%2f..%2fetc/passwd HTTP/1.1",
        "GET //api/units HTTP/1.1", "GET /app/../../x HTTP/1.1", "GET /api/units?%00=1 HTTP/1.1", "GET /api/units?asOf HTTP/1.1",
        "GET /api/units?=1 HTTP/1.1", "GET /webjars/%c0%ae%c0%ae/x HTTP/1.1", "TRACE / HTTP/1.1", "BREW / HTTP/1.1", "GET / HTTP/9.9", "\u0001\u0002"})
    void requestsNoClientWouldSendGetNoLookInside(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500").doesNotContain("Exception", "\tat ", "Jetty");
        assertThat(answer.contains("application/problem+json")).as(answer).isEqualTo(!answer.startsWith("HTTP/1.1 200"));
    }

    @Test
    void aHostHeaderIsNotRepeatedUnlessItIsOne() throws IOException {
        String answer = raw("GET /api/openapi.json HTTP/1.1\r\nHost: evil\"><x\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("evil\">");
    }

    private static String raw(String request) throws IOException {
        int port = Integer.parseInt(TestApp.shared().base().replaceFirst(".*:", ""));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

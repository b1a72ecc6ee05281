package langmap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import langmap.db.Database;
import langmap.db.DatabaseUrls;
import langmap.db.Migrations;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import langmap.importer.Progress;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** LangMap on the shipped data: one that all tests which only read share, and others on request; one registered with a class ends with it. */
public final class TestApp implements AutoCloseable, AfterAllCallback {
    /** What the administrator sends to every LangMap of a test. */
    public static final String TOKEN = "token-of-all-the-tests";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final App app;
    private final TestDatabase database;

    private TestApp(App app, TestDatabase database) {
        this.app = app;
        this.database = database;
    }

    /** Started when first asked for. */
    private static final class Shared {
        private static final TestApp APP = start(sample().urls(), Map.of());
    }

    /** LangMap on the shipped data; only to be read. */
    public static TestApp shared() {
        return Shared.APP;
    }

    /** A database of a test's own with the shipped data in it. */
    public static TestDatabase sample() {
        return TestDatabase.fresh("sample", urls -> load(urls, true));
    }

    /** A database with what the shipped data hold besides illustrative ones. */
    public static TestDatabase real() {
        return TestDatabase.fresh("real", urls -> load(urls, false));
    }

    private static void load(DatabaseUrls urls, boolean withSample) {
        Migrations.migrate(urls);
        try (Database database = Database.open(urls, 2)) {
            App.importer(database).load(Checkout.root().resolve("gis-data"), withSample, Progress.SILENT);
        }
    }

    /** LangMap of a test's own on shipped data of its own, to be changed; both end together. */
    public static TestApp own() {
        TestDatabase database = Loads.sample();
        return start(database.urls(), Map.of(), database);
    }

    /** LangMap of a test's own on a database. */
    public static TestApp start(DatabaseUrls urls, Map<String, String> settings) {
        return start(urls, settings, null);
    }

    private static TestApp start(DatabaseUrls urls, Map<String, String> settings, TestDatabase database) {
        Map<String, String> environment = new HashMap<>(Map.of("LANGMAP_PORT", "0", "LANGMAP_ADMIN_TOKEN", TOKEN));
        environment.putAll(settings);
        Config config = Config.of(environment);
        return new TestApp(App.serve(Database.open(urls, config.poolSize()), config), database);
    }

    /** What {@link #own} stands on. */
    public TestDatabase database() {
        return database;
    }

    /** Address without a slash at the end. */
    public String base() {
        return "http://127.0.0.1:" + app.port();
    }

    /** The answer to a GET; headers as name, value, name, value. */
    public HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** The answer to a request of the administrator; JSON if the body is text, a file if it is bytes, none if it is null. */
    public HttpResponse<byte[]> asAdmin(String method, String path, Object body, String... headers) {
        HttpRequest.BodyPublisher publisher = body == null ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body instanceof byte[] bytes ? bytes : body.toString().getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path)).method(method, publisher).header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", body instanceof byte[] ? "application/octet-stream" : "application/json");
        return send(headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    public static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JSON of a GET that must answer 200. */
    public JsonNode json(String path) {
        HttpResponse<byte[]> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + text(answer));
        }
        return tree(answer);
    }

    public static JsonNode tree(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }

    @Override
    public void close() {
        app.close();
        if (database != null) {
            database.close();
        }
    }
}

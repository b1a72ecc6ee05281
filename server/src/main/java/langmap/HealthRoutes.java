package langmap;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import langmap.db.Database;
import langmap.http.Answer;
import langmap.http.Request;
import langmap.http.Route;
import langmap.problem.Problem;

/** What those who run LangMap ask: does it live, can it answer, how busy is it, which version is it. */
final class HealthRoutes {
    private static final String METRICS = "text/plain;version=0.0.4;charset=utf-8";
    private static final String VERSION = version();

    private final Database database;
    private final PrometheusMeterRegistry metrics;

    HealthRoutes(Database database, PrometheusMeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
            Route.plain("/health/live", "isLive", "Answers as long as the process runs.", this::live),
            Route.plain("/health/ready", "isReady", "Answers 200 when the database answers, 503 otherwise.", this::ready),
            Route.plain("/metrics", "getMetrics", "Counters and timers in the Prometheus text format.", this::metrics)
                .producing(METRICS),
            Route.plain("/version", "getVersion", "The version of the program.", this::version));
    }

    private Answer live(Request request) {
        return Answer.json(Map.of("status", "up")).keep(Answer.Keep.NEVER);
    }

    private Answer ready(Request request) {
        if (!database.answers()) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "The database does not answer at the moment. Try again shortly.");
        }
        return Answer.json(Map.of("status", "ready")).keep(Answer.Keep.NEVER);
    }

    private Answer metrics(Request request) {
        return Answer.of(METRICS, metrics.scrape()).keep(Answer.Keep.NEVER);
    }

    private Answer version(Request request) {
        return Answer.json(Map.of("name", "LangMap", "version", VERSION));
    }

    /** The version Maven wrote into the program. */
    static String version() {
        try (InputStream in = HealthRoutes.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

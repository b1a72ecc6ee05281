package langmap.bench;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import langmap.TestApp;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Compares each hot route with its own SQL run straight in PostgreSQL by pgbench: prepared, the same number of connections, the
 * same machine. Ratios, not times: they say what the way from the table to the socket costs, on any machine. Run by scripts/bench and, but for
 * a moment, by {@link BenchTest}; its own name keeps it out of the tests.
 */
final class Bench {
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "5"));
    private static final int CONNECTIONS = 4;
    private static final Map<String, String> ROUTES = new java.util.LinkedHashMap<>();

    static {
        ROUTES.put("values", "/api/measures/criterion-2/values?asOf=2022-12-31");
        ROUTES.put("values by district", "/api/measures/criteria-met/values?level=district&asOf=2022-12-31");
        ROUTES.put("choropleth", "/api/choropleth/criterion-2.geojson?asOf=2022-12-31");
        ROUTES.put("boundaries", "/api/boundaries/commune.geojson?asOf=2022-12-31");
        ROUTES.put("boundaries, full", "/api/boundaries/commune.geojson?asOf=2022-12-31&resolution=full");
        ROUTES.put("targets", "/api/targets?asOf=2022-12-31");
        ROUTES.put("OGC items", "/ogc/collections/communes/items?limit=1000");
        ROUTES.put("OGC items in a box", "/ogc/collections/communes/items?bbox=106.6,21.7,106.9,22.0");
    }

    @Test
    void everyHotRoute() {
        compare(ROUTES.keySet(), SECONDS, System.out);
    }

    static void compare(Set<String> names, double seconds, PrintStream out) {
        out.printf("%d connections, %d processors, Java %s, %s s a figure%n%n", CONNECTIONS, Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"), seconds);
        out.printf("%-22s %9s %12s %12s %12s %10s %10s%n", "route", "bytes", "uncached/s", "cached/s", "pgbench/s", "uncached", "cached");
        try (TestDatabase database = TestApp.sample();
             TestApp cached = TestApp.start(database.urls(), Map.of());
             TestApp uncached = TestApp.start(database.urls(), Map.of("LANGMAP_CACHE_MB", "0"))) {
            names.forEach(name -> {
                String path = ROUTES.get(name);
                List<String> statements = Statements.of(database, () -> uncached.json(path));
                Load.Result anew = Load.warm(port(uncached), path, CONNECTIONS, seconds);
                Load.Result kept = Load.warm(port(cached), path, CONNECTIONS, seconds);
                double sql = Statements.perSecond(database, statements, CONNECTIONS, seconds);
                out.printf("%-22s %,9d %,12.0f %,12.0f %,12.0f %10.2f %10.2f%n", name, anew.bytes(), anew.perSecond(), kept.perSecond(), sql,
                    anew.perSecond() / sql, kept.perSecond() / sql);
            });
        }
    }

    private static int port(TestApp app) {
        return URI.create(app.base()).getPort();
    }
}

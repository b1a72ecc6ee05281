package langmap.bench;

import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.TestDatabase;

/**
 * Compares hot routes with what they could be: computed anew with their own SQL run straight in PostgreSQL by pgbench (prepared, the same number
 * of connections, nothing compressed on either side) and with GeoJSON that PostgreSQL writes itself, kept ones with nginx passing on the same bytes
 * as a file. Ratios, not times: they say what the way from the table to the socket costs, on any machine.
 */
final class Comparison {
    private static final int CONNECTIONS = 4;
    private static final String DAY = "asOf=2022-12-31";
    /** One after the other in turns, so that whatever else the machine does falls on both. */
    private static final int TURNS = 3;
    private static final int FIRST_ZOOM = 8;
    private static final int LAST_ZOOM = 14;
    /** Tiles to each side of the one in the middle that a screen shows, 512 pixels wide as the page draws them. */
    private static final int BESIDE = 2;
    private static final int ABOVE = 1;
    /** A walk is measured for so much longer, that all of it is gone through. */
    private static final int WALK = 4;

    private final TestDatabase database;
    private final TestApp anew;
    private final TestApp kept;
    private final double seconds;
    private final PrintStream out;

    private Comparison(TestDatabase database, TestApp anew, TestApp kept, double seconds, PrintStream out) {
        this.database = database;
        this.anew = anew;
        this.kept = kept;
        this.seconds = seconds;
        this.out = out;
    }

    static void compare(TestDatabase database, Predicate<String> wanted, double seconds, PrintStream out) {
        out.printf(Locale.ROOT, "%s, %s sections, %s communes, %d connections, %d processors, Java %s, %s s a figure%n", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")),
            Loads.one(database, "select to_char(count(*), 'FM999,999,999') from network_section"),
            Loads.one(database, "select to_char(count(*), 'FM999,999') from unit where level = 'commune'"), CONNECTIONS,
            Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"), seconds);
        out.printf("%-30s %9s  %-30s %11s %11s %7s %8s%n", "route", "bytes", "compared with", "LangMap/s", "other/s", "ratio", "at least");
        try (TestApp anew = TestApp.start(database.urls(), Map.of("LANGMAP_CACHE_MB", "0")); TestApp kept = TestApp.start(database.urls(), Map.of())) {
            Comparison all = new Comparison(database, anew, kept, seconds, out);
            Map<String, List<String>> routes = all.routes();
            routes.entrySet().removeIf(route -> !wanted.test(route.getKey()) || !route.getValue().stream().allMatch(path -> anew.get(path).statusCode() == 200));
            routes.values().forEach(all::warmUp);
            routes.forEach((name, paths) -> {
                all.compareAnew(name, paths);
                if (paths.size() == 1) {
                    all.compareKept(name, paths);
                }
            });
        }
        out.println(Nginx.isHere() ? "" : "nginx is not on this machine, so nothing was compared with it.");
    }

    /** Those that need what the database lacks, such as a plan, do not answer 200. */
    private Map<String, List<String>> routes() {
        Map<String, List<String>> routes = new LinkedHashMap<>();
        routes.put("values", List.of("/api/measures/criterion-2/values?" + DAY));
        routes.put("values by district", List.of("/api/measures/criteria-met/values?level=district&" + DAY));
        routes.put("choropleth", List.of("/api/choropleth/criterion-2.geojson?" + DAY));
        routes.put("boundaries", List.of("/api/boundaries/commune.geojson?" + DAY));
        routes.put("boundaries, full", List.of("/api/boundaries/commune.geojson?resolution=full&" + DAY));
        routes.put("targets", List.of("/api/targets?" + DAY));
        double[] heart = heart();
        for (int zoom : new int[] {FIRST_ZOOM, 11, LAST_ZOOM}) {
            routes.put("tile of roads, zoom " + zoom, List.of(tile("roads", zoom, heart)));
        }
        routes.put("walk over tiles of roads", walk("roads", heart));
        routes.put("tile of communes, zoom 10", List.of(tile("communes", 10, heart)));
        routes.put("OGC items, communes", List.of("/ogc/collections/communes/items?limit=1000"));
        routes.put("OGC items in a box, communes", List.of(box("communes", heart, 0.15)));
        routes.put("OGC items in a box, roads", List.of(box("roads", heart, 0.1)));
        routes.put("commune totals of roads", List.of("/api/network/communes?" + DAY));
        routes.put("commune totals of canals", List.of("/api/network/communes?kind=canal&" + DAY));
        return routes;
    }

    /** Where a road in the middle of the register begins. */
    private double[] heart() {
        List<String> place = Loads.rows(database, """
            select ST_X(ST_StartPoint(geom)), ST_Y(ST_StartPoint(geom)) from network_section where kind = 'road'
            order by id offset (select count(*) / 2 from network_section where kind = 'road') limit 1""").get(0);
        return place.stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static String tile(String layer, int zoom, double[] place) {
        return tile(layer, zoom, column(zoom, place), row(zoom, place));
    }

    private static String tile(String layer, int zoom, int column, int row) {
        return "/tiles/" + layer + "/" + zoom + "/" + column + "/" + row + ".mvt?" + DAY;
    }

    private static int column(int zoom, double[] place) {
        return (int) ((place[0] + 180) / 360 * (1 << zoom));
    }

    private static int row(int zoom, double[] place) {
        double lat = Math.toRadians(place[1]);
        return (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * (1 << zoom));
    }

    /** All tiles of the screens of somebody who comes down to a place, zoom by zoom. */
    private static List<String> walk(String layer, double[] place) {
        return IntStream.rangeClosed(FIRST_ZOOM, LAST_ZOOM).boxed().flatMap(zoom -> IntStream.rangeClosed(-ABOVE, ABOVE).boxed()
            .flatMap(down -> IntStream.rangeClosed(-BESIDE, BESIDE).mapToObj(east -> tile(layer, zoom, column(zoom, place) + east, row(zoom, place) + down)))).toList();
    }

    private static String box(String layer, double[] middle, double half) {
        return String.format(Locale.ROOT, "/ogc/collections/%s/items?limit=10000&bbox=%.4f,%.4f,%.4f,%.4f", layer, middle[0] - half, middle[1] - half, middle[0] + half,
            middle[1] + half);
    }

    /** Until Java has compiled what all routes go through, the first figures are of its compiler. */
    private void warmUp(List<String> paths) {
        List.of(anew, kept).forEach(app -> new Load(port(app), paths, null, false, CONNECTIONS).perSecond(2 * seconds));
    }

    private void compareAnew(String name, List<String> paths) {
        List<String> statements = Statements.of(database, () -> paths.forEach(anew::get));
        Load load = new Load(port(anew), paths, null, false, CONNECTIONS);
        double least = paths.get(0).startsWith("/tiles/") ? 0.8 : 0;
        print(new Line(name, paths, "uncached: its SQL in pgbench", least), load::perSecond,
            time -> paths.size() * Statements.perSecond(database, statements, CONNECTIONS, time));
        List<String> geoJson = Statements.asGeoJson(statements);
        if (!geoJson.isEmpty()) {
            print(new Line(name, paths, "uncached: ST_AsGeoJSON", paths.get(0).contains("bbox") ? 1.3 : 0), load::perSecond,
                time -> Statements.perSecond(database, geoJson, CONNECTIONS, time));
        }
    }

    private void compareKept(String name, List<String> paths) {
        if (Nginx.isHere()) {
            try (Nginx nginx = Nginx.start()) {
                Load load = new Load(port(kept), paths, null, true, CONNECTIONS);
                Load file = nginx.serving(kept.get(paths.get(0), "Accept-Encoding", "gzip").body(), CONNECTIONS);
                print(new Line(name, paths, "cached: nginx, a file", 0.25), load::perSecond, file::perSecond);
                print(new Line(name, paths, "cached: nginx, 304", 0.25), load.revalidating()::perSecond, file.revalidating()::perSecond);
            }
        }
    }

    /** What is compared, and the least ratio that is asked for, 0 for none. */
    private record Line(String name, List<String> paths, String what, double least) {
    }

    private void print(Line line, DoubleUnaryOperator ours, DoubleUnaryOperator theirs) {
        double time = line.paths().size() == 1 ? seconds : seconds * WALK;
        ours.applyAsDouble(time);
        int turns = time < TURNS ? 1 : TURNS;
        double ourSum = 0;
        double theirSum = 0;
        for (int turn = 0; turn < turns; turn++) {
            ourSum += ours.applyAsDouble(time / turns);
            theirSum += theirs.applyAsDouble(time / turns);
        }
        int bytes = line.paths().stream().mapToInt(path -> kept.get(path, "Accept-Encoding", "gzip").body().length).sum();
        out.printf(Locale.ROOT, "%-30s %,9d  %-30s %,11.1f %,11.1f %7.2f %8s%n", line.name(), bytes, line.what(), ourSum / turns, theirSum / turns, ourSum / theirSum,
            line.least() == 0 ? "" : Double.toString(line.least()));
    }

    private static int port(TestApp app) {
        return URI.create(app.base()).getPort();
    }
}

package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import langmap.db.TestFolder;
import langmap.house.Checkout;
import langmap.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slow drills: scripts/soak runs them and prints their figures. */
@Tag("soak")
final class SoakTest {
    private static final int ROUNDS = Integer.getInteger("soak.rounds", 10);
    private static final int SECONDS = Integer.getInteger("soak.seconds", 120);
    private static final int CLIENTS = 4;
    private static final int HEAP_MB = 512;
    private static final List<String> PATHS = List.of("/api/units", "/api/measures/criteria-met/values", "/api/boundaries/commune.geojson",
        "/api/targets", "/api/choropleth/criterion-4.geojson?asOf=2021-12-31", "/ogc/collections/communes/items");
    /** Both sides, either one, one connection of the server, and a load in the middle. */
    private static final List<String> VICTIMS = List.of("java", "postgres", "both", "connection", "import");

    private static Path home;
    private static List<String> answers;

    @BeforeAll
    static void fill() {
        home = TestFolder.make("langmap-soak-");
        try (LangMapProcess langMap = start("serve")) {
            answers = answers(langMap.base());
        }
    }

    @AfterAll
    static void remove() {
        TestFolder.remove(home);
    }

    private static LangMapProcess start(String... arguments) {
        return LangMapProcess.start(Map.of("LANGMAP_HOME", home.toString()), arguments);
    }

    private static int status(String address) {
        return TestApp.send(HttpRequest.newBuilder(URI.create(address)).build()).statusCode();
    }

    private static List<String> answers(String base) {
        return PATHS.stream().map(path -> TestApp.send(HttpRequest.newBuilder(URI.create(base + path)).build())).map(SoakTest::text).toList();
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestApp.text(answer).replaceAll("http://127.0.0.1:[0-9]+", "");
    }

    @Test
    void startsAndStopsAgainAndAgain() {
        List<Double> starts = new ArrayList<>();
        List<Double> stops = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            LangMapProcess langMap = start("serve");
            assertThat(status(langMap.base() + "/health/ready")).isEqualTo(200);
            long served = System.nanoTime();
            langMap.close();
            starts.add((served - begin) / 1e9);
            stops.add((System.nanoTime() - served) / 1e9);
            assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        }
        System.out.printf("start, %d times: %s%nstop:  %s%n", ROUNDS, spread(starts), spread(stops));
    }

    @Test
    void isThereAgainWhateverIsKilled() {
        Random random = new Random(20221231);
        List<Double> recoveries = new ArrayList<>();
        for (int i = 0; i < ROUNDS * VICTIMS.size() / 2; i++) {
            String victim = VICTIMS.get(i % VICTIMS.size());
            kill(victim, random.nextInt(3000));
            long begin = System.nanoTime();
            try (LangMapProcess again = start("serve")) {
                assertThat(answers(again.base())).as("after killing " + victim).isEqualTo(answers);
                recoveries.add((System.nanoTime() - begin) / 1e9);
            }
        }
        System.out.printf("start and %d answers after a kill, %d times: %s%n", PATHS.size(), recoveries.size(), spread(recoveries));
    }

    private static void kill(String victim, int afterMillis) {
        LangMapProcess langMap = victim.equals("import") ? start("import", Checkout.root().resolve("gis-data").toString()) : start("serve");
        AtomicBoolean end = new AtomicBoolean();
        Thread client = new Thread(() -> ask(langMap, end));
        if (!victim.equals("import")) {
            langMap.base();
            client.start();
        }
        sleep(victim.equals("import") ? 2000 + afterMillis : afterMillis);
        if (victim.equals("postgres") || victim.equals("both")) {
            ProcessHandle.of(server()).ifPresent(ProcessHandle::destroyForcibly);
        }
        if (victim.equals("connection")) {
            ProcessHandle.of(server()).orElseThrow().children().skip(6).findFirst().ifPresent(ProcessHandle::destroyForcibly);
            sleep(3000);
            assertThat(status(langMap.base() + "/health/ready")).isEqualTo(200);
        }
        if (victim.equals("postgres")) {
            assertThat(langMap.exitCode()).isEqualTo(1);
        } else {
            langMap.kill();
        }
        end.set(true);
    }

    /** Keeps it busy; that it dies meanwhile is the point. */
    private static void ask(LangMapProcess langMap, AtomicBoolean end) {
        String base = langMap.base();
        for (int i = 0; !end.get() && langMap.isAlive(); i++) {
            try {
                status(base + PATHS.get(i % PATHS.size()));
            } catch (UncheckedIOException e) {
                return;
            }
        }
    }

    @Test
    void keepsItsMemoryAndItsTemperUnderRandomRequests() throws InterruptedException {
        List<Route> routes = App.routes(null, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
        try (LangMapProcess langMap = start("serve")) {
            String base = langMap.base();
            long end = System.nanoTime() + SECONDS * 1_000_000_000L;
            List<Thread> clients = Stream.iterate(1, seed -> seed + 1).limit(CLIENTS).map(seed -> new Thread(() -> {
                Random random = new Random(seed);
                while (System.nanoTime() < end) {
                    String path = random.nextInt(3) == 0 ? PATHS.get(random.nextInt(PATHS.size()))
                        : HostileRequestsTest.randomAddress(routes.get(random.nextInt(routes.size())), random);
                    statuses.computeIfAbsent(status(base + path), code -> new LongAdder()).increment();
                }
            })).toList();
            clients.forEach(Thread::start);
            List<Integer> files = new ArrayList<>();
            while (System.nanoTime() < end) {
                sleep(SECONDS * 1000 / 8);
                files.add(openFiles(langMap.pid()));
                System.out.printf("memory: Java %,d MB, PostgreSQL %,d MB; open files %d; answers %s%n", memory(langMap.pid()), serverMemory(),
                    files.get(files.size() - 1), statuses);
            }
            for (Thread client : clients) {
                client.join();
            }
            assertThat(statuses.keySet()).allMatch(status -> status < 500);
            assertThat(memory(langMap.pid())).as("megabytes of the process").isLessThan(2 * HEAP_MB);
            assertThat(files.get(files.size() - 1)).as("open files at the end").isLessThan(files.get(0) + 50);
            assertThat(langMap.err()).doesNotContain("OutOfMemory", "ERROR");
            assertThat(answers(base)).isEqualTo(answers);
        }
    }

    private static long server() {
        try {
            return Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long serverMemory() {
        return memory(server()) + ProcessHandle.of(server()).orElseThrow().descendants().mapToLong(child -> memory(child.pid())).sum();
    }

    /** Megabytes that are the process's own; a server's processes share the rest. */
    private static long memory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("RssAnon")).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;   // ended meanwhile
        }
    }

    private static int openFiles(long pid) {
        String[] files = new java.io.File("/proc/" + pid + "/fd").list();
        return files == null ? 0 : files.length;
    }

    private static String spread(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return String.format("%.1f s at least, %.1f s usually, %.1f s at most", sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package langmap.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A database of a test's own, on one cluster that all tests share and that ends with them. Without PostGIS the tests fail with
 * the sentence that says how to get it.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String PREFIX = "langmap-test-";
    private static final Set<String> TEMPLATES = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final PrivateCluster cluster;
    private final String name;

    private TestDatabase(PrivateCluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /** The cluster, started when first asked for. It need not survive a power cut, so it does not wait for the disk. */
    private static final class Shared {
        private static final PrivateCluster CLUSTER = start();

        private static PrivateCluster start() {
            Path folder = TestFolder.make(PREFIX);
            PrivateCluster cluster = PrivateCluster.start(ClusterHome.of(folder, java.util.Optional.of(folder)),
                List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                cluster.close();
                TestFolder.remove(folder);
            }));
            return cluster;
        }
    }

    /** An empty database with the extensions. */
    public static TestDatabase fresh() {
        return clone(PrivateCluster.DATABASE);
    }

    /**
     * A copy of a database that {@code prepare} filled, once for all tests that name the same template.
     *
     * @param template a short lower-case word, such as {@code migrated}
     * @param prepare  migrates and fills; must close its connections
     */
    public static TestDatabase fresh(String template, Consumer<DatabaseUrls> prepare) {
        synchronized (TEMPLATES) {
            if (!TEMPLATES.contains(template)) {
                make("template_" + template, PrivateCluster.DATABASE);
                prepare.accept(Shared.CLUSTER.urls("template_" + template));
                TEMPLATES.add(template);
            }
        }
        return clone("template_" + template);
    }

    /** The database that LangMap keeps in a folder, as it is; it stays there. */
    public static TestDatabase in(Path home) {
        return new TestDatabase(PrivateCluster.reach(ClusterHome.of(home, java.util.Optional.of(home))), PrivateCluster.DATABASE);
    }

    public DatabaseUrls urls() {
        return cluster.urls(name);
    }

    /** The superuser's URL, for looking at what the logins may not see. */
    public String adminUrl() {
        return cluster.adminUrl(name);
    }

    /** What its server writes down. */
    public Path log() {
        return cluster.home().folder().resolve("server.log");
    }

    /** Where the server of all test databases listens. */
    static int port() {
        return Shared.CLUSTER.port();
    }

    /** A program of the same PostgreSQL, such as pgbench. */
    public String program(String name) {
        return cluster.binaries().program(name);
    }

    @Override
    public void close() {
        if (name.equals(PrivateCluster.DATABASE)) {
            cluster.close();
            return;
        }
        try (Connection admin = DriverManager.getConnection(Shared.CLUSTER.adminUrl("postgres"))) {
            admin.createStatement().execute("drop database " + name + " (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestDatabase clone(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        make(name, template);
        return new TestDatabase(Shared.CLUSTER, name);
    }

    private static void make(String name, String template) {
        try {
            ClusterSetup.makeDatabase(Shared.CLUSTER.adminUrl("postgres"), name, template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package langmap;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import langmap.db.ClusterHome;
import langmap.db.Database;
import langmap.db.DatabaseUrls;
import langmap.db.Migrations;
import langmap.db.PrivateCluster;
import langmap.http.HttpServer;
import langmap.importer.Importer;
import langmap.problem.Problem;
import langmap.problem.StartupProblem;

/** The command {@code serve}: from nothing to an address one can open, and back to nothing on Ctrl-C. */
final class Serve {
    private Serve() {
    }

    /** Runs until the process is told to end or the database is lost. */
    static void run(Config config, PrintStream out) {
        Steps steps = new Steps(out);
        out.println("LangMap " + HealthRoutes.version());
        HttpServer.refuseTakenPort(App.settings(config));
        Optional<PrivateCluster> cluster = config.database().isPresent() ? Optional.empty()
            : Optional.of(steps.step("Private database started", () ->
                PrivateCluster.start(ClusterHome.of(Checkout.find(), config.home()))));
        Thread stop = new Thread(() -> cluster.ifPresent(PrivateCluster::close));
        Runtime.getRuntime().addShutdownHook(stop);
        cluster.ifPresent(started -> out.println("  in " + started.home().folder()));
        DatabaseUrls urls = config.database().orElseGet(() -> cluster.orElseThrow().urls());
        App app = start(config, urls, steps, out);
        Runtime.getRuntime().removeShutdownHook(stop);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            app.close();
            cluster.ifPresent(PrivateCluster::close);
        }));
        out.println();
        out.println("LangMap is at " + address(config, app.port()) + " (Ctrl-C ends it)");
        waitForEnd(cluster);
    }

    private static App start(Config config, DatabaseUrls urls, Steps steps, PrintStream out) {
        steps.step("Tables brought to this version", () -> {
            Migrations.migrate(urls);
            return true;
        });
        Database database = Database.open(urls, config.poolSize());
        Importer importer = App.importer(database);
        if (importer.databaseIsEmpty()) {
            out.println("Loading gis-data into the empty database" + (config.sample() ? "" : ", without illustrative data"));
            steps.step("Loaded", () -> load(importer, config, steps));
        }
        return steps.step("Web server started", () -> App.serve(database, config));
    }

    private static int load(Importer importer, Config config, Steps steps) {
        try {
            return importer.load(Checkout.find().resolve("gis-data"), config.sample(), steps);
        } catch (Problem problem) {
            throw StartupProblem.of("gis-data could not be loaded, nothing was stored. " + problem.getMessage());
        }
    }

    private static String address(Config config, int port) {
        boolean anywhere = config.host().equals("0.0.0.0") || config.host().equals("127.0.0.1") || config.host().equals("::");
        return config.publicUrl().map(Object::toString).orElse("http://" + (anywhere ? "localhost" : config.host()) + ":" + port);
    }

    /** Waits for the process to be told to end; a private database that is lost before is a problem. */
    static void waitForEnd(Optional<PrivateCluster> cluster) {
        CountDownLatch lost = new CountDownLatch(1);
        cluster.ifPresent(running -> running.whenLost(lost::countDown));
        try {
            lost.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        throw StartupProblem.of("The private database ended unexpectedly: start LangMap again, it repairs itself.");
    }
}

package langmap;

import java.io.PrintStream;
import java.util.Optional;
import langmap.db.ClusterHome;
import langmap.db.DatabaseUrls;
import langmap.db.PrivateCluster;

/** The command {@code database}: where the private database is, for people who want to look into it. */
final class PrivateDatabase {
    private PrivateDatabase() {
    }

    /** Of a LangMap that runs; else starts the database alone and runs until the process is told to end. */
    static void serve(Config config, PrintStream out) {
        ClusterHome home = ClusterHome.of(Checkout.find(), config.home());
        PrivateCluster cluster = new Steps(out).step("Private database reached", () -> PrivateCluster.reach(home));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        out.println("The database is at " + DatabaseUrls.address(cluster.urls().appUrl()));
        out.println("Logins are langmap_app and langmap_owner, their passwords are in " + home.folder().resolve("credentials"));
        if (cluster.isOurs()) {
            out.println("Ctrl-C ends it");
            Serve.waitForEnd(Optional.of(cluster));
        }
    }
}

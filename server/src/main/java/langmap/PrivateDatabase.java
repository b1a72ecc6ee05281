package langmap;

import java.util.concurrent.CountDownLatch;
import langmap.db.ClusterHome;
import langmap.db.PrivateCluster;

/** The command {@code database}: the private cluster alone, for people who want to look into it. */
final class PrivateDatabase {
    private PrivateDatabase() {
    }

    /** Runs until the process is told to end. */
    static void serve(Config config) {
        PrivateCluster cluster = PrivateCluster.start(ClusterHome.of(Checkout.find(), config.home()));
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        System.out.println("The database is " + cluster.urls() + ", its folder " + cluster.home().folder() + ". Ctrl-C ends it.");
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

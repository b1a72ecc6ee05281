package langmap;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import langmap.db.ClusterHome;
import langmap.db.DatabaseUrls;
import langmap.db.Migrations;
import langmap.db.PrivateCluster;
import langmap.db.backup.Backup;
import langmap.db.backup.Manifest;
import langmap.db.backup.Restore;
import langmap.problem.StartupProblem;

/** The commands {@code backup} and {@code restore}. */
final class Backups {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'langmap-'yyyyMMdd-HHmmss'.backup'");

    private Backups() {
    }

    /** Writes a backup, of a running LangMap or of one at rest; without a name, into the current folder. */
    static void write(Config config, Optional<String> name, PrintStream out) {
        Path file = Path.of(name.orElseGet(() -> NAME.format(LocalDateTime.now()))).toAbsolutePath().normalize();
        Steps steps = new Steps(out);
        if (config.database().isPresent()) {
            write(config.database().get().ownerUrl(), file, steps, out);
            return;
        }
        ClusterHome home = ClusterHome.of(Checkout.find(), config.home());
        if (!home.hasData()) {
            throw StartupProblem.of("There is nothing to back up yet: no database was made in " + home.folder() + ".");
        }
        try (PrivateCluster cluster = steps.step("Private database reached", () -> PrivateCluster.reach(home))) {
            write(cluster.backupUrl(), file, steps, out);
        }
    }

    private static void write(String url, Path file, Steps steps, PrintStream out) {
        Manifest manifest = steps.step("Backup written", () -> Backup.write(url, file, HealthRoutes.version()));
        steps.step("Backup read back and found whole", () -> Restore.open(file));
        out.printf("%s holds the database at migration %s, %,d bytes.%n", file, manifest.migration(), file.toFile().length());
    }

    /** Brings a backup back into an empty database and makes it ready for use. */
    static void restore(Config config, String name, PrintStream out) {
        Steps steps = new Steps(out);
        Path file = Path.of(name).toAbsolutePath().normalize();
        Restore backup = steps.step("Backup read through and found whole", () -> Restore.open(file));
        if (config.database().isPresent()) {
            restore(backup, config.database().get(), steps);
        } else {
            ClusterHome home = ClusterHome.of(Checkout.find(), config.home());
            try (PrivateCluster cluster = steps.step("Private database reached", () -> PrivateCluster.reach(home))) {
                out.println("  in " + cluster.home().folder());
                restore(backup, cluster.urls(), steps);
            }
        }
        out.println("Restored from " + file + " (LangMap " + backup.manifest().program() + ", migration " + backup.manifest().migration() + ").");
    }

    private static void restore(Restore backup, DatabaseUrls urls, Steps steps) {
        steps.step("Tables restored", () -> {
            backup.into(urls);
            return true;
        });
        steps.step("Tables brought to this version, measures and rights made", () -> {
            Migrations.migrate(urls);
            return true;
        });
    }
}

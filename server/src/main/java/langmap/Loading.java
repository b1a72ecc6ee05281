package langmap;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import langmap.db.ClusterHome;
import langmap.db.Database;
import langmap.db.DatabaseUrls;
import langmap.db.Migrations;
import langmap.db.PrivateCluster;
import langmap.importer.Importer;
import langmap.problem.Problem;
import langmap.problem.StartupProblem;
import langmap.sample.AssessmentGenerator;
import langmap.sample.land.BoundaryGenerator;
import langmap.sample.national.NationalGenerator;
import langmap.sample.network.NetworkGenerator;

/** The commands that change data: {@code import}, {@code remove-sample}, {@code generate-sample}. A running LangMap shows the change at once. */
final class Loading {
    private Loading() {
    }

    /** Loads a folder with a catalogue of data sets. */
    static void importFolder(Config config, String folder, PrintStream out) {
        Path path = Path.of(folder).toAbsolutePath();
        if (!Files.isRegularFile(path.resolve("data-sets.yaml"))) {
            throw StartupProblem.ofUsage("There is no data-sets.yaml in " + path + ": name a folder that has one, such as gis-data.");
        }
        Steps steps = new Steps(out);
        withImporter(config, steps, importer -> {
            int rows = importer.load(path, config.sample(), steps);
            out.println(rows + " rows loaded from " + path + ".");
        });
    }

    /** Takes the illustrative data out. */
    static void removeSample(Config config, PrintStream out) {
        withImporter(config, new Steps(out), importer -> {
            List<String> removed = importer.removeSample();
            out.println(removed.isEmpty() ? "There are no illustrative data." : "Taken out: " + String.join(", ", removed) + ".");
        });
    }

    /** Makes the illustrative files of the checkout anew: the same bytes, as long as their input is the same. */
    static void generateSample(PrintStream out) {
        Path data = Checkout.find().resolve("gis-data");
        Steps steps = new Steps(out);
        steps.step("Assessments, recognitions and flags", () -> {
            AssessmentGenerator.write(data);
            return true;
        });
        steps.step("Boundaries", () -> {
            BoundaryGenerator.write(data);
            return true;
        });
        steps.step("Network and works", () -> {
            NetworkGenerator.write(data);
            return true;
        });
    }

    /** Writes a made-up country: the folder, then how many communes it is to have. */
    static void generateNational(List<String> words, PrintStream out) {
        String most = "1 to " + NationalGenerator.MOST_COMMUNES;
        if (words.isEmpty() || words.size() > 2 || words.size() == 2 && !words.get(1).matches("[1-9][0-9]{0,4}")) {
            throw StartupProblem.ofUsage("The command “generate-national” needs a folder, and may be told how many communes, " + most + ".");
        }
        int communes = words.size() == 2 ? Integer.parseInt(words.get(1)) : NationalGenerator.COMMUNES;
        if (communes > NationalGenerator.MOST_COMMUNES) {
            throw StartupProblem.ofUsage("There cannot be " + communes + " communes: say " + most + ".");
        }
        Path classes = Checkout.find().resolve("gis-data/plan/network.yaml");
        new Steps(out).step("Made-up country of " + communes + " communes", () -> NationalGenerator.write(Path.of(words.get(0)), classes, communes));
    }

    private static void withImporter(Config config, Steps steps, Consumer<Importer> work) {
        withDatabase(config, steps, database -> work.accept(App.importer(database)));
    }

    /** Does something with the database the settings name, brought to this version. */
    static void withDatabase(Config config, Steps steps, Consumer<Database> work) {
        if (config.database().isPresent()) {
            withDatabase(config.database().get(), config, work);
            return;
        }
        ClusterHome home = ClusterHome.of(Checkout.find(), config.home());
        try (PrivateCluster cluster = steps.step("Private database reached", () -> PrivateCluster.reach(home))) {
            withDatabase(cluster.urls(), config, work);
        }
    }

    private static void withDatabase(DatabaseUrls urls, Config config, Consumer<Database> work) {
        Migrations.migrate(urls);
        try (Database database = Database.open(urls, config.poolSize())) {
            work.accept(database);
        } catch (Problem problem) {
            throw StartupProblem.of("Nothing was changed. " + problem.getMessage());
        }
    }
}

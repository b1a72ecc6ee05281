package langmap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import langmap.importer.staging.TargetLayer;
import langmap.problem.StartupProblem;

/** The command line: one word, then what the word needs. */
public final class Main {
    private static final String HELP = """
        LangMap: map-based planning for New Rural Development

        scripts/langmap COMMAND
          serve            start everything and serve the page, until Ctrl-C (scripts/run does this)
          import FOLDER    load the data sets that FOLDER/data-sets.yaml lists
          import FILE      check a map file for a layer and tell what is wrong with it:
                           --layer LAYERS
                           --apply stores it if nothing is; further --crs EPSG:9215, --swapped, --encoding TCVN3, --source-layer NAME,
                           --map code=MA,name=TEN, --set class=lane (of all), --repair, --clean METRES (boundaries), --close-from DAY (what it lacks ends),
                           --source TEXT, --licence TEXT
          generate-sample  make the illustrative files of gis-data anew
          generate-national FOLDER [COMMUNES]
                           write a made-up country into a folder that import loads into an empty database; 10,600 communes
          remove-sample    take the illustrative data out
          backup [FILE]    write everything LangMap keeps into a new file
          restore FILE     bring a backup back, into an empty database
          database         where the private database is, for psql or QGIS; it runs until Ctrl-C if LangMap does not
          help             this text

        Settings, as environment variables (with their defaults):
        """;

    private static final Set<String> WITH_ARGUMENT = Set.of("import", "generate-national", "backup", "restore");
    private static final int BUG = 70;

    private Main() {
    }

    public static void main(String[] arguments) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        try {
            run(arguments, Config.ofEnvironment());
        } catch (StartupProblem problem) {
            System.err.println("LangMap: " + problem.getMessage());
            System.exit(problem.exitCode());
        } catch (RuntimeException bug) {
            System.err.println("LangMap: this should not have happened, please report it with the lines below.");
            bug.printStackTrace();
            System.exit(BUG);
        }
    }

    static String help() {
        return HELP.replace("LAYERS", App.layers().stream().map(TargetLayer::id).collect(Collectors.joining("|"))) + Config.help();
    }

    private static void run(String[] arguments, Config config) {
        System.setProperty("langmap.log", config.log().name().toLowerCase(Locale.ROOT));
        String command = arguments.length == 0 ? "help" : arguments[0];
        if (arguments.length > 1 && !WITH_ARGUMENT.contains(command)) {
            throw StartupProblem.ofUsage("The command “" + command + "” takes nothing after it: scripts/langmap help lists the commands.");
        }
        switch (command) {
            case "help" -> System.out.print(help());
            case "serve" -> Serve.run(config, System.out);
            case "import" -> importFrom(config, List.of(arguments).subList(1, arguments.length));
            case "generate-sample" -> Loading.generateSample(System.out);
            case "generate-national" -> Loading.generateNational(List.of(arguments).subList(1, arguments.length), System.out);
            case "remove-sample" -> Loading.removeSample(config, System.out);
            case "backup" -> Backups.write(config, optionalArgument(arguments), System.out);
            case "restore" -> Backups.restore(config, argument(arguments, "a file"), System.out);
            case "database" -> PrivateDatabase.serve(config, System.out);
            default -> throw StartupProblem.ofUsage("There is no command “" + command + "”: scripts/langmap help lists them.");
        }
    }

    private static void importFrom(Config config, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw StartupProblem.ofUsage("The command “import” needs a folder, or a map file and its layer.");
        }
        if (arguments.size() == 1 && !Files.isRegularFile(Path.of(arguments.get(0)))) {
            Loading.importFolder(config, arguments.get(0), System.out);
        } else {
            FileLoading.importFile(config, arguments, System.out);
        }
    }

    private static Optional<String> optionalArgument(String[] arguments) {
        if (arguments.length > 2) {
            throw StartupProblem.ofUsage("The command “" + arguments[0] + "” needs the name of one file at most.");
        }
        return arguments.length == 2 ? Optional.of(arguments[1]) : Optional.empty();
    }

    private static String argument(String[] arguments, String what) {
        if (arguments.length != 2) {
            throw StartupProblem.ofUsage("The command “" + arguments[0] + "” needs " + what + " and nothing else.");
        }
        return arguments[1];
    }
}

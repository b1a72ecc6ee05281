package langmap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import langmap.problem.StartupProblem;

/** The command line: one word, then what the word needs. */
public final class Main {
    private static final String HELP = """
        LangMap: map-based planning for New Rural Development

        scripts/langmap COMMAND
          serve            start everything and serve the page, until Ctrl-C (scripts/run does this)
          import FOLDER    load the data sets that FOLDER/data-sets.yaml lists
          generate-sample  make the illustrative files of gis-data anew
          remove-sample    take the illustrative data out
          database         start the private database alone, for psql or QGIS, until Ctrl-C
          help             this text

        Settings, as environment variables (with their defaults):
        """;

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
        }
    }

    private static void run(String[] arguments, Config config) {
        System.setProperty("langmap.log", config.log().name().toLowerCase(Locale.ROOT));
        String command = arguments.length == 0 ? "help" : arguments[0];
        switch (command) {
            case "help" -> System.out.print(HELP + Config.help());
            case "serve" -> Serve.run(config, System.out);
            case "import" -> Loading.importFolder(config, argument(arguments, "a folder"), System.out);
            case "generate-sample" -> Loading.generateSample(System.out);
            case "remove-sample" -> Loading.removeSample(config, System.out);
            case "database" -> PrivateDatabase.serve(config);
            default -> throw StartupProblem.ofUsage("There is no command “" + command + "”: scripts/langmap help lists them.");
        }
    }

    private static String argument(String[] arguments, String what) {
        if (arguments.length != 2) {
            throw StartupProblem.ofUsage("The command “" + arguments[0] + "” needs " + what + " and nothing else.");
        }
        return arguments[1];
    }
}

package langmap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import langmap.problem.StartupProblem;

/** The command line: one word, then what the word needs. */
public final class Main {
    private static final String HELP = """
        LangMap: map-based planning for New Rural Development

        scripts/langmap COMMAND
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
            run(arguments, System.getenv());
        } catch (StartupProblem problem) {
            System.err.println("LangMap: " + problem.getMessage());
            System.exit(problem.exitCode());
        }
    }

    private static void run(String[] arguments, Map<String, String> environment) {
        String command = arguments.length == 0 ? "help" : arguments[0];
        switch (command) {
            case "help" -> System.out.print(HELP + Config.help());
            case "database" -> PrivateDatabase.serve(Config.of(environment));
            default -> throw StartupProblem.ofUsage("There is no command “" + command + "”: scripts/langmap help lists them.");
        }
    }
}

package langmap;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.geo.Crs;
import langmap.http.Params;
import langmap.importer.Issues;
import langmap.importer.map.TextEncoding;
import langmap.importer.staging.ImportChoices;
import langmap.importer.staging.ImportRecord;
import langmap.importer.staging.Imports;
import langmap.importer.staging.TargetLayer;
import langmap.problem.StartupProblem;

/** The command {@code import FILE}: a map file takes the same way as on the page. */
final class FileLoading {
    private static final Set<String> SWITCHES = Set.of("--swapped", "--repair", "--apply");
    private static final Set<String> OPTIONS = Set.of("--layer", "--source-layer", "--crs", "--encoding", "--map", "--set", "--clean", "--close-from", "--source", "--licence");

    private final Map<String, String> options;
    private final PrintStream out;

    private FileLoading(Map<String, String> options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Checks a file, tells what is wrong, and stores it if that was asked for. */
    static void importFile(Config config, List<String> arguments, PrintStream out) {
        Path file = Path.of(arguments.get(0)).toAbsolutePath();
        FileLoading loading = new FileLoading(parse(arguments.subList(1, arguments.size())), out);
        List<String> layers = App.layers().stream().map(TargetLayer::id).toList();
        String layer = loading.option("--layer", layers::contains, "one of " + String.join(", ", layers));
        if (layer == null) {
            throw StartupProblem.ofUsage("Say with --layer which layer " + file.getFileName() + " is for: one of " + String.join(", ", layers) + ".");
        }
        ImportChoices choices = loading.choices();
        Steps steps = new Steps(out);
        Loading.withDatabase(config, steps, database -> loading.run(database, file, layer, choices, steps));
    }

    private static Map<String, String> parse(List<String> words) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean valued = OPTIONS.contains(word);
            if (!valued && !SWITCHES.contains(word) || valued && i + 1 == words.size()) {
                throw StartupProblem.ofUsage("“" + word + "” " + (valued ? "needs a value after it" : "is not known") + ": scripts/langmap help lists what import takes.");
            }
            options.put(word, valued ? words.get(++i) : "");
        }
        return options;
    }

    private String option(String name, Predicate<String> rule, String expected) {
        String value = options.get(name);
        if (value != null && !rule.test(value)) {
            throw StartupProblem.ofUsage(name + " cannot be “" + value + "”; expected is: " + expected + ".");
        }
        return value;
    }

    private ImportChoices choices() {
        Map<String, String> mapping = pairs("--map", "field of the layer=field of the file, with commas between them");
        String clean = option("--clean", text -> text.matches("[0-9]{1,2}(\\.[0-9]{1,2})?"), "metres, such as 5");
        return new ImportChoices(options.get("--source-layer"), option("--crs", text -> Crs.findByText(text).isPresent(), "a coordinate system such as EPSG:9215"),
            options.containsKey("--swapped"), option("--encoding", text -> TextEncoding.find(text).isPresent(), "UTF-8, windows-1258 or TCVN3"),
            options.containsKey("--repair"), mapping, pairs("--set", "field of the layer=value of all features, with commas between them"), option("--close-from", FileLoading::isDay, "a day such as 2022-12-31"),
            clean == null ? null : Double.valueOf(clean), options.get("--source"), options.get("--licence"));
    }

    private Map<String, String> pairs(String name, String expected) {
        String text = option(name, given -> given.matches("[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*"), expected);
        Map<String, String> pairs = new LinkedHashMap<>();
        if (text != null) {
            Arrays.stream(text.split(",")).forEach(pair -> pairs.put(pair.split("=")[0].strip(), pair.split("=")[1].strip()));
        }
        return text == null ? null : pairs;
    }

    private static boolean isDay(String text) {
        try {
            return Params.isBounded(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void run(Database database, Path file, String layer, ImportChoices choices, Steps steps) {
        if (!Files.isRegularFile(file)) {
            throw StartupProblem.ofUsage("There is no file " + file + ": check its name.");
        }
        try (Imports imports = new Imports(database, App.layers())) {
            long id = imports.receive(file, file.getFileName().toString(), layer, Actor.LOADER).id();
            imports.choose(id, choices, Actor.LOADER);
            steps.step("Checked", () -> {
                imports.check(id);
                return (int) database.read(tx -> imports.get(tx, id, false)).rowsDone();
            });
            database.read(tx -> imports.issues(tx, id)).forEach(issue -> out.println(issue.severity().name().toLowerCase(Locale.ROOT) + " " + issue.code()
                + ", " + issue.place() + ", " + issue.field() + ": " + issue.detail() + " " + issue.remedy()));
            ImportRecord one = database.read(tx -> imports.get(tx, id, false));
            one.found().path("issues").properties().stream().filter(kind -> kind.getValue().asInt() > Issues.KEPT).forEach(kind ->
                out.println(kind.getKey() + ": the first " + Issues.KEPT + " of " + kind.getValue()));
            if (one.counts() != null) {
                out.printf("%d new, %d changed, %d unchanged, %d missing, %d faulty%n", one.counts().added(), one.counts().changed(), one.counts().unchanged(),
                    one.counts().missing(), one.counts().faulty());
            }
            if (one.errors() > 0) {
                database.write(Actor.LOADER, tx -> imports.reject(tx, id, Actor.LOADER));
                throw StartupProblem.of("Nothing was stored: the errors above stand against it (" + one.errors() + ").");
            }
            if (options.containsKey("--apply")) {
                steps.step("Applied", () -> {
                    database.write(Actor.LOADER, tx -> imports.apply(tx, id, Actor.LOADER));
                    return (int) (one.counts().added() + one.counts().changed());
                });
            } else {
                out.println("Nothing is stored yet: look at import " + id + " on the page, or add --apply.");
            }
        }
    }
}

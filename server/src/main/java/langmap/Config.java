package langmap;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import langmap.db.DatabaseUrls;
import langmap.problem.StartupProblem;

/**
 * Every setting, read once from the environment. The only class that knows the {@code LANGMAP_…} names.
 *
 * @param port      where HTTP is served; 0 takes any free port
 * @param host      the address it listens on
 * @param database  an existing database to use; empty means the private cluster
 * @param home      the folder of the private cluster; empty means the usual place
 * @param sample    whether illustrative data are loaded into an empty database
 * @param publicUrl the address people use when a proxy stands in front, without a slash at the end
 * @param poolSize  database connections at most
 * @param cacheMb   megabytes of memory for answers that are kept; 0 keeps none
 * @param adminToken what the administrator sends to change anything; empty lets nobody
 * @param log       how log lines look
 */
public record Config(int port, String host, Optional<DatabaseUrls> database, Optional<Path> home, boolean sample,
                     Optional<URI> publicUrl, int poolSize, int cacheMb, Optional<String> adminToken, LogFormat log) {
    private static final String PREFIX = "LANGMAP_";

    /** How log lines look. */
    public enum LogFormat { TEXT, JSON }

    /** One variable: what it is for and what it is without one; an empty default means that it is not set. */
    enum Setting {
        PORT("8080", "port of the web server; 0 takes any free one"),
        HOST("127.0.0.1", "address the web server listens on; 0.0.0.0 lets other machines in"),
        PUBLIC_URL("", "address people use when a proxy stands in front, such as https://langmap.example"),
        DATABASE_URL("", "an existing database instead of the private one, application login: postgresql://user:password@host/database"),
        DATABASE_OWNER_URL("", "the same database, login that owns the tables"),
        POOL_SIZE("10", "database connections at most"),
        HOME("", "folder of the private database; .langmap in the checkout if the server account can enter it"),
        SAMPLE("on", "on or off: load illustrative data into an empty database"),
        CACHE_MB("64", "megabytes of memory for answers that are kept; 0 keeps none"),
        ADMIN_TOKEN("", "what the administrator sends to import and to edit, 16 to 200 letters, digits or signs; without it nobody may"),
        LOG("text", "text or json: form of the log lines");

        final String fallback;
        final String meaning;

        Setting(String fallback, String meaning) {
            this.fallback = fallback;
            this.meaning = meaning;
        }

        String variable() {
            return PREFIX + name();
        }
    }

    /** The settings of this process. */
    public static Config ofEnvironment() {
        return of(System.getenv());
    }

    /**
     * Reads the settings.
     *
     * @param environment variable names and values; other programs' variables are ignored
     * @throws StartupProblem with every {@code LANGMAP_…} variable that is unknown or has a value it cannot have
     */
    public static Config of(Map<String, String> environment) {
        Reading reading = new Reading(environment, new ArrayList<>());
        reading.noteUnknown();
        Config config = new Config(
            reading.whole(Setting.PORT, 0, 65_535),
            reading.text(Setting.HOST, value -> !value.isBlank() && value.strip().equals(value)).orElseThrow(),
            reading.database(),
            reading.text(Setting.HOME, Config::isPath).map(value -> Path.of(value).toAbsolutePath().normalize()),
            reading.choice(Setting.SAMPLE, "on", "off").equals("on"),
            reading.text(Setting.PUBLIC_URL, Config::isWebAddress).map(value -> URI.create(value.replaceFirst("/+$", ""))),
            reading.whole(Setting.POOL_SIZE, 2, 40),
            reading.whole(Setting.CACHE_MB, 0, 4096),
            reading.secret(Setting.ADMIN_TOKEN, "[!-~]{16,200}"),
            LogFormat.valueOf(reading.choice(Setting.LOG, "text", "json").toUpperCase(Locale.ROOT)));
        if (!reading.faults.isEmpty()) {
            throw StartupProblem.ofUsage(String.join("\n", reading.faults));
        }
        return config;
    }

    /** The variables with their meaning and default, one line each. */
    public static String help() {
        StringBuilder lines = new StringBuilder();
        for (Setting setting : Setting.values()) {
            String fallback = setting.fallback.isEmpty() ? "" : " (" + setting.fallback + ")";
            lines.append(String.format("  %-27s %s%s%n", setting.variable(), setting.meaning, fallback));
        }
        return lines.toString();
    }

    /** Reads one setting after the other; one with a fault is noted and taken as not set, so that all faults are told at once. */
    private record Reading(Map<String, String> environment, List<String> faults) {
        void noteUnknown() {
            TreeSet<String> unknown = new TreeSet<>();
            environment.keySet().stream().filter(name -> name.startsWith(PREFIX)).forEach(unknown::add);
            for (Setting setting : Setting.values()) {
                unknown.remove(setting.variable());
            }
            unknown.forEach(name -> faults.add("There is no setting " + name
                + ": take it out of the environment or correct its name (scripts/langmap help lists the settings)."));
        }

        Optional<DatabaseUrls> database() {
            Optional<String> app = text(Setting.DATABASE_URL, value -> true);
            Optional<String> owner = text(Setting.DATABASE_OWNER_URL, value -> true);
            if (app.isPresent() != owner.isPresent()) {
                Setting given = app.isPresent() ? Setting.DATABASE_URL : Setting.DATABASE_OWNER_URL;
                Setting missing = app.isPresent() ? Setting.DATABASE_OWNER_URL : Setting.DATABASE_URL;
                faults.add(given.variable() + " is set but " + missing.variable() + " is not: an existing "
                    + "database needs both, one login that owns the tables and one that serves requests.");
            }
            Optional<String> ownerUrl = owner.flatMap(url -> url(Setting.DATABASE_OWNER_URL, url));
            Optional<String> appUrl = app.flatMap(url -> url(Setting.DATABASE_URL, url));
            return appUrl.flatMap(url -> ownerUrl.map(other -> new DatabaseUrls(other, url)));
        }

        private Optional<String> url(Setting setting, String text) {
            try {
                return Optional.of(DatabaseUrls.parse(setting.variable(), text));
            } catch (StartupProblem problem) {
                faults.add(problem.getMessage());
                return Optional.empty();
            }
        }

        Optional<String> text(Setting setting, Predicate<String> rule) {
            String value = environment.getOrDefault(setting.variable(), setting.fallback);
            if (environment.containsKey(setting.variable()) && (value.isBlank() || !rule.test(value))) {
                faults.add(setting.variable() + " cannot be “" + value + "”; expected is: " + setting.meaning + ".");
                value = setting.fallback;
            }
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        /** A text that is repeated in no message. */
        Optional<String> secret(Setting setting, String pattern) {
            Optional<String> value = Optional.ofNullable(environment.get(setting.variable()));
            if (value.isPresent() && !value.get().matches(pattern)) {
                faults.add(setting.variable() + " is too short or holds other signs than a header can carry; expected is: " + setting.meaning + ".");
            }
            return value;
        }

        int whole(Setting setting, int least, int most) {
            String value = text(setting, digits -> digits.matches("[0-9]{1,6}")).orElseThrow();
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                faults.add(setting.variable() + " is " + number + ", but must be from " + least + " to " + most + ".");
            }
            return number;
        }

        String choice(Setting setting, String first, String second) {
            return text(setting, value -> value.equals(first) || value.equals(second)).orElseThrow();
        }
    }

    private static boolean isPath(String value) {
        try {
            return !Path.of(value).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null
                && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

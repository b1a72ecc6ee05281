package langmap.db;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.problem.StartupProblem;

/**
 * An installed PostgreSQL.
 *
 * @param folder  where its programs are
 * @param major   15, 16, …
 * @param postgis version of the PostGIS it can load, such as 3.3; empty if there is none
 */
public record ServerBinaries(Path folder, int major, Optional<String> postgis) {
    static final int OLDEST_POSTGRES = 15;
    static final String OLDEST_POSTGIS = "3.3";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");
    private static final Pattern DEFAULT = Pattern.compile("default_version = '([0-9]+\\.[0-9]+)");

    /** Every PostgreSQL of this machine, newest first. */
    static List<ServerBinaries> list() {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
                versions.forEach(version -> folders.add(version.resolve("bin")));
            } catch (IOException e) {
                throw StartupProblem.of("Cannot read " + DEBIAN + ": " + e.getMessage() + ".", e);
            }
        }
        Commands.Outcome onPath = Commands.run(Path.of("/"), List.of("sh", "-c", "readlink -f \"$(command -v initdb)\""));
        if (onPath.exitCode() == 0) {
            folders.add(Path.of(onPath.output().strip()).getParent());
        }
        return folders.stream().filter(folder -> Files.isExecutable(folder.resolve("initdb"))).distinct()
            .map(ServerBinaries::of).sorted(Comparator.comparingInt(ServerBinaries::major).reversed()).toList();
    }

    /**
     * The newest one that will do for new data, or the one that made existing data.
     *
     * @param installed as {@link #list()} gives it
     * @param made      the major version that made the data; empty for new data
     * @throws StartupProblem if there is none, with what to install
     */
    static ServerBinaries choose(List<ServerBinaries> installed, Optional<Integer> made) {
        List<ServerBinaries> fitting = installed.stream().filter(one -> made.map(major -> major == one.major).orElse(true)).toList();
        if (made.isPresent() && fitting.isEmpty()) {
            throw StartupProblem.of("The database was made by PostgreSQL " + made.get() + ", which is not installed: install "
                + packageOf(made.get()) + ", or start with another LANGMAP_HOME and restore a backup there.");
        }
        return fitting.stream().filter(ServerBinaries::willDo).findFirst().orElseThrow(() -> complaint(fitting));
    }

    /**
     * The oldest one whose tools can talk to a server: those of an older PostgreSQL cannot, those of a newer one say too much.
     *
     * @throws StartupProblem if there is none, with what to install
     */
    public static ServerBinaries forServer(int major) {
        return list().stream().filter(one -> one.major >= major).min(Comparator.comparingInt(ServerBinaries::major))
            .orElseThrow(() -> StartupProblem.of("The database runs on PostgreSQL " + major + ", whose pg_dump and pg_restore are not on this "
                + "machine: install them (on Debian: apt-get install postgresql-client-" + major + ")."));
    }

    /** The path of a program such as {@code pg_dump}. */
    public String program(String name) {
        return folder.resolve(name).toString();
    }

    private boolean willDo() {
        return major >= OLDEST_POSTGRES && postgis.filter(version -> !isOlder(version, OLDEST_POSTGIS)).isPresent();
    }

    /** Compares versions such as 3.3 and 3.12 by their numbers. */
    static boolean isOlder(String version, String than) {
        String[] left = version.split("\\.");
        String[] right = than.split("\\.");
        int major = Integer.compare(Integer.parseInt(left[0]), Integer.parseInt(right[0]));
        return major != 0 ? major < 0 : Integer.parseInt(left[1]) < Integer.parseInt(right[1]);
    }

    private static StartupProblem complaint(List<ServerBinaries> installed) {
        if (installed.isEmpty()) {
            return StartupProblem.of("There is no PostgreSQL on this machine: install PostgreSQL 15 or newer with PostGIS 3.3 or newer "
                + "(on Debian scripts/run does it as root; by hand: apt-get install postgresql-15-postgis-3, or the number your Debian has).");
        }
        ServerBinaries newest = installed.get(0);
        if (newest.major < OLDEST_POSTGRES) {
            return StartupProblem.of("PostgreSQL " + newest.major + " is too old: install PostgreSQL 15 or newer with its PostGIS.");
        }
        return StartupProblem.of(newest.postgis
            .map(version -> "PostGIS " + version + " is too old: install PostGIS 3.3 or newer for PostgreSQL " + newest.major)
            .orElse("PostgreSQL " + newest.major + " has no PostGIS: install it") + " (on Debian: apt-get install "
            + packageOf(newest.major) + ").");
    }

    private static String packageOf(int major) {
        return "postgresql-" + major + "-postgis-3";
    }

    private static ServerBinaries of(Path folder) {
        Matcher version = MAJOR.matcher(Commands.run(folder, List.of(folder.resolve("initdb").toString(), "--version")).output());
        return new ServerBinaries(folder, version.find() ? Integer.parseInt(version.group(1)) : 0, postgis(folder));
    }

    private static Optional<String> postgis(Path folder) {
        Commands.Outcome shared = Commands.run(folder, List.of(folder.resolve("pg_config").toString(), "--sharedir"));
        Path control = Path.of(shared.exitCode() == 0 ? shared.output().strip() : "/nowhere", "extension", "postgis.control");
        try {
            Matcher version = DEFAULT.matcher(Files.isReadable(control) ? Files.readString(control) : "");
            return version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw StartupProblem.of("Cannot read " + control + ": " + e.getMessage() + ".", e);
        }
    }
}

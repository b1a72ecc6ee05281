package langmap.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import langmap.problem.StartupProblem;

/** Makes the data folder of a private cluster, and the logins, databases and extensions in it. */
final class ClusterSetup {
    /** What the migrations may use; PostGIS first, for pgrouting needs it. */
    static final List<String> EXTENSIONS = List.of("postgis", "btree_gist", "unaccent", "pg_trgm", "pgrouting");

    private ClusterSetup() {
    }

    /** For two cores and a few gigabytes; parallel workers off, since requests fill the cores and containers have little /dev/shm. */
    static List<String> settings(int port) {
        Map<String, String> settings = Map.ofEntries(
            Map.entry("port", String.valueOf(port)), Map.entry("listen_addresses", "127.0.0.1"), Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"), Map.entry("shared_buffers", "256MB"), Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"), Map.entry("effective_cache_size", "1GB"), Map.entry("random_page_cost", "1.1"),
            Map.entry("max_parallel_workers_per_gather", "0"), Map.entry("max_parallel_maintenance_workers", "0"),
            Map.entry("jit", "off"), Map.entry("max_wal_size", "512MB"), Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"), Map.entry("logging_collector", "off"),
            Map.entry("log_line_prefix", "%m [%p] %u "), Map.entry("cluster_name", "langmap"));
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }

    /** Makes the data folder beside its place and moves it there when it is whole, so that a crash leaves nothing half-made. */
    static void makeData(ClusterHome home, ServerBinaries binaries, ClusterSecrets secrets) {
        Path draft = home.folder().resolve("data.new");
        Path password = home.folder().resolve("password.new");
        try {
            deleteTree(draft);
            Files.createDirectory(draft);
            home.giveToServer(draft);
            Files.deleteIfExists(password);
            Files.createFile(password);
            home.giveToServer(password);
            Files.writeString(password, secrets.admin() + "\n");
            Commands.Outcome made = Commands.run(home, home.asServer(List.of(binaries.program("initdb"), "--pgdata", draft.toString(),
                "--username", ClusterSecrets.ADMIN, "--pwfile", password.toString(), "--encoding", "UTF8", "--locale", "C.UTF-8",
                "--auth-host", "scram-sha-256", "--auth-local", "reject", "--data-checksums")));
            Files.deleteIfExists(password);
            if (made.exitCode() != 0) {
                deleteTree(draft);
                throw StartupProblem.of("The database cannot be made in " + home.folder() + ": " + made.lastLine() + ".");
            }
            Files.move(draft, home.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StartupProblem.of("The database cannot be made in " + home.folder() + " (" + e + "): see that there is space and "
                + "that this user may write there.", e);
        }
    }

    /** Logins and the database, made if missing; true each time, whatever a crash left. */
    static void makeLogins(String adminUrl, ClusterSecrets secrets) throws SQLException {
        try (Connection admin = DriverManager.getConnection(adminUrl); Statement statement = admin.createStatement()) {
            for (Map.Entry<String, String> login : Map.of(ClusterSecrets.OWNER, secrets.owner(), ClusterSecrets.APP, secrets.app()).entrySet()) {
                if (isEmpty(statement, "select from pg_roles where rolname = '" + login.getKey() + "'")) {
                    statement.execute("create role " + login.getKey());
                }
                statement.execute("alter role " + login.getKey() + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls "
                    + "password '" + login.getValue() + "'");
            }
        }
    }

    /** Makes a database of the owner's if it is missing, as a copy of {@code template}. */
    static void makeDatabase(String adminUrl, String name, String template) throws SQLException {
        try (Connection admin = DriverManager.getConnection(adminUrl); Statement statement = admin.createStatement()) {
            if (isEmpty(statement, "select from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner " + ClusterSecrets.OWNER + " template " + template);
            }
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + ClusterSecrets.APP);
        }
    }

    /** The extensions, and the owner's right to add the coordinate systems of the province. */
    static void makeExtensions(String adminUrl) throws SQLException {
        try (Connection admin = DriverManager.getConnection(adminUrl); Statement statement = admin.createStatement()) {
            for (String extension : EXTENSIONS) {
                if (isEmpty(statement, "select from pg_available_extensions where name = '" + extension + "'")) {
                    String major = "postgresql-" + admin.getMetaData().getDatabaseMajorVersion();
                    throw StartupProblem.of("PostgreSQL has no " + extension + ": install it (on Debian: apt-get install " + major
                        + (extension.equals("pgrouting") ? "-pgrouting" : "-postgis-3") + ").");
                }
                statement.execute("create extension if not exists " + extension);
            }
            if (!isEmpty(statement, "select from pg_available_extensions where name = 'postgis' and installed_version <> default_version")) {
                statement.execute("alter extension postgis update");
            }
            statement.execute("grant select, insert, update, delete on spatial_ref_sys to " + ClusterSecrets.OWNER);
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

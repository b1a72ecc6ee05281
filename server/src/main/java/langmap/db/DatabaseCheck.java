package langmap.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import langmap.problem.StartupProblem;

/** Whether a database will do, found out before anything is changed in it. */
public final class DatabaseCheck {
    private static final String LIMITS = "&loginTimeout=10&connectTimeout=10";

    private DatabaseCheck() {
    }

    /**
     * Tries both logins and looks at the versions.
     *
     * @throws StartupProblem with what to do if the database does not answer, refuses a login or is too old or not ready for use
     */
    public static void refuseUnusable(DatabaseUrls urls) {
        try (Connection app = open(urls.appUrl(), "application login, LANGMAP_DATABASE_URL");
             Connection owner = open(urls.ownerUrl(), "owner's login, LANGMAP_DATABASE_OWNER_URL")) {
            String name = DatabaseUrls.address(urls.appUrl());
            String where = "select current_database() || ' of ' || pg_postmaster_start_time()";
            if (!one(app, where).equals(one(owner, where))) {
                throw StartupProblem.of("LANGMAP_DATABASE_URL and LANGMAP_DATABASE_OWNER_URL lead to two different databases: name the "
                    + "same one in both.");
            }
            if (owner.getMetaData().getDatabaseMajorVersion() < ServerBinaries.OLDEST_POSTGRES) {
                throw StartupProblem.of("The database " + name + " runs on PostgreSQL " + owner.getMetaData().getDatabaseMajorVersion()
                    + ", which is too old: use PostgreSQL " + ServerBinaries.OLDEST_POSTGRES + " or newer.");
            }
            refuseMissingExtensions(owner, name);
        } catch (SQLException e) {
            throw StartupProblem.of("The database could not be looked at: " + firstLine(e) + ".", e);
        }
    }

    private static void refuseMissingExtensions(Connection owner, String name) throws SQLException {
        List<String> missing = ClusterSetup.EXTENSIONS.stream().filter(extension -> version(owner, extension).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw StartupProblem.of("The database " + name + " lacks " + String.join(", ", missing) + ": let its superuser run “create extension "
                + String.join("; create extension ", missing) + "” in it, after installing PostGIS if the server has none.");
        }
        String postgis = version(owner, "postgis").orElseThrow();
        if (ServerBinaries.isOlder(postgis, ServerBinaries.OLDEST_POSTGIS)) {
            throw StartupProblem.of("The database " + name + " has PostGIS " + postgis + ", which is too old: install PostGIS "
                + ServerBinaries.OLDEST_POSTGIS + " or newer and let its superuser run “alter extension postgis update” in it.");
        }
    }

    private static Optional<String> version(Connection connection, String extension) {
        try {
            return Optional.of(one(connection, "select coalesce(max(extversion), '') from pg_extension where extname = '" + extension + "'"))
                .filter(version -> !version.isEmpty());
        } catch (SQLException e) {
            throw StartupProblem.of("The database could not be looked at: " + firstLine(e) + ".", e);
        }
    }

    /**
     * Opens a connection.
     *
     * @param login what the address is called in the sentence if that fails
     * @throws StartupProblem if nobody answers there or the login is refused
     */
    public static Connection open(String url, String login) {
        try {
            return DriverManager.getConnection(url + LIMITS);
        } catch (SQLException e) {
            String name = DatabaseUrls.address(url);
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith("08")) {
                throw StartupProblem.of("No database answers at " + name + " (" + login + "): start it, or correct the address.", e);
            }
            if (state.startsWith("28")) {
                throw StartupProblem.of("The database " + name + " refuses the " + login + ": correct user and password.", e);
            }
            throw StartupProblem.of("The database " + name + " cannot be used with the " + login + ": " + firstLine(e) + ".", e);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    }
}

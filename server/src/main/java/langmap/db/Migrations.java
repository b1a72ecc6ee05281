package langmap.db;

import java.util.Arrays;
import java.util.List;
import langmap.problem.StartupProblem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings a database to the shape this program expects: tables by Flyway, then the schemas of views and functions, which are
 * dropped and rebuilt in one transaction so that a migration never fights a view.
 */
public final class Migrations {
    private static final String MEASURES = "db/measure";
    /** The driver must not cut files into statements itself: bodies between begin atomic and end are beyond it. */
    private static final String WHOLE_FILES = "&preferQueryMode=simple";

    private Migrations() {
    }

    /**
     * Migrates as the owner and lets the application login use the result.
     *
     * @throws StartupProblem if the database cannot be used, was written by a newer version of the program or cannot be migrated
     */
    public static void migrate(DatabaseUrls urls) {
        DatabaseCheck.refuseUnusable(urls);
        Flyway flyway = flyway(urls.ownerUrl());
        refuseNewerDatabase(flyway);
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw StartupProblem.of("The database could not be brought to this version and was left as it was: " + cause(e) + ".", e);
        }
        String application = Jdbi.create(urls.appUrl())
            .withHandle(handle -> handle.createQuery("select current_user").mapTo(String.class).one());
        Jdbi.create(urls.ownerUrl() + WHOLE_FILES).useTransaction(handle -> {
            rebuildSchema(handle, "measure", SqlFiles.list(MEASURES));
            grant(handle, application);
        });
    }

    private static Flyway flyway(String ownerUrl) {
        FluentConfiguration configuration = Flyway.configure()
            .dataSource(ownerUrl, null, null)
            .locations("classpath:db/migration")
            .placeholderReplacement(false)
            .validateMigrationNaming(true)
            .ignoreMigrationPatterns("*:future");
        return configuration.load();
    }

    private static void refuseNewerDatabase(Flyway flyway) {
        for (var info : flyway.info().applied()) {
            if (info.getState() == MigrationState.FUTURE_SUCCESS || info.getState() == MigrationState.FUTURE_FAILED) {
                throw StartupProblem.of("The database was written by a newer version of LangMap (migration "
                    + info.getVersion() + "); start that version, or point this one at another database.");
            }
        }
    }

    /** True if this program knows no migration as new as {@code version}. */
    public static boolean isNewer(String version, DatabaseUrls urls) {
        MigrationVersion asked = MigrationVersion.fromVersion(version);
        return Arrays.stream(flyway(urls.ownerUrl()).info().all()).filter(info -> info.getState().isResolved())
            .noneMatch(info -> info.getVersion().compareTo(asked) >= 0);
    }

    /** The first line of what is at the bottom of a failure. */
    private static String cause(Throwable failure) {
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        return String.valueOf(bottom.getMessage()).lines().findFirst().orElse("").strip();
    }

    private static void rebuildSchema(Handle handle, String schema, List<String> statements) {
        handle.execute("drop schema if exists " + schema + " cascade");
        handle.execute("create schema " + schema);
        statements.forEach(sql -> SqlFiles.runScript(handle, sql));
    }

    private static void grant(Handle handle, String application) {
        String name = '"' + application.replace("\"", "\"\"") + '"';
        for (String schema : List.of("public", "measure")) {
            handle.execute("grant usage on schema " + schema + " to " + name);
        }
        handle.execute("grant select, insert, update, delete on all tables in schema public to " + name);
        String database = handle.createQuery("select quote_ident(current_database())").mapTo(String.class).one();
        handle.execute("grant temporary on database " + database + " to " + name);
        handle.execute("grant usage on all sequences in schema public to " + name);
        handle.execute("grant select on all tables in schema measure to " + name);
        handle.execute("grant execute on all functions in schema measure to " + name);
    }
}

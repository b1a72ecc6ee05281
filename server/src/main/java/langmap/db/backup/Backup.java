package langmap.db.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import langmap.db.DatabaseCheck;
import langmap.problem.StartupProblem;
import org.postgresql.PGConnection;

/** Writes a backup: an archive of a manifest, the coordinate systems somebody added, and the dump. */
public final class Backup {
    static final String MANIFEST = "backup.properties";
    static final String SYSTEMS = "spatial_ref_sys.copy";
    static final String DUMP = "database.dump";

    private Backup() {
    }

    /**
     * Writes the database as it is at this moment, whether or not it is in use. The file appears when it is whole.
     *
     * @param url     JDBC URL of a login that may read everything
     * @param file    must not exist yet; only this user will be able to read it
     * @param program version of this program
     * @throws StartupProblem if there is nothing to write or it cannot be written
     */
    public static Manifest write(String url, Path file, String program) {
        if (Files.exists(file)) {
            throw StartupProblem.ofUsage("There is a file " + file + " already: name another one, or move it away.");
        }
        try (Connection connection = DatabaseCheck.open(url, "login for backups")) {
            Manifest manifest = new Manifest(program, migration(connection), connection.getMetaData().getDatabaseProductVersion());
            ClientPrograms programs = new ClientPrograms(url, connection.getMetaData().getDatabaseMajorVersion());
            write(file, zip -> {
                zip.putNextEntry(new ZipEntry(MANIFEST));
                manifest.write(zip);
                zip.putNextEntry(new ZipEntry(DUMP));
                programs.dump(zip);
                zip.putNextEntry(new ZipEntry(SYSTEMS));
                copySystems(connection, zip);
            });
            return manifest;
        } catch (SQLException e) {
            throw StartupProblem.of("No backup was written: " + e.getMessage() + ".", e);
        }
    }

    /** Writes the parts of a backup. */
    @FunctionalInterface
    private interface Content {
        void writeTo(ZipOutputStream zip) throws IOException, SQLException;
    }

    private static void write(Path file, Content content) throws SQLException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            draft.toFile().deleteOnExit();   // Ctrl-C comes by no finally
            try (OutputStream out = Files.newOutputStream(draft); ZipOutputStream zip = new ZipOutputStream(out)) {
                content.writeTo(zip);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StartupProblem.of("The backup could not be written to " + file + " (" + e + "): see that the folder is there, has space, "
                + "and that this user may write there.", e);
        } finally {
            discard(draft);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw StartupProblem.of("Cannot remove " + draft + ", an unfinished backup: remove it by hand.", e);
        }
    }

    private static String migration(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
                table.next();
                if (!table.getBoolean(1)) {
                    throw StartupProblem.of("There is nothing to back up yet: the database is empty.");
                }
            }
            try (ResultSet rows = statement.executeQuery(
                "select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1")) {
                if (!rows.next()) {
                    throw StartupProblem.of("There is nothing to back up yet: the database is empty.");
                }
                return rows.getString(1);
            }
        }
    }

    /** The rows that did not come with PostGIS, by its own account of which those are. */
    private static void copySystems(Connection connection, OutputStream out) throws SQLException, IOException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
            "select coalesce(max(extcondition[array_position(extconfig, 'spatial_ref_sys'::regclass::oid)]), 'where false') "
                + "from pg_extension where extname = 'postgis'")) {
            rows.next();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select srid, auth_name, auth_srid, srtext, proj4text "
                + "from spatial_ref_sys " + rows.getString(1) + " order by srid) to stdout", out);
        }
    }
}

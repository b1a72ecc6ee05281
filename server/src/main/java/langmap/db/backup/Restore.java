package langmap.db.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import langmap.db.DatabaseCheck;
import langmap.db.DatabaseUrls;
import langmap.db.Migrations;
import langmap.problem.StartupProblem;
import org.postgresql.PGConnection;

/** A backup that was read through and found whole, ready to be brought back. */
public final class Restore {
    /** What is in the database besides what its extensions brought along. */
    private static final String FOREIGN = """
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
          and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        order by 1 limit 1""";

    private final Path file;
    private final Manifest manifest;

    private Restore(Path file, Manifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /**
     * Reads a file through.
     *
     * @throws StartupProblem if it is no backup or damaged
     */
    public static Restore open(Path file) {
        if (!Files.isReadable(file)) {
            throw StartupProblem.ofUsage("There is no file " + file + " that could be read: name a file that scripts/backup wrote.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String name : List.of(Backup.MANIFEST, Backup.DUMP, Backup.SYSTEMS)) {
                refuseDamaged(zip, name);
            }
            return new Restore(file, Manifest.read(zip.getInputStream(zip.getEntry(Backup.MANIFEST))));
        } catch (IOException e) {
            throw StartupProblem.of("The file " + file + " is not a backup of LangMap, or it is damaged (" + e.getMessage()
                + "): take another copy of it.", e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Brings the tables back, all or nothing. Afterwards the database must be migrated, which makes the measures and gives the
     * application its rights; LangMap does so at every start, so that a crash in between does no harm.
     *
     * @throws StartupProblem if the backup is newer than this program, or the database is not empty
     */
    public void into(DatabaseUrls urls) {
        DatabaseCheck.refuseUnusable(urls);
        if (Migrations.isNewer(manifest.migration(), urls)) {
            throw StartupProblem.of("The backup was written by a newer LangMap (" + manifest.program() + ", migration " + manifest.migration()
                + "): restore it with that version.");
        }
        try (Connection owner = DatabaseCheck.open(urls.ownerUrl(), "owner's login"); ZipFile zip = new ZipFile(file.toFile())) {
            refuseUsed(owner);
            addSystems(owner, zip.getInputStream(zip.getEntry(Backup.SYSTEMS)));
            new ClientPrograms(urls.ownerUrl(), owner.getMetaData().getDatabaseMajorVersion())
                .restore(zip.getInputStream(zip.getEntry(Backup.DUMP)));
            takeStatistics(owner);
        } catch (SQLException | IOException e) {
            throw StartupProblem.of("Nothing was restored: " + e.getMessage() + ".", e);
        }
    }

    private static void refuseUsed(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet rows = statement.executeQuery(FOREIGN)) {
            if (rows.next()) {
                throw StartupProblem.of("The database is not empty (it holds " + rows.getString(1) + "), and nothing was changed: a backup is "
                    + "restored into an empty one, so set LANGMAP_HOME to a new folder or name a new database in LANGMAP_DATABASE_URL.");
            }
        }
    }

    /** A newer PostGIS may know some of them by itself. */
    private static void addSystems(Connection owner, InputStream in) throws SQLException, IOException {
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement()) {
            statement.execute("create temporary table added (like spatial_ref_sys) on commit drop");
            if (owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy added from stdin", in) > 0) {
                statement.execute("insert into spatial_ref_sys select * from added on conflict do nothing");
            }
        }
        owner.commit();
    }

    /** They are not in a dump, and first answers are slow without them. */
    private static void takeStatistics(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("analyze");
        }
        owner.commit();
    }

    private static void refuseDamaged(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing in it");
        }
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new IOException(name + " was changed");
        }
    }
}

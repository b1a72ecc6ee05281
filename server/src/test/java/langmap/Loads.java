package langmap;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.db.Database;
import langmap.db.DatabaseUrls;
import langmap.db.Migrations;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import langmap.importer.Progress;
import langmap.problem.Problem;

/** Loading in tests: a few units in a database of their own, what was refused and why, and what a database holds. */
public final class Loads {
    private static final Path RESOURCES = Checkout.root().resolve("server/src/test/resources");

    private Loads() {
    }

    /** A folder of the test resources. */
    public static Path folder(String name) {
        return RESOURCES.resolve(name);
    }

    /** A database with two districts of three communes and a town, all with boundaries, one of which is cut in 2025, and a small plan. */
    public static TestDatabase small() {
        return granted(TestDatabase.fresh("small", urls -> {
            Migrations.migrate(urls);
            load(urls, folder("small"));
            load(urls, folder("small-plan"));
        }));
    }

    /** A database of a test's own with the shipped data in it, to be loaded into. */
    public static TestDatabase sample() {
        return granted(TestApp.sample());
    }

    /** A copy of a database lacks the rights on the database itself; every start grants them. */
    private static TestDatabase granted(TestDatabase database) {
        Migrations.migrate(database.urls());
        return database;
    }

    /** Loads a folder; returns how many rows. */
    public static int load(DatabaseUrls urls, Path folder) {
        try (Database database = Database.open(urls, 2)) {
            return App.importer(database).load(folder, true, Progress.SILENT);
        }
    }

    /** What is refused of a folder, one line a fault; none if it was loaded. */
    public static List<String> refusals(DatabaseUrls urls, Path folder) {
        try {
            load(urls, folder);
            return List.of();
        } catch (Problem problem) {
            return problem.faults().stream().map(fault -> fault.field() + ": " + fault.detail() + " " + fault.remedy()).toList();
        }
    }

    /** Rows and their checksum by table. */
    public static Map<String, String> contents(TestDatabase database) {
        String all = one(database, """
            select string_agg(format('select %L as name, count(*), md5(string_agg(row::text, ''|'' order by row::text)) from %I row', tablename, tablename), ' union all ')
            from pg_tables where schemaname = 'public' and tablename not in ('spatial_ref_sys', 'flyway_schema_history')""");
        Map<String, String> contents = new TreeMap<>();
        rows(database, all).forEach(table -> contents.put(table.get(0), table.subList(1, 3).toString()));
        return contents;
    }

    /** The rows of a statement as text. */
    public static List<List<String>> rows(TestDatabase database, String sql) {
        try (Connection connection = DriverManager.getConnection(database.adminUrl()); Statement statement = connection.createStatement();
             ResultSet found = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The single text of a statement. */
    public static String one(TestDatabase database, String sql) {
        return rows(database, sql).get(0).get(0);
    }
}

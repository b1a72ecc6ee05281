package langmap.docs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The page that describes every table and function, made from the comments in a migrated database. */
public final class SchemaDocument {
    private static final String HEAD = """
        # Schema of the database, for whoever writes SQL against LangMap

        Generated from the comments of a migrated database by `scripts/documents`; do not edit. Tables are made by the files of
        `server/src/main/resources/db/migration`, measure functions by those of `server/src/main/resources/db/measure`, which are dropped and
        made anew at every start. Geometries are WGS 84 (EPSG:4326). The table in which the migrations themselves are noted is left out.
        """;
    /** Ours: not of an extension and not the book-keeping of migrations. */
    private static final String OURS = """
         not exists (select from pg_depend where objid = %1$s.oid and classid = '%2$s'::regclass and deptype = 'e')
        """;
    private static final String TABLES = """
        select relname, coalesce(obj_description(pg_class.oid, 'pg_class'), '') from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p') and relname <> 'flyway_schema_history' and
        """ + OURS.formatted("pg_class", "pg_class") + " order by relname";
    private static final String COLUMNS = """
        select attname, format_type(atttypid, atttypmod), case when attnotnull then '' else 'may be null' end,
               coalesce(col_description(attrelid, attnum), '')
        from pg_attribute where attrelid = ('public.' || ?)::regclass and attnum > 0 and not attisdropped order by attnum""";
    private static final String RULES = """
        select conname, pg_get_constraintdef(oid) from pg_constraint
        where conrelid = ('public.' || ?)::regclass and contype in ('p', 'u', 'f', 'c', 'x') order by position(contype::text in 'pufcx'), conname""";
    private static final String INDEXES = """
        select indexname, regexp_replace(indexdef, '^.* USING ', '') from pg_indexes
        where schemaname = 'public' and tablename = ? and not exists (select from pg_constraint where conname = indexname) order by indexname""";
    private static final String FUNCTIONS = """
        select proname, pg_get_function_arguments(pg_proc.oid), pg_get_function_result(pg_proc.oid), coalesce(obj_description(pg_proc.oid, 'pg_proc'), '')
        from pg_proc where pronamespace = ?::regnamespace and
        """ + OURS.formatted("pg_proc", "pg_proc") + " order by proname, 2";

    private final Connection connection;

    private SchemaDocument(Connection connection) {
        this.connection = connection;
    }

    /** The page in Markdown. */
    public static String of(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return new SchemaDocument(connection).page();
        }
    }

    /** Names of tables, columns and functions nobody has commented. */
    public static List<String> listUncommented(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            SchemaDocument schema = new SchemaDocument(connection);
            List<String> bare = new ArrayList<>();
            for (List<String> table : schema.rows(TABLES)) {
                schema.rows(COLUMNS, table.get(0)).stream().filter(column -> column.get(3).isBlank())
                    .forEach(column -> bare.add(table.get(0) + "." + column.get(0)));
                if (table.get(1).isBlank()) {
                    bare.add(table.get(0));
                }
            }
            for (String space : List.of("public", "measure")) {
                schema.rows(FUNCTIONS, space).stream().filter(function -> function.get(3).isBlank())
                    .forEach(function -> bare.add(space + "." + function.get(0)));
            }
            return bare;
        }
    }

    private String page() throws SQLException {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Tables\n");
        for (List<String> table : rows(TABLES)) {
            appendTable(table.get(0), table.get(1), page);
        }
        page.append("\n## Functions\n");
        appendFunctions("public", page);
        page.append("\n## Measure functions\n");
        appendFunctions("measure", page);
        return page.toString();
    }

    private void appendTable(String name, String comment, StringBuilder page) throws SQLException {
        page.append("\n### ").append(name).append("\n\n").append(comment).append("\n\n| column | type | | |\n|---|---|---|---|\n");
        for (List<String> column : rows(COLUMNS, name)) {
            page.append("| `").append(column.get(0)).append("` | ").append(column.get(1)).append(" | ").append(column.get(2)).append(" | ")
                .append(Markdown.cell(column.get(3))).append(" |\n");
        }
        page.append('\n');
        for (List<String> rule : rows(RULES, name)) {
            page.append("- `").append(rule.get(0)).append("`: `").append(rule.get(1)).append("`\n");
        }
        for (List<String> index : rows(INDEXES, name)) {
            page.append("- index `").append(index.get(0)).append("`: `").append(index.get(1)).append("`\n");
        }
    }

    private void appendFunctions(String space, StringBuilder page) throws SQLException {
        for (List<String> function : rows(FUNCTIONS, space)) {
            page.append("\n### ").append(space).append('.').append(function.get(0)).append("\n\n").append(function.get(3)).append("\n\n    (")
                .append(function.get(1)).append(")\n    returns ").append(function.get(2)).append('\n');
        }
    }

    private List<List<String>> rows(String query, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }
}

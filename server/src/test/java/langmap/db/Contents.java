package langmap.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a database holds, as text that can be compared: each table by rows and hash, and everything around the tables. */
public final class Contents {
    private static final String OURS = " not like 'pg\\_%' and nspname <> 'information_schema'";
    private static final String OF_EXTENSION = " exists (select from pg_depend where objid = %s.oid and classid = '%s'::regclass and deptype = 'e')";
    private static final String STRUCTURE = """
        select c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c
        join pg_namespace n on n.oid = connamespace where nspname"""
        + OURS + """
         and not exists (select from pg_depend where objid = c.conrelid and deptype = 'e')
        union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'spatial_ref_sys'
        union all select sequencename || ' at ' || coalesce(last_value, 0) from pg_sequences
        union all select objoid::regclass || ' ' || objsubid || ' ' || description from pg_description where classoid = 'pg_class'::regclass
          and objoid::regclass::text not like 'pg\\_%'
        union all select grantee || ' may ' || privilege_type || ' ' || table_name from information_schema.role_table_grants
          where grantee = 'langmap_app'
        union all select format('%s owns %s', relowner::regrole, c.oid::regclass) from pg_class c
          where relnamespace in ('public'::regnamespace, 'measure'::regnamespace) and not"""
        + String.format(OF_EXTENSION, "c", "pg_class") + """
         union all select p.oid::regprocedure || ' ' || proacl::text || ' ' || pg_get_functiondef(p.oid) from pg_proc p
          where pronamespace in ('public'::regnamespace, 'measure'::regnamespace) and not"""
        + String.format(OF_EXTENSION, "p", "pg_proc") + """
         union all select p.oid::regprocedure || ' ' || pg_get_functiondef(p.oid) from pg_proc p
          where pronamespace in ('public'::regnamespace, 'measure'::regnamespace) and not"""
        + String.format(OF_EXTENSION, "p", "pg_proc") + " order by 1";
    private static final String TABLES = "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = relnamespace where nspname"
        + OURS + " and relkind = 'r' and (relname = 'spatial_ref_sys' or not" + String.format(OF_EXTENSION, "c", "pg_class") + ") order by 1";

    private Contents() {
    }

    /** Table by table: how many rows, and a hash of them whatever their order. */
    public static TreeMap<String, String> rows(String url) {
        TreeMap<String, String> rows = new TreeMap<>();
        for (String table : list(url, TABLES)) {
            rows.put(table, list(url, "select count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text collate \"C\")), '')"
                + " from " + table + " t").get(0));
        }
        return rows;
    }

    /** Constraints, indexes, comments, sequences, functions, owners and the application's rights. */
    public static List<String> structure(String url) {
        return list(url, STRUCTURE);
    }

    /** The first column of a query. */
    public static List<String> list(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url); ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> list = new ArrayList<>();
            while (rows.next()) {
                list.add(rows.getString(1));
            }
            return list;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Runs a statement. */
    public static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

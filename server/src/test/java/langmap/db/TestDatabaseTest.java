package langmap.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void preparesATemplateOnceAndGivesEachTestItsOwnCopy() throws SQLException {
        AtomicInteger prepared = new AtomicInteger();
        try (TestDatabase first = TestDatabase.fresh("counted", urls -> fill(urls, prepared));
             TestDatabase second = TestDatabase.fresh("counted", urls -> fill(urls, prepared))) {
            execute(first.urls().ownerUrl(), "delete from commune");
            assertThat(prepared).hasValue(1);
            assertThat(one(first.urls().ownerUrl(), "select count(*)::text from commune")).isEqualTo("0");
            assertThat(one(second.urls().ownerUrl(), "select name from commune")).isEqualTo("Đề Thám");
        }
    }

    @Test
    void hasTheExtensionsUtf8AndTheLocale() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            String url = database.urls().appUrl();
            assertThat(one(url, "select string_agg(extname, ' ' order by extname) from pg_extension"))
                .contains("btree_gist", "pg_trgm", "postgis", "unaccent");
            assertThat(one(url, "select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database where datname = current_database()"))
                .isEqualTo("UTF8 C.UTF-8");
        }
    }

    @Test
    void givesTheApplicationNoRightsOfItsOwn() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh("counted", urls -> fill(urls, new AtomicInteger()))) {
            String url = database.urls().appUrl();
            assertThat(one(url, "select rolname from pg_roles where rolname like 'langmap%' and rolname <> 'langmap_admin'"
                + " and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)")).isEmpty();
            assertThat(one(url, "select count(*)::text from pg_class where relowner = 'langmap_app'::regrole")).isEqualTo("0");
            assertThatThrownBy(() -> execute(url, "create table mine ()")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(url, "create temporary table mine ()")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(url, "select from commune")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void letsTheOwnerAddACoordinateSystem() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            execute(database.urls().ownerUrl(), "insert into spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)"
                + " values (990001, 'test', 1, '', '+proj=longlat')");
        }
    }

    private static void fill(DatabaseUrls urls, AtomicInteger prepared) {
        prepared.incrementAndGet();
        try {
            execute(urls.ownerUrl(), "create table commune as select 'Đề Thám' as name");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(sql);
        }
    }

    /** The single value of a query as text; empty if there is no row. */
    static String one(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}

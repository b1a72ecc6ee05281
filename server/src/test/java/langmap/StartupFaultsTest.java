package langmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import langmap.db.Contents;
import langmap.db.TestDatabase;
import langmap.problem.StartupProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where LangMap cannot start, it says in one sentence what to do, ends with a code that is not zero, and leaves everything as it was. */
final class StartupFaultsTest {
    private static void refuses(Map<String, String> settings, int exitCode, String... sentences) {
        try (LangMapProcess langMap = LangMapProcess.start(settings, "serve")) {
            assertThat(langMap.exitCode()).as(langMap.err()).isEqualTo(exitCode);
            assertThat(langMap.err().lines()).hasSize(sentences.length).allMatch(line -> line.endsWith("."));
            assertThat(langMap.err()).startsWith("LangMap: ").contains(sentences);
            assertThat(langMap.out()).doesNotContain("LangMap is at");
        }
    }

    private static Map<String, String> on(TestDatabase database) {
        return new HashMap<>(Map.of("LANGMAP_DATABASE_URL", database.urls().appUrl(), "LANGMAP_DATABASE_OWNER_URL", database.urls().ownerUrl()));
    }

    @Test
    void everyWrongSettingIsToldAtOnce() {
        Map<String, String> settings = Map.of("LANGMAP_PROT", "8080", "LANGMAP_ZOOM", "", "LANGMAP_PORT", "70000", "LANGMAP_SAMPLE", "maybe",
            "LANGMAP_DATABASE_URL", "mysql://x", "LANGMAP_HOST", " ", "LANGMAP_ADMIN_TOKEN", "s3cret");
        refuses(settings, 2, "There is no setting LANGMAP_PROT: take it out of the environment or correct its name", "no setting LANGMAP_ZOOM",
            "LANGMAP_PORT is 70000, but must be from 0 to 65535.", "LANGMAP_SAMPLE cannot be “maybe”; expected is: on or off",
            "LANGMAP_DATABASE_OWNER_URL is not: an existing", "LANGMAP_DATABASE_URL is not the address of a PostgreSQL database",
            "LANGMAP_HOST cannot be “ ”", "LANGMAP_ADMIN_TOKEN is too short or holds other signs than a header can carry; expected is: what the administrator");
    }

    @ParameterizedTest
    @CsvSource({"dance, There is no command “dance”", "serve now, The command “serve” takes nothing after it", "restore, The command “restore” needs a file",
        "backup a b, The command “backup” needs the name of one file at most", "import /nowhere, There is no data-sets.yaml in /nowhere"})
    void aWrongCommandLineIsTold(String line, String sentence) {
        try (LangMapProcess langMap = LangMapProcess.start(Map.of(), line.split(" "))) {
            assertThat(langMap.exitCode()).isEqualTo(2);
            assertThat(langMap.err()).startsWith("LangMap: " + sentence).endsWith(".\n").hasLineCount(1);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsTold() throws IOException {
        String address = "127.0.0.1:" + freePort() + "/langmap";
        refuses(Map.of("LANGMAP_DATABASE_URL", "postgresql://a:secret@" + address, "LANGMAP_DATABASE_OWNER_URL", "postgresql://o:secret@" + address),
            1, "No database answers at postgresql://" + address + " (application login, LANGMAP_DATABASE_URL): start it, or correct the address");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aWrongPasswordADatabaseThatIsMissingAndTwoDatabasesAreTold() {
        try (TestDatabase database = TestDatabase.fresh(); TestDatabase other = TestDatabase.fresh()) {
            Map<String, String> settings = on(database);
            settings.put("LANGMAP_DATABASE_OWNER_URL", database.urls().ownerUrl().replaceFirst("password=.*", "password=wrong"));
            refuses(settings, 1, "The database postgresql:" + place(database) + " refuses the owner's login, LANGMAP_DATABASE_OWNER_URL: correct");
            settings.put("LANGMAP_DATABASE_OWNER_URL", other.urls().ownerUrl());
            refuses(settings, 1, "LANGMAP_DATABASE_URL and LANGMAP_DATABASE_OWNER_URL lead to two different databases: name the same");
            settings.put("LANGMAP_DATABASE_URL", database.urls().appUrl().replaceFirst("/test_[0-9]+", "/no_such"));
            refuses(settings, 1, "The database postgresql:" + place(database).replaceFirst("test_[0-9]+", "no_such")
                + " cannot be used with the application login, LANGMAP_DATABASE_URL: FATAL: database \"no_such\" does not exist");
        }
    }

    private static String place(TestDatabase database) {
        return database.urls().appUrl().replaceFirst("^jdbc:postgresql:", "").replaceFirst("\\?.*", "");
    }

    @Test
    void aDatabaseWithoutPostgisIsTold() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Contents.execute(database.adminUrl(), "drop extension postgis cascade");
            refuses(on(database), 1, "The database postgresql:" + place(database) + " lacks postgis, pgrouting: let its superuser run “create extension postgis; create extension pgrouting” in it");
            assertThat(Contents.rows(database.adminUrl())).isEmpty();
        }
    }

    /** The catalogue says which PostGIS made the functions of the database; here it is made to say an old one. */
    @Test
    void aPostgisThatIsTooOldIsTold() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Contents.execute(database.adminUrl(), "update pg_extension set extversion = '2.5.9' where extname = 'postgis'");
            refuses(on(database), 1, "The database postgresql:" + place(database) + " has PostGIS 2.5.9, which is too old: install PostGIS 3.3 or newer");
            assertThat(Contents.rows(database.adminUrl())).containsOnlyKeys("spatial_ref_sys");
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsTold() {
        try (TestDatabase database = TestApp.real()) {
            Contents.execute(database.urls().ownerUrl(), "insert into flyway_schema_history select 9001, '9001', 'new', type, script, checksum,"
                + " installed_by, installed_on, 1, true from flyway_schema_history order by installed_rank desc limit 1");
            Map<String, String> before = Contents.rows(database.adminUrl());
            refuses(on(database), 1, "The database was written by a newer version of LangMap (migration 9001); start that version");
            assertThat(Contents.rows(database.adminUrl())).isEqualTo(before);
        }
    }

    @Test
    void aMigrationThatFailsLeavesTheDatabaseAsItWas() {
        try (TestDatabase database = TestDatabase.fresh()) {
            Contents.execute(database.urls().ownerUrl(), "create table data_set (theirs int)");
            Map<String, String> before = Contents.rows(database.adminUrl());
            refuses(on(database), 1, "The database could not be brought to this version and was left as it was: ");
            assertThat(Contents.rows(database.adminUrl())).isEqualTo(before);
        }
    }

    @Test
    void aPortInUseAndAHostThatIsNotOursAreToldBeforeAnythingIsLoaded() throws IOException {
        try (TestDatabase database = TestDatabase.fresh(); ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> before = Contents.rows(database.adminUrl());
            Map<String, String> settings = on(database);
            settings.put("LANGMAP_PORT", String.valueOf(taken.getLocalPort()));
            refuses(settings, 1, "Port " + taken.getLocalPort() + " on 127.0.0.1 is in use. Stop the other program or set LANGMAP_PORT to a free port");
            settings.put("LANGMAP_PORT", "0");
            for (String host : new String[] {"192.0.2.1", "no.such.host.invalid"}) {
                settings.put("LANGMAP_HOST", host);
                refuses(settings, 1, "This machine has no address “" + host + "”: correct LANGMAP_HOST");
            }
            assertThat(Contents.rows(database.adminUrl())).isEqualTo(before);
        }
    }

    @Test
    void aPortInUseIsToldBeforeAPrivateDatabaseIsMade(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(Map.of("LANGMAP_HOME", home.toString(), "LANGMAP_PORT", String.valueOf(taken.getLocalPort())), 1, "is in use");
        }
        assertThat(home).doesNotExist();
    }

    /** The web server must not find it out by itself, for then it has its say first. */
    @Test
    void aPortTakenWhileLoadingIsToldByTheSameSentence() throws IOException {
        try (TestDatabase database = TestApp.real(); ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = Map.of("LANGMAP_PORT", String.valueOf(taken.getLocalPort()));
            assertThatThrownBy(() -> TestApp.start(database.urls(), settings)).isInstanceOf(StartupProblem.class)
                .hasMessageStartingWith("Port " + taken.getLocalPort() + " on 127.0.0.1 is in use.");
        }
    }
}

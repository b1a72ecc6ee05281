package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import langmap.db.TestFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However one side or both are ended, the next start serves what was there before. */
final class RecoveryTest {
    private static final String UNITS = "/api/units?level=commune&asOf=2022-12-31";

    private static Path home;
    private static String units;

    @BeforeAll
    static void fill() {
        home = TestFolder.make("langmap-recovery-");
        try (LangMapProcess langMap = start(home)) {
            units = get(langMap, UNITS);
            assertThat(units).contains("Đề Thám");
        }
    }

    @AfterAll
    static void remove() {
        TestFolder.remove(home);
    }

    private static LangMapProcess start(Path home, String... arguments) {
        return LangMapProcess.start(Map.of("LANGMAP_HOME", home.toString(), "LANGMAP_SAMPLE", "off"), arguments.length == 0 ? new String[] {"serve"} : arguments);
    }

    private static String get(LangMapProcess langMap, String path) {
        HttpResponse<byte[]> answer = TestApp.send(HttpRequest.newBuilder(URI.create(langMap.base() + path)).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestApp.text(answer);
    }

    private static void servesAsBefore() {
        try (LangMapProcess langMap = start(home)) {
            assertThat(get(langMap, UNITS)).as("the same bytes").isEqualTo(units);
            assertThat(langMap.out()).doesNotContain("Loading gis-data");
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    private static ProcessHandle server() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid")).get(0))).orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aKilledLangMapTakesItsDatabaseWithItAndStartsAgain() {
        LangMapProcess langMap = start(home);
        get(langMap, UNITS);
        ProcessHandle server = server();
        langMap.kill();
        server.onExit().join();
        servesAsBefore();
    }

    @Test
    void aKilledLangMapStartsAgainAtOnce() {
        LangMapProcess langMap = start(home);
        get(langMap, UNITS);
        langMap.kill();
        servesAsBefore();
    }

    @Test
    void aKilledDatabaseEndsLangMapWithASentenceAndIsRepaired() {
        try (LangMapProcess langMap = start(home)) {
            get(langMap, UNITS);
            server().destroyForcibly();
            assertThat(langMap.exitCode()).isEqualTo(1);
            assertThat(langMap.err()).endsWith("LangMap: The private database ended unexpectedly: start LangMap again, it repairs itself.\n");
        }
        servesAsBefore();
    }

    @Test
    void bothKilledLeaveAProcessFileThatDoesNoHarm() {
        LangMapProcess langMap = start(home);
        get(langMap, UNITS);
        ProcessHandle server = server();
        server.destroyForcibly();
        langMap.kill();
        server.onExit().join();
        assertThat(home.resolve("data/postmaster.pid")).exists();
        servesAsBefore();
    }

    @Test
    void aSecondLangMapOnTheSameFolderIsRefusedButABackupIsNot() throws IOException {
        try (LangMapProcess first = start(home)) {
            get(first, UNITS);
            try (LangMapProcess second = start(home)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.err()).hasLineCount(1).startsWith("LangMap: LangMap already runs with the database in " + home + ": stop it first");
            }
            Path file = Files.createTempDirectory("langmap-").resolve("running.backup");
            try (LangMapProcess backup = start(home, "backup", file.toString())) {
                assertThat(backup.exitCode()).as(backup.err()).isZero();
                assertThat(backup.out()).contains("Backup written", "Backup read back and found whole");
            }
            assertThat(file).isNotEmptyFile();
            assertThat(get(first, UNITS)).as("the same bytes").isEqualTo(units);
        }
    }

    @Test
    void aKillWhileGisDataAreLoadedLeavesNoneOfThemAndTheNextStartLoadsAll() {
        Path fresh = TestFolder.make("langmap-broken-off-");
        try {
            LangMapProcess langMap = start(fresh);
            while (!langMap.out().contains("Register of administrative units")) {
                assertThat(langMap.isAlive()).as(langMap.err()).isTrue();
                LangMapProcess.pause();
            }
            langMap.kill();
            try (LangMapProcess again = start(fresh)) {
                assertThat(get(again, UNITS)).as("the same bytes").isEqualTo(units);
                assertThat(again.out()).contains("Loading gis-data into the empty database");
            }
        } finally {
            TestFolder.remove(fresh);
        }
    }
}

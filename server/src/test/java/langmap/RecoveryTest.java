package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import langmap.db.TestDatabase;
import langmap.db.TestFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * However one side or both are ended, the next start serves what was there before. A start takes seconds, so all drills are made on
 * one folder: each finds LangMap running, and the start after its kill leaves it running for the next.
 */
final class RecoveryTest {
    private static final String UNITS = "/api/units?level=commune&asOf=2022-12-31";

    private static Path home;
    private static String units;
    private static String loaded;
    private static LangMapProcess langMap;

    @BeforeAll
    static void breakOffTheFirstLoad() {
        try (TestDatabase database = TestApp.real(); TestApp app = TestApp.start(database.urls(), Map.of())) {
            units = TestApp.text(app.get(UNITS));
        }
        assertThat(units).contains("Đề Thám");
        home = TestFolder.make("langmap-recovery-");
        langMap = start();
        while (!langMap.out().contains("Register of administrative units")) {
            assertThat(langMap.isAlive()).as(langMap.err()).isTrue();
            LangMapProcess.pause();
        }
        langMap.kill();
        servesTheSameBytes();
        loaded = langMap.out();
    }

    @AfterAll
    static void stop() {
        langMap.close();
        Path left = home.resolve("data/postmaster.pid");
        boolean isLeft = Files.exists(left);
        TestFolder.remove(home);
        assertThat(isLeft).as(left + " after a stop in good order").isFalse();
    }

    /** Starts LangMap again if it was ended. */
    @BeforeEach
    void isThere() {
        servesTheSameBytes();
    }

    private static void servesTheSameBytes() {
        if (!langMap.isAlive()) {
            langMap.close();
            langMap = start();
        }
        HttpResponse<byte[]> answer = TestApp.send(HttpRequest.newBuilder(URI.create(langMap.base() + UNITS)).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestApp.text(answer)).as("the same bytes").isEqualTo(units);
    }

    private static void servesAsBefore() {
        servesTheSameBytes();
        assertThat(langMap.out()).doesNotContain("Loading gis-data");
    }

    private static LangMapProcess start(String... arguments) {
        return LangMapProcess.start(Map.of("LANGMAP_HOME", home.toString(), "LANGMAP_SAMPLE", "off"), arguments.length == 0 ? new String[] {"serve"} : arguments);
    }

    private static ProcessHandle server() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid")).get(0))).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aKillWhileGisDataAreLoadedLeavesNoneOfThemAndTheNextStartLoadsAll() {
        assertThat(loaded).contains("Loading gis-data into the empty database");
    }

    @Test
    void aKilledLangMapTakesItsDatabaseWithItAndStartsAgain() {
        ProcessHandle server = server();
        langMap.kill();
        server.onExit().join();
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        servesAsBefore();
    }

    @Test
    void aKilledLangMapStartsAgainAtOnce() {
        langMap.kill();
        servesAsBefore();
    }

    @Test
    void aKilledDatabaseEndsLangMapWithASentenceAndIsRepaired() {
        server().destroyForcibly();
        assertThat(langMap.exitCode()).isEqualTo(1);
        assertThat(langMap.err()).endsWith("LangMap: The private database ended unexpectedly: start LangMap again, it repairs itself.\n");
        servesAsBefore();
    }

    @Test
    void bothKilledLeaveAProcessFileThatDoesNoHarm() {
        ProcessHandle server = server();
        server.destroyForcibly();
        langMap.kill();
        server.onExit().join();
        assertThat(home.resolve("data/postmaster.pid")).exists();
        servesAsBefore();
    }

    @Test
    void aSecondLangMapOnTheSameFolderIsRefusedButABackupAndALookAreNot() throws IOException {
        try (LangMapProcess second = start()) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).hasLineCount(1).startsWith("LangMap: LangMap already runs with the database in " + home + ": stop it first");
        }
        Path file = Files.createTempDirectory("langmap-").resolve("running.backup");
        try (LangMapProcess backup = start("backup", file.toString())) {
            assertThat(backup.exitCode()).as(backup.err()).isZero();
            assertThat(backup.out()).contains("Backup written", "Backup read back and found whole");
        }
        assertThat(file).isNotEmptyFile();
        try (LangMapProcess look = start("database")) {
            assertThat(look.exitCode()).as(look.err()).isZero();
            assertThat(look.out()).contains("The database is at postgresql://127.0.0.1:", "passwords are in " + home.resolve("credentials"))
                .doesNotContain("Ctrl-C");
        }
        assertThat(langMap.isAlive()).as("the first one lives").isTrue();
        servesTheSameBytes();
    }
}

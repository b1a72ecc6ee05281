package langmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import langmap.db.ClusterHome;
import langmap.db.Contents;
import langmap.db.DatabaseUrls;
import langmap.db.PrivateCluster;
import langmap.db.TestDatabase;
import langmap.db.TestFolder;
import langmap.problem.StartupProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was backed up comes back whole, into an empty database and nowhere else. */
final class BackupTest {
    private static final List<String> PATHS = List.of("/api/measures/criteria-met/values", "/api/measures/criterion-4/values?asOf=2021-12-31",
        "/api/boundaries/commune.geojson", "/api/targets", "/api/search?q=de+tham");
    private static final String SYSTEM = "insert into spatial_ref_sys values (990009, 'test', 9, 'one''s\town', '+proj=longlat') on conflict do nothing";
    private static final String PHOTO = "insert into work_photo (work_id, sha256, content, thumbnail, width, height, caption) select min(id), repeat('a', 64),"
        + " '\\xffd8ff00'::bytea, '\\xff00'::bytea, 2, 1, 'Nền đường' from work";

    @TempDir
    private static Path folder;
    private static TestDatabase source;
    private static Path backup;

    @BeforeAll
    static void write() {
        source = TestApp.sample();
        Contents.execute(source.urls().ownerUrl(), SYSTEM);
        Contents.execute(source.urls().ownerUrl(), PHOTO);
        backup = folder.resolve("one.backup");
        assertThat(said(out -> Backups.write(config(source.urls()), Optional.of(backup.toString()), out)))
            .contains("Backup written", " s\n", backup + " holds the database at migration 0");
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void anEmptyClusterHoldsTheSameAfterwardsAndAnswersTheSame() {
        Path home = TestFolder.make("langmap-restore-");
        Config config = Config.of(Map.of("LANGMAP_HOME", home.toString()));
        assertThat(said(out -> Backups.restore(config, backup.toString(), out))).contains("Tables restored", " s\n", "Restored from " + backup);
        try (PrivateCluster cluster = PrivateCluster.start(ClusterHome.of(home, Optional.of(home)));
             TestApp restored = TestApp.start(cluster.urls(), Map.of()); TestApp original = TestApp.start(source.urls(), Map.of())) {
            assertThat(Contents.rows(cluster.urls().ownerUrl())).hasSizeGreaterThan(15).isEqualTo(Contents.rows(source.urls().ownerUrl()));
            assertThat(Contents.structure(cluster.backupUrl())).hasSizeGreaterThan(200).isEqualTo(Contents.structure(source.adminUrl()));
            for (String path : PATHS) {
                assertThat(restored.json(path)).as(path).isEqualTo(original.json(path));
            }
            String again = folder.resolve("two.backup").toString();
            assertThat(said(out -> Backups.write(config, Optional.of(again), out))).contains("Backup written");
        } finally {
            TestFolder.remove(home);
        }
    }

    @Test
    void aDatabaseWithTablesIsRefusedAndLeftAlone() {
        try (TestDatabase used = TestDatabase.fresh()) {
            Contents.execute(used.urls().ownerUrl(), "create table theirs as select 1 as one");
            assertThatThrownBy(() -> restore(backup, used)).isInstanceOf(StartupProblem.class)
                .hasMessageStartingWith("The database is not empty (it holds theirs), and nothing was changed");
            assertThat(Contents.rows(used.adminUrl())).containsOnlyKeys("spatial_ref_sys", "theirs");
        }
    }

    @Test
    void aBackupOfANewerVersionIsRefused() {
        Path newer = changed("newer", Map.of("backup.properties", text -> "program=9.1\nmigration=9001\n".getBytes(StandardCharsets.UTF_8)));
        refusesAndLeavesNothing(newer, "The backup was written by a newer LangMap (9.1, migration 9001): restore it with that version.");
    }

    @Test
    void aRestoreThatBreaksOffLeavesNothingAndCanBeRepeated() {
        Path cut = changed("cut", Map.of("database.dump", dump -> Arrays.copyOf(dump, dump.length * 2 / 3)));
        try (TestDatabase target = TestDatabase.fresh()) {
            assertThatThrownBy(() -> restore(cut, target)).isInstanceOf(StartupProblem.class).hasMessageStartingWith("Nothing was restored (");
            assertThat(Contents.rows(target.adminUrl())).containsOnlyKeys("spatial_ref_sys");
            restore(backup, target);
            assertThat(Contents.rows(target.adminUrl())).isEqualTo(Contents.rows(source.adminUrl()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing there", "empty", "text", "cut off", "one byte changed", "without its dump"})
    void aFileThatIsNoWholeBackupIsRefused(String fault) throws IOException {
        Path file = folder.resolve(fault);
        byte[] whole = Files.readAllBytes(backup);
        switch (fault) {
            case "empty" -> Files.write(file, new byte[0]);
            case "text" -> Files.writeString(file, "create table x ();");
            case "cut off" -> Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            case "one byte changed" -> {
                whole[whole.length / 2] ^= 4;
                Files.write(file, whole);
            }
            case "without its dump" -> file = changed(fault, Map.of("database.dump", dump -> null));
            default -> assertThat(file).doesNotExist();
        }
        refusesAndLeavesNothing(file, file.toString());
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        byte[] before = Files.readAllBytes(backup);
        assertThatThrownBy(() -> Backups.write(config(source.urls()), Optional.of(backup.toString()), System.out))
            .isInstanceOf(StartupProblem.class).hasMessageContaining("already");
        assertThat(backup).hasBinaryContent(before);
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(2);
    }

    @Test
    void anEmptyDatabaseOrAFolderThatIsNotThereGivesNoFile() {
        try (TestDatabase empty = TestDatabase.fresh()) {
            Path file = folder.resolve("of-nothing.backup");
            assertThatThrownBy(() -> Backups.write(config(empty.urls()), Optional.of(file.toString()), System.out))
                .isInstanceOf(StartupProblem.class).hasMessage("There is nothing to back up yet: the database is empty.");
            assertThatThrownBy(() -> Backups.write(config(source.urls()), Optional.of(folder + "/no/where"), System.out))
                .isInstanceOf(StartupProblem.class).hasMessageContaining("could not be written to");
            assertThat(folder.toFile().list((parent, name) -> name.startsWith("of-nothing") || name.endsWith(".part"))).isEmpty();
        }
    }

    private static void refusesAndLeavesNothing(Path file, String words) {
        try (TestDatabase target = TestDatabase.fresh()) {
            assertThatThrownBy(() -> restore(file, target)).isInstanceOf(StartupProblem.class).hasMessageContaining(words);
            assertThat(Contents.rows(target.adminUrl())).containsOnlyKeys("spatial_ref_sys");
        }
    }

    private static void restore(Path file, TestDatabase target) {
        said(out -> Backups.restore(config(target.urls()), file.toString(), out));
    }

    private static Config config(DatabaseUrls urls) {
        return Config.of(Map.of("LANGMAP_DATABASE_URL", urls.appUrl(), "LANGMAP_DATABASE_OWNER_URL", urls.ownerUrl()));
    }

    private static String said(Consumer<PrintStream> work) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        work.accept(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A copy of the backup with some of its parts changed, or left out where the change gives nothing. */
    private static Path changed(String name, Map<String, UnaryOperator<byte[]>> changes) {
        Path file = folder.resolve(name);
        try (ZipFile from = new ZipFile(backup.toFile()); ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            Map<String, UnaryOperator<byte[]>> all = new HashMap<>(changes);
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] part = all.getOrDefault(entry.getName(), UnaryOperator.identity()).apply(from.getInputStream(entry).readAllBytes());
                if (part != null) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(part);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

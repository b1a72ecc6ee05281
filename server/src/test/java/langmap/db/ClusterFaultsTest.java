package langmap.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import langmap.problem.StartupProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may lie in the folder of a private cluster, or answer on its port, when it is started. */
final class ClusterFaultsTest {
    private Path folder;
    private ClusterHome home;

    @BeforeEach
    void make() {
        folder = TestFolder.make("langmap-faults-");
        home = ClusterHome.of(folder, Optional.of(folder));
    }

    @AfterEach
    void remove() {
        TestFolder.remove(folder);
    }

    @Test
    void aMachineWithoutAFittingPostgresIsToldWhatToInstall() {
        Path bin = Path.of("/usr/lib/postgresql/15/bin");
        assertThatThrownBy(() -> ServerBinaries.choose(List.of(), Optional.empty())).isInstanceOf(StartupProblem.class)
            .hasMessageStartingWith("There is no PostgreSQL on this machine: install PostgreSQL 15 or newer with PostGIS 3.3 or newer");
        assertThatThrownBy(() -> ServerBinaries.choose(List.of(new ServerBinaries(bin, 13, Optional.of("3.3"))), Optional.empty()))
            .hasMessage("PostgreSQL 13 is too old: install PostgreSQL 15 or newer with its PostGIS.");
        assertThatThrownBy(() -> ServerBinaries.choose(List.of(new ServerBinaries(bin, 15, Optional.empty())), Optional.empty()))
            .hasMessage("PostgreSQL 15 has no PostGIS: install it (on Debian: apt-get install postgresql-15-postgis-3).");
        assertThatThrownBy(() -> ServerBinaries.choose(List.of(new ServerBinaries(bin, 15, Optional.of("3.2"))), Optional.empty()))
            .hasMessageStartingWith("PostGIS 3.2 is too old: install PostGIS 3.3 or newer for PostgreSQL 15");
        assertThatThrownBy(() -> ServerBinaries.choose(List.of(new ServerBinaries(bin, 17, Optional.of("3.5"))), Optional.of(15)))
            .hasMessageStartingWith("The database was made by PostgreSQL 15, which is not installed: install postgresql-15-postgis-3");
        assertThat(ServerBinaries.choose(List.of(new ServerBinaries(bin, 17, Optional.empty()), new ServerBinaries(bin, 15, Optional.of("3.12"))),
            Optional.empty()).major()).isEqualTo(15);
        assertThatThrownBy(() -> ServerBinaries.forServer(99)).hasMessageContaining("apt-get install postgresql-client-99");
    }

    /** Only root starts the server under another account. */
    @Test
    void aFolderThatTheServerCannotEnterIsToldAndNotMade() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path below = folder.resolve("one/two");
        if (home.account().isEmpty()) {
            assertThat(ClusterHome.of(folder, Optional.of(below)).folder()).isEqualTo(below);
            return;
        }
        assertThatThrownBy(() -> ClusterHome.of(folder, Optional.of(below))).isInstanceOf(StartupProblem.class)
            .hasMessageStartingWith("The account “" + home.account().get() + "” that runs the database cannot enter " + below + ": open the folders");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherServerOnTheRecordedPortIsNeverTouched() throws IOException {
        try (TestDatabase theirs = TestDatabase.fresh()) {
            int taken = TestDatabase.port();
            List<String> logins = Contents.list(theirs.adminUrl(), "select rolname || rolpassword from pg_authid where rolpassword is not null order by 1");
            Files.writeString(folder.resolve("port"), taken + "\n");
            Files.copy(theirs.log().resolveSibling("credentials"), folder.resolve("credentials"));
            try (PrivateCluster ours = PrivateCluster.start(home)) {
                assertThat(ours.port()).isNotEqualTo(taken);
                assertThat(Contents.list(ours.adminUrl("postgres"), "show data_directory")).containsExactly(home.data().toString());
            }
            Files.writeString(folder.resolve("port"), taken + "\n");
            try (FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
                assertThat(lock.tryLock()).isNotNull();
                assertThatThrownBy(() -> PrivateCluster.reach(home)).isInstanceOf(StartupProblem.class)
                    .hasMessageStartingWith("Another database server (data in ").hasMessageContaining("answers on port " + taken);
            }
            assertThat(Contents.list(theirs.adminUrl(), "select rolname || rolpassword from pg_authid where rolpassword is not null order by 1"))
                .isEqualTo(logins);
        }
    }

    @Test
    void aProcessFileThatNamesAStrangerIsClearedAndTheStrangerLives() throws IOException {
        PrivateCluster.start(home).close();
        Path file = home.data().resolve("postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + home.data() + "\n");
        home.giveToServer(file);
        try (PrivateCluster cluster = PrivateCluster.start(home)) {
            assertThat(Contents.list(cluster.urls().appUrl(), "select 1")).containsExactly("1");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aBrokenOffInitdbIsBegunAnew() throws IOException {
        Files.createDirectories(folder.resolve("data.new/base/1"));
        Files.writeString(folder.resolve("data.new/PG_VERSION"), "15\n");
        Files.writeString(folder.resolve("password.new"), "half");
        try (PrivateCluster cluster = PrivateCluster.start(home)) {
            assertThat(Contents.list(cluster.urls().appUrl(), "select 1")).containsExactly("1");
        }
        assertThat(folder.resolve("data.new")).doesNotExist();
        assertThat(folder.resolve("password.new")).doesNotExist();
    }

    @Test
    void lostPasswordsAndUnreadableDataAreToldAndLeftAlone() throws IOException {
        PrivateCluster.start(home).close();
        Path credentials = folder.resolve("credentials");
        Path aside = Files.move(credentials, folder.resolve("aside"));
        assertThatThrownBy(() -> PrivateCluster.start(home)).isInstanceOf(StartupProblem.class)
            .hasMessageStartingWith("The passwords of the database in " + folder + " are gone (file credentials): put the file back");
        Files.writeString(credentials, "langmap_admin=x\n");
        assertThatThrownBy(() -> PrivateCluster.start(home)).hasMessageContaining("does not hold the three passwords");
        Files.writeString(credentials, "langmap_admin=x\nlangmap_owner=y\nlangmap_app=z\n");
        assertThatThrownBy(() -> PrivateCluster.start(home)).isInstanceOf(StartupProblem.class)
            .hasMessageContaining("does not accept the passwords in " + credentials);
        Files.move(aside, credentials, StandardCopyOption.REPLACE_EXISTING);
        Path control = home.data().resolve("global/pg_control");
        byte[] good = Files.readAllBytes(control);
        Files.write(control, new byte[100]);
        assertThatThrownBy(() -> PrivateCluster.start(home)).isInstanceOf(StartupProblem.class).hasMessageContaining("look at " + folder);
        Files.write(control, good);
        PrivateCluster.start(home).close();
    }
}

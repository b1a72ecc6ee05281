package langmap.db.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.db.TestDoor;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions read once hold for many, and never longer than they are true, whoever changes them. */
final class VersionLeaseTest {
    private static final List<String> UNIT = List.of("unit");
    private static final String LOCKS = "from pg_locks join pg_database on pg_database.oid = database where locktype = 'advisory' and datname = current_database()";
    @RegisterExtension
    static final TestDoor door = new TestDoor(6);

    private static long version() {
        return door.database().versions(UNIT).get("unit");
    }

    @Test
    void whatAnotherProcessHasCommittedIsSeenAtOnce() {
        AtomicLong committed = new AtomicLong(version());
        CompletableFuture<Long> writing = start(() -> {
            try (Database another = Database.open(door.data().urls(), 1)) {
                for (int i = 0; i < 60; i++) {
                    another.write(Actor.LOADER, tx -> tx.touch("unit"));
                    committed.incrementAndGet();
                }
            }
            return 60;
        });
        List<CompletableFuture<Long>> reading = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reading.add(start(() -> {
                long late = 0;
                while (!writing.isDone()) {
                    long known = committed.get();
                    late += version() < known ? 1 : 0;
                }
                return late;
            }));
        }
        assertThat(reading).extracting(CompletableFuture::join).containsOnly(0L);
        assertThat(writing.join()).isEqualTo(60);
        assertThat(version()).isEqualTo(committed.get());
    }

    @Test
    void oneQuestionServesMany() {
        AtomicLong questions = new AtomicLong();
        Jdbi counted = Jdbi.create(() -> {
            questions.incrementAndGet();
            return DriverManager.getConnection(door.data().urls().appUrl());
        });
        try (VersionLease lease = new VersionLease(counted)) {
            for (int i = 0; i < 100_000; i++) {
                lease.read();
            }
        }
        assertThat(questions).hasValueBetween(1, 10_000);
    }

    @Test
    void aChangeByHandIsSeenToo() throws SQLException {
        try (Connection admin = DriverManager.getConnection(door.data().adminUrl()); Statement statement = admin.createStatement()) {
            for (int i = 0; i < 10; i++) {
                long before = version();
                statement.execute("insert into register_version values ('unit', 1) "
                    + "on conflict (register) do update set version = register_version.version + 1");
                assertThat(version()).isEqualTo(before + 1);
            }
        }
    }

    @Test
    void whileAChangeIsNotCommittedTheOldVersionStands() throws SQLException {
        try (Connection admin = DriverManager.getConnection(door.data().adminUrl()); Statement statement = admin.createStatement()) {
            statement.execute("insert into register_version values ('unit', 1) on conflict do nothing");
            long before = version();
            admin.setAutoCommit(false);
            statement.execute("update register_version set version = version + 1 where register = 'unit'");
            assertThat(version()).isEqualTo(before);
            admin.commit();
            assertThat(version()).isEqualTo(before + 1);
        }
    }

    @Test
    void nothingIsHeldForLongWhenNobodyAsks() throws Exception {
        version();
        try (Connection admin = DriverManager.getConnection(door.data().adminUrl()); Statement statement = admin.createStatement()) {
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            int locks = 1;
            while (locks > 0 && System.nanoTime() < end) {
                Thread.sleep(VersionLease.TERM_MS);
                try (var row = statement.executeQuery("select count(*) " + LOCKS)) {
                    row.next();
                    locks = row.getInt(1);
                }
            }
            assertThat(locks).isZero();
        }
    }

    @Test
    void aConnectionThatWasCutIsReplaced() throws SQLException {
        try (Connection admin = DriverManager.getConnection(door.data().adminUrl()); Statement statement = admin.createStatement()) {
            for (int i = 0; i < 3; i++) {
                long before = version();
                statement.execute("select pg_terminate_backend(pid) " + LOCKS);
                sleepATerm();
                assertThat(version()).isEqualTo(before);
            }
        }
    }

    private static void sleepATerm() {
        try {
            Thread.sleep(2 * VersionLease.TERM_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Long> start(LongSupplier work) {
        return CompletableFuture.supplyAsync(work::getAsLong, command -> new Thread(command).start());
    }
}

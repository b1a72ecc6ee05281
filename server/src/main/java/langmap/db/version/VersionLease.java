package langmap.db.version;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The versions of the registers as committed now, asked of the database once for many. For a moment it holds a lock for which every change of a
 * version waits before it commits, whoever makes it, so what was read under it cannot grow old; while a change waits the lock is not had again, and
 * each reading is a question. Safe for any number of threads.
 */
public final class VersionLease implements AutoCloseable {
    /** How long a change waits at most, and how often at most the database is asked while nothing changes. */
    static final long TERM_MS = 20;
    /** When the database takes the lock back from a process that was stopped in the middle of it; by the clock it no longer relies on it then. */
    private static final long LOST_MS = 50 * TERM_MS;
    private static final String BEGIN = "set transaction isolation level read committed; set local idle_in_transaction_session_timeout = " + LOST_MS;

    private final Jdbi jdbi;
    private final VersionReading reading = new VersionReading(this::ask);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "langmap-versions");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Held held;

    /** What was read under a lock that its transaction holds, and when it was asked for. */
    private record Held(Handle handle, Map<String, Long> versions, long begun) {
        boolean isValid() {
            return System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(TERM_MS);
        }
    }

    public VersionLease(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of all registers ever written. */
    public Map<String, Long> read() {
        Held now = held;
        return now != null && now.isValid() ? now.versions : reading.read();
    }

    /** Those that a transaction sees now. */
    public static Map<String, Long> versions(Handle handle) {
        Map<String, Long> versions = new HashMap<>();
        handle.createQuery("select register, version from register_version").map((row, context) -> versions.put(row.getString(1), row.getLong(2))).list();
        return versions;
    }

    /** Called by one thread at a time. */
    private Map<String, Long> ask() {
        Held now = held;
        if (now != null && now.isValid()) {
            return now.versions;
        }
        end(now);
        long begun = System.nanoTime();
        Handle handle = jdbi.open();
        try {
            handle.begin();
            handle.execute(BEGIN);
            boolean locked = handle.createQuery("select pg_try_advisory_xact_lock_shared('register_version'::regclass::oid::bigint)")
                .mapTo(Boolean.class).one();
            Map<String, Long> versions = Map.copyOf(versions(handle));
            if (locked) {
                Held fresh = new Held(handle, versions, begun);
                clock.schedule(() -> end(fresh), TERM_MS, TimeUnit.MILLISECONDS);
                held = fresh;
            } else {
                giveBack(handle);
            }
            return versions;
        } catch (RuntimeException e) {
            giveBack(handle);
            throw e;
        }
    }

    /** No longer relied on first, then let go. */
    private synchronized void end(Held one) {
        if (one != null && one == held) {
            held = null;
            giveBack(one.handle);
        }
    }

    private static void giveBack(Handle handle) {
        try (handle) {
            handle.rollback();
        } catch (JdbiException e) {
            // The connection is gone, and the lock with it.
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        end(held);
    }
}

package langmap.db.version;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Reads the versions of the registers once for all who ask while an earlier reading is under way. A reading begins after everybody it is for has
 * asked, so nobody gets versions from before. Safe for any number of threads.
 */
final class VersionReading {
    private final Supplier<Map<String, Long>> source;
    private final ReentrantLock reading = new ReentrantLock();
    private CompletableFuture<Map<String, Long>> next;

    VersionReading(Supplier<Map<String, Long>> source) {
        this.source = source;
    }

    Map<String, Long> read() {
        CompletableFuture<Map<String, Long>> mine;
        boolean first;
        synchronized (this) {
            first = next == null;
            mine = first ? new CompletableFuture<>() : next;
            next = mine;
        }
        if (first) {
            reading.lock();
            try {
                synchronized (this) {
                    next = null;   // whoever asks from here on waits for another reading
                }
                mine.complete(source.get());
            } catch (RuntimeException | Error e) {
                mine.completeExceptionally(e);
            } finally {
                reading.unlock();
            }
        }
        try {
            return mine.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}

package langmap;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import langmap.importer.Progress;

/**
 * Tells the person at the terminal what is being done, every second while it lasts, and how long it took. Of steps within steps the inner one
 * tells. Used by one thread.
 */
final class Steps implements Progress {
    private final PrintStream out;
    private volatile Object innermost;

    Steps(PrintStream out) {
        this.out = out;
    }

    @Override
    public int step(String what, IntSupplier work) {
        long begin = System.nanoTime();
        int rows = watched(what, begin, work::getAsInt);
        out.printf("  %-62s %,8d rows %6.1f s%n", what, rows, seconds(begin));
        return rows;
    }

    /** A step without rows. */
    <T> T step(String what, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = watched(what, begin, work);
        out.printf("%-78s %6.1f s%n", what, seconds(begin));
        return result;
    }

    private <T> T watched(String what, long begin, Supplier<T> work) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Object outer = innermost;
        innermost = watch;
        watch.scheduleAtFixedRate(() -> {
            if (innermost == watch) {
                out.printf("  … %s, %.0f s%n", what, seconds(begin));
            }
        }, 1, 1, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            watch.shutdownNow();
            innermost = outer;
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}

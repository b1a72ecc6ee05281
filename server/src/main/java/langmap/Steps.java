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
    public int step(String what, IntSupplier work, IntSupplier percent) {
        long begin = System.nanoTime();
        int rows = watched(what, begin, work::getAsInt, percent);
        out.printf("  %-62s %,8d rows %6.1f s%n", what, rows, seconds(begin));
        return rows;
    }

    int step(String what, IntSupplier work) {
        return step(what, work, () -> -1);
    }

    /** A step without rows. */
    <T> T step(String what, Supplier<T> work) {
        long begin = System.nanoTime();
        T result = watched(what, begin, work, () -> -1);
        out.printf("%-78s %6.1f s%n", what, seconds(begin));
        return result;
    }

    private <T> T watched(String what, long begin, Supplier<T> work, IntSupplier percent) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Object outer = innermost;
        innermost = watch;
        watch.scheduleAtFixedRate(() -> {
            if (innermost == watch) {
                int done = percent.getAsInt();
                out.printf("  … %s, %.0f s%s%n", what, seconds(begin), done < 0 ? "" : ", " + done + " % read");
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

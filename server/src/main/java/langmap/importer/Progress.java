package langmap.importer;

import java.util.function.IntSupplier;

/** Whoever waits for a load and wants to know how far it is. */
@FunctionalInterface
public interface Progress {
    /** For callers nobody waits for. */
    Progress SILENT = (what, work, percent) -> work.getAsInt();

    /**
     * Does one piece of work and tells what it is and how long it took.
     *
     * @param what    what is loaded, in a few words
     * @param work    gives the number of rows stored
     * @param percent how much of it is done, asked from another thread; negative if that is not known
     * @return that number
     */
    int step(String what, IntSupplier work, IntSupplier percent);
}

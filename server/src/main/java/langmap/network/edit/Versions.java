package langmap.network.edit;

import langmap.problem.Problem;

/** Edits name the version they are made on. */
final class Versions {
    private Versions() {
    }

    /** Refuses an edit of a version that is no longer the stored one. */
    static void check(int stored, long edited) {
        if (stored != edited) {
            throw Problem.of(Problem.Kind.CHANGED, "You edited version " + edited + ", and it is now version " + stored
                + ". Read it again, compare, and send your change with If-Match: \"" + stored + "\".");
        }
    }
}

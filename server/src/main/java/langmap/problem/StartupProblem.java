package langmap.problem;

/**
 * LangMap cannot start or a command cannot be done, for a reason the person at the terminal can mend. The message is the
 * only thing printed: one sentence that says what is wrong and what to do.
 */
public final class StartupProblem extends RuntimeException {
    /** Exit code for a wrong setting or command line; everything else is 1. */
    public static final int USAGE = 2;

    private final int exitCode;

    private StartupProblem(String sentence, int exitCode, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public static StartupProblem of(String sentence) {
        return new StartupProblem(sentence, 1, null);
    }

    public static StartupProblem of(String sentence, Throwable cause) {
        return new StartupProblem(sentence, 1, cause);
    }

    /** For a wrong setting or command line. */
    public static StartupProblem ofUsage(String sentence) {
        return new StartupProblem(sentence, USAGE, null);
    }

    /** What the process ends with; never 0. */
    public int exitCode() {
        return exitCode;
    }
}

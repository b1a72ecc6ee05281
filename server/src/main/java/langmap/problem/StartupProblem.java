package langmap.problem;

/** The program cannot start; the message is one sentence that says what to do. */
public final class StartupProblem extends RuntimeException {
    public StartupProblem(String sentence) {
        super(sentence);
    }
}

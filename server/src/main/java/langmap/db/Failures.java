package langmap.db;

import java.sql.SQLException;
import java.util.function.Supplier;
import langmap.problem.Problem;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/** Failures of the database that a person may read; every other one stays what it is: our bug. */
final class Failures {
    private static final String CANCELLED_BY_TIMEOUT = "57014";

    private Failures() {
    }

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConnectionException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "The database does not answer at the moment. Try again shortly.");
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException sql && CANCELLED_BY_TIMEOUT.equals(sql.getSQLState())) {
                throw Problem.of(Problem.Kind.TIMEOUT, "Ask for less at once: a smaller area, fewer units or a lower limit.");
            }
            throw e;
        }
    }
}

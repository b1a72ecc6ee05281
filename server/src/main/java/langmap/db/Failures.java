package langmap.db;

import java.sql.SQLException;
import java.util.function.Supplier;
import langmap.problem.Problem;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;

/** Failures of the database that a person may read; every other one stays what it is: our bug. */
final class Failures {
    private static final String CANCELLED_BY_TIMEOUT = "57014";
    private static final String OVERLAPS = "23P01";
    private static final String STILL_USED = "23503";

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
            if (e.getCause() instanceof PSQLException sql && STILL_USED.equals(sql.getSQLState())) {
                throw Problem.of(Problem.Kind.CONFLICT, "Other data rest on what would be taken out" + table(sql)
                    + ". Take those out first, or replace both together.");
            }
            if (e.getCause() instanceof PSQLException sql && OVERLAPS.equals(sql.getSQLState())) {
                throw Problem.of(Problem.Kind.CONFLICT, "Something of the same code is stored for some of the same days" + table(sql)
                    + ". Give other days or another code.");
            }
            throw e;
        }
    }

    /** Where, in the words the tables are called by; names of constraints tell nobody anything. */
    private static String table(PSQLException failure) {
        return failure.getServerErrorMessage() == null || failure.getServerErrorMessage().getTable() == null ? ""
            : " (" + failure.getServerErrorMessage().getTable().replace('_', ' ') + ")";
    }
}

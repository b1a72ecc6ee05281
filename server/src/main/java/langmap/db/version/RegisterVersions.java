package langmap.db.version;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/** The versions of all registers ever written, as a transaction sees them. */
public final class RegisterVersions {
    private static final String ALL = "select register, version from register_version";

    private RegisterVersions() {
    }

    public static Map<String, Long> of(Handle handle) {
        return after("", handle);
    }

    /** The same in one message with commands before it, each ended by a semicolon. */
    public static Map<String, Long> after(String commands, Handle handle) {
        Map<String, Long> versions = new HashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(commands + ALL)) {
            boolean isRows = statement.execute();
            while (!isRows) {
                isRows = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    versions.put(rows.getString(1), rows.getLong(2));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}

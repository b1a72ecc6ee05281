package langmap.db;

/**
 * JDBC addresses with credentials of the two logins.
 *
 * @param ownerUrl migrates
 * @param appUrl   reads and writes
 */
public record DatabaseUrls(String ownerUrl, String appUrl) {
    @Override
    public String toString() {
        return "DatabaseUrls[redacted]";
    }
}

package langmap.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import langmap.problem.StartupProblem;
import org.postgresql.Driver;

/**
 * Two logins to one database, as JDBC URLs that carry user and password. Never printed whole: {@code toString} leaves the
 * credentials out.
 *
 * @param ownerUrl the login that owns the tables and migrates them
 * @param appUrl   the login that serves requests and owns nothing
 */
public record DatabaseUrls(String ownerUrl, String appUrl) {
    public DatabaseUrls {
        Objects.requireNonNull(ownerUrl);
        Objects.requireNonNull(appUrl);
    }

    /** The JDBC URL of one login to a server on this machine. */
    static String ofLocal(int port, String database, String user, String password) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + encode(user) + "&password=" + encode(password);
    }

    /**
     * Reads {@code jdbc:postgresql://host:port/database?user=…&password=…} or {@code postgresql://user:password@host:port/database}.
     *
     * @param setting the variable the text came from, named in the complaint
     * @return the same as a JDBC URL
     * @throws StartupProblem if it is neither or names no user; the text itself, which may hold a password, is not repeated
     */
    public static String parse(String setting, String text) {
        String url = text.startsWith("jdbc:") ? text : toJdbc(setting, text);
        Properties parts = Driver.parseURL(url, null);
        if (parts == null || parts.getProperty("user", "").isEmpty() || parts.getProperty("PGDBNAME", "").isEmpty()) {
            throw wrong(setting);
        }
        return url;
    }

    private static String toJdbc(String setting, String text) {
        try {
            URI uri = new URI(text);
            boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!known || uri.getRawUserInfo() == null || uri.getHost() == null || uri.getRawPath().length() < 2) {
                throw wrong(setting);
            }
            String[] login = uri.getRawUserInfo().split(":", 2);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String password = login.length < 2 ? "" : "&password=" + encode(decode(login[1]));
            String more = uri.getRawQuery() == null ? "" : "&" + uri.getRawQuery();
            return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + "?user=" + encode(decode(login[0])) + password + more;
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw wrong(setting);
        }
    }

    private static StartupProblem wrong(String setting) {
        return StartupProblem.ofUsage(setting + " is not the address of a PostgreSQL database with a user: write it as "
            + "postgresql://user:password@host:5432/database.");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DatabaseUrls[" + address(ownerUrl) + ", " + address(appUrl) + "]";
    }

    /** Host, port and database only: {@code postgresql://host:port/database}. */
    public static String address(String url) {
        return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}

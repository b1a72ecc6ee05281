package langmap.db;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import langmap.problem.StartupProblem;

/**
 * The generated passwords of a private cluster, kept in a file that only the user who starts it may read.
 *
 * @param admin of the superuser, who makes databases and extensions and takes backups
 * @param owner of the login that owns the tables
 * @param app   of the login that serves requests
 */
record ClusterSecrets(String admin, String owner, String app) {
    static final String ADMIN = "langmap_admin";
    static final String OWNER = "langmap_owner";
    static final String APP = "langmap_app";
    private static final int BYTES = 24;

    /**
     * Reads the passwords of the cluster, or makes them for one that has no data yet.
     *
     * @throws StartupProblem if there are data but no passwords, or the file cannot be read
     */
    static ClusterSecrets of(ClusterHome home) {
        Path file = home.folder().resolve("credentials");
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            if (Files.exists(home.data())) {
                throw StartupProblem.of("The passwords of the database in " + home.folder() + " are gone (file credentials): put the file "
                    + "back, or move the folder away and restore a backup.");
            }
            SecureRandom random = new SecureRandom();
            ClusterSecrets secrets = new ClusterSecrets(password(random), password(random), password(random));
            secrets.write(file);
            return secrets;
        } catch (IOException e) {
            throw StartupProblem.of("Cannot read or write " + file + ": start LangMap as the user who owns it, or set LANGMAP_HOME.", e);
        }
    }

    /** The JDBC URL of the superuser. */
    String adminUrl(int port, String database) {
        return DatabaseUrls.ofLocal(port, database, ADMIN, admin);
    }

    DatabaseUrls urls(int port, String database) {
        return new DatabaseUrls(DatabaseUrls.ofLocal(port, database, OWNER, owner), DatabaseUrls.ofLocal(port, database, APP, app));
    }

    private static ClusterSecrets read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        if (!properties.stringPropertyNames().containsAll(java.util.Set.of(ADMIN, OWNER, APP))) {
            throw StartupProblem.of("The file " + file + " does not hold the three passwords of the database: put it back from a copy, or move "
                + "the folder away and restore a backup.");
        }
        return new ClusterSecrets(properties.getProperty(ADMIN), properties.getProperty(OWNER), properties.getProperty(APP));
    }

    /** Written beside and moved into place, so that a crash leaves all three or none. */
    private void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(ADMIN, admin);
        properties.setProperty(OWNER, owner);
        properties.setProperty(APP, app);
        Path draft = file.resolveSibling("credentials.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, "Passwords of the private database. Keep them to yourself.");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "ClusterSecrets[…]";
    }
}

package langmap.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import langmap.problem.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, on the loopback address, with its data in a {@link ClusterHome}. Started, it holds a lock on
 * the home, so two LangMaps never share one; closed, it is shut down in good order. It survives being killed, and our being killed.
 */
public final class PrivateCluster implements AutoCloseable {
    public static final String DATABASE = "langmap";
    private static final Logger LOG = LoggerFactory.getLogger(PrivateCluster.class);
    private static final String WRONG_PASSWORD = "28P01";
    private static final int PORT_ATTEMPTS = 5;
    private static final int START_SECONDS = 120;

    private final ClusterHome home;
    private final ServerBinaries binaries;
    private final ClusterSecrets secrets;
    private final int port;
    private final Optional<Running> running;
    private volatile boolean isClosing;

    /** What a cluster that we started holds until it is closed. */
    private record Running(ServerProcess server, FileChannel lock) {
    }

    private PrivateCluster(ClusterHome home, ServerBinaries binaries, ClusterSecrets secrets, int port, Optional<Running> running) {
        this.home = home;
        this.binaries = binaries;
        this.secrets = secrets;
        this.port = port;
        this.running = running;
    }

    /**
     * Makes the cluster if need be, starts it and waits until it answers. Whatever an earlier crash left is cleared away first.
     *
     * @throws StartupProblem if it cannot be started, or another LangMap runs from the same home
     */
    public static PrivateCluster start(ClusterHome home) {
        return start(home, List.of());
    }

    /** As {@link #start(ClusterHome)}, with further server settings of the form {@code name=value}. */
    static PrivateCluster start(ClusterHome home, List<String> moreSettings) {
        FileChannel lock = lock(home).orElseThrow(() -> StartupProblem.of("LangMap already runs with the database in " + home.folder()
            + ": stop it first (Ctrl-C where it was started), or set LANGMAP_HOME to another folder."));
        try {
            return startLocked(home, lock, moreSettings);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /**
     * The cluster of a LangMap that runs from the same home, or one started for the purpose.
     *
     * @throws StartupProblem if it can neither be reached nor started
     */
    public static PrivateCluster reach(ClusterHome home) {
        Optional<FileChannel> lock = lock(home);
        if (lock.isPresent()) {
            release(lock.get());
            return start(home);
        }
        PrivateCluster cluster = new PrivateCluster(home, binaries(home), ClusterSecrets.of(home), lastPort(home).orElse(0), Optional.empty());
        if (!cluster.answersWithOurData()) {
            throw StartupProblem.of("The database in " + home.folder() + " is in use but does not answer yet: try again in a moment.");
        }
        return cluster;
    }

    public DatabaseUrls urls() {
        return urls(DATABASE);
    }

    DatabaseUrls urls(String database) {
        return secrets.urls(port, database);
    }

    /** The login that may read everything, for backups. */
    public String backupUrl() {
        return adminUrl(DATABASE);
    }

    public ClusterHome home() {
        return home;
    }

    /** The superuser's JDBC URL, for what the two logins may not do. */
    String adminUrl(String database) {
        return secrets.adminUrl(port, database);
    }

    ServerBinaries binaries() {
        return binaries;
    }

    int port() {
        return port;
    }

    /** False if another LangMap runs it. */
    public boolean isOurs() {
        return running.isPresent();
    }

    /** Does something, once, if the server ends before it is closed here. */
    public void whenLost(Runnable action) {
        running.ifPresent(held -> held.server.ended().thenRun(() -> {
            if (!isClosing) {
                action.run();
            }
        }));
    }

    /** Shuts the server down if we started it; open connections are ended, committed changes are kept. */
    @Override
    public void close() {
        isClosing = true;
        running.ifPresent(held -> {
            held.server.stop(home, binaries);
            release(held.lock);
        });
    }

    private static PrivateCluster startLocked(ClusterHome home, FileChannel lock, List<String> moreSettings) {
        ServerBinaries binaries = binaries(home);
        ClusterSecrets secrets = ClusterSecrets.of(home);
        if (Files.notExists(home.data())) {
            ClusterSetup.makeData(home, binaries, secrets);
        }
        ServerProcess.endLeftovers(home, binaries);
        for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
            int port = freePort(attempt == 1 ? lastPort(home) : Optional.empty());
            ServerProcess server = ServerProcess.start(home, command(home, binaries, port, moreSettings));
            PrivateCluster cluster = new PrivateCluster(home, binaries, secrets, port, Optional.of(new Running(server, lock)));
            try {
                if (cluster.waitUntilItAnswers(server)) {
                    cluster.prepare();
                    return cluster;
                }
            } catch (RuntimeException e) {
                server.stop(home, binaries);
                throw e;
            }
        }
        throw StartupProblem.of("No port could be had for the database on 127.0.0.1 in " + PORT_ATTEMPTS + " attempts: try again.");
    }

    private static List<String> command(ClusterHome home, ServerBinaries binaries, int port, List<String> moreSettings) {
        List<String> command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", home.data().toString()));
        command.addAll(ClusterSetup.settings(port));
        moreSettings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private void prepare() {
        try {
            ClusterSetup.makeLogins(adminUrl("postgres"), secrets);
            ClusterSetup.makeDatabase(adminUrl("postgres"), DATABASE, "template0");
            ClusterSetup.makeExtensions(adminUrl(DATABASE));
            Files.writeString(home.folder().resolve("port"), port + "\n");
        } catch (SQLException | IOException e) {
            throw StartupProblem.of("The database in " + home.folder() + " could not be prepared: " + e.getMessage() + ".", e);
        }
    }

    /** True when the server answers; false if another program took the port before it. */
    private boolean waitUntilItAnswers(ServerProcess server) {
        long begin = System.nanoTime();
        while (server.isRunning()) {
            if (answersWithOurData()) {
                return true;
            }
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(START_SECONDS)) {
                throw StartupProblem.of("The database did not answer within " + START_SECONDS + " seconds: look at "
                    + home.folder().resolve("server.log") + ".");
            }
            pause();
        }
        if (server.hasSaid("Address already in use")) {
            return false;
        }
        throw StartupProblem.of("The database server ended at once (" + server.complaint() + "): look at " + home.folder().resolve("server.log") + ".");
    }

    /** Compares the data folder before anything is used: whoever else answers on the port is none of our business. */
    private boolean answersWithOurData() {
        try (Connection admin = DriverManager.getConnection(adminUrl("postgres") + "&loginTimeout=5&socketTimeout=10");
             Statement statement = admin.createStatement();
             ResultSet rows = statement.executeQuery("show data_directory")) {
            rows.next();
            if (!rows.getString(1).equals(home.data().toString())) {
                throw StartupProblem.of("Another database server (data in " + rows.getString(1) + ") answers on port " + port
                    + " with our password: stop it, or set LANGMAP_HOME to another folder.");
            }
            return true;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState()) && running.isPresent() && running.get().server.hasSaid("ready to accept connections")) {
                throw StartupProblem.of("The database does not accept the passwords in " + home.folder().resolve("credentials")
                    + ": put the file back that belongs to it, or move the folder away and restore a backup.", e);
            }
            LOG.debug("no answer on port {}: {}", port, e.getMessage());
            return false;
        }
    }

    private static ServerBinaries binaries(ClusterHome home) {
        try {
            Path version = home.data().resolve("PG_VERSION");
            Optional<Integer> made = Files.exists(version) ? Optional.of(Integer.valueOf(Files.readString(version).strip())) : Optional.empty();
            return ServerBinaries.choose(ServerBinaries.list(), made);
        } catch (IOException | NumberFormatException e) {
            throw StartupProblem.of("The data in " + home.data() + " cannot be read: start LangMap as the user who owns them.", e);
        }
    }

    private static int freePort(Optional<Integer> wanted) {
        try (ServerSocket socket = new ServerSocket(wanted.orElse(0), 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted.isPresent()) {
                return freePort(Optional.empty());
            }
            throw StartupProblem.of("No port could be had on 127.0.0.1: " + e.getMessage() + ".", e);
        }
    }

    private static Optional<Integer> lastPort(ClusterHome home) {
        Path file = home.folder().resolve("port");
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.valueOf(text)).filter(port -> port < 65_536) : Optional.empty();
        } catch (IOException e) {
            throw StartupProblem.of("Cannot read " + file + ": start LangMap as the user who owns it.", e);
        }
    }

    /** Held while a cluster runs; the operating system lets go of it however we end. Empty if another process holds it. */
    private static Optional<FileChannel> lock(ClusterHome home) {
        Path file = home.folder().resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw StartupProblem.of("Cannot write " + file + ": start LangMap as the user who owns it, or set LANGMAP_HOME to another folder.", e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the lock of the database could not be released: {}", e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

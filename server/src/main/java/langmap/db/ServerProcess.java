package langmap.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.problem.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL. It has a session of its own, so that Ctrl-C reaches only us, and a watcher holds the other end of a
 * pipe from us: when we end, however we end, the pipe closes and the watcher shuts the server down in good order.
 */
final class ServerProcess {
    /** Runs the server given as arguments until it ends by itself or standard input closes. */
    private static final String WATCHED = """
        exec 3<&0
        "$@" </dev/null 3<&- &
        server=$!
        ( read -r line <&3; kill -INT $server ) &
        watcher=$!
        exec 3<&-
        wait $server
        code=$?
        kill $watcher 2>/dev/null
        exit $code
        """;
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Pattern PROCESS = Pattern.compile("/proc/([0-9]+)");
    private static final int STOP_SECONDS = 30;
    private static final long LOG_BYTES = 4L * 1024 * 1024;
    private static final int REMEMBERED = 40;

    private final Process process;
    private final Path log;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.reader = new Thread(this::keepLog, "database-log");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts {@code command} under the server's account; its words go to {@code server.log} in the home. */
    static ServerProcess start(ClusterHome home, List<String> command) {
        List<String> watched = new ArrayList<>(List.of("setsid", "sh", "-c", WATCHED, "langmap-database"));
        watched.addAll(command);
        ProcessBuilder builder = Commands.prepare(new ProcessBuilder(home.asServer(watched)))
            .directory(home.folder().toFile()).redirectErrorStream(true);
        try {
            return new ServerProcess(builder.start(), home.folder().resolve("server.log"));
        } catch (IOException e) {
            throw StartupProblem.of("The database server cannot be started: " + e.getMessage() + ".", e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** Ends the server in good order; if that takes too long, by force, for it recovers from that too. */
    void stop(ClusterHome home, ServerBinaries binaries) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                endLeftovers(home, binaries);
            }
            reader.join(TimeUnit.SECONDS.toMillis(5));
        } catch (IOException e) {
            endLeftovers(home, binaries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends whatever an earlier start left running on this data folder, and a process file that names a stranger. */
    static void endLeftovers(ClusterHome home, ServerBinaries binaries) {
        Path file = home.data().resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return;
        }
        List<Long> left = processesIn(home);
        if (!left.isEmpty()) {
            LOG.warn("a database server of an earlier start is still running on {}: ending it", home.data());
            if (left.contains(leader(file))) {
                Commands.run(home, home.asServer(List.of(binaries.program("pg_ctl"), "stop", "-D", home.data().toString(), "-m", "fast",
                    "-t", String.valueOf(STOP_SECONDS))));
            }
            processesIn(home).forEach(id -> ProcessHandle.of(id).ifPresent(ServerProcess::kill));
        }
        if (ProcessHandle.of(leader(file)).isPresent()) {
            delete(file);
        }
    }

    private static void kill(ProcessHandle stubborn) {
        stubborn.destroyForcibly();
        stubborn.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The processes that stand in the data folder, as every process of a PostgreSQL server does; asked as the one who may see them. */
    private static List<Long> processesIn(ClusterHome home) {
        String folder = home.data().toString().replaceAll("([\\[\\]*?\\\\])", "\\\\$1");
        return Commands.run(home, home.asServer(List.of("find", "/proc", "-mindepth", "2", "-maxdepth", "2", "-name", "cwd", "-lname", folder,
            "-printf", "%h\n"))).output().lines().map(PROCESS::matcher).filter(Matcher::matches).map(found -> Long.valueOf(found.group(1))).toList();
    }

    /** The process that the file names; -1 if it names none. */
    private static long leader(Path file) {
        try {
            String first = Files.exists(file) ? Files.readAllLines(file).stream().findFirst().orElse("") : "";
            return first.matches("[0-9]{1,9}") ? Long.parseLong(first) : -1;
        } catch (IOException e) {
            throw StartupProblem.of("Cannot read " + file + ": start LangMap as the user who owns it.", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StartupProblem.of("Cannot remove " + file + ", which an earlier crash left: remove it by hand.", e);
        }
    }

    /** True if one of the last lines of its log holds these words. */
    boolean hasSaid(String words) {
        return lines().stream().anyMatch(line -> line.contains(words));
    }

    /** The last fatal line of its log, else the last line. */
    String complaint() {
        List<String> lines = lines();
        return lines.stream().filter(line -> line.contains("FATAL:")).reduce((first, second) -> second)
            .map(line -> line.replaceFirst("^.*FATAL: *", ""))
            .orElse(lines.isEmpty() ? "without a word" : lines.get(lines.size() - 1));
    }

    private List<String> lines() {
        try {
            reader.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }

    private void keepLog() {
        try (BufferedReader lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
                write(line);
            }
        } catch (IOException e) {
            remember("the log of the database ended: " + e.getMessage());
        }
    }

    private void remember(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > REMEMBERED) {
                lastLines.removeFirst();
            }
        }
    }

    /** Two files at most: the log and the one before it. A full disk must not stop the server, so a lost line is lost. */
    private void write(String line) {
        try {
            if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
                Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(log, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            remember("a line of the log could not be written: " + e.getMessage());
        }
    }
}

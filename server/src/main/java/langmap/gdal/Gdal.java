package langmap.gdal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.db.Commands;
import langmap.problem.Problem;

/**
 * GDAL's programs as child processes: in a folder of their own, with the drivers named and no others, without a network, bounded in memory,
 * time and what they may write.
 */
public final class Gdal {
    private static final int COMPLAINTS = 200_000;
    private static final Pattern DRIVER = Pattern.compile("(?m)^  (.+?) -[a-z,]*vector[a-z,]*- ");

    private final String ogr2ogr;
    private final AtomicReference<List<String>> drivers = new AtomicReference<>();

    public Gdal() {
        this("ogr2ogr");
    }

    /** With the program under another name. */
    public Gdal(String ogr2ogr) {
        this.ogr2ogr = ogr2ogr;
    }

    /**
     * What one run may cost.
     *
     * @param memory    bytes
     * @param time      seconds of the clock and of the processor
     * @param fileBytes the largest file it may write
     */
    public record Bounds(long memory, Duration time, long fileBytes) {
    }

    /**
     * One run.
     *
     * @param folder      where it works
     * @param program     a program of GDAL with its arguments
     * @param drivers     drivers it may use
     * @param environment further variables
     * @param bounds      what it may cost
     */
    public record Job(Path folder, List<String> program, Set<String> drivers, Map<String, String> environment, Bounds bounds) {
    }

    /**
     * How a run ended.
     *
     * @param exitCode   of the program
     * @param inTime     false if it had to be ended
     * @param complaints what it wrote about errors and warnings, a line each
     */
    public record Ending(int exitCode, boolean inTime, List<String> complaints) {
    }

    /** What takes the output. */
    public interface Output {
        /** False ends the program. */
        boolean take(InputStream out) throws IOException;
    }

    /** Whatever GDAL could use here. */
    private List<String> listDrivers() {
        try {
            Process process = Commands.prepare(new ProcessBuilder(ogr2ogr, "--formats")).redirectErrorStream(true).start();
            process.getOutputStream().close();
            Matcher names = DRIVER.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            List<String> found = new ArrayList<>();
            while (names.find()) {
                found.add(names.group(1));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "Map files cannot be read or written: there is no ogr2ogr here. Install what Debian calls gdal-bin.");
        }
    }

    /** Runs a program to its end, or to the end of its bounds. */
    public Ending run(Job job, Output output) {
        Bounds bounds = job.bounds();
        List<String> command = new ArrayList<>(List.of("prlimit", "--as=" + bounds.memory(), "--cpu=" + Math.max(1, bounds.time().toSeconds()),
            "--fsize=" + bounds.fileBytes(), "--nofile=256", "--core=0", "--"));
        command.addAll(job.program());
        ProcessBuilder builder = Commands.prepare(new ProcessBuilder(command)).directory(job.folder().toFile());
        builder.environment().putAll(environment(job));
        Process process = start(builder);
        try {
            process.getOutputStream().close();
            CompletableFuture<List<String>> complaints = CompletableFuture.supplyAsync(() -> complaints(process.getErrorStream()), Gdal::inBackground);
            CompletableFuture<Boolean> watch = CompletableFuture.supplyAsync(() -> isInTime(process, bounds.time()), Gdal::inBackground);
            try (InputStream out = process.getInputStream()) {
                if (!output.take(out)) {
                    kill(process);
                }
            }
            return new Ending(process.waitFor(), watch.join(), complaints.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while GDAL was at work", e));
        } finally {
            kill(process);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "Map files cannot be read or written: there is no prlimit here. Install what Debian calls util-linux.");
        }
    }

    /** Its streams stay open until they are read to their end, unlike when the process itself is asked. */
    private static void kill(Process process) {
        process.toHandle().destroyForcibly();
    }

    /** Threads of their own, for they wait most of the time. */
    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "watching GDAL");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean isInTime(Process process, Duration time) {
        try {
            boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                kill(process);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, String> environment(Job job) {
        List<String> all = drivers.updateAndGet(known -> known == null ? listDrivers() : known);
        String folder = job.folder().toString();
        Map<String, String> environment = new HashMap<>(Map.of("GDAL_DRIVER_PATH", "disable", "HOME", folder, "TMPDIR", folder, "CPL_TMPDIR", folder,
            "PROJ_NETWORK", "OFF", "GDAL_HTTP_PROXY", "127.0.0.1:9", "GDAL_HTTP_TIMEOUT", "1", "CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".nothing",
            "GDAL_CACHEMAX", "64", "CPL_DEBUG", "OFF"));
        environment.put("OGR_ENABLE_PARTIAL_REPROJECTION", "FALSE");
        environment.put("GDAL_SKIP", String.join(",", all.stream().filter(driver -> !job.drivers().contains(driver)).toList()) + ",");
        environment.putAll(job.environment());
        return environment;
    }

    private static List<String> complaints(InputStream in) {
        try {
            String text = new String(in.readNBytes(COMPLAINTS), StandardCharsets.UTF_8);
            in.transferTo(OutputStream.nullOutputStream());
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

package langmap.importer.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.db.Commands;
import langmap.importer.file.Limits;
import langmap.importer.file.Source;
import langmap.problem.Problem;

/**
 * GDAL's programs as child processes: in the folder of one data set, with one driver to read and one to write, without a network, bounded
 * in memory, time and what they may write.
 */
final class Ogr {
    private static final String OUTPUT = "GeoJSONSeq";
    private static final int COMPLAINTS = 200_000;
    private static final int TEMPORARY_BYTES_FACTOR = 2;
    private static final Pattern DRIVER = Pattern.compile("(?m)^  (.+?) -[a-z,]*vector[a-z,]*- ");

    private final Limits limits;
    private final AtomicReference<List<String>> drivers = new AtomicReference<>();

    Ogr(Limits limits) {
        this.limits = limits;
    }

    /** Whatever GDAL could read here. */
    private static List<String> listDrivers() {
        try {
            Process process = Commands.prepare(new ProcessBuilder("ogr2ogr", "--formats")).redirectErrorStream(true).start();
            process.getOutputStream().close();
            Matcher names = DRIVER.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            List<String> drivers = new ArrayList<>();
            while (names.find()) {
                drivers.add(names.group(1));
            }
            return List.copyOf(drivers);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "Map files cannot be read: there is no ogr2ogr here. Install what Debian calls gdal-bin.");
        }
    }

    /**
     * How a reading ended.
     *
     * @param exitCode   of the program
     * @param inTime     false if it had to be ended
     * @param complaints what it wrote about errors and warnings, a line each
     */
    record Ending(int exitCode, boolean inTime, List<String> complaints) {
    }

    /** What takes the lines of the output, each within the limit of a feature; null stands for one that is longer. */
    interface Lines {
        /** False ends the reading. */
        boolean take(String line);
    }

    /**
     * Runs a program on a data set.
     *
     * @param program {@code ogrinfo} or {@code ogr2ogr} with its arguments
     */
    Ending run(Source source, List<String> program, Lines lines) {
        List<String> command = new ArrayList<>(List.of("prlimit", "--as=" + limits.memory(), "--cpu=" + Math.max(1, limits.time().toSeconds()),
            "--fsize=" + TEMPORARY_BYTES_FACTOR * limits.bytes(), "--nofile=256", "--core=0", "--"));
        command.addAll(program);
        ProcessBuilder builder = Commands.prepare(new ProcessBuilder(command)).directory(source.path().getParent().toFile());
        builder.environment().putAll(environment(source));
        Process process = start(builder);
        try {
            process.getOutputStream().close();
            CompletableFuture<List<String>> complaints = CompletableFuture.supplyAsync(() -> complaints(process.getErrorStream()), Ogr::inBackground);
            CompletableFuture<Boolean> watch = CompletableFuture.supplyAsync(() -> isInTime(process), Ogr::inBackground);
            try (InputStream out = process.getInputStream()) {
                boolean whole = pass(out, source.format().isPassedOnRaw() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8, lines);
                if (!whole) {
                    kill(process);
                }
            }
            return new Ending(process.waitFor(), watch.join(), complaints.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while reading a map file", e));
        } finally {
            kill(process);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "Map files cannot be read: there is no prlimit here. Install what Debian calls util-linux.");
        }
    }

    /** Its streams stay open until they are read to their end, unlike when the process itself is asked. */
    private static void kill(Process process) {
        process.toHandle().destroyForcibly();
    }

    /** Threads of their own, for they wait most of the time. */
    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "reading a map file");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean isInTime(Process process) {
        try {
            boolean ended = process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                kill(process);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<String, String> environment(Source source) {
        Path folder = source.path().getParent();
        List<String> all = drivers.updateAndGet(known -> known == null ? listDrivers() : known);
        String others = String.join(",", all.stream()
            .filter(driver -> !driver.equals(source.format().driver) && !driver.equals(OUTPUT)).toList()) + ",";
        return Map.ofEntries(Map.entry("GDAL_SKIP", others), Map.entry("GDAL_DRIVER_PATH", "disable"), Map.entry("HOME", folder.toString()),
            Map.entry("TMPDIR", folder.toString()), Map.entry("CPL_TMPDIR", folder.toString()), Map.entry("PROJ_NETWORK", "OFF"),
            Map.entry("GDAL_HTTP_PROXY", "127.0.0.1:9"), Map.entry("GDAL_HTTP_TIMEOUT", "1"), Map.entry("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE"),
            Map.entry("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".nothing"), Map.entry("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"),
            Map.entry("OGR_GEOJSON_MAX_OBJ_SIZE", Integer.toString(4 * limits.featureBytes() >> 20)), Map.entry("GDAL_CACHEMAX", "64"),
            Map.entry("OGR_ENABLE_PARTIAL_REPROJECTION", "FALSE"), Map.entry("DXF_ENCODING", "ISO-8859-1"), Map.entry("CPL_DEBUG", "OFF"),
            Map.entry("OSM_MAX_TMPFILE_SIZE", "64"));
    }

    /** Splits the output into lines with bounded memory; false if they were not all wanted. */
    private boolean pass(InputStream out, Charset charset, Lines lines) throws IOException {
        LineBuffer buffer = new LineBuffer(limits.featureBytes());
        byte[] block = new byte[1 << 16];
        for (int length = out.read(block); length >= 0; length = out.read(block)) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (block[i] == '\n') {
                    buffer.append(block, from, i - from);
                    from = i + 1;
                    if (!lines.take(buffer.take(charset))) {
                        return false;
                    }
                }
            }
            buffer.append(block, from, length - from);
        }
        return true;
    }

    /** One line while it grows. */
    private static final class LineBuffer {
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        private final int most;
        private boolean over;

        LineBuffer(int most) {
            this.most = most;
        }

        void append(byte[] block, int from, int length) {
            over = over || bytes.size() + length > most;
            if (!over) {
                bytes.write(block, from, length);
            }
        }

        String take(Charset charset) {
            String line = over ? null : bytes.toString(charset);
            bytes.reset();
            over = false;
            return line;
        }
    }

    private static List<String> complaints(InputStream in) {
        try {
            String text = new String(in.readNBytes(COMPLAINTS), StandardCharsets.UTF_8);
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return text.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

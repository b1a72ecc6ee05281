package langmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LangMap as a process of its own, as the scripts start it. */
public final class LangMapProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("LangMap is at (http://\\S+)");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path out;
    private final Path err;

    private LangMapProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command; settings that are not given have their defaults, but the port is any free one. */
    public static LangMapProcess start(Map<String, String> settings, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
            "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "langmap.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("LANGMAP_"));
        builder.environment().put("LANGMAP_PORT", "0");
        builder.environment().putAll(settings);
        try {
            Path out = Files.createTempFile("langmap-out", ".txt");
            Path err = Files.createTempFile("langmap-err", ".txt");
            return new LangMapProcess(builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it serves; its address without a slash at the end. */
    public String base() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher address = ADDRESS.matcher(out());
            if (address.find()) {
                return address.group(1).replace("localhost", "127.0.0.1");
            }
            pause();
        }
        throw new AssertionError("LangMap did not start: " + out() + err());
    }

    /** Waits for its end and gives the exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("LangMap did not end: " + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it said so far. */
    public String out() {
        return text(out);
    }

    /** What it complained of so far. */
    public String err() {
        return text(err);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** What Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        exitCode();
        try {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package langmap.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs the small programs around a database and waits for them; none of them inherits our environment. */
public final class Commands {
    private static final int BLOCK = 1 << 16;

    private Commands() {
    }

    /** What a program answered; {@code output} is both its streams. */
    public record Outcome(int exitCode, String output) {
        /** The last line that says something, for use inside a sentence; the exit code if there is none. */
        public String lastLine() {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty() ? "exit code " + exitCode : lines.get(lines.size() - 1).strip();
        }
    }

    static Outcome run(ClusterHome home, List<String> command) {
        return run(home.folder(), command);
    }

    /** Runs in {@code folder}; a program that does not exist is an outcome, too (127, as in a shell). */
    static Outcome run(Path folder, List<String> command) {
        ProcessBuilder builder = prepare(new ProcessBuilder(command)).directory(folder.toFile()).redirectErrorStream(true);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            return new Outcome(127, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while waiting for " + command.get(0), e));
        }
    }

    /**
     * Feeds a program from {@code in}, then passes what it writes on to {@code out}; the output of the outcome is what it complained of.
     *
     * @param environment variables it needs, such as passwords, which must not stand in its command line
     * @throws IOException if {@code in} or {@code out} fails; the program is ended then
     */
    public static Outcome pipe(List<String> command, Map<String, String> environment, InputStream in, OutputStream out) throws IOException {
        ProcessBuilder builder = prepare(new ProcessBuilder(command));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            CompletableFuture<String> complaints = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            feed(process, in);
            process.getInputStream().transferTo(out);
            return new Outcome(process.waitFor(), complaints.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        } finally {
            process.destroy();
        }
    }

    /** A program that ends before it has read everything says why by its exit code. */
    private static void feed(Process process, InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream pipe = process.getOutputStream()) {
            for (int length = in.read(block); length >= 0 && process.isAlive(); length = in.read(block)) {
                pipe.write(block, 0, length);
            }
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage()) && !"Stream closed".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** Nothing of ours reaches the program but the search path: PGPORT and its like would lead it astray. */
    public static ProcessBuilder prepare(ProcessBuilder builder) {
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !name.equals("PATH"));
        environment.merge("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", (own, usual) -> own + ":" + usual);
        environment.put("LC_ALL", "C.UTF-8");
        return builder;
    }
}

package langmap.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the small programs around a database and waits for them; none of them inherits our environment. */
final class Commands {
    private Commands() {
    }

    /** What a program answered; {@code output} is both its streams. */
    record Outcome(int exitCode, String output) {
        /** The last line that says something, for use inside a sentence; the exit code if there is none. */
        String lastLine() {
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

    /** Nothing of ours reaches the program but the search path: PGPORT and its like would lead it astray. */
    static ProcessBuilder prepare(ProcessBuilder builder) {
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !name.equals("PATH"));
        environment.merge("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", (own, usual) -> own + ":" + usual);
        environment.put("LC_ALL", "C.UTF-8");
        return builder;
    }
}

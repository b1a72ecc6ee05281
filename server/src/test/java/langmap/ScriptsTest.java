package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import langmap.house.Checkout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts on machines that lack something, made of a search path with nothing but stand-ins and the plainest tools. */
final class ScriptsTest {
    private static final List<String> TOOLS = List.of("bash", "basename", "cut", "dirname", "env", "find", "grep", "mktemp", "rm", "sed", "sort",
        "tail", "touch");
    /** A machine with all that is needed; root may change nothing real on it. */
    private static final Map<String, String> WHOLE = Map.of("id", "echo 0", "javac", "echo javac 17.0.1", "java", "echo java \"$@\"; exit 3",
        "mvn", "echo mvn \"$@\"", "ogr2ogr", "", "chromium", "", "apt-get", "", "mkdir", "", "tee", "");

    @TempDir
    private Path machine;
    private Path bin;

    /** What a script said and how it ended. */
    private record Outcome(int exitCode, String out, String err) {
    }

    @BeforeEach
    void makeMachine() throws IOException {
        bin = Files.createDirectory(machine.resolve("bin"));
        Files.createDirectory(machine.resolve("tmp"));
        Files.createDirectories(machine.resolve("checkout/server/target"));
        Path scripts = Files.createDirectory(machine.resolve("checkout/scripts"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Checkout.root().resolve("scripts"))) {
            for (Path file : files) {
                Files.copy(file, scripts.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        for (String tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
        }
        for (Map.Entry<String, String> standIn : WHOLE.entrySet()) {
            put(standIn.getKey(), standIn.getValue());
        }
    }

    private void put(String program, String body) throws IOException {
        Path file = Files.writeString(bin.resolve(program), "#!/bin/bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(String line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(line.split(" ")));
        command.set(0, machine.resolve("checkout/scripts/" + command.get(0)).toString());
        Path out = machine.resolve("out");
        Path err = machine.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", bin.toString(), "TMPDIR", machine.resolve("tmp").toString(), "LANGMAP_DATABASE_URL", "any"));
        int exitCode = builder.start().waitFor();
        assertThat(machine.resolve("tmp")).isEmptyDirectory();
        return new Outcome(exitCode, Files.readString(out), Files.readString(err));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mvn apt-get | id  | echo 0    | there is no apt-get here: install what Debian calls maven by hand, then run this again.
        mvn ogr2ogr | id  | echo 1000 | this machine lacks maven gdal-bin: run this once as root, or as a user who may use sudo.
        mvn | apt-get | echo E: no answer; exit 100 | the package lists could not be fetched (E: no answer). Is the network there?
        mvn | apt-get | [ $1 = update ] && exit; echo E: it is broken; exit 100 | the packages maven could not be installed (E: it is broken).
        mvn | apt-get | [ $1 = update ] && echo W: Failed to fetch && exit; echo E: unknown; exit 100 | the packages maven could not be installed (E: unknown). Is the network there?
        '' | mvn | echo '[ERROR] no such library'; exit 1 | the build failed: [ERROR] no such library. If libraries could not be fetched, is the network there?
        '' | javac | echo javac 11.0.2 | BIN/javac is not a JDK 17 or newer: set JAVA_HOME to one that is, or unset it.
        """)
    void whatIsMissingIsToldInOneSentence(String without, String program, String body, String sentence) throws Exception {
        for (String gone : without.split(" ")) {
            Files.deleteIfExists(bin.resolve(gone.isEmpty() ? "nothing" : gone));
        }
        put(program, body);
        Outcome outcome = run("run");
        assertThat(outcome.err()).isEqualTo("LangMap: " + sentence.replace("BIN", bin.toString()) + "\n");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(machine.resolve("checkout/server/target/built")).doesNotExist();
    }

    @Test
    void aUserWhomSudoRefusesIsTold() throws Exception {
        Files.delete(bin.resolve("mvn"));
        put("id", "echo 1000");
        put("sudo", "exit 1");
        assertThat(run("test").err()).isEqualTo("LangMap: this machine lacks maven: run this once as root, or as a user who may use sudo.\n");
    }

    @Test
    void whatIsMissingIsInstalledBySudoAndThenUsed() throws Exception {
        for (String program : List.of("mvn", "javac", "ogr2ogr")) {
            Files.move(bin.resolve(program), machine.resolve(program));
        }
        put("id", "echo 1000");
        put("sudo", "[ $1 = -v ] || ROOT=yes exec \"$@\"");
        put("apt-get", "if [ $1 = install ] && [ \"$ROOT\" = yes ]; then for program in mvn javac ogr2ogr; do /bin/mv "
            + machine + "/$program " + bin + "; done; fi");
        Outcome outcome = run("run");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("Installing default-jdk-headless maven gdal-bin", "Building LangMap").endsWith("langmap.jar serve\n");
    }

    @ParameterizedTest
    @CsvSource({"run, java, serve, 3", "langmap import a b, java, import a b, 3", "backup x, java, backup x, 3", "restore x, java, restore x, 3",
        "test -Dtest=A -o, mvn, verify -Dtest=A -o, 0", "soak 5 60, mvn, -Dsoak.rounds=5 -Dsoak.seconds=60, 0"})
    void argumentsAndExitCodeArePassedOn(String line, String program, String end, int exitCode) throws Exception {
        Outcome outcome = run(line);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines().reduce((first, last) -> last).orElseThrow()).startsWith(program + " ").endsWith(" " + end);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void nothingIsBuiltTwiceUntilASourceIsNewer() throws Exception {
        Path target = machine.resolve("checkout/server/target");
        Path source = Files.createDirectories(machine.resolve("checkout/server/src/main"));
        Files.createDirectories(machine.resolve("checkout/web/src"));
        for (String pom : List.of("pom.xml", "web/pom.xml", "server/pom.xml")) {
            Files.createFile(machine.resolve("checkout").resolve(pom));
        }
        put("mvn", "echo > " + target.resolve("langmap.jar"));
        assertThat(run("run").out()).contains("Building");
        assertThat(run("run").out()).isEqualTo("java -jar " + target.resolve("langmap.jar") + " serve\n");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run("run").out()).contains("Building");
    }
}

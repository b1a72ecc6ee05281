package langmap.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as they lie in the checkout. Tests run in the folder {@code server}. */
public final class Checkout {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Checkout() {
    }

    public static Path root() {
        return ROOT;
    }

    /** Files below a folder of the checkout whose names end so, in order; build results are left out. */
    public static List<Path> files(String folder, String ending) {
        Path start = ROOT.resolve(folder);
        try (Stream<Path> walk = Files.walk(start)) {
            return walk.filter(Files::isRegularFile).filter(path -> path.getFileName().toString().endsWith(ending))
                .filter(path -> !ROOT.relativize(path).toString().matches("(.*/)?(target|\\.git|\\.langmap)/.*")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Documents written by hand; generated ones say so. */
    public static List<Path> documents() {
        return Stream.of(Stream.of(ROOT.resolve("README.md")), files("server", ".md").stream(), files("gis-data", ".md").stream())
            .flatMap(paths -> paths).filter(path -> !text(path).contains("Generated from")).toList();
    }

    /** All Java files, tests included. */
    public static List<Path> javaFiles() {
        return files("server/src", ".java");
    }

    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

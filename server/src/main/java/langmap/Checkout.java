package langmap;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder LangMap was cloned into. */
public final class Checkout {
    private Checkout() {
    }

    /** The folder above the running program that holds {@code gis-data} and {@code scripts}; else the current folder. */
    public static Path find() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = program(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("scripts")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        return here;
    }

    private static Path program() {
        try {
            return Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package langmap.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders for test clusters, where the server's account can go. */
public final class TestFolder {
    private TestFolder() {
    }

    /** Makes one. */
    public static Path make(String prefix) {
        try {
            Path folder = Files.createTempDirectory(Path.of("/tmp"), prefix);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it away again, with all that is in it. */
    public static void remove(Path folder) {
        try {
            ClusterSetup.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

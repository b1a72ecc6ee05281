package langmap.importer.file;

import java.nio.file.Path;

/**
 * A file somebody sent.
 *
 * @param path where it lies
 * @param name how its owner calls it
 */
public record Upload(Path path, String name) {
    public static Upload of(Path path) {
        return new Upload(path, path.getFileName().toString());
    }
}

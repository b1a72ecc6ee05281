package langmap.importer.file;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One data set, ready to be opened.
 *
 * @param format   what it is by its content
 * @param path     the file to open, in a folder of its own
 * @param name     how its owner calls it, without folder and ending
 * @param encoding of its text as it declares itself
 */
public record Source(MapFormat format, Path path, String name, Optional<String> encoding) {
}

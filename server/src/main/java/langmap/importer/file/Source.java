package langmap.importer.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One data set, ready to be opened.
 *
 * @param format   what it is by its content
 * @param path     the file to open, in a folder of its own
 * @param name     how its owner calls it, without folder and ending
 * @param encoding of its text as it declares itself
 * @param said     what its text says and GDAL would lose
 */
public record Source(MapFormat format, Path path, String name, Optional<String> encoding, Said said) {
    /** One whose text says nothing that GDAL would lose. */
    public Source(MapFormat format, Path path, String name, Optional<String> encoding) {
        this(format, path, name, encoding, Said.NOTHING);
    }

    /**
     * What the text of a file says and GDAL would lose.
     *
     * @param withoutCrs true if it says that its coordinate system is none, or one nobody knows
     * @param fields     names of fields by what GDAL makes of them
     */
    public record Said(boolean withoutCrs, Map<String, String> fields) {
        static final Said NOTHING = new Said(false, Map.of());

        public Said {
            fields = Map.copyOf(fields);
        }
    }
}

package langmap.importer.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import langmap.gdal.Gdal;
import langmap.importer.file.Limits;
import langmap.importer.file.Source;

/** GDAL reading a data set: with one driver to read and one to write, in the folder of the data set, its output taken line by line. */
final class Ogr {
    private static final String OUTPUT = "GeoJSONSeq";
    private static final int TEMPORARY_BYTES_FACTOR = 2;

    private final Limits limits;
    private final Gdal gdal = new Gdal();

    Ogr(Limits limits) {
        this.limits = limits;
    }

    /** What takes the lines of the output, each within the limit of a feature; null stands for one that is longer. */
    interface Lines {
        /** False ends the reading. */
        boolean take(String line);
    }

    /**
     * Runs a program on a data set.
     *
     * @param program {@code ogrinfo} or {@code ogr2ogr} with its arguments
     */
    Gdal.Ending run(Source source, List<String> program, Lines lines) {
        Gdal.Bounds bounds = new Gdal.Bounds(limits.memory(), limits.time(), TEMPORARY_BYTES_FACTOR * limits.bytes());
        Charset charset = source.format().isPassedOnRaw() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return gdal.run(new Gdal.Job(source.path().getParent(), program, Set.copyOf(List.of(source.format().driver, OUTPUT)), environment(), bounds),
            out -> pass(out, charset, lines));
    }

    private Map<String, String> environment() {
        return Map.of("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE", "OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO",
            "OGR_GEOJSON_MAX_OBJ_SIZE", Integer.toString(4 * limits.featureBytes() >> 20), "DXF_ENCODING", "ISO-8859-1", "OSM_MAX_TMPFILE_SIZE", "64");
    }

    /** Splits the output into lines with bounded memory; false if they were not all wanted. */
    private boolean pass(InputStream out, Charset charset, Lines lines) throws IOException {
        LineBuffer buffer = new LineBuffer(limits.featureBytes());
        byte[] block = new byte[1 << 16];
        for (int length = out.read(block); length >= 0; length = out.read(block)) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (block[i] == '\n') {
                    buffer.append(block, from, i - from);
                    from = i + 1;
                    if (!lines.take(buffer.take(charset))) {
                        return false;
                    }
                }
            }
            buffer.append(block, from, length - from);
        }
        return true;
    }

    /** One line while it grows. */
    private static final class LineBuffer {
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        private final int most;
        private boolean over;

        LineBuffer(int most) {
            this.most = most;
        }

        void append(byte[] block, int from, int length) {
            over = over || bytes.size() + length > most;
            if (!over) {
                bytes.write(block, from, length);
            }
        }

        String take(Charset charset) {
            String line = over ? null : bytes.toString(charset);
            bytes.reset();
            over = false;
            return line;
        }
    }
}

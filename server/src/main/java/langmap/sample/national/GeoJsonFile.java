package langmap.sample.national;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import langmap.geo.ByteSink;

/** Writes a collection of features of any length, one a line. Used by one thread. */
final class GeoJsonFile implements AutoCloseable {
    private final OutputStream out;
    private final ByteSink sink = new ByteSink();
    private boolean any;

    GeoJsonFile(Path file) {
        try {
            out = new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sink.put("{\"type\":\"FeatureCollection\",\"features\":[\n");
    }

    /** A feature whose first members and properties are JSON without the braces. */
    void add(String members, String properties, boolean area, List<double[]> points) {
        sink.put(any ? ",\n" : "").put("{\"type\":\"Feature\",").put(members).put("\"properties\":{").put(properties).put("\"illustrative\":true},")
            .put(area ? "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" : "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[");
        any = true;
        for (int i = 0; i < points.size(); i++) {
            sink.put(i == 0 ? "[" : ",[").put(points.get(i)[0], 6).put(',').put(points.get(i)[1], 6).put(']');
        }
        sink.put(area ? "]]}}" : "]}}");
        drain();
    }

    private void drain() {
        try {
            sink.drainTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sink.put("\n]}\n");
        drain();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

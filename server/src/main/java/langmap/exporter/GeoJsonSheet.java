package langmap.exporter;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.geo.ByteSink;
import langmap.geo.EwkbJson;
import langmap.http.Json;

/** GeoJSON: one document, or one feature a line for GDAL to read. */
final class GeoJsonSheet implements Sheet {
    private static final int DECIMALS = 7;
    private static final int BLOCK = 1 << 15;
    /** Begins each feature of a sequence (RFC 8142); without it GDAL does not see that one feature alone is a sequence. */
    private static final String RECORD = "\u001e";

    private final OutputStream out;
    private final List<Column> columns;
    private final boolean document;
    private final ByteSink sink = new ByteSink();
    private boolean begun;

    GeoJsonSheet(Path file, List<Column> columns, boolean document) throws IOException {
        this.out = Files.newOutputStream(file);
        this.columns = columns;
        this.document = document;
        if (document) {
            sink.put("{\"type\":\"FeatureCollection\",\"features\":[\n");
        }
    }

    @Override
    public void put(Feature feature) throws IOException {
        sink.put(!begun ? "" : document ? ",\n" : "\n").put(document ? "" : RECORD);
        begun = true;
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            properties.put(columns.get(i).id(), feature.values()[i]);
        }
        sink.put("{\"type\":\"Feature\",\"id\":").put(json(feature.values()[0])).put(",\"properties\":").put(json(properties)).put(",\"geometry\":");
        if (feature.ewkb() == null) {
            sink.put("null");
        } else {
            EwkbJson.write(feature.ewkb(), DECIMALS, sink);
        }
        sink.put('}');
        if (sink.length() > BLOCK) {
            sink.drainTo(out);
        }
    }

    /**
     * The note is made of foreign members; it stands behind the features, for only then it is known what is in them. Where there is none, GDAL
     * is given one that it leaves out again, for it takes an empty file for no file.
     */
    @Override
    public void finish(Notes notes) throws IOException {
        if (document) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("title", notes.title());
            members.put("asOf", notes.query().asOf());
            members.put("series", notes.query().series());
            members.put("filters", notes.query().filters());
            members.put("illustrative", notes.illustrative());
            members.put("sources", notes.sources());
            members.put("note", Map.of("vi", notes.lines("vi"), "en", notes.lines("en")));
            sink.put("\n],").put(json(members).substring(1));
        }
        if (!document && !begun) {
            put(new Feature(new Object[columns.size()], null, null, null, null));
        }
        sink.put("\n").drainTo(out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static String json(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package langmap.importer.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.geo.Crs;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** Reads a JSON file once to its end, token by token, before a reader of maps may see it. */
final class JsonScan {
    private static final Set<String> GEOJSON = Set.of("FeatureCollection", "Feature", "Point", "LineString", "Polygon", "MultiPoint",
        "MultiLineString", "MultiPolygon", "GeometryCollection");
    private static final Pattern EPSG = Pattern.compile("(?:urn:ogc:def:crs:)?EPSG:(?:[0-9.]*:)?([0-9]{4,6})", Pattern.CASE_INSENSITIVE);
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final int DEEPEST = 200;
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private String type = "";
    private int documents;
    private boolean separated;
    private boolean withoutCrs;

    private JsonScan() {
    }

    static Recognition recognise(Path file, Issue.Where where, Issues issues) throws IOException {
        JsonScan scan = new JsonScan();
        try (InputStream in = Files.newInputStream(file)) {
            scan.separated = Recognition.head(file).startsWith("\u001e");
            JsonParser parser = FACTORY.createParser(scan.separated ? new WithoutSeparators(in) : in);
            scan.read(parser, where, issues);
        }
        boolean known = GEOJSON.contains(scan.type) || scan.type.isEmpty() && issues.hasErrors();
        MapFormat format = scan.documents > 1 || scan.separated ? MapFormat.GEOJSON_SEQ : MapFormat.GEOJSON;
        return known ? new Recognition(format, null, new Source.Said(scan.withoutCrs, Map.of())) : new Recognition(null, scan.type.equals("Topology") ? "TopoJSON" : "JSON");
    }

    private void read(JsonParser parser, Issue.Where where, Issues issues) throws IOException {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.getParsingContext().getParent().inRoot() && "type".equals(parser.currentName())) {
                    parser.nextToken();
                    String found = parser.getText();
                    type = documents == 1 ? found : type;
                    if (documents > 1 && !("Feature".equals(type) && "Feature".equals(found))) {
                        issues.report("json-trailing", line(parser, where));
                        return;
                    }
                } else if (token == JsonToken.FIELD_NAME && parser.getParsingContext().getParent().inRoot() && "crs".equals(parser.currentName())) {
                    parser.nextToken();
                    withoutCrs = !isKnown(TREES.readTree(parser));
                } else if (parser.getParsingContext().inRoot() && token.isScalarValue()) {
                    issues.report("json-trailing", line(parser, where));
                    return;
                }
                if (token.isStructStart() && parser.getParsingContext().getParent().inRoot()) {
                    documents++;
                }
            }
        } catch (StreamConstraintsException e) {
            issues.report("nested-too-deep", line(parser, where), DEEPEST);
        } catch (JsonProcessingException e) {
            boolean complete = documents > 0 && parser.getParsingContext().inRoot();
            if (e.getOriginalMessage().startsWith("Duplicate field")) {
                issues.report("json-duplicate-key", line(e, where), e.getOriginalMessage().replaceAll("(?s)^[^']*'(.{0,60}).*'.*$", "$1"));
            } else if (e.getOriginalMessage().contains("UTF-8")) {
                issues.report("text-undecodable", line(e, where), "UTF-8");
            } else if (e.getOriginalMessage().contains("nexpected end-of-input")) {
                issues.report("file-truncated", line(e, where));
            } else {
                issues.report(complete ? "json-trailing" : "json-broken", line(e, where));
            }
        } catch (CharConversionException e) {
            issues.report("text-undecodable", line(parser, where), "UTF-8");
        }
    }

    /** A member {@code crs}, which GDAL takes for degrees unless it knows it; by the rule of old, null is an unknown one. */
    private static boolean isKnown(JsonNode crs) {
        Matcher epsg = EPSG.matcher(crs.at("/properties/name").asText());
        return crs.at("/properties/name").asText().endsWith("CRS84") || epsg.matches() && Crs.findEpsg(Integer.parseInt(epsg.group(1))).isPresent();
    }

    private static Issue.Where line(JsonParser parser, Issue.Where where) {
        return where.place("line " + parser.currentLocation().getLineNr());
    }

    private static Issue.Where line(JsonProcessingException e, Issue.Where where) {
        return where.place("line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
    }

    /** A text sequence (RFC 8142) has a record separator before each text, which is white space to us. */
    private static final class WithoutSeparators extends java.io.FilterInputStream {
        WithoutSeparators(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read == 0x1e ? ' ' : read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            for (int i = offset; i < offset + count; i++) {
                buffer[i] = buffer[i] == 0x1e ? (byte) ' ' : buffer[i];
            }
            return count;
        }
    }
}

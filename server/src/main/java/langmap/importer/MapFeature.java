package langmap.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * One feature of a GeoJSON file while it is read. Files of any size are read one feature at a time.
 *
 * @param feature the whole feature, for issues about it
 * @param id      its id as text, empty without one
 */
public record MapFeature(Node feature, String id) {
    private static final Set<String> WGS_84 = Set.of("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326");
    private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);
    /** With room to spare: what lies outside is in other degrees or in metres. */
    public static final Envelope VIET_NAM = new Envelope(100, 115, 5, 25);
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** Hands over the features of a FeatureCollection one by one. What is wrong with the file as a whole is an issue, and the answer is false. */
    public static boolean stream(SourceFolder folder, String file, Issues issues, Consumer<MapFeature> each) {
        boolean[] listed = {false};
        boolean[] collection = {false};
        try (JsonParser parser = JSON.createParser(folder.open(file))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("features") && parser.currentToken() == JsonToken.START_ARRAY) {
                    listed[0] = true;
                    features(parser, file, issues, each);
                } else {
                    JsonNode member = JSON.readTree(parser);
                    collection[0] |= name.equals("type") && member.asText().equals("FeatureCollection");
                    if (name.equals("crs")) {
                        checkCrs(member.path("properties").path("name").asText(), file, issues);
                    }
                }
            }
            if (parser.nextToken() != null) {
                issues.add(new Issue(file, "end", "-", "Something follows after the end of the file.", "Keep one document."));
            }
        } catch (JsonProcessingException e) {
            issues.add(new Issue(file, "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()), "-",
                "The file cannot be read: " + e.getOriginalMessage() + ".", "Save it as GeoJSON again."));
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!listed[0] || !collection[0]) {
            issues.add(new Issue(file, "top", "type", "This is not a FeatureCollection.", "Save everything as one GeoJSON FeatureCollection."));
        }
        return listed[0] && collection[0];
    }

    private static void features(JsonParser parser, String file, Issues issues, Consumer<MapFeature> each) throws IOException {
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode feature = JSON.readTree(parser);
            String id = feature.path("id").asText();
            String place = "feature " + ++number + (id.isEmpty() ? "" : ", " + id);
            each.accept(new MapFeature(new Node(file, place, feature, issues), id));
        }
    }

    private static void checkCrs(String crs, String file, Issues issues) {
        if (!crs.isEmpty() && !WGS_84.contains(crs)) {
            issues.add(new Issue(file, "top", "crs", "The file is in " + crs + ".", "Transform it to WGS 84 degrees, longitude first."));
        }
    }

    /** Its properties, whose faults are issues about the feature. */
    public Node properties() {
        return new Node(feature.file(), feature.path(), feature.tree().path("properties"), feature.issues());
    }

    /**
     * Its geometry, in degrees of WGS 84; nothing and an issue if there is none of that kind, valid and in Việt Nam.
     *
     * @param kind  the interface or class it must be
     * @param what  what that is called, such as {@code a line}
     * @param types what to give, for the remedy, such as {@code LineString}
     */
    public <T> Optional<T> geometry(Class<T> kind, String what, String types) {
        String fault;
        try {
            JsonNode tree = feature.tree().path("geometry");
            Geometry geometry = tree.isObject() ? new GeoJsonReader(DEGREES).read(tree.toString()) : DEGREES.createPolygon();
            TopologyValidationError error = new IsValidOp(geometry).getValidationError();
            if (!kind.isInstance(geometry) || geometry.isEmpty()) {
                fault = "The geometry is not " + what + ".";
            } else if (error != null) {
                fault = "The geometry is not valid: " + error.getMessage() + " at " + error.getCoordinate().x + " " + error.getCoordinate().y + ".";
            } else if (!VIET_NAM.contains(geometry.getEnvelopeInternal())) {
                fault = "The geometry does not lie in Việt Nam. Are longitude and latitude swapped, or is it not WGS 84?";
            } else {
                return Optional.of(kind.cast(geometry));
            }
        } catch (ParseException | IllegalArgumentException | ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            // the reader stumbles in all these ways over coordinates that are none
            fault = "The geometry cannot be read.";
        }
        feature.fault("geometry", fault, "Give a valid " + types + " in WGS 84, longitude first.");
        return Optional.empty();
    }
}

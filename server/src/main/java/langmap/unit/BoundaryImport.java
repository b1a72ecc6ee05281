package langmap.unit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import langmap.db.Tx;
import langmap.geo.Coverage;
import langmap.importer.DataSet;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Loads the boundaries of the base units (communes and urban units before the reform) from GeoJSON whose feature ids are codes, and derives all
 * others. They take the place of those loaded before; everything else stays.
 */
public final class BoundaryImport implements RegisterImport {
    /** West, east, south and north of it with room to spare: what lies outside is in other degrees or in metres. */
    static final Envelope VIET_NAM = new Envelope(100, 115, 5, 25);

    private static final Set<String> WGS_84 = Set.of("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326");
    private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);

    private final BoundaryLoadStore store = new BoundaryLoadStore();

    @Override
    public String kind() {
        return "boundaries";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        String file = set.files().get(0);
        Map<String, Integer> units = store.listBaseUnits(tx);
        JsonNode collection = folder.json(file);
        if (!isReadable(collection, file, issues)) {
            return 0;
        }
        Map<Integer, Geometry> areas = parse(collection, units, file, issues);
        Set<String> given = new HashSet<>();
        collection.path("features").forEach(feature -> given.add(feature.path("id").asText()));
        units.forEach((code, id) -> {
            if (!given.contains(code)) {
                issues.add(new Issue(file, "file", "id " + code, "The unit has no boundary.", "Add it."));
            }
        });
        checkTogether(areas, units, file, issues);
        return issues.isEmpty() ? store(areas, set, issues, tx) : 0;
    }

    private int store(Map<Integer, Geometry> areas, DataSet set, Issues issues, Tx tx) {
        store.deleteBoundaries(tx);
        try {
            List<BoundaryDerivation.Derived> all = BoundaryDerivation.derive(areas, store.listWholes(tx), store.listPassings(tx));
            store.insertBoundaries(tx, set.id(), all);
            tx.touch("unit");
            return all.size();
        } catch (BoundaryDerivation.Uncut e) {
            String code = store.listBaseUnits(tx).entrySet().stream().filter(entry -> entry.getValue() == e.unit).findFirst().orElseThrow().getKey();
            issues.add(new Issue(set.files().get(0), "file", "id " + code, "The area cannot be cut for the units it passed to.",
                "Give it enough points for a line between two of them to cut off each share."));
            return 0;
        }
    }

    private static boolean isReadable(JsonNode collection, String file, Issues issues) {
        if (!collection.path("type").asText().equals("FeatureCollection") || !collection.path("features").isArray()) {
            issues.add(new Issue(file, "top", "type", "This is not a FeatureCollection.", "Save the areas as one GeoJSON FeatureCollection."));
            return false;
        }
        String crs = collection.path("crs").path("properties").path("name").asText();
        if (!crs.isEmpty() && !WGS_84.contains(crs)) {
            issues.add(new Issue(file, "top", "crs", "The file is in " + crs + ".", "Transform it to WGS 84 degrees, longitude first."));
            return false;
        }
        return true;
    }

    private static Map<Integer, Geometry> parse(JsonNode collection, Map<String, Integer> units, String file, Issues issues) {
        Map<Integer, Geometry> areas = new TreeMap<>();
        int number = 0;
        for (JsonNode feature : collection.path("features")) {
            String place = "feature " + ++number;
            String code = feature.path("id").asText();
            Integer unit = units.get(code);
            if (unit == null) {
                issues.add(new Issue(file, place, "id", "There is no base unit with the code '" + code + "'.", "Use the code as text, such as \"06046\"."));
            } else if (areas.containsKey(unit)) {
                issues.add(new Issue(file, place, "id", "The unit " + code + " has two boundaries.", "Join them in one MultiPolygon."));
            } else {
                parseArea(feature.path("geometry"), file, place + ", " + code, issues).forEach(area -> areas.put(unit, area));
            }
        }
        return areas;
    }

    /** The area, or nothing and an issue. */
    private static List<Geometry> parseArea(JsonNode geometry, String file, String place, Issues issues) {
        String fault;
        try {
            Geometry area = geometry.isObject() ? new GeoJsonReader(DEGREES).read(geometry.toString()) : DEGREES.createPolygon();
            TopologyValidationError error = new IsValidOp(area).getValidationError();
            if (!(area instanceof Polygonal) || area.isEmpty()) {
                fault = "The geometry is not an area.";
            } else if (error != null) {
                fault = "The geometry is not valid: " + error.getMessage() + " at " + error.getCoordinate().x + " " + error.getCoordinate().y + ".";
            } else if (!VIET_NAM.contains(area.getEnvelopeInternal())) {
                fault = "The area does not lie in Việt Nam. Are longitude and latitude swapped, or is it not WGS 84?";
            } else {
                return List.of(area);
            }
        } catch (ParseException | IllegalArgumentException | ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            // the reader stumbles in all these ways over coordinates that are none
            fault = "The geometry cannot be read.";
        }
        issues.add(new Issue(file, place, "geometry", fault, "Give a valid Polygon or MultiPolygon in WGS 84, longitude first."));
        return List.of();
    }

    private static void checkTogether(Map<Integer, Geometry> areas, Map<String, Integer> units, String file, Issues issues) {
        Map<Integer, String> codes = new TreeMap<>();
        units.forEach((code, id) -> codes.put(id, code));
        List<Integer> order = new ArrayList<>(areas.keySet());
        for (int faulty : Coverage.listFaulty(List.copyOf(areas.values()))) {
            issues.add(new Issue(file, "file", "id " + codes.get(order.get(faulty)), "The area overlaps a neighbour or does not share its points.",
                "Clean the coverage, so that neighbours share their edges point by point."));
        }
        if (issues.isEmpty()) {
            Coverage.listGaps(List.copyOf(areas.values())).forEach(gap -> issues.add(new Issue(file, "file", "geometry",
                "Between the areas is a gap around " + gap.x + " " + gap.y + ".", "Give the gap to the unit it belongs to.")));
        }
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteBoundaries(tx);
        tx.touch("unit");
    }
}

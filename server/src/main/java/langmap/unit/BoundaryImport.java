package langmap.unit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.db.Tx;
import langmap.geo.Coverage;
import langmap.importer.DataSet;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;
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
        Map<Integer, Geometry> areas = parse(folder.json(file), units, file, issues);
        units.forEach((code, id) -> {
            if (!areas.containsKey(id)) {
                issues.add(new Issue(file, "file", "id " + code, "The unit has no boundary.", "Add it."));
            }
        });
        checkTogether(areas, units, file, issues);
        if (!issues.isEmpty()) {
            return 0;
        }
        store.deleteBoundaries(tx);
        List<BoundaryDerivation.Derived> all = BoundaryDerivation.derive(areas, store.listWholes(tx), store.listPassings(tx));
        store.insertBoundaries(tx, set.id(), all);
        tx.touch("unit");
        return all.size();
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
            Geometry area = new GeoJsonReader(DEGREES).read(geometry.toString());
            TopologyValidationError error = new IsValidOp(area).getValidationError();
            if (!(area instanceof Polygonal) || area.isEmpty()) {
                fault = "The geometry is not an area.";
            } else if (error != null) {
                fault = "The geometry is not valid: " + error.getMessage() + " at " + error.getCoordinate().x + " " + error.getCoordinate().y + ".";
            } else if (area.getEnvelopeInternal().getMinX() < 100 || area.getEnvelopeInternal().getMaxX() > 115
                || area.getEnvelopeInternal().getMinY() < 5 || area.getEnvelopeInternal().getMaxY() > 25) {
                fault = "The area does not lie in Việt Nam. Are longitude and latitude swapped, or is it not WGS 84?";
            } else {
                return List.of(area);
            }
        } catch (ParseException | IllegalArgumentException e) {
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
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteBoundaries(tx);
        tx.touch("unit");
    }
}

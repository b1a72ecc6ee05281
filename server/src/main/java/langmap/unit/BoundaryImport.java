package langmap.unit;

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
import langmap.importer.MapFeature;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * Loads the boundaries of the base units (communes and urban units before the reform) from GeoJSON whose feature ids are codes, and derives all
 * others. They take the place of those loaded before; everything else stays.
 */
public final class BoundaryImport implements RegisterImport {
    private final BoundaryLoadStore store = new BoundaryLoadStore();

    @Override
    public String kind() {
        return "boundaries";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        String file = set.files().get(0);
        Map<String, Integer> units = store.listBaseUnits(tx);
        Map<Integer, Geometry> areas = new TreeMap<>();
        Set<String> given = new HashSet<>();
        boolean whole = MapFeature.stream(folder, file, issues, feature -> {
            given.add(feature.id());
            parse(feature, units, areas);
        });
        if (!whole) {
            return 0;
        }
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

    private static void parse(MapFeature feature, Map<String, Integer> units, Map<Integer, Geometry> areas) {
        Integer unit = units.get(feature.id());
        if (unit == null) {
            feature.feature().fault("id", "There is no base unit with the code '" + feature.id() + "'.", "Use the code as text, such as \"06046\".");
        } else if (areas.containsKey(unit)) {
            feature.feature().fault("id", "The unit " + feature.id() + " has two boundaries.", "Join them in one MultiPolygon.");
        } else {
            feature.geometry(Polygonal.class, "an area", "Polygon or MultiPolygon").ifPresent(area -> areas.put(unit, (Geometry) area));
        }
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

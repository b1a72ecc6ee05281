package langmap.network.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.MapFeature;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;
import org.locationtech.jts.geom.Point;

/** Loads substations of the power grid from GeoJSON points. */
public final class SubstationImport implements RegisterImport {
    private final NetworkLoadStore store = new NetworkLoadStore();

    /** One substation, its place as EWKB in hexadecimal digits. */
    record SubstationRow(String code, String name, BigDecimal voltageKv, BigDecimal capacityKva, String geom, LocalDate from, LocalDate to) {
    }

    @Override
    public String kind() {
        return "substations";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<SubstationRow> rows = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        MapFeature.stream(folder, set.files().get(0), issues, feature -> {
            Node node = feature.properties();
            Optional<Point> place = feature.geometry(Point.class, "a point", "Point");
            SubstationRow row = new SubstationRow(node.text("code"), node.optionalText("name"), node.optionalNumber("voltageKv"),
                node.optionalNumber("capacityKva"), place.map(Geometries::hex).orElse(null), node.optionalDate("validFrom"), node.optionalDate("validTo"));
            if (row.code() != null && !codes.add(row.code())) {
                node.fault("code", "The code '" + row.code() + "' stands twice.", "Give every substation a code of its own.");
            }
            Geometries.checkSpan(node, row.from(), row.to());
            rows.add(row);
        });
        if (issues.isEmpty()) {
            Geometries.refuseTaken(store.listTaken(tx, "substation", rows), set.files().get(0), issues);
        }
        if (issues.isEmpty()) {
            store.insertSubstations(tx, set.id(), rows);
        }
        tx.touch("network");
        return rows.size();
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.delete(tx, "substation", dataSetId);
        tx.touch("network");
    }
}

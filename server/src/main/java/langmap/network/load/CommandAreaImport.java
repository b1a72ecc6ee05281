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
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** Loads the command areas of irrigation works from GeoJSON areas. */
public final class CommandAreaImport implements RegisterImport {
    private final NetworkLoadStore store = new NetworkLoadStore();

    /** One area, as EWKB in hexadecimal digits. */
    record AreaRow(String code, String name, boolean active, BigDecimal reportedHa, String geom, LocalDate from, LocalDate to) {
    }

    @Override
    public String kind() {
        return "command-areas";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<AreaRow> rows = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        MapFeature.stream(folder, set.files().get(0), issues, feature -> {
            Node node = feature.properties();
            Optional<Polygonal> area = feature.geometry(Polygonal.class, "an area", "Polygon or MultiPolygon");
            AreaRow row = new AreaRow(node.text("code"), node.optionalText("name"), node.flag("active"), node.optionalNumber("reportedHa"),
                area.map(one -> Geometries.hex((Geometry) one)).orElse(null), node.optionalDate("validFrom"), node.optionalDate("validTo"));
            if (row.code() != null && !codes.add(row.code())) {
                node.fault("code", "The code '" + row.code() + "' stands twice.", "Give every area a code of its own.");
            }
            Geometries.checkSpan(node, row.from(), row.to());
            rows.add(row);
        });
        if (issues.isEmpty()) {
            Geometries.refuseTaken(store.listTaken(tx, "command_area", rows), set.files().get(0), issues);
        }
        if (issues.isEmpty()) {
            store.insertCommandAreas(tx, set.id(), rows);
        }
        tx.touch("network");
        return rows.size();
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.delete(tx, "command_area", dataSetId);
        tx.touch("network");
    }
}

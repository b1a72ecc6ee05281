package langmap.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.MapFeature;
import langmap.importer.RegisterImport;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/** Loads villages with their centres. */
public final class VillageImport implements RegisterImport {
    private static final List<String> COLUMNS = List.of("code", "name", "unit", "lon", "lat", "valid_from", "valid_to");

    private final VillageStore store = new VillageStore();

    /** One village; degrees of WGS 84, an end of null is open. */
    public record VillageRow(String code, String name, String unit, BigDecimal lon, BigDecimal lat, LocalDate from, LocalDate to) {
    }

    @Override
    public String kind() {
        return "villages";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        Set<String> communes = store.listCommunes(tx);
        Set<String> codes = new HashSet<>(store.listCodes(tx));
        List<VillageRow> villages = new ArrayList<>();
        for (Row row : folder.rows(set.files().get(0), COLUMNS, issues)) {
            row.read(VillageImport::parse).ifPresent(village -> {
                if (!communes.contains(village.unit())) {
                    row.fault("unit", "'" + village.unit() + "' is not a commune of the programme.", "Use the code of its commune, as text.");
                }
                if (!codes.add(village.code())) {
                    row.fault("code", "There already is a village '" + village.code() + "'.", "Give every village a code of its own.");
                }
                villages.add(village);
            });
        }
        if (issues.isEmpty()) {
            store.insertVillages(tx, set.id(), villages);
        }
        tx.touch("unit");
        return villages.size();
    }

    private static VillageRow parse(Row row) {
        VillageRow village = new VillageRow(row.text("code"), row.text("name"), row.text("unit"), row.number("lon"), row.number("lat"),
            row.optionalDate("valid_from"), row.optionalDate("valid_to"));
        row.checkSpan(village.from(), village.to());
        if (village.lon() != null && village.lat() != null && !MapFeature.VIET_NAM.contains(village.lon().doubleValue(), village.lat().doubleValue())) {
            row.fault("lon", "The place does not lie in Việt Nam.", "Give longitude and latitude in degrees of WGS 84, in this order.");
        }
        return village;
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteVillages(tx, dataSetId);
        tx.touch("unit");
    }
}

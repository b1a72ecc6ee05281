package langmap.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.RegisterImport;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/** Loads the register of units: a table of units, parents before children, then a table of lineage. */
public final class UnitImport implements RegisterImport {
    private static final List<String> UNIT_COLUMNS = List.of("code", "level", "type", "name", "parent_code", "valid_from",
        "valid_to", "centre_lon", "centre_lat", "area_km2", "on_border", "seat");
    private static final List<String> LINEAGE_COLUMNS = List.of("valid_from", "predecessor_code", "predecessor_name",
        "predecessor_district", "successor_code", "successor_name", "share");

    private final UnitLoadStore store = new UnitLoadStore();

    /** One unit as a file gives it; dates may be open. */
    public record UnitRow(String code, String level, String type, String name, String parentCode, LocalDate from, LocalDate to,
                   BigDecimal lon, BigDecimal lat, BigDecimal areaKm2, boolean onBorder, String seat) {
    }

    /** One step of lineage; the predecessor's code may be unknown. */
    public record LineageRow(LocalDate from, String predecessorCode, String predecessorName, String predecessorDistrict,
                      String successorCode, BigDecimal share) {
    }

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        List<UnitRow> units = new ArrayList<>();
        List<Row> rows = folder.rows(set.files().get(0), UNIT_COLUMNS, issues);
        rows.forEach(row -> units.add(parseUnit(row)));
        List<LineageRow> lineage = new ArrayList<>();
        folder.rows(set.files().get(1), LINEAGE_COLUMNS, issues).forEach(row -> lineage.add(parseLineage(row)));
        if (!issues.isEmpty()) {
            return 0;
        }
        for (String level : List.of("province", "district", "commune", "urban")) {
            store.insertUnits(tx, set.id(), units.stream().filter(unit -> unit.level().equals(level)).toList());
        }
        rows.stream().filter(row -> !store.hasUnit(tx, row.text("code"), row.optionalDate("valid_from"))).forEach(row ->
            issues.add(row, "parent_code", "There is no such parent at that time.", "Name a unit valid on the first day."));
        store.insertLineage(tx, set.id(), lineage);
        tx.touch("unit");
        return units.size() + lineage.size();
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteUnits(tx, dataSetId);
        tx.touch("unit");
    }

    private static UnitRow parseUnit(Row row) {
        return new UnitRow(row.text("code"), row.choice("level", List.of("province", "district", "commune", "urban")),
            row.text("type"), row.text("name"), row.optional("parent_code"), row.optionalDate("valid_from"),
            row.optionalDate("valid_to"), row.number("centre_lon"), row.number("centre_lat"),
            row.optional("area_km2") == null ? null : row.number("area_km2"),
            Boolean.TRUE.equals(row.flag("on_border")), row.optional("seat"));
    }

    private static LineageRow parseLineage(Row row) {
        return new LineageRow(row.date("valid_from"), row.optional("predecessor_code"), row.text("predecessor_name"),
            row.text("predecessor_district"), row.text("successor_code"), row.number("share"));
    }
}

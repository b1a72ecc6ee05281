package langmap.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.MapFeature;
import langmap.importer.RegisterImport;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/** Loads the register of units: a table of units, then a table of lineage. */
public final class UnitImport implements RegisterImport {
    /** Parents before children. */
    private static final List<String> LEVELS = List.of("province", "district", "commune", "urban");
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
        if (set.files().size() != 2) {
            issues.add(new Issue("data-sets.yaml", set.id(), "files", "There are " + set.files().size() + " files.", "Name a table of units and one of lineage."));
            return 0;
        }
        int stored = 0;
        List<Row> rows = folder.rows(set.files().get(0), UNIT_COLUMNS, issues);
        Map<Row, UnitRow> units = new LinkedHashMap<>();
        rows.forEach(row -> row.read(UnitImport::parseUnit).ifPresent(unit -> units.put(row, unit)));
        for (String level : LEVELS) {
            for (Map.Entry<Row, UnitRow> entry : units.entrySet()) {
                if (entry.getValue().level().equals(level)) {
                    stored += insert(entry.getKey(), entry.getValue(), set, tx);
                }
            }
        }
        Set<List<Object>> steps = new HashSet<>();
        for (Row row : folder.rows(set.files().get(1), LINEAGE_COLUMNS, issues)) {
            stored += row.read(UnitImport::parseLineage).map(step -> insert(row, step, steps, set, tx)).orElse(0);
        }
        tx.touch("unit");
        return stored;
    }

    private int insert(Row row, UnitRow unit, DataSet set, Tx tx) {
        if (store.hasUnit(tx, unit)) {
            row.fault("code", "There already is a unit with the code " + unit.code() + " at that time.", "Let one end before the other begins.");
            return 0;
        }
        int stored = store.insertUnit(tx, set.id(), unit);
        if (stored == 0) {
            row.fault("parent_code", "There is no such parent at that time.", "Name a province or district that is valid as long as the unit is.");
        }
        return stored;
    }

    private int insert(Row row, LineageRow step, Set<List<Object>> steps, DataSet set, Tx tx) {
        boolean once = steps.add(List.of(step.from(), step.predecessorName(), step.predecessorDistrict(), step.successorCode()));
        boolean known = step.predecessorCode() == null || store.isUnit(tx, step.predecessorCode(), step.from().minusDays(1));
        boolean becomes = store.isUnit(tx, step.successorCode(), step.from());
        if (!once) {
            row.fault("successor_code", "The step stands twice.", "Keep one, with the whole share.");
        }
        if (!known) {
            row.fault("predecessor_code", "There is no such unit on the day before.", "Use the code of a unit valid then, or leave it empty.");
        }
        if (!becomes) {
            row.fault("successor_code", "There is no such unit on that day.", "Use the code of a unit valid then.");
        }
        return once && known && becomes ? store.insertLineage(tx, set.id(), step) : 0;
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteUnits(tx, dataSetId);
        tx.touch("unit");
    }

    private static UnitRow parseUnit(Row row) {
        UnitRow unit = new UnitRow(row.text("code"), row.choice("level", LEVELS), row.text("type"), row.text("name"), row.optional("parent_code"),
            row.optionalDate("valid_from"), row.optionalDate("valid_to"), row.number("centre_lon"), row.number("centre_lat"),
            row.optional("area_km2") == null ? null : row.number("area_km2"), Boolean.TRUE.equals(row.flag("on_border")), row.optional("seat"));
        if (unit.code() != null && !unit.code().matches("[0-9]{2,5}")) {
            row.fault("code", "'" + unit.code() + "' is not a code.", "Give its 2 to 5 digits with the zeros at the front, such as 06046.");
        }
        if (unit.level() != null && unit.level().equals("province") != (unit.parentCode() == null)) {
            row.fault("parent_code", "A province has no parent, and everything else has one.", "Name the district or province it belongs to.");
        }
        if (unit.areaKm2() != null && unit.areaKm2().signum() <= 0) {
            row.fault("area_km2", "There is no area of " + unit.areaKm2() + ".", "Give square kilometres over 0, or leave the cell empty.");
        }
        if (unit.lon() != null && unit.lat() != null && !MapFeature.VIET_NAM.contains(unit.lon().doubleValue(), unit.lat().doubleValue())) {
            row.fault("centre_lon, centre_lat", "The centre does not lie in Việt Nam.", "Give degrees in WGS 84. Are longitude and latitude swapped?");
        }
        row.checkSpan(unit.from(), unit.to());
        return unit;
    }

    private static LineageRow parseLineage(Row row) {
        LineageRow step = new LineageRow(row.date("valid_from"), row.optional("predecessor_code"), row.text("predecessor_name"),
            row.text("predecessor_district"), row.text("successor_code"), row.number("share"));
        if (step.share() != null && (step.share().signum() <= 0 || step.share().compareTo(BigDecimal.ONE) > 0)) {
            row.fault("share", step.share() + " is not a share.", "Give a number over 0 and up to 1.");
        }
        return step;
    }
}

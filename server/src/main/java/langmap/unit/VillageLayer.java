package langmap.unit;

import java.util.List;
import langmap.db.Tx;
import langmap.geo.LonLat;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.staging.Field;
import langmap.importer.staging.Field.Type;
import langmap.importer.staging.Shape;
import langmap.importer.staging.TargetLayer;

/** Villages as a layer that map files can fill. A village of a commune that became another unit under its code has a row for each. */
public final class VillageLayer implements TargetLayer {
    private static final List<Field> FIELDS = List.of(
        Field.of("code", Type.TEXT, "Mã thôn", "Code", "ma, ma thon, mathon, ma so, id").matching("[0-9A-Za-z-]{1,20}", "chữ không dấu, chữ số và gạch nối, tối đa 20", "letters without accents, digits and hyphens, at most 20").needed(),
        Field.of("name", Type.TEXT, "Tên thôn", "Name", "ten, ten thon, tenthon, thon, ten ban").needed(),
        Field.of("unit", Type.TEXT, "Mã xã", "Commune code", "ma xa, maxa, commune, xa, ma dvhc").matching("[0-9]{5}", "năm chữ số", "five digits").needed(),
        Field.of("validFrom", Type.DAY, "Có từ ngày", "Exists from", "valid_from, tu ngay"),
        Field.of("validTo", Type.DAY, "Đến ngày", "Until", "valid_to, den ngay"));

    private final VillageStore store = new VillageStore();

    /** A staging row something is said of. */
    record Found(long number, String unit, LonLat at) {
    }

    @Override
    public String id() {
        return "villages";
    }

    @Override
    public String vi() {
        return "Thôn, bản";
    }

    @Override
    public String en() {
        return "Villages";
    }

    @Override
    public Shape shape() {
        return Shape.POINT;
    }

    @Override
    public String register() {
        return "unit";
    }

    @Override
    public List<Field> fields(Tx tx) {
        return FIELDS;
    }

    @Override
    public void compare(Tx tx, Staged staged, Issues issues) {
        report(staged, store.listStagedWithoutUnit(tx, staged.id()), "unit-unknown", issues);
        report(staged, store.listStagedElsewhere(tx, staged.id()), "village-elsewhere", issues);
        store.compareStaged(tx, staged.id());
    }

    private static void report(Staged staged, List<Found> rows, String issue, Issues issues) {
        rows.forEach(row -> issues.report(issue, Issue.Where.ofFile(staged.file()).place("feature " + row.number()).field("unit").at(row.at()), row.unit()));
    }

    @Override
    public void apply(Tx tx, Staged staged, String dataSet) {
        store.applyStaged(tx, staged.id(), dataSet, staged.choices().closeFrom());
        tx.touch("unit");
    }

    @Override
    public void undo(Tx tx, Staged staged) {
        store.undoStaged(tx, staged.id());
        tx.touch("unit");
    }
}

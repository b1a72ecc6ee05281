package langmap.unit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.geo.Coverage;
import langmap.geo.CoverageCleaning;
import langmap.geo.LonLat;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.staging.Field;
import langmap.importer.staging.Field.Type;
import langmap.importer.staging.Shape;
import langmap.importer.staging.TargetLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Boundaries of the base units as a layer that map files can fill: told by code, or by name and district as public sets have them. All of them
 * are replaced together, with everything that is made of them.
 */
public final class BoundaryLayer implements TargetLayer {
    private static final List<Field> FIELDS = List.of(
        Field.of("code", Type.TEXT, "Mã xã", "Commune code", "ma, ma xa, maxa, ma dvhc, ma_xa, gso, gso_code, id").matching("[0-9]{1,5}", "năm chữ số", "five digits"),
        Field.of("name", Type.TEXT, "Tên xã", "Commune", "ten, ten xa, tenxa, name_3, adm3_vi, adm3_name, shapename, xa"),
        Field.of("type", Type.TEXT, "Loại", "Type", "loai, type_3, engtype_3, adm3_type"),
        Field.of("district", Type.TEXT, "Tên huyện", "District", "huyen, ten huyen, tenhuyen, name_2, adm2_vi, adm2_name"));
    private static final Pattern KIND = Pattern.compile("^(xa|x\\.|commune|phuong|p\\.|ward|thi tran|tt\\.?|townlet|township|huyen|h\\.|thanh pho|tp\\.?)\\s+");
    private static final int LISTED = 50;
    /** About ten kilometres. */
    private static final double NEAR = 0.1;

    private final BoundaryLoadStore store = new BoundaryLoadStore();

    /** A base unit as files may name it. */
    record Base(int id, String code, String type, String name, String district, Coordinate centre) {
        /** True if an area lies about where the unit is; names repeat all over the country. */
        boolean isNear(Geometry area) {
            Envelope box = new Envelope(area.getEnvelopeInternal());
            box.expandBy(NEAR);
            return centre != null && box.contains(centre);
        }

        boolean isIn(Geometry area) {
            return area.covers(area.getFactory().createPoint(centre));
        }

        boolean isCalled(StagedArea row) {
            String called = row.type() == null ? row.name() : row.type() + " " + row.name();
            boolean same = key(name).equals(key(called)) && (kind(called).isEmpty() || kind(called).equals(kind(type + " ")));
            return same && (row.district() == null || key(district).equals(key(row.district())));
        }
    }

    /** A staging row. */
    record StagedArea(long number, String code, String type, String name, String district, Geometry area) {
    }

    /** What becomes of a staging row; unit 0 for one that is not of this province. */
    record Outcome(long number, int unit, String code, String state, Geometry area) {
    }

    @Override
    public String id() {
        return "boundaries";
    }

    @Override
    public String vi() {
        return "Ranh giới xã";
    }

    @Override
    public String en() {
        return "Commune boundaries";
    }

    @Override
    public Shape shape() {
        return Shape.AREA;
    }

    @Override
    public String register() {
        return "unit";
    }

    @Override
    public List<Field> fields(Tx tx) {
        return FIELDS;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).replace('đ', 'd').strip() + " ";
    }

    /** A name as it is compared: without accents, without the word for what it is, only letters and digits. */
    private static String key(String name) {
        return KIND.matcher(plain(name)).replaceFirst("").replaceAll("[^a-z0-9]", "");
    }

    /** The word before a name that says what it is, in one spelling; empty without one. */
    private static String kind(String name) {
        Matcher kind = KIND.matcher(plain(name));
        return !kind.lookingAt() ? "" : switch (kind.group(1)) {
            case "xa", "x.", "commune" -> "xa";
            case "phuong", "p.", "ward" -> "phuong";
            case "thi tran", "tt", "tt.", "townlet", "township" -> "thi tran";
            default -> "";
        };
    }

    @Override
    public List<String> decisions() {
        return List.of("cleanM");
    }

    @Override
    public void compare(Tx tx, Staged staged, Issues issues) {
        Issue.Where file = Issue.Where.ofFile(staged.file());
        List<Base> bases = store.listBases(tx);
        Map<Integer, StagedArea> areas = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        int elsewhere = 0;
        for (StagedArea row : store.listStaged(tx, staged.id())) {
            Issue.Where where = file.place("feature " + row.number()).at(at(row.area().getCoordinate()));
            Optional<Base> base = find(bases, row, where, issues);
            if (base.isEmpty()) {
                elsewhere++;
                outcomes.add(new Outcome(row.number(), 0, row.code(), "faulty", row.area()));
            } else if (areas.putIfAbsent(base.get().id(), row) != null) {
                issues.report("unit-twice", where, base.get().code() + " " + base.get().name());
            }
        }
        if (elsewhere > 0) {
            issues.report("units-elsewhere", file, elsewhere);
        }
        List<String> without = bases.stream().filter(base -> !areas.containsKey(base.id())).map(base -> base.code() + " " + base.name()).toList();
        if (!without.isEmpty()) {
            issues.report("units-without-area", file, without.size(), String.join(", ", without.subList(0, Math.min(LISTED, without.size()))));
        }
        outcomes.addAll(outcomes(tx, bases, areas, cleaned(areas, bases, staged, issues)));
        store.updateStaged(tx, staged.id(), outcomes);
    }

    private static Optional<Base> find(List<Base> bases, StagedArea row, Issue.Where where, Issues issues) {
        if (row.code() != null) {
            String padded = "0".repeat(5 - row.code().length()) + row.code();
            Optional<Base> byCode = bases.stream().filter(base -> base.code().equals(padded)).findFirst();
            byCode.ifPresent(base -> doubt(base, row, where, issues));
            if (byCode.isPresent() || row.name() == null) {
                return byCode;
            }
        }
        List<Base> called = row.name() == null ? List.of() : bases.stream().filter(base -> base.isCalled(row) && base.isNear(row.area())).toList();
        called = called.size() > 1 ? called.stream().filter(base -> base.isIn(row.area())).toList() : called;
        if (called.size() > 1) {
            issues.report("unit-name-ambiguous", where, row.name(), called.size());
        }
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    /** A code may have slipped into another row; whoever knows the place must look. */
    private static void doubt(Base base, StagedArea row, Issue.Where where, Issues issues) {
        if (row.name() != null && !base.isCalled(row)) {
            issues.report("unit-name-differs", where, base.code(), base.type() + " " + base.name(), row.name());
        }
        if (!base.isNear(row.area())) {
            issues.report("unit-moves", where, base.code(), base.type() + " " + base.name());
        }
    }

    private static LonLat at(Coordinate coordinate) {
        return new LonLat(coordinate.x, coordinate.y);
    }

    /** The areas in their order, cleaned if that was chosen; what is wrong with them together is an issue with its place. */
    private static List<Geometry> cleaned(Map<Integer, StagedArea> areas, List<Base> bases, Staged staged, Issues issues) {
        Issue.Where file = Issue.Where.ofFile(staged.file()).field("geometry");
        List<Geometry> given = areas.values().stream().map(StagedArea::area).toList();
        if (given.isEmpty()) {
            return given;
        }
        CoverageCleaning.Cleaned cleaned = CoverageCleaning.clean(given, staged.choices().cleanM() == null ? 0 : staged.choices().cleanM());
        boolean sound = Coverage.listFaulty(given).isEmpty() && cleaned.left().isEmpty();
        if (sound && cleaned.gaps().count() == 0) {
            return given;
        }
        if (staged.choices().cleanM() != null) {
            issues.report("areas-cleaned", file, cleaned.overlaps().count(), Math.round(cleaned.overlaps().squareMetres()), cleaned.gaps().count(),
                Math.round(cleaned.gaps().squareMetres()));
        }
        List<Integer> order = List.copyOf(areas.keySet());
        for (CoverageCleaning.Wide wide : cleaned.left()) {
            String names = String.join(", ", wide.between().stream().map(position -> name(bases, order.get(position))).toList());
            issues.report(wide.between().isEmpty() ? "areas-gap" : "areas-overlap", file.at(at(wide.at())), Math.round(wide.squareMetres()), names);
        }
        if (cleaned.left().isEmpty()) {
            Coverage.listFaulty(cleaned.areas()).forEach(position -> issues.report("areas-do-not-fit",
                file.at(at(cleaned.areas().get(position).getCoordinate())), name(bases, order.get(position))));
        }
        return cleaned.areas();
    }

    private static String name(List<Base> bases, int unit) {
        return bases.stream().filter(base -> base.id() == unit).map(base -> base.code() + " " + base.name()).findFirst().orElse("?");
    }

    private List<Outcome> outcomes(Tx tx, List<Base> bases, Map<Integer, StagedArea> areas, List<Geometry> cleaned) {
        Map<Integer, Geometry> stored = store.listStored(tx);
        List<Outcome> outcomes = new ArrayList<>();
        int position = 0;
        for (Map.Entry<Integer, StagedArea> entry : areas.entrySet()) {
            Geometry area = cleaned.get(position++);
            Geometry before = stored.get(entry.getKey());
            String state = before == null ? "new" : before.norm().equalsExact(area.norm()) || before.equalsTopo(area) ? "unchanged" : "changed";
            String code = bases.stream().filter(base -> base.id() == entry.getKey()).findFirst().orElseThrow().code();
            outcomes.add(new Outcome(entry.getValue().number(), entry.getKey(), code, state, area));
        }
        return outcomes;
    }

    @Override
    public void apply(Tx tx, Staged staged, String dataSet) {
        Map<Integer, Geometry> areas = store.listStagedUnits(tx, staged.id());
        store.keepBefore(tx, staged.id());
        store.deleteBoundaries(tx);
        store.insertBoundaries(tx, dataSet, BoundaryDerivation.derive(areas, store.listWholes(tx), store.listPassings(tx)));
        tx.touch("unit");
        tx.touch("network");
    }

    @Override
    public void undo(Tx tx, Staged staged) {
        store.deleteBoundaries(tx);
        store.restore(tx, staged.id());
        tx.touch("unit");
        tx.touch("network");
    }
}

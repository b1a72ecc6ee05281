package langmap.network.incoming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import langmap.db.Tx;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.staging.Field;
import langmap.importer.staging.Field.Type;
import langmap.importer.staging.Shape;
import langmap.importer.staging.TableLayer;
import langmap.importer.staging.TableLayer.Column;
import langmap.importer.staging.TableLayer.Table;
import langmap.importer.staging.TargetLayer;
import langmap.network.load.SectionImport;

/**
 * Works as a layer that map files can fill. A work names its section, or is drawn along one and found there, or is a point elsewhere in a commune; a
 * point of a work that is known leaves it on its section.
 */
final class WorkLayer implements TargetLayer {
    /** What says where a work is; found by the map where the file does not say it. */
    private static final List<String> PLACE = List.of("sectionKind", "section", "fromM", "toM");
    private static final Map<String, List<String>> STATES = inOrder("planned", "Kế hoạch, Planned, Dự kiến, Chưa thi công", "under_way",
        "Đang làm, Under way, Đang thi công", "done", "Xong, Done, Hoàn thành, Đã xong", "accepted", "Nghiệm thu, Accepted, Đã nghiệm thu, Bàn giao");
    private static final Map<String, List<String>> KINDS = inOrder(SectionImport.ROAD, "Đường, Road, Đường giao thông", SectionImport.CANAL,
        "Kênh, Canal, Kênh mương", SectionImport.POWER_LINE, "Đường dây, Power line, Điện");

    private final ChoiceStore choices = new ChoiceStore();
    private final WorkLayerStore store = new WorkLayerStore();
    private final TableLayer rows = new TableLayer("works", "Công trình", "Works", Shape.PLACE, "network", new Table("work", "true", List.of(), columns()), this::read);

    private static Map<String, List<String>> inOrder(String... wordsAndLabels) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndLabels.length; i += 2) {
            words.put(wordsAndLabels[i], List.of(wordsAndLabels[i + 1].split(", ")));
        }
        return words;
    }

    private static List<Column> columns() {
        return List.of(Column.made("place", "geometry", List.of(), WorkLayerStore.PLACE), Column.made("unit_id", "int", List.of(), WorkLayerStore.UNIT),
            Column.made("section_id", "bigint", List.of("section"), WorkLayerStore.SECTION),
            Column.made("section_kind", "text", List.of("section"), WorkLayerStore.SECTION_KIND),
            Column.made("stretch", "numrange", List.of("fromM", "toM"), WorkLayerStore.STRETCH),
            Column.made("surface", "text", List.of("surface", "kind"), WorkLayerStore.SURFACE),
            Column.of("kind", "text", "kind"), Column.of("title", "text", "title"), Column.of("state", "text", "state"), Column.of("starts_on", "date", "startsOn"),
            Column.of("due_on", "date", "dueOn"), Column.of("started_on", "date", "startedOn"), Column.of("done_on", "date", "doneOn"),
            Column.of("accepted_on", "date", "acceptedOn"), Column.of("cost_million", "numeric", "costMillion"), Column.of("funding", "text", "funding"),
            Column.of("note", "text", "note"));
    }

    private List<Field> read(Tx tx) {
        return List.of(
            Field.of("code", Type.TEXT, "Mã công trình", "Code", "ma, ma ct, macongtrinh, id").matching("[^\\p{Cntrl}]{1,60}").needed(),
            Field.of("kind", Type.TEXT, "Loại công trình", "Kind", "loai, hang muc, noi dung").choosing(choices.listWorkKinds(tx)).needed(),
            Field.of("title", Type.TEXT, "Tên công trình", "Title", "ten, name"),
            Field.of("state", Type.TEXT, "Tình trạng", "State", "trang thai, tien do, tinh trang").choosing(STATES).needed(),
            Field.of("sectionKind", Type.TEXT, "Làm trên", "Done to", "section_kind, sec_kind, loai tuyen").choosing(KINDS),
            Field.of("section", Type.TEXT, "Mã đoạn", "Section", "doan, ma doan, ma tuyen, tuyen"),
            Field.of("fromM", Type.NUMBER, "Từ mét", "From (m)", "from_m, tu m, ly trinh dau"),
            Field.of("toM", Type.NUMBER, "Đến mét", "To (m)", "to_m, den m, ly trinh cuoi"),
            Field.of("surface", Type.TEXT, "Mặt sau khi làm", "Surface afterwards", "mat, ket cau, mat duong, ket cau mat").choosing(choices.listSurfaces(tx, null)),
            Field.of("startsOn", Type.DAY, "Khởi công theo kế hoạch", "Planned first day", "starts_on, kh bat dau"),
            Field.of("dueOn", Type.DAY, "Nghiệm thu theo kế hoạch", "Due on", "due_on, kh xong, han"),
            Field.of("startedOn", Type.DAY, "Khởi công", "Started on", "started_on, ngay khoi cong, ngay bat dau"),
            Field.of("doneOn", Type.DAY, "Hoàn thành", "Done on", "done_on, ngay hoan thanh"),
            Field.of("acceptedOn", Type.DAY, "Nghiệm thu", "Accepted on", "accepted_on, accept_on, acc_on, ngay nghiem thu"),
            Field.of("costMillion", Type.NUMBER, "Kinh phí (triệu đồng)", "Cost (million VND)", "cost_million, cost_mil, kinh phi, gia tri, von"),
            Field.of("funding", Type.TEXT, "Nguồn vốn", "Source of money", "nguon, nguon kinh phi"),
            Field.of("note", Type.TEXT, "Ghi chú", "Note", "ghi chu"));
    }

    @Override
    public String id() {
        return rows.id();
    }

    @Override
    public String vi() {
        return rows.vi();
    }

    @Override
    public String en() {
        return rows.en();
    }

    @Override
    public Shape shape() {
        return rows.shape();
    }

    @Override
    public String register() {
        return rows.register();
    }

    @Override
    public List<String> decisions() {
        return rows.decisions();
    }

    @Override
    public List<Field> fields(Tx tx) {
        return rows.fields(tx);
    }

    @Override
    public void compare(Tx tx, Staged staged, Issues issues) {
        store.locate(tx, staged.id());
        for (WorkLayerStore.Fault fault : store.listFaults(tx, staged.id())) {
            issues.report(fault.issue(), Issue.Where.ofFile(staged.file()).place("feature " + fault.number()).field(fault.field()).at(fault.at()),
                (Object[]) fault.words());
        }
        rows.compare(tx, placed(staged), issues);
    }

    /** With where the works are, for that is known of each now. */
    private static Staged placed(Staged staged) {
        return new Staged(staged.id(), staged.file(), staged.choices(), Stream.concat(staged.mapped().stream(), PLACE.stream()).distinct().toList());
    }

    @Override
    public void apply(Tx tx, Staged staged, String dataSet) {
        rows.apply(tx, placed(staged), dataSet);
    }

    @Override
    public void undo(Tx tx, Staged staged) {
        rows.undo(tx, staged);
    }
}

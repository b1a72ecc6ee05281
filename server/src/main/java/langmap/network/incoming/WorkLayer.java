package langmap.network.incoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import langmap.network.load.WorkImport;
import langmap.network.load.WorkLaws;
import langmap.problem.Fault;

/**
 * Works as a layer that map files can fill. A work names its section, or is drawn along one and found there, or is a point elsewhere in a commune; a
 * point of a work that is known leaves it on its section.
 */
final class WorkLayer {
    /** What is told of a field a work breaks a law at; of all others that state and days do not go together. */
    private static final Map<String, String> ISSUES = Map.of("kind", "work-kind-elsewhere", "surface", "work-surface", "section", "work-section-unknown",
        "toM", "work-beyond-section", "fromM", "work-no-stretch", "costMillion", "work-cost");
    private static final Map<String, List<String>> STATES = inOrder(WorkImport.PLANNED, "Dự kiến, Planned, Kế hoạch, Theo kế hoạch, Chưa thi công", "under_way",
        "Đang thi công, Under way, Đang làm", "done", "Hoàn thành, Done, Xong, Đã xong, Làm xong", WorkImport.ACCEPTED, "Đã nghiệm thu, Accepted, Nghiệm thu, Bàn giao");
    private static final Map<String, List<String>> KINDS = inOrder(SectionImport.ROAD, "Đường, Road, Đường giao thông", SectionImport.CANAL,
        "Kênh, Canal, Kênh mương", SectionImport.POWER_LINE, "Đường dây, Power line, Điện");

    private static final ChoiceStore CHOICES = new ChoiceStore();
    private static final WorkLayerStore STORE = new WorkLayerStore();

    private WorkLayer() {
    }

    static TargetLayer layer(String register) {
        return new TableLayer("works", "Công trình", "Works", Shape.PLACE, register, new Table("work", "true", List.of(), columns()), WorkLayer::fields, WorkLayer::prepare);
    }

    private static Map<String, List<String>> inOrder(String... wordsAndLabels) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndLabels.length; i += 2) {
            words.put(wordsAndLabels[i], List.of(wordsAndLabels[i + 1].split(", ")));
        }
        return words;
    }

    private static List<Column> columns() {
        return List.of(Column.made("place", "geometry", List.of(), WorkLayerStore.PLACE), Column.made("unit_id", "int", List.of(), WorkLayerStore.UNIT),
            Column.made("section_id", "bigint", List.of(), WorkLayerStore.SECTION),
            Column.made("section_kind", "text", List.of(), WorkLayerStore.SECTION_KIND),
            Column.made("stretch", "numrange", List.of(), WorkLayerStore.STRETCH),
            Column.made("surface", "text", List.of("surface", "kind"), WorkLayerStore.SURFACE),
            Column.of("kind", "text", "kind"), Column.of("title", "text", "title"), Column.of("state", "text", "state"), Column.of("starts_on", "date", "startsOn"),
            Column.of("due_on", "date", "dueOn"), Column.of("started_on", "date", "startedOn"), Column.of("done_on", "date", "doneOn"),
            Column.of("accepted_on", "date", "acceptedOn"), Column.of("cost_million", "numeric", "costMillion"), Column.of("funding", "text", "funding"),
            Column.of("note", "text", "note"));
    }

    private static List<Field> fields(Tx tx) {
        return List.of(
            Field.of("code", Type.TEXT, "Mã công trình", "Code", "ma, ma ct, macongtrinh, id")
                .matching("[^\\p{Cntrl}]{1,60}", "tối đa 60 ký tự", "at most 60 characters").needed(),
            Field.of("kind", Type.TEXT, "Loại công trình", "Kind", "loai, hang muc, noi dung").choosing(CHOICES.listWorkKinds(tx)).needed(),
            Field.of("title", Type.TEXT, "Tên công trình", "Title", "ten, name"),
            Field.of("state", Type.TEXT, "Tình trạng", "State", "trang thai, tien do, tinh trang").choosing(STATES).needed(),
            Field.of("sectionKind", Type.TEXT, "Làm trên", "Done to", "section_kind, sec_kind, loai tuyen").choosing(KINDS),
            Field.of("section", Type.TEXT, "Mã đoạn", "Section", "doan, ma doan, ma tuyen, tuyen"),
            Field.of("fromM", Type.NUMBER, "Từ mét", "From (m)", "from_m, tu m, ly trinh dau"),
            Field.of("toM", Type.NUMBER, "Đến mét", "To (m)", "to_m, den m, ly trinh cuoi"),
            Field.of("surface", Type.TEXT, "Mặt sau khi làm", "Surface afterwards", "mat, ket cau, mat duong, ket cau mat").choosing(CHOICES.listSurfaces(tx, null)),
            Field.of("startsOn", Type.DAY, "Khởi công theo kế hoạch", "Planned first day", "starts_on, kh bat dau"),
            Field.of("dueOn", Type.DAY, "Nghiệm thu theo kế hoạch", "Due on", "due_on, kh xong, han"),
            Field.of("startedOn", Type.DAY, "Khởi công", "Started on", "started_on, ngay khoi cong, ngay bat dau"),
            Field.of("doneOn", Type.DAY, "Hoàn thành", "Done on", "done_on, ngay hoan thanh"),
            Field.of("acceptedOn", Type.DAY, "Nghiệm thu", "Accepted on", "accepted_on, accept_on, acc_on, ngay nghiem thu"),
            Field.of("costMillion", Type.NUMBER, "Kinh phí (triệu đồng)", "Cost (million VND)", "cost_million, cost_mil, kinh phi, gia tri, von"),
            Field.of("funding", Type.TEXT, "Nguồn vốn", "Source of money", "nguon, nguon kinh phi"),
            Field.of("note", Type.TEXT, "Ghi chú", "Note", "ghi chu"));
    }

    /** Finds out where each work is, and what does not hold of it. */
    private static void prepare(Tx tx, TargetLayer.Staged staged, Issues issues) {
        STORE.locate(tx, staged.id());
        WorkLaws laws = WorkLaws.of(tx);
        List<Long> faulty = new ArrayList<>();
        for (WorkLayerStore.Placed row : STORE.listPlaced(tx, staged.id())) {
            List<Complaint> complaints = complaints(row, laws);
            Issue.Where where = Issue.Where.ofFile(staged.file()).place("feature " + row.number()).at(row.at());
            complaints.forEach(one -> issues.report(one.issue(), where.field(one.field()), one.words()));
            if (!complaints.isEmpty()) {
                faulty.add(row.number());
            }
        }
        STORE.markFaulty(tx, staged.id(), faulty);
    }

    /** An issue, its field and the words of its sentence. */
    private record Complaint(String issue, String field, Object... words) {
    }

    private static List<Complaint> complaints(WorkLayerStore.Placed row, WorkLaws laws) {
        WorkImport.WorkRow work = row.work();
        List<Complaint> complaints = new ArrayList<>();
        if (row.isOffNetwork()) {
            complaints.add(new Complaint("work-off-network", "geometry", WorkLayerStore.NEAR_M));
        }
        if (row.isOutside()) {
            complaints.add(new Complaint("work-outside", "geometry"));
        }
        List<Fault> faults = work.section() == null ? WorkLaws.checkDays(work) : laws.check(work, row.lengthM());
        faults.forEach(fault -> complaints.add(new Complaint(ISSUES.getOrDefault(fault.field(), "work-days"), fault.field(),
            fault.field().equals("section") ? work.section() : row.lengthM() == null ? "" : Math.round(row.lengthM()))));
        return complaints;
    }
}

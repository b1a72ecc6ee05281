package langmap.network.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.RegisterImport;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/** Loads works on sections of the network from a table. */
public final class WorkImport implements RegisterImport {
    public static final String PLANNED = "planned";
    public static final String ACCEPTED = "accepted";
    public static final List<String> STATES = List.of(PLANNED, "under_way", "done", ACCEPTED);
    private static final List<String> COLUMNS = List.of("code", "kind", "section_kind", "section", "from_m", "to_m", "state", "starts_on", "due_on",
        "started_on", "done_on", "accepted_on", "surface", "cost_million", "funding", "title", "note");

    private final NetworkLoadStore store = new NetworkLoadStore();

    /** One work; metres from the first vertex of the section, the whole section without them; cost in million VND. */
    public record WorkRow(String code, String kind, String sectionKind, String section, BigDecimal fromM, BigDecimal toM, String state, LocalDate startsOn,
                   LocalDate dueOn, LocalDate startedOn, LocalDate doneOn, LocalDate acceptedOn, String surface, BigDecimal costMillion,
                   String funding, String title, String note) {
    }

    /** What the register says against a work: no such section, the code is taken, or it goes on beyond the end of the section (length in metres). */
    record Mismatch(boolean unknown, boolean taken, boolean beyond, double lengthM) {
    }

    @Override
    public String kind() {
        return "works";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        Map<String, Boolean> kinds = store.listWorkKinds(tx).stream().collect(Collectors.toMap(NetworkLoadStore.WorkKind::code,
            NetworkLoadStore.WorkKind::improves, (first, second) -> first, TreeMap::new));
        Map<String, List<String>> surfaces = store.listSurfaces(tx);
        List<WorkRow> works = new ArrayList<>();
        Map<String, Row> rows = new TreeMap<>();
        for (Row row : folder.rows(set.files().get(0), COLUMNS, issues)) {
            row.read(one -> parse(one, kinds, surfaces)).ifPresent(work -> {
                if (rows.put(work.code(), row) != null) {
                    row.fault("code", "The code '" + work.code() + "' stands twice.", "Give every work a code of its own.");
                }
                works.add(work);
            });
        }
        store.findMismatches(tx, works).forEach((code, mismatch) -> report(rows.get(code), mismatch));
        if (issues.isEmpty()) {
            store.insertWorks(tx, set.id(), works);
        }
        tx.touch("network");
        return works.size();
    }

    private static WorkRow parse(Row row, Map<String, Boolean> kinds, Map<String, List<String>> surfaces) {
        String kind = row.choice("kind", List.copyOf(kinds.keySet()));
        String sectionKind = row.choice("section_kind", List.of(SectionImport.ROAD, SectionImport.CANAL, SectionImport.POWER_LINE));
        boolean surfaced = kind != null && kinds.get(kind) && surfaces.containsKey(sectionKind);
        WorkRow work = new WorkRow(row.text("code"), kind, sectionKind, row.text("section"), row.optionalNumber("from_m"), row.optionalNumber("to_m"),
            row.choice("state", STATES), row.optionalDate("starts_on"), row.optionalDate("due_on"), row.optionalDate("started_on"),
            row.optionalDate("done_on"), row.optionalDate("accepted_on"), surfaced ? row.choice("surface", surfaces.get(sectionKind)) : null,
            row.optionalNumber("cost_million"), row.optional("funding"), row.optional("title"), row.optional("note"));
        WorkDays.check(work).forEach(fault -> row.fault(fault.field(), fault.detail(), fault.remedy()));
        return work;
    }

    private static void report(Row row, Mismatch mismatch) {
        if (mismatch.unknown()) {
            row.fault("section", "There is no such section.", "Use the code of a section that is loaded.");
        }
        if (mismatch.taken()) {
            row.fault("code", "The code is taken by another data set.", "Give every work a code of its own.");
        }
        if (mismatch.beyond()) {
            row.fault("to_m", "The section ends at " + Math.round(mismatch.lengthM()) + " m.", "Give metres within the section.");
        }
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.delete(tx, "work", dataSetId);
        tx.touch("network");
    }
}

package langmap.network.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import langmap.db.Tx;
import langmap.http.Json;

/**
 * Fills the network register. Rows travel as one JSON text a statement, so that a statement stores thousands and the triggers that cut sections at
 * boundaries run once for all of them.
 */
public final class NetworkLoadStore {
    /** The codes of those rows that another section of the kind has at the same time. */
    List<String> listTakenSections(Tx tx, String kind, List<SectionImport.SectionRow> rows) {
        return tx.handle().createQuery("""
                select distinct incoming.code
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming (code text, "from" date, "to" date)
                join network_section stored on stored.code = incoming.code and stored.kind = :kind
                    and stored.valid && daterange(incoming."from", incoming."to")""")
            .bind("rows", Json.text(rows)).bind("kind", kind).mapTo(String.class).list();
    }

    /** The codes of those rows that another row of the table has at the same time; the table is named by the program, never by a request. */
    List<String> listTaken(Tx tx, String table, List<?> rows) {
        return tx.handle().createQuery("""
                select distinct incoming.code
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming (code text, "from" date, "to" date)
                join %s stored on stored.code = incoming.code and stored.valid && daterange(incoming."from", incoming."to")""".formatted(table))
            .bind("rows", Json.text(rows)).mapTo(String.class).list();
    }

    void insertSections(Tx tx, String dataSet, String kind, List<SectionImport.SectionRow> rows) {
        tx.handle().createUpdate("""
                insert into network_section
                    (kind, code, class, surface, road_id, name, width_m, voltage_kv, owner, built_year, length_reported_m, geom, valid, data_set_id)
                select :kind, code, class, surface, "roadId", name, "widthM", "voltageKv", owner, "builtYear", "lengthReportedM",
                       ST_SetSRID(geom::geometry, 4326), daterange("from", "to"), :dataSet
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming (code text, class text, surface text, "roadId" text, name text,
                    "widthM" numeric, "voltageKv" numeric, owner text, "builtYear" smallint, "lengthReportedM" numeric, geom text, "from" date, "to" date)""")
            .bind("rows", Json.text(rows)).bind("kind", kind).bind("dataSet", dataSet).execute();
    }

    void insertCommandAreas(Tx tx, String dataSet, List<CommandAreaImport.AreaRow> rows) {
        tx.handle().createUpdate("""
                insert into command_area (code, name, active, reported_ha, geom, valid, data_set_id)
                select code, name, active, "reportedHa", ST_Multi(ST_SetSRID(geom::geometry, 4326)), daterange("from", "to"), :dataSet
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming
                    (code text, name text, active boolean, "reportedHa" numeric, geom text, "from" date, "to" date)""")
            .bind("rows", Json.text(rows)).bind("dataSet", dataSet).execute();
    }

    void insertSubstations(Tx tx, String dataSet, List<SubstationImport.SubstationRow> rows) {
        tx.handle().createUpdate("""
                insert into substation (code, name, voltage_kv, capacity_kva, geom, valid, data_set_id)
                select code, name, "voltageKv", "capacityKva", ST_SetSRID(geom::geometry, 4326), daterange("from", "to"), :dataSet
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming
                    (code text, name text, "voltageKv" numeric, "capacityKva" numeric, geom text, "from" date, "to" date)""")
            .bind("rows", Json.text(rows)).bind("dataSet", dataSet).execute();
    }

    /** What can be wrong of works only the register knows: code of the work and what it is. */
    Map<String, WorkImport.Mismatch> findMismatches(Tx tx, List<WorkImport.WorkRow> rows) {
        Map<String, WorkImport.Mismatch> found = new TreeMap<>();
        tx.handle().createQuery("""
                select incoming.code, section.id is null as unknown, other.id is not null as taken, section.length_m,
                       section.id is not null and incoming."toM" > section.length_m + 0.5 as beyond
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming (code text, "sectionKind" text, section text, "toM" numeric)
                left join lateral (
                    select network_section.id, network_section.length_m from network_section
                    where network_section.kind = incoming."sectionKind" and network_section.code = incoming.section
                    order by lower(network_section.valid) desc nulls last limit 1) section on true
                left join work other on other.code = incoming.code
                where section.id is null or other.id is not null or incoming."toM" > section.length_m + 0.5""")
            .bind("rows", Json.text(rows))
            .map((row, context) -> found.put(row.getString("code"), new WorkImport.Mismatch(row.getBoolean("unknown"), row.getBoolean("taken"),
                row.getBoolean("beyond"), row.getDouble("length_m")))).list();
        return found;
    }

    void insertWorks(Tx tx, String dataSet, List<WorkImport.WorkRow> rows) {
        tx.handle().createUpdate("""
                insert into work (code, kind, title, section_kind, section_id, stretch, surface, state, starts_on, due_on, started_on, done_on,
                                  accepted_on, cost_million, funding, note, data_set_id)
                select code, incoming.kind, title, "sectionKind", section.id,
                       worked_stretch(section.id, "fromM", "toM"),
                       surface, state, "startsOn", "dueOn", "startedOn", "doneOn", "acceptedOn", "costMillion", funding, note, :dataSet
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming (code text, kind text, title text, "sectionKind" text, section text,
                    "fromM" numeric, "toM" numeric, surface text, state text, "startsOn" date, "dueOn" date, "startedOn" date, "doneOn" date,
                    "acceptedOn" date, "costMillion" numeric, funding text, note text)
                join lateral (
                    select network_section.id from network_section
                    where network_section.kind = incoming."sectionKind" and network_section.code = incoming.section
                    order by lower(network_section.valid) desc nulls last limit 1) section on true""")
            .bind("rows", Json.text(rows)).bind("dataSet", dataSet).execute();
    }

    void insertClasses(Tx tx, String dataSet, List<NetworkClassImport.ClassRow> rows) {
        tx.handle().createUpdate("""
                insert into network_class (kind, code, label_vi, label_en, synonyms, rural, motor, trunk, from_zoom, ordinal, data_set_id)
                select kind, code, vi, en, also, rural, motor, trunk, coalesce("fromZoom", 12), ordinal, :dataSet
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming
                    (kind text, code text, vi text, en text, also text[], rural boolean, motor boolean, trunk boolean, "fromZoom" int, ordinal int)""")
            .bind("rows", Json.text(rows)).bind("dataSet", dataSet).execute();
    }

    void insertSurfaces(Tx tx, String dataSet, List<NetworkClassImport.SurfaceRow> rows) {
        tx.handle().createUpdate("""
                insert into network_surface (kind, code, label_vi, label_en, synonyms, hardened, paved, ordinal, data_set_id)
                select kind, code, vi, en, also, hardened, paved, ordinal, :dataSet
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming
                    (kind text, code text, vi text, en text, also text[], hardened boolean, paved boolean, ordinal int)""")
            .bind("rows", Json.text(rows)).bind("dataSet", dataSet).execute();
    }

    void insertWorkKinds(Tx tx, String dataSet, List<NetworkClassImport.WorkKindRow> rows) {
        tx.handle().createUpdate("""
                insert into work_kind (code, section_kind, label_vi, label_en, synonyms, improves, hardens, ordinal, data_set_id)
                select code, "sectionKind", vi, en, also, improves, hardens, ordinal, :dataSet
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming
                    (code text, "sectionKind" text, vi text, en text, also text[], improves boolean, hardens boolean, ordinal int)""")
            .bind("rows", Json.text(rows)).bind("dataSet", dataSet).execute();
    }

    void insertRules(Tx tx, String dataSet, List<CriterionRuleImport.RuleRow> rows) {
        tx.handle().createUpdate("""
                insert into criterion_rule (set_id, criterion, id, group_code, quantity, class, quality, within_m, max_kv, threshold, label_vi, label_en,
                                            source_vi, source_en, ordinal, data_set_id)
                select set, criterion, id, "group", quantity, class, quality, "withinM", "maxKv", threshold, vi, en, "sourceVi", "sourceEn", ordinal, :dataSet
                from jsonb_to_recordset(cast(:rows as jsonb)) as incoming (set text, criterion smallint, id text, "group" text, quantity text,
                    class text, quality text, "withinM" numeric, "maxKv" numeric, threshold numeric, vi text, en text, "sourceVi" text, "sourceEn" text, ordinal int)""")
            .bind("rows", Json.text(rows)).bind("dataSet", dataSet).execute();
    }

    /** Criteria there are, as {@code set/number}. */
    List<String> listCriteria(Tx tx) {
        return tx.handle().createQuery("select set_id || '/' || number from criterion").mapTo(String.class).list();
    }

    /** Codes of classes by kind. */
    public Map<String, List<String>> listClasses(Tx tx) {
        return byKind(tx, "select kind, code from network_class order by kind, ordinal");
    }

    /** Codes of surfaces by kind. */
    public Map<String, List<String>> listSurfaces(Tx tx) {
        return byKind(tx, "select kind, code from network_surface order by kind, ordinal");
    }

    /** Codes of the surfaces that count as hardened, for canals as lined, by kind. */
    Map<String, List<String>> listHardened(Tx tx) {
        return byKind(tx, "select kind, code from network_surface where hardened order by kind, ordinal");
    }

    /** Sources of money of the plans there are; none if there is no plan. */
    List<String> listSources(Tx tx) {
        return tx.handle().createQuery("select distinct id from funding_source order by id").mapTo(String.class).list();
    }

    private static Map<String, List<String>> byKind(Tx tx, String sql) {
        return tx.handle().createQuery(sql).map((row, context) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What can be done to sections of a kind, to any if it is null, and whether it gives its stretch another surface, and a hardened one. */
    public record WorkKind(String code, String sectionKind, boolean improves, boolean hardens) {
        boolean fits(String kind) {
            return sectionKind == null || sectionKind.equals(kind);
        }
    }

    List<WorkKind> listWorkKinds(Tx tx) {
        return tx.handle().createQuery("select code, section_kind, improves, hardens from work_kind order by ordinal")
            .map((row, context) -> new WorkKind(row.getString("code"), row.getString("section_kind"), row.getBoolean("improves"),
                row.getBoolean("hardens"))).list();
    }

    /** A work of a row that has its columns. */
    public static WorkImport.WorkRow work(ResultSet row) throws SQLException {
        return new WorkImport.WorkRow(row.getString("code"), row.getString("kind"), row.getString("section_kind"), row.getString("section"),
            row.getBigDecimal("from_m"), row.getBigDecimal("to_m"), row.getString("state"), row.getObject("starts_on", LocalDate.class),
            row.getObject("due_on", LocalDate.class), row.getObject("started_on", LocalDate.class), row.getObject("done_on", LocalDate.class),
            row.getObject("accepted_on", LocalDate.class), row.getString("surface"), row.getBigDecimal("cost_million"), row.getString("funding"),
            row.getString("title"), row.getString("note"));
    }

    /** Takes the rows of a data set out of a table of this register, which is named by the program and never by a request. */
    void delete(Tx tx, String table, String dataSet) {
        tx.handle().createUpdate("delete from " + table + " where data_set_id = :dataSet").bind("dataSet", dataSet).execute();
    }
}

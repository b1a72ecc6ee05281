package langmap.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.Query;

/** The register of works. */
final class WorkStore {
    /** Which works are wanted; null and false ask for all. */
    record Wanted(LocalDate asOf, String series, String code, String kind, String state, String unit, boolean late, int limit) {
    }

    private static final String FOUND = """
        from measure.work_on(:asOf) stood
        join work on work.id = stood.id
        join work_kind on work_kind.code = work.kind
        left join network_section section on section.id = work.section_id
        left join data_set on data_set.id = work.data_set_id
        left join lateral (
            select unit.code, unit.name from section_part part
            join measure.commune(:asOf) commune on commune.unit_id = part.unit_id
            join unit on unit.id = part.unit_id
            where part.section_id = work.section_id order by part.length_m desc, unit.code limit 1) place on true
        left join network_class class on class.kind = section.kind and class.code = section.class
        left join network_surface surface on surface.kind = work.section_kind and surface.code = work.surface
        left join lateral measure.work_funding(work, :asOf) funding on true
        where (cast(:code as text) is null or work.code = :code) and (cast(:kind as text) is null or work.section_kind = :kind)
          and (cast(:state as text) is null or measure.work_state(work, :asOf, :series) = :state)
          and (not :late or stood.late_days is not null)
          and (cast(:unit as text) is null or exists (
              select from section_part part join unit on unit.id = part.unit_id where part.section_id = work.section_id and unit.code = :unit))
        """;

    int countWorks(Tx tx, Wanted wanted) {
        return bind(tx.handle().createQuery("select count(*) " + FOUND), wanted).mapTo(Integer.class).one();
    }

    /** The latest first, late ones before all others. */
    List<Map<String, Object>> listWorks(Tx tx, Wanted wanted) {
        return bind(tx.handle().createQuery("""
                select work.*, measure.work_state(work, :asOf, :series) as stood, stood.late_days, work_kind.label_vi, work_kind.label_en, section.code as section,
                       class.label_vi as class_vi, class.label_en as class_en, surface.label_vi as surface_vi, surface.label_en as surface_en,
                       funding.label_vi as funding_vi, funding.label_en as funding_en,
                       section.name as section_name, section.class, place.code as unit, place.name as unit_name, data_set.illustrative,
                       coalesce(upper(work.stretch) - lower(work.stretch), section.length_m::numeric) as length_m,
                       lower(work.stretch) as from_m, upper(work.stretch) as to_m,
                       (select count(*) from work_photo photo where photo.work_id = work.id) as photos
                """ + FOUND + """
                order by stood.late_days desc nulls last, coalesce(work.accepted_on, work.due_on) desc nulls last, work.code limit :limit"""), wanted)
            .bind("limit", wanted.limit())
            .map((row, context) -> {
                Map<String, Object> work = Body.of("code", row.getString("code"), "version", row.getInt("version"), "kind", row.getString("kind"),
                    "label", SectionStore.label(row, "label"), "title", row.getString("title"),
                    "section", row.getString("section"), "sectionName", row.getString("section_name"), "sectionKind", row.getString("section_kind"),
                    "class", row.getString("class"), "classLabel", SectionStore.label(row, "class"), "unit", row.getString("unit"), "unitName", row.getString("unit_name"));
                work.putAll(Body.of("fromM", row.getBigDecimal("from_m"), "toM", row.getBigDecimal("to_m"),
                    "lengthM", Body.places(row.getBigDecimal("length_m"), 1), "surface", row.getString("surface"), "surfaceLabel", SectionStore.label(row, "surface"), "state", row.getString("stood"),
                    "lateDays", row.getObject("late_days"), "startsOn", row.getObject("starts_on", LocalDate.class),
                    "dueOn", row.getObject("due_on", LocalDate.class), "startedOn", row.getObject("started_on", LocalDate.class),
                    "doneOn", row.getObject("done_on", LocalDate.class), "acceptedOn", row.getObject("accepted_on", LocalDate.class)));
                work.putAll(Body.of("costMillion", row.getBigDecimal("cost_million"), "funding", row.getString("funding"), "fundingLabel", SectionStore.label(row, "funding"),
                    "note", row.getString("note"), "photos", row.getInt("photos"), "illustrative", row.getBoolean("illustrative")));
                return work;
            }).list();
    }

    private static Query bind(Query query, Wanted wanted) {
        return query.bind("asOf", wanted.asOf()).bind("series", wanted.series()).bind("code", wanted.code()).bind("kind", wanted.kind()).bind("state", wanted.state()).bind("unit", wanted.unit())
            .bind("late", wanted.late());
    }
}

package langmap.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;

/** Reads single sections. */
final class SectionStore {
    /** A section; the line as EWKB. */
    record Section(long id, Map<String, Object> properties, byte[] ewkb) {
    }

    Optional<Section> findSection(Tx tx, String kind, String code, LocalDate asOf, String series) {
        return tx.handle().createQuery("""
                select section.*, ST_AsEWKB(section.geom) as ewkb, class.label_vi as class_vi, class.label_en as class_en, surface.label_vi as surface_vi,
                       surface.label_en as surface_en, data_set.illustrative, data_set.kind = 'by-hand' as by_hand, section.length_m::numeric as measured,
                       case when surface.hardened then section.length_m::numeric
                            else metres(improved.hardened * nummultirange(numrange(0, section.length_m::numeric)))::numeric end as hardened
                from network_section section
                join network_class class on class.kind = section.kind and class.code = section.class
                left join network_surface surface on surface.kind = section.kind and surface.code = section.surface
                left join measure.improved(:asOf, :series) improved on improved.section_id = section.id
                join data_set on data_set.id = section.data_set_id
                where section.kind = :kind and section.code = :code and section.valid @> cast(:asOf as date)""")
            .bind("kind", kind).bind("code", code).bind("asOf", asOf).bind("series", series)
            .map((row, context) -> {
                Map<String, Object> properties = Body.of("code", row.getString("code"), "kind", row.getString("kind"), "version", row.getInt("version"),
                    "class", row.getString("class"), "classLabel", label(row, "class"), "surface", row.getString("surface"),
                    "surfaceLabel", label(row, "surface"), "roadId", row.getString("road_id"),
                    "name", row.getString("name"), "widthM", row.getBigDecimal("width_m"), "voltageKv", row.getBigDecimal("voltage_kv"));
                properties.putAll(Body.of("owner", row.getString("owner"), "builtYear", row.getObject("built_year"),
                    "lengthM", Body.places(row.getBigDecimal("measured"), 1), "lengthReportedM", row.getBigDecimal("length_reported_m"),
                    "hardenedM", Body.places(row.getBigDecimal("hardened"), 1), "illustrative", row.getBoolean("illustrative"), "byHand", row.getBoolean("by_hand"), "asOf", asOf));
                return new Section(row.getLong("id"), properties, row.getBytes("ewkb"));
            }).findOne();
    }

    List<Map<String, Object>> listParts(Tx tx, long section, LocalDate asOf) {
        return tx.handle().createQuery("""
                select unit.code, unit.name, part.length_m::numeric as length_m
                from section_part part join unit on unit.id = part.unit_id and unit.valid @> cast(:asOf as date)
                where part.section_id = :section order by lower(part.span)""")
            .bind("section", section).bind("asOf", asOf)
            .map((row, context) -> Body.of("unit", row.getString("code"), "name", row.getString("name"),
                "lengthM", Body.places(row.getBigDecimal("length_m"), 1))).list();
    }

    /** The surfaces the section has on a day with how many metres have each, the longest first; none for what has no surface. */
    List<Map<String, Object>> listSurfaces(Tx tx, long section, LocalDate asOf, String series) {
        return tx.handle().createQuery("""
                select surface.code, surface.label_vi, surface.label_en,
                       coalesce(metres(stretch.span * nummultirange(numrange(0, section.length_m::numeric))), section.length_m)::numeric as length_m
                from network_section section
                left join lateral measure.stretch(section.id, :asOf, :series) stretch on true
                join network_surface surface on surface.kind = section.kind and surface.code = coalesce(stretch.surface, section.surface)
                where section.id = :section order by length_m desc, surface.ordinal""")
            .bind("section", section).bind("asOf", asOf).bind("series", series)
            .map((row, context) -> Body.of("surface", row.getString("code"), "label", label(row, "label"), "lengthM", Body.places(row.getBigDecimal("length_m"), 1)))
            .list();
    }

    static Map<String, Object> label(ResultSet row, String name) throws SQLException {
        String vi = row.getString(name + "_vi");
        return vi == null ? null : Body.of("vi", vi, "en", row.getString(name + "_en"));
    }

    List<Map<String, Object>> listWorks(Tx tx, long section, LocalDate asOf, String series) {
        return tx.handle().createQuery("""
                select work.code, work.version, work.kind, work_kind.label_vi, work_kind.label_en, work.title, measure.work_state(work, :asOf, :series) as state,
                       work.surface, work.starts_on, work.due_on, work.started_on, work.done_on, work.accepted_on, lower(work.stretch) as from_m,
                       upper(work.stretch) as to_m, work.cost_million,
                       (select count(*) from work_photo photo where photo.work_id = work.id) as photos
                from work join work_kind on work_kind.code = work.kind
                where work.section_id = :section order by coalesce(work.accepted_on, work.due_on) nulls last, work.code""")
            .bind("section", section).bind("asOf", asOf).bind("series", series)
            .map((row, context) -> Body.of("code", row.getString("code"), "version", row.getInt("version"), "kind", row.getString("kind"),
                "label", label(row, "label"), "title", row.getString("title"),
                "state", row.getString("state"), "surface", row.getString("surface"), "startsOn", row.getObject("starts_on", LocalDate.class),
                "dueOn", row.getObject("due_on", LocalDate.class),
                "startedOn", row.getObject("started_on", LocalDate.class), "doneOn", row.getObject("done_on", LocalDate.class),
                "acceptedOn", row.getObject("accepted_on", LocalDate.class), "fromM", row.getBigDecimal("from_m"), "toM", row.getBigDecimal("to_m"),
                "costMillion", row.getBigDecimal("cost_million"), "photos", row.getInt("photos"))).list();
    }
}

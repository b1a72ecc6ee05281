package langmap.network.incoming;

import java.util.List;
import langmap.db.Tx;
import langmap.geo.LonLat;

/** Where the works of a map file are, and what is wrong with them. Metres are from the first vertex of a section, on the ellipsoid. */
final class WorkLayerStore {
    static final String SECTION = """
        (select section.id from network_section section
         where section.kind = incoming.attributes ->> 'sectionKind' and section.code = incoming.attributes ->> 'section'
         order by upper(section.valid) desc nulls first limit 1)""";
    static final String SECTION_KIND = "case when incoming.attributes ->> 'section' is not null then incoming.attributes ->> 'sectionKind' end";
    static final String STRETCH = "case when incoming.attributes ->> 'section' is not null and incoming.attributes ->> 'toM' is not null then "
        + "numrange(coalesce((incoming.attributes ->> 'fromM')::numeric, 0), (incoming.attributes ->> 'toM')::numeric) end";
    static final String SURFACE = "(select incoming.attributes ->> 'surface' from work_kind where code = incoming.attributes ->> 'kind' and improves "
        + "and incoming.attributes ->> 'section' is not null)";
    static final String PLACE = "case when incoming.attributes ->> 'section' is null then incoming.geom end";
    /** The commune, ward or town around a place, of the day the file knows last of the work, else of today. */
    static final String UNIT = """
        (select boundary.unit_id from boundary join unit on unit.id = boundary.unit_id and unit.level in ('commune', 'urban')
         where incoming.attributes ->> 'section' is null and boundary.resolution = 'full' and ST_Intersects(boundary.geom, incoming.geom)
           and boundary.valid @> coalesce(incoming.attributes ->> 'acceptedOn', incoming.attributes ->> 'doneOn', incoming.attributes ->> 'startedOn',
                   incoming.attributes ->> 'dueOn', incoming.attributes ->> 'startsOn', current_date::text)::date
         order by boundary.unit_id limit 1)""";
    /** How far from a section a work may be drawn, metres; degrees enough to find those that near. */
    private static final int NEAR_M = 20;
    private static final double NEAR_DEGREES = 0.0003;

    /** A staging row, what is wrong with it, at which field, and the words of the sentence. */
    record Fault(long number, String issue, String field, String[] words, LonLat at) {
    }

    /**
     * Writes where a work is to its row, unless its file says it: the kind of section follows from the work, else from the section of that code nearby;
     * the section and the metres from the line.
     */
    void locate(Tx tx, long id) {
        tx.handle().createUpdate("""
                update import_feature incoming set attributes = jsonb_build_object('sectionKind', work_kind.section_kind) || jsonb_strip_nulls(incoming.attributes)
                from work_kind
                where incoming.import_id = :id and incoming.state is null and work_kind.code = incoming.attributes ->> 'kind'""")
            .bind("id", id).execute();
        tx.handle().createUpdate("""
                update import_feature incoming set attributes = incoming.attributes || jsonb_build_object('sectionKind', (
                    select section.kind from network_section section where section.code = incoming.attributes ->> 'section'
                    order by ST_Distance(section.geom, incoming.geom) limit 1))
                where incoming.import_id = :id and incoming.state is null and incoming.attributes ->> 'section' is not null and incoming.attributes ->> 'sectionKind' is null""")
            .bind("id", id).execute();
        tx.handle().createUpdate("""
                update import_feature incoming
                set attributes = incoming.attributes || jsonb_build_object('sectionKind', section.kind, 'section', section.code, 'fromM', lower(work.stretch), 'toM', upper(work.stretch))
                from work join network_section section on section.id = work.section_id
                where incoming.import_id = :id and incoming.state is null and incoming.attributes ->> 'section' is null
                  and ST_Dimension(incoming.geom) = 0 and work.code = incoming.code""")
            .bind("id", id).execute();
        tx.handle().createUpdate("""
                update import_feature incoming
                set attributes = incoming.attributes || jsonb_build_object('sectionKind', found.kind, 'section', found.code)
                    || case when found.whole then '{}' else jsonb_build_object('fromM', found.from_m, 'toM', found.to_m) end
                from import_feature own cross join lateral (
                    select section.kind, section.code, span.from_m, span.to_m, span.from_m < 1 and span.to_m > section.length_m - 1 as whole
                    from network_section section
                    cross join lateral (select min(at.m) as from_m, max(at.m) as to_m, max(at.off) as off from (
                        select round(ST_InterpolatePoint(section.chain, point.geom)::numeric, 1) as m, ST_Distance(section.geom::geography, point.geom::geography) as off
                        from ST_DumpPoints(own.geom) point) at) span
                    where section.geom && ST_Expand(own.geom, :degrees) and upper_inf(section.valid)
                      and section.kind = coalesce(own.attributes ->> 'sectionKind', section.kind) and span.off <= :near and span.from_m < span.to_m
                    order by span.off, section.code limit 1) found
                where own.import_id = :id and own.state is null and own.attributes ->> 'section' is null and ST_Dimension(own.geom) = 1
                  and incoming.import_id = :id and incoming.number = own.number""")
            .bind("id", id).bind("near", NEAR_M).bind("degrees", NEAR_DEGREES).execute();
    }

    /** What the register would refuse, row by row; such rows are faulty then. */
    List<Fault> listFaults(Tx tx, long id) {
        return tx.handle().createQuery("""
                with judged as (
                    select incoming.number, law.issue, law.field, law.words, incoming.geom
                    from import_feature incoming
                    cross join lateral jsonb_to_record(incoming.attributes) as said(state text, surface text, section text, "sectionKind" text, "fromM" numeric, "toM" numeric,
                        "startsOn" date, "dueOn" date, "startedOn" date, "doneOn" date, "acceptedOn" date, "costMillion" numeric)
                    join work_kind on work_kind.code = incoming.attributes ->> 'kind'
                    left join network_section section on section.id = %s
                    cross join lateral (values
                        ('work-off-network', 'geometry', array[:near], said.section is null and ST_Dimension(incoming.geom) = 1),
                        ('work-section-unknown', 'section', array[said.section], said.section is not null and section.id is null),
                        ('work-beyond-section', 'toM', array[round(section.length_m)::text], said."toM" > section.length_m + 0.05),
                        ('work-no-stretch', 'fromM', array[]::text[],
                            said."fromM" < 0 or said."fromM" is not null and said."toM" is null or coalesce(said."fromM", 0) >= said."toM"),
                        ('work-kind-elsewhere', 'kind', array[]::text[], work_kind.section_kind <> said."sectionKind"),
                        ('work-outside', 'geometry', array[]::text[], said.section is null and ST_Dimension(incoming.geom) = 0 and %s is null),
                        ('work-surface', 'surface', array[]::text[], work_kind.improves and section.kind in (select kind from network_surface)
                            and not exists (select from network_surface fit where fit.kind = section.kind and fit.code = said.surface)),
                        ('work-days', 'acceptedOn', array[]::text[], (said.state = 'accepted') <> (said."acceptedOn" is not null)),
                        ('work-days', 'doneOn', array[]::text[], said.state in ('done', 'accepted') and said."doneOn" is null or said."doneOn" < said."startedOn"
                            or said."acceptedOn" < said."doneOn"),
                        ('work-days', 'startedOn', array[]::text[], said.state <> 'planned' and said."startedOn" is null),
                        ('work-days', 'dueOn', array[]::text[], said."dueOn" < said."startsOn"),
                        ('work-cost', 'costMillion', array[]::text[], said."costMillion" < 0)) as law(issue, field, words, broken)
                    where incoming.import_id = :id and incoming.state is null and law.broken),
                marked as (
                    update import_feature incoming set state = 'faulty' from (select distinct number from judged) wrong
                    where incoming.import_id = :id and incoming.number = wrong.number)
                select number, issue, field, words, ST_X(ST_StartPoint(ST_BoundingDiagonal(geom))) as lon, ST_Y(ST_StartPoint(ST_BoundingDiagonal(geom))) as lat
                from judged order by number, field limit 1000""".formatted(SECTION, UNIT))
            .bind("id", id).bind("near", Integer.toString(NEAR_M))
            .map((row, context) -> new Fault(row.getLong("number"), row.getString("issue"), row.getString("field"), (String[]) row.getArray("words").getArray(),
                new LonLat(row.getDouble("lon"), row.getDouble("lat")))).list();
    }
}

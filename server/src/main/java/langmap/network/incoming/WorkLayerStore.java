package langmap.network.incoming;

import java.util.List;
import langmap.db.Tx;
import langmap.geo.LonLat;
import langmap.network.load.NetworkLoadStore;
import langmap.network.load.WorkImport;

/** Where the works of a map file are. Metres are from the first vertex of a section, on the ellipsoid. */
final class WorkLayerStore {
    static final String SECTION = """
        (select section.id from network_section section
         where section.kind = incoming.attributes ->> 'sectionKind' and section.code = incoming.attributes ->> 'section'
         order by upper(section.valid) desc nulls first limit 1)""";
    static final String SECTION_KIND = "case when incoming.attributes ->> 'section' is not null then incoming.attributes ->> 'sectionKind' end";
    static final String STRETCH = "worked_stretch(" + SECTION + ", (incoming.attributes ->> 'fromM')::numeric, (incoming.attributes ->> 'toM')::numeric)";
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
    /** How far from a section a work may be drawn, metres. */
    static final int NEAR_M = 20;
    /** Of any degree where people build roads: metres at least. */
    private static final double DEGREE_M = 50_000;

    /** A staging row, the length of its section (metres, null if there is none), and whether it is drawn along none, or lies in no commune, ward or town. */
    record Placed(long number, LonLat at, WorkImport.WorkRow work, Double lengthM, boolean isOffNetwork, boolean isOutside) {
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
            .bind("id", id).bind("near", NEAR_M).bind("degrees", NEAR_M / DEGREE_M).execute();
    }

    List<Placed> listPlaced(Tx tx, long id) {
        return tx.handle().createQuery("""
                select incoming.number, incoming.code, said.kind, said."sectionKind" as section_kind, said.section, said."fromM" as from_m, said."toM" as to_m, said.state,
                       said."startsOn" as starts_on, said."dueOn" as due_on, said."startedOn" as started_on, said."doneOn" as done_on, said."acceptedOn" as accepted_on,
                       said.surface, said."costMillion" as cost_million, said.funding, said.title, said.note,
                       (select length_m from network_section where id = %s) as length_m,
                       said.section is null and ST_Dimension(incoming.geom) = 1 as off_network,
                       said.section is null and ST_Dimension(incoming.geom) = 0 and %s is null as outside,
                       ST_X(ST_StartPoint(ST_BoundingDiagonal(incoming.geom))) as lon, ST_Y(ST_StartPoint(ST_BoundingDiagonal(incoming.geom))) as lat
                from import_feature incoming
                cross join lateral jsonb_to_record(incoming.attributes) as said(kind text, title text, state text, surface text, section text, "sectionKind" text,
                    "fromM" numeric, "toM" numeric, "startsOn" date, "dueOn" date, "startedOn" date, "doneOn" date, "acceptedOn" date, "costMillion" numeric,
                    funding text, note text)
                where incoming.import_id = :id and incoming.state is null
                order by incoming.number""".formatted(SECTION, UNIT))
            .bind("id", id)
            .map((row, context) -> new Placed(row.getLong("number"), new LonLat(row.getDouble("lon"), row.getDouble("lat")), NetworkLoadStore.work(row),
                row.getObject("length_m", Double.class), row.getBoolean("off_network"), row.getBoolean("outside"))).list();
    }

    void markFaulty(Tx tx, long id, List<Long> numbers) {
        tx.handle().createUpdate("update import_feature set state = 'faulty' where import_id = :id and number = any(:numbers)")
            .bind("id", id).bindArray("numbers", Long.class, numbers).execute();
    }
}

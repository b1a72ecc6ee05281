package langmap.network.edit;

import java.math.BigDecimal;
import langmap.db.Tx;
import langmap.network.edit.EditStore.StoredSection;

/** Splits sections, with the works on them and what is reported of their length. */
final class SplitStore {
    /** So many metres from the first vertex of a section, or those of the vertex that is nearer than five centimetres: no piece begins with a step that short. */
    BigDecimal nearestVertex(Tx tx, long id, BigDecimal atM) {
        return tx.handle().createQuery("""
                select ST_M(vertex.geom)::numeric from network_section section cross join ST_DumpPoints(section.chain) vertex
                where section.id = :id and abs(ST_M(vertex.geom) - :at) < 0.05 order by abs(ST_M(vertex.geom) - :at) limit 1""")
            .bind("id", id).bind("at", atM.doubleValue()).mapTo(BigDecimal.class).findOne().orElse(atM);
    }

    /**
     * Splits a section at so many metres from its first vertex: it keeps the first piece, the second gets a section of its own; works go with the
     * stretch they are on, those on both pieces are divided, and each piece has its share of the reported length. Gives the code of the second piece.
     */
    String split(Tx tx, StoredSection section, BigDecimal atM) {
        tx.touch("network");
        byte[] place = findPlace(tx, section.id(), atM);
        String code = tx.handle().createQuery("""
                insert into network_section
                    (kind, code, class, surface, road_id, name, width_m, voltage_kv, owner, built_year, length_reported_m, geom, valid, data_set_id)
                select kind, left(code, 40) || '-' || nextval(pg_get_serial_sequence('network_section', 'id')), class, surface, road_id, name, width_m, voltage_kv,
                       owner, built_year, length_reported_m - round(length_reported_m * :atM / length_m::numeric, 1),
                       ST_SetPoint(ST_Force2D(ST_GeometryN(ST_LocateBetween(chain, :at, 1e9), 1)), 0, cast(:place as geometry)), valid, data_set_id
                from network_section where id = :id returning code""")
            .bind("id", section.id()).bind("at", atM.doubleValue()).bind("atM", atM).bind("place", place).mapTo(String.class).one();
        tx.handle().createUpdate("""
                update network_section set geom = ST_SetPoint(ST_Force2D(ST_GeometryN(ST_LocateBetween(chain, 0, :at), 1)), -1, cast(:place as geometry)),
                       length_reported_m = round(length_reported_m * :atM / length_m::numeric, 1)
                where id = :id""")
            .bind("id", section.id()).bind("at", atM.doubleValue()).bind("atM", atM).bind("place", place).execute();
        divideWorks(tx, section, code, atM);
        return code;
    }

    /** The place so many metres along the section on the ellipsoid: between degrees, as if the earth were flat, a long leg is off by centimetres. */
    private static byte[] findPlace(Tx tx, long id, BigDecimal atM) {
        return tx.handle().createQuery("""
                select ST_AsEWKB(case when abs(:at - leg.m) < 0.000001 then leg.place
                                      else ST_Project(leg.place::geography, :at - leg.m, ST_Azimuth(leg.place::geography, leg.next::geography))::geometry end)
                from (select ST_Force2D(vertex.geom) as place, ST_M(vertex.geom) as m, lead(ST_Force2D(vertex.geom)) over (order by vertex.path) as next
                      from network_section section cross join ST_DumpPoints(section.chain) vertex where section.id = :id) leg
                where leg.m < :at + 0.000001 order by leg.m desc limit 1""")
            .bind("id", id).bind("at", atM.doubleValue()).mapTo(byte[].class).one();
    }

    /** A stretch that reaches the place of the split to the millimetre reaches the ends there. */
    private static void divideWorks(Tx tx, StoredSection section, String second, BigDecimal atM) {
        BigDecimal slack = tx.handle().createQuery("""
                select (0.001 + abs(first.length_m - :at) + abs(second.length_m - (:length - :at)))::numeric
                from network_section first join network_section second on second.kind = first.kind and second.code = :second where first.id = :id""")
            .bind("id", section.id()).bind("second", second).bind("at", atM.doubleValue()).bind("length", section.lengthM()).mapTo(BigDecimal.class).one();
        for (String statement : new String[] {ON_BOTH, ON_SECOND, ON_FIRST}) {
            tx.handle().createUpdate(statement).bind("id", section.id()).bind("second", second).bind("at", atM).bind("slack", slack)
                .bind("length", BigDecimal.valueOf(section.lengthM())).execute();
        }
    }

    private static final String ON_BOTH = """
        insert into work (code, kind, title, section_kind, section_id, stretch, surface, state, starts_on, due_on, started_on, done_on, accepted_on,
                          cost_million, funding, note, data_set_id)
        select left(work.code, 40) || '-' || second.id, work.kind, work.title, work.section_kind, second.id,
               worked_stretch(second.id, greatest(lower(work.stretch) - :at, 0), upper(work.stretch) - :at, :slack), work.surface, work.state, work.starts_on,
               work.due_on, work.started_on, work.done_on, work.accepted_on, work.cost_million * shared.part, work.funding, work.note, work.data_set_id
        from work
        join network_section second on second.kind = work.section_kind and second.code = :second
        cross join lateral (select (coalesce(upper(work.stretch), :length) - greatest(coalesce(lower(work.stretch), 0), :at))
                                   / (coalesce(upper(work.stretch), :length) - coalesce(lower(work.stretch), 0)) as part) shared
        where work.section_id = :id and (work.stretch is null or lower(work.stretch) < :at - :slack and upper(work.stretch) > :at + :slack)""";
    private static final String ON_SECOND = """
        update work set section_id = second.id, stretch = worked_stretch(second.id, lower(stretch) - :at, upper(stretch) - :at, :slack)
        from network_section second
        where work.section_id = :id and lower(work.stretch) >= :at - :slack and second.kind = work.section_kind and second.code = :second""";
    private static final String ON_FIRST = """
        update work set cost_million = cost_million * ((least(coalesce(upper(stretch), :at), :at) - coalesce(lower(stretch), 0))
                                                       / (coalesce(upper(stretch), :length) - coalesce(lower(stretch), 0))),
               stretch = worked_stretch(section_id, lower(stretch), least(upper(stretch), :at), :slack)
        where section_id = :id and (stretch is null or upper(stretch) >= :at - :slack)""";
}

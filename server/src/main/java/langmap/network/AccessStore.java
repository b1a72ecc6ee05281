package langmap.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;

/** Ways to villages and communes, and what of them is not good enough. */
final class AccessStore {
    /**
     * A place to be reached.
     *
     * @param code    code of the village or commune
     * @param name    its name
     * @param quality what the road must be: hardened for villages, paved for communes
     * @param source  nearest junction, null if there is no road near
     * @param target  junction of the commune's centre for a village; for a commune 0 (any trunk road), or its own if that is on a trunk road
     * @param at      where it lies, longitude and latitude
     */
    record Place(String code, String name, String quality, Long source, Long target, List<Double> at) {
    }

    /** One stretch of a way; the line as EWKB. */
    record Stretch(String section, String name, String sort, String surface, BigDecimal lengthM, boolean good, byte[] ewkb) {
    }

    Optional<Place> findPlace(Tx tx, String code, LocalDate asOf) {
        return tx.handle().createQuery("""
                select village.code, village.name, 'hardened' as quality, own.node as source, centre.node as target, ST_X(village.centre) as lon, ST_Y(village.centre) as lat
                from village
                join unit on unit.id = village.unit_id
                left join lateral measure.nearest_node(village.centre, :asOf) own on true
                left join lateral measure.nearest_node(unit.centre, :asOf) centre on true
                where village.code = :code and village.valid @> cast(:asOf as date) and unit.valid @> cast(:asOf as date)
                union all
                select unit.code, unit.name, 'paved', centre.node,
                       case when exists (select from measure.road_edge(:asOf, 'actual') edge
                                         where edge.trunk and centre.node in (edge.source, edge.target)) then centre.node else 0 end, ST_X(unit.centre), ST_Y(unit.centre)
                from unit left join lateral measure.nearest_node(unit.centre, :asOf) centre on true
                where unit.code = :code and unit.level = 'commune' and unit.valid @> cast(:asOf as date)""")
            .bind("code", code).bind("asOf", asOf)
            .map((row, context) -> new Place(row.getString("code"), row.getString("name"), row.getString("quality"), row.getObject("source", Long.class),
                row.getObject("target", Long.class), List.of(row.getDouble("lon"), row.getDouble("lat"))))
            .findOne();
    }

    /** Villages that no hardened motor road joins to the centre of their commune, by commune. */
    List<Map<String, Object>> listCutOff(Tx tx, LocalDate asOf, String series) {
        return tx.handle().createQuery("""
                select village.code, village.name, unit.code as unit, unit.name as unit_name, district.name as district, found.node is not null as near
                from measure.village_reached(:asOf, :series) found
                join measure.commune(:asOf) commune on commune.unit_id = found.unit_id
                join village on village.id = found.village_id
                join unit on unit.id = found.unit_id
                left join unit district on district.id = unit.parent_id and district.level = 'district'
                where not found.reached and measure.network_is_known('road')
                order by unit.code, village.code""")
            .bind("asOf", asOf).bind("series", series)
            .map((row, context) -> Body.of("village", row.getString("code"), "name", row.getString("name"), "unit", row.getString("unit"),
                "unitName", row.getString("unit_name"), "district", row.getString("district"), "near", row.getBoolean("near")))
            .list();
    }

    /** The best way, from the place on; empty if there is none. */
    List<Stretch> listWay(Tx tx, Place place, LocalDate asOf, String series) {
        return tx.handle().createQuery("""
                select section.code, section.name, section.class, section.surface, way.length_m::numeric as length_m, way.good,
                       ST_AsEWKB(ST_Force2D(ST_LineMerge(ST_LocateBetween(section.chain, lower(way.span)::float8, upper(way.span)::float8)))) as ewkb
                from measure.best_way(:asOf, :series, :quality, :source, :target) way
                join network_section section on section.id = way.section_id
                where not isempty(way.span)
                order by way.step""")
            .bind("asOf", asOf).bind("series", series).bind("quality", place.quality()).bind("source", place.source()).bind("target", place.target())
            .map((row, context) -> new Stretch(row.getString("code"), row.getString("name"), row.getString("class"), row.getString("surface"),
                row.getBigDecimal("length_m"), row.getBoolean("good"), row.getBytes("ewkb")))
            .list();
    }
}

package langmap.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;
import langmap.network.load.SectionImport;

/** What a computed criterion rests on. Lengths in metres, areas in ha, villages as a count. */
final class WhyStore {
    /** One rule in one commune; holds is null where there is nothing to measure. */
    record Result(String unit, String name, int criterion, String id, String group, String quantity, String sort, String quality, String labelVi,
                  String labelEn, String sourceVi, String sourceEn, BigDecimal threshold, BigDecimal numerator, BigDecimal denominator, Boolean holds) {
        /** What is missing to the threshold in the unit of the numerator, 0 if it holds; null if unknown. */
        BigDecimal missing() {
            return holds == null ? null : threshold.multiply(denominator).subtract(numerator).max(BigDecimal.ZERO);
        }
    }

    /** What is said of a criterion in a commune: computed from the map, and by people. */
    record Status(String unit, String name, int criterion, String computed, String official) {
        boolean contradicts() {
            return List.of("met", "not_met").contains(computed) && !official.equals("not_assessed") && computed.equals("met") != official.equals("met");
        }
    }

    /** Rules of a criterion, of one commune or of all where {@code unit} is null, in order. */
    List<Result> listResults(Tx tx, LocalDate asOf, String series, String unit, int criterion) {
        return tx.handle().createQuery("""
                select unit.code as unit, unit.name, result.*, rule.quantity, rule.class, rule.quality, rule.label_vi, rule.label_en,
                       rule.source_vi, rule.source_en
                from measure.rule_result(:asOf, :series, :criterion) result
                join unit on unit.id = result.unit_id
                join criteria_set on criteria_set.assessed @> cast(:asOf as date)
                join criterion_rule rule on rule.set_id = criteria_set.id and rule.id = result.rule_id
                                        and rule.group_code is not distinct from result.group_code
                where cast(:unit as text) is null or unit.code = :unit
                order by unit.code, result.ordinal""")
            .bind("asOf", asOf).bind("series", series).bind("unit", unit).bind("criterion", criterion)
            .map((row, context) -> new Result(row.getString("unit"), row.getString("name"), row.getInt("criterion"), row.getString("rule_id"),
                row.getString("group_code"), row.getString("quantity"), row.getString("class"), row.getString("quality"), row.getString("label_vi"),
                row.getString("label_en"), row.getString("source_vi"), row.getString("source_en"), row.getBigDecimal("threshold"),
                row.getBigDecimal("numerator"), row.getBigDecimal("denominator"), row.getObject("holds", Boolean.class)))
            .list();
    }

    /** Computed and official status of the criteria that have rules, or one of them, of one commune or of all; null asks for all. */
    List<Status> listStatuses(Tx tx, LocalDate asOf, String series, String unit, Integer criterion) {
        return tx.handle().createQuery("""
                select unit.code, unit.name, ruled.criterion, computed.status as computed, official.status as official
                from (select distinct rule.criterion from criterion_rule rule
                      join criteria_set on criteria_set.id = rule.set_id and criteria_set.assessed @> cast(:asOf as date)
                      where cast(:criterion as int) is null or rule.criterion = :criterion) ruled
                cross join lateral measure.criterion_computed(:asOf, :series, ruled.criterion) computed
                join measure.criterion(:asOf, :series, ruled.criterion) official on official.unit_id = computed.unit_id
                join unit on unit.id = computed.unit_id
                where cast(:unit as text) is null or unit.code = :unit
                order by unit.code, ruled.criterion""")
            .bind("asOf", asOf).bind("series", series).bind("unit", unit).bind("criterion", criterion)
            .map((row, context) -> new Status(row.getString("code"), row.getString("name"), row.getInt("criterion"), row.getString("computed"),
                row.getString("official"))).list();
    }

    /** Numbers of the criteria that rules are in force for on a day. */
    List<Integer> listRuled(Tx tx, LocalDate asOf) {
        return tx.handle().createQuery("""
                select distinct rule.criterion from criterion_rule rule
                join criteria_set on criteria_set.id = rule.set_id and criteria_set.assessed @> cast(:asOf as date) order by rule.criterion""")
            .bind("asOf", asOf).mapTo(Integer.class).list();
    }

    /** Stretches of a commune that lack what a rule asks of roads or canals, the longest first. */
    List<Map<String, Object>> listLackingSections(Tx tx, LocalDate asOf, String series, Result rule, int limit) {
        return tx.handle().createQuery("""
                select section.code, section.name, section.class, section.surface,
                       metres(part.span) - coalesce(metres(part.span * better.span), 0) as lacking,
                       (select string_agg(work.code, ', ' order by work.code) from work
                        where work.section_id = section.id and work.state <> 'accepted') as works
                from network_section section
                join section_part part on part.section_id = section.id
                join unit on unit.id = part.unit_id and unit.code = :unit and unit.valid @> cast(:asOf as date)
                left join network_surface surface on surface.kind = section.kind and surface.code = section.surface
                left join measure.improved(:asOf, :series) improved on improved.section_id = section.id
                cross join lateral (select case when :paved then improved.paved else improved.hardened end as span) better
                where section.kind = :kind and section.valid @> cast(:asOf as date) and (cast(:class as text) is null or section.class = :class)
                  and not case when :paved then surface.paved else surface.hardened end
                  and metres(part.span) - coalesce(metres(part.span * better.span), 0) > 0.0005
                order by lacking desc, section.code limit :limit""")
            .bind("asOf", asOf).bind("series", series).bind("unit", rule.unit()).bind("paved", "paved".equals(rule.quality()))
            .bind("kind", rule.sort() == null ? SectionImport.CANAL : SectionImport.ROAD).bind("class", rule.sort()).bind("limit", limit)
            .map((row, context) -> Body.of("rule", rule.id(), "code", row.getString("code"), "name", row.getString("name"), "class", row.getString("class"),
                "surface", row.getString("surface"), "lengthM", Body.places(row.getBigDecimal("lacking"), 1), "works", row.getString("works"))).list();
    }

    /** Command areas of a commune that are not actively served. */
    List<Map<String, Object>> listIdleAreas(Tx tx, LocalDate asOf, Result rule, int limit) {
        return tx.handle().createQuery("""
                select area.code, area.name, (ST_Area(part.geom::geography) / 10000)::numeric as ha
                from command_area area
                join command_area_part part on part.command_area_id = area.id
                join unit on unit.id = part.unit_id and unit.code = :unit and unit.valid @> cast(:asOf as date)
                where not area.active and area.valid @> cast(:asOf as date)
                order by ha desc, area.code limit :limit""")
            .bind("asOf", asOf).bind("unit", rule.unit()).bind("limit", limit)
            .map((row, context) -> Body.of("rule", rule.id(), "code", row.getString("code"), "name", row.getString("name"),
                "areaHa", Body.places(row.getBigDecimal("ha"), 2))).list();
    }

    /** Villages of a commune that no line or substation is near. */
    List<Map<String, Object>> listDarkVillages(Tx tx, LocalDate asOf, Result rule, int limit) {
        return tx.handle().createQuery("""
                select village.code, village.name
                from measure.powered_village(:asOf) supplied
                join criterion_rule rule on rule.id = :rule and rule.within_m = supplied.within_m and rule.max_kv = supplied.max_kv
                join village on village.id = supplied.village_id
                join unit on unit.id = village.unit_id and unit.code = :unit
                where not supplied.powered order by village.code limit :limit""")
            .bind("asOf", asOf).bind("unit", rule.unit()).bind("rule", rule.id()).bind("limit", limit)
            .map((row, context) -> Body.of("rule", rule.id(), "code", row.getString("code"), "name", row.getString("name"))).list();
    }

    boolean isIllustrative(Tx tx) {
        return tx.handle().createQuery("select exists (select from data_set where illustrative and kind in ('criterion-rules', 'roads', 'canals', "
            + "'power-lines', 'command-areas', 'villages', 'works'))").mapTo(Boolean.class).one();
    }

    /** The name of a commune of the programme on a day. */
    Optional<String> findCommune(Tx tx, String code, LocalDate asOf) {
        return tx.handle().createQuery("select name from unit where code = :code and level = 'commune' and valid @> cast(:asOf as date)")
            .bind("code", code).bind("asOf", asOf).mapTo(String.class).findOne();
    }
}

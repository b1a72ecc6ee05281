package langmap.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.Query;

/** Totals and lists of the network. Lengths in metres, whatever the routes show. */
final class NetworkStore {
    /** What a list of totals is asked for: a day, actual or planned, and road or canal. */
    record Scope(LocalDate asOf, String series, String kind) {
    }

    /** Metres of one class in one commune. */
    record ClassLength(String unit, String name, String district, String sort, String labelVi, String labelEn, int ordinal, double total, double hardened,
                       double paved, double year) {
    }

    /** Metres newly hardened in one commune from the first day of the year to the end of a month. */
    record MonthLength(String unit, LocalDate month, double metres) {
    }

    List<ClassLength> listLengths(Tx tx, Scope scope) {
        return bind(tx.handle().createQuery("""
                select unit.code, unit.name, district.name as district, class.code as class, class.label_vi, class.label_en, class.ordinal,
                       length.total_m, length.hardened_m, length.paved_m, length.year_m
                from measure.network_length(:asOf, :series, :kind) length
                join network_class class on class.kind = :kind and class.code = length.class
                join unit on unit.id = length.unit_id
                left join unit district on district.id = unit.parent_id and district.level = 'district'
                order by unit.code, class.ordinal"""), scope)
            .map((row, context) -> new ClassLength(row.getString("code"), row.getString("name"), row.getString("district"), row.getString("class"),
                row.getString("label_vi"), row.getString("label_en"), row.getInt("ordinal"), row.getDouble("total_m"), row.getDouble("hardened_m"),
                row.getDouble("paved_m"), row.getDouble("year_m"))).list();
    }

    /** Only months that have ended by the day, or the whole year of the planned series. */
    List<MonthLength> listMonths(Tx tx, Scope scope) {
        return bind(tx.handle().createQuery("""
                select unit.code, month.month, sum(month.metres) as metres
                from measure.hardened_by_month(:asOf, :series, :kind) month
                join unit on unit.id = month.unit_id
                group by unit.code, month.month
                order by unit.code, month.month"""), scope)
            .map((row, context) -> new MonthLength(row.getString("code"), row.getObject("month", LocalDate.class), row.getDouble("metres"))).list();
    }

    /** Classes that count as rural road, or all of a kind that is not road. */
    List<String> listCountedClasses(Tx tx, String kind) {
        return tx.handle().createQuery("select code from network_class where kind = :kind and (rural or kind <> 'road') order by ordinal")
            .bind("kind", kind).mapTo(String.class).list();
    }

    /** Works of the year of the day by the state they were in on it: begun or to be begun by its end, and not accepted before it. */
    List<Map<String, Object>> listStates(Tx tx, Scope scope) {
        return bind(tx.handle().createQuery("""
                select stood.state, count(*) as count,
                       sum(coalesce(upper(work.stretch) - lower(work.stretch), section.length_m::numeric)) / 1000 as km,
                       sum(work.cost_million) as cost, count(stood.late_days) as late
                from measure.work_on(:asOf) stood
                join work on work.id = stood.id
                join network_section section on section.id = work.section_id
                where work.section_kind = :kind and (work.accepted_on < date_trunc('year', cast(:asOf as date))) is not true
                  and measure.work_since(work) < date_trunc('year', cast(:asOf as date) + interval '1 year')::date - 1
                group by stood.state
                order by array_position(array['planned', 'under_way', 'done', 'accepted'], stood.state)"""), scope)
            .map((row, context) -> Body.of("state", row.getString("state"), "count", row.getInt("count"), "km", Body.places(row.getBigDecimal("km"), 3),
                "costMillion", row.getBigDecimal("cost"), "late", row.getInt("late"))).list();
    }

    /** Reported lengths that differ from those measured by more than a share, the largest difference first. */
    List<Map<String, Object>> listDifferences(Tx tx, Scope scope, double tolerance) {
        return bind(tx.handle().createQuery("""
                select section.code, section.name, section.class, section.length_reported_m, section.length_m::numeric as length_m,
                       (select unit.code from section_part part join measure.commune(:asOf) commune on commune.unit_id = part.unit_id
                        join unit on unit.id = part.unit_id where part.section_id = section.id order by part.length_m desc limit 1) as unit
                from network_section section
                where section.kind = :kind and section.valid @> :asOf
                  and abs(section.length_reported_m - section.length_m) > :tolerance * section.length_m
                order by abs(section.length_reported_m - section.length_m) desc, section.code"""), scope)
            .bind("tolerance", tolerance)
            .map((row, context) -> {
                BigDecimal reported = row.getBigDecimal("length_reported_m");
                BigDecimal measured = Body.places(row.getBigDecimal("length_m"), 1);
                return Body.of("section", row.getString("code"), "name", row.getString("name"), "class", row.getString("class"),
                    "unit", row.getString("unit"), "reportedM", reported, "measuredM", measured, "differenceM", reported.subtract(measured));
            }).list();
    }

    /** What looks wrong in the drawing, the most metres at stake first; null asks for every code. */
    List<Map<String, Object>> listIssues(Tx tx, LocalDate asOf, String code) {
        return tx.handle().createQuery("""
                select issue.code, issue.kind, issue.section, issue.other, issue.metres::numeric as metres, ST_X(spot.point) as lon, ST_Y(spot.point) as lat,
                       (select unit.code from boundary join unit on unit.id = boundary.unit_id and unit.level in ('commune', 'urban')
                            and unit.valid @> cast(:asOf as date)
                        where boundary.resolution = 'full' and ST_Intersects(boundary.geom, spot.point) limit 1) as unit
                from measure.network_issue(:asOf) issue
                cross join lateral (select ST_GeometryN(ST_Force2D(issue.place), 1) as point) spot
                where cast(:code as text) is null or issue.code = :code
                order by issue.metres desc, issue.section, issue.other""")
            .bind("asOf", asOf).bind("code", code)
            .map((row, context) -> Body.of("code", row.getString("code"), "kind", row.getString("kind"), "section", row.getString("section"),
                "other", row.getString("other"), "metres", Body.places(row.getBigDecimal("metres"), 1), "unit", row.getString("unit"),
                "lon", Body.places(row.getBigDecimal("lon"), 6), "lat", Body.places(row.getBigDecimal("lat"), 6))).list();
    }

    boolean isIllustrative(Tx tx, String kind) {
        return tx.handle().createQuery("""
                select exists (select from data_set where illustrative and kind in ('works', 'boundaries',
                    case :kind when 'road' then 'roads' when 'canal' then 'canals' else 'power-lines' end))""")
            .bind("kind", kind).mapTo(Boolean.class).one();
    }

    private static Query bind(Query query, Scope scope) {
        return query.bind("asOf", scope.asOf()).bind("series", scope.series()).bind("kind", scope.kind());
    }
}

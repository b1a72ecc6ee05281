package langmap.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import langmap.measure.Measure.Label;
import langmap.problem.Problem;
import org.jdbi.v3.core.statement.Query;

/** Computes measures from the registers. The name of a function comes from the catalogue, never from a request. */
public final class MeasureStore {
    public Catalogue getCatalogue(Tx tx, LocalDate asOf) {
        return Catalogue.of(tx.handle().createQuery("""
                select criterion.number, criterion.name_vi, criterion.name_en
                from criteria_set join criterion on criterion.set_id = criteria_set.id
                where criteria_set.level = 'commune_ntm' and criteria_set.assessed @> cast(:asOf as date)
                order by criterion.number""")
            .bind("asOf", asOf)
            .map((row, context) -> new Catalogue.Criterion(row.getInt(1), new Label(row.getString(2), row.getString(3))))
            .list());
    }

    /**
     * What was measured.
     *
     * @param values  by unit code, at any level
     * @param summary all communes asked about in one line
     */
    public record Measured(List<Value> values, Summary summary) {
    }

    /** Communes in no area of the level, such as a district where there are none, are only in the summary. */
    public Measured getMeasured(Tx tx, Asked asked) {
        List<Value> values = new ArrayList<>();
        List<Summary> all = new ArrayList<>();
        bind(tx, asked, """
                select area.code as unit, grouping(area.code) = 1 as is_all,
                       case when :rollUp = 'SUM' then sum(base.value)
                            else sum(base.numerator) / nullif(sum(base.denominator), 0) end as value,
                       sum(base.numerator) as numerator, sum(base.denominator) as denominator,
                       case when :level = 'commune' then sum(base.missing)
                            else count(*) filter (where base.value is null) end as missing,
                       case when :level = 'commune' then max(base.status) end as status,
                       count(*) as count, coalesce(sum(base.value), 0) as sum,
                       sum(base.numerator) / nullif(sum(base.denominator), 0) as mean,
                       count(*) filter (where base.status = 'met' or (:kind = 'FLAG' and base.value = 1)) as met,
                       count(*) filter (where base.value is null) as unknown
                from scope join base on base.unit_id = scope.unit_id
                left join unit area on area.id = scope.area_id
                group by grouping sets ((area.code), ())
                having area.code is not null or grouping(area.code) = 1
                order by area.code""")
            .map((row, context) -> row.getBoolean("is_all")
                ? all.add(new Summary(row.getInt("count"), row.getBigDecimal("sum"), row.getBigDecimal("mean"), row.getInt("met"), row.getInt("unknown")))
                : values.add(new Value(row.getString("unit"), row.getBigDecimal("value"), row.getBigDecimal("numerator"),
                    row.getBigDecimal("denominator"), row.getInt("missing"), row.getString("status"))))
            .list();
        return new Measured(values, all.get(0));
    }

    private static Query bind(Tx tx, Asked asked, String select) {
        Measure.Source source = asked.measure().source();
        String call = "measure." + source.function() + "(:asOf, :series" + (source.argument() == null ? ")" : ", :argument)");
        Query query = tx.handle().createQuery("with base as materialized (select * from " + call + "),\n"
                + "scope as materialized (select * from measure.scope(:level, :group, :asOf, :series))\n" + select)
            .bind("asOf", asked.asOf()).bind("series", asked.series()).bind("level", asked.level())
            .bind("group", asked.group()).bind("rollUp", asked.measure().rollUp().name())
            .bind("kind", asked.measure().kind().name());
        return source.argument() == null ? query : query.bind("argument", source.argument());
    }

    /** True if figures of the measure, or the group it is limited to, rest on illustrative data. */
    public boolean isIllustrative(Tx tx, Asked asked) {
        return tx.handle().createQuery("""
                select exists (select from data_set where illustrative and kind = any(:kinds))
                    or measure.group_is_illustrative(:group, :series)""")
            .bindArray("kinds", String.class, asked.measure().source().kinds(asked.series())).bind("series", asked.series())
            .bind("group", asked.group())
            .mapTo(Boolean.class).one();
    }

    /** Every group with how many communes are in it. */
    public List<Map<String, Object>> listGroups(Tx tx, LocalDate asOf, String series) {
        return tx.handle().createQuery("""
                select unit_group.code, unit_group.label_vi, unit_group.label_en, unit_group.rule, unit_group.expected_size,
                       (select count(*) from measure.member(unit_group.code, :asOf, :series)) as count,
                       measure.group_is_illustrative(unit_group.code, :series) as illustrative
                from unit_group order by unit_group.ordinal""")
            .bind("asOf", asOf).bind("series", series)
            .map((row, context) -> {
                Map<String, Object> group = new LinkedHashMap<>();
                group.put("id", row.getString("code"));
                group.put("label", new Label(row.getString("label_vi"), row.getString("label_en")));
                group.put("computed", !row.getString("rule").equals("flag"));
                group.put("expectedSize", row.getObject("expected_size"));
                group.put("count", row.getInt("count"));
                group.put("illustrative", row.getBoolean("illustrative"));
                return group;
            }).list();
    }

    /** Refuses a group there is not, naming those there are. */
    public void checkGroup(Tx tx, String group) {
        List<String> known = tx.handle().createQuery("select code from unit_group order by ordinal").mapTo(String.class).list();
        if (group != null && !known.contains(group)) {
            throw Problem.ofFault("group", "There is no group '" + group + "'.", "Use one of " + String.join(", ", known) + ".");
        }
    }

    /** States a criterion can be in, in the order of legends. */
    public Map<String, Label> listStatuses(Tx tx) {
        Map<String, Label> statuses = new LinkedHashMap<>();
        tx.handle().createQuery("select code, label_vi, label_en from assessment_status order by ordinal")
            .map((row, context) -> statuses.put(row.getString(1), new Label(row.getString(2), row.getString(3)))).list();
        return statuses;
    }

    /** All data sets, for the page that says what is real and what is not. */
    public List<Map<String, Object>> listDataSets(Tx tx) {
        return tx.handle().createQuery("""
                select id, kind, title_vi, title_en, origin_vi, origin_en, licence, illustrative from data_set order by ordinal""")
            .map((row, context) -> {
                Map<String, Object> set = new LinkedHashMap<>();
                set.put("id", row.getString("id"));
                set.put("kind", row.getString("kind"));
                set.put("title", new Label(row.getString("title_vi"), row.getString("title_en")));
                set.put("origin", new Label(row.getString("origin_vi"), row.getString("origin_en")));
                set.put("licence", row.getString("licence"));
                set.put("illustrative", row.getBoolean("illustrative"));
                return set;
            }).list();
    }
}

package langmap.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import langmap.db.Tx;
import org.jdbi.v3.core.statement.Query;

/** Totals of many measures in one statement, for pages that need them all. Names of functions come from the catalogue. */
public final class TotalStore {
    /**
     * The communes of one area in one line. Nothing is rounded.
     *
     * @param area    code of the area they are counted in
     * @param count   communes asked about
     * @param sum     sum of their values, 0 where nothing is known
     * @param numerator   sum of their numerators
     * @param denominator sum of their denominators
     * @param mean    sum of numerators over sum of denominators, null if nothing is known
     * @param met     communes that meet it: state met, or in the group
     * @param missing communes without a value
     */
    public record Total(String area, int count, BigDecimal sum, BigDecimal numerator, BigDecimal denominator, BigDecimal mean, int met, int missing) {
    }

    /** True if the figures of any of the questions rest on illustrative data. */
    public boolean isIllustrative(Tx tx, Collection<Asked> questions) {
        Map<List<String>, Asked> different = new HashMap<>();
        questions.forEach(one -> different.put(List.of(one.measure().source().rests().toString(), String.valueOf(one.group())), one));
        MeasureStore store = new MeasureStore();
        return different.values().stream().anyMatch(one -> store.isIllustrative(tx, one));
    }

    /** Totals by area of the level, for each question; an empty list where there are no communes or the register it rests on has no data. */
    public Map<Asked, List<Total>> listTotals(Tx tx, List<Asked> questions) {
        Map<Asked, List<Total>> totals = new LinkedHashMap<>();
        questions.forEach(asked -> totals.put(asked, new ArrayList<>()));
        if (questions.isEmpty()) {
            return totals;
        }
        List<Asked> distinct = List.copyOf(totals.keySet());
        String sql = IntStream.range(0, distinct.size()).mapToObj(i -> select(distinct.get(i), i)).collect(Collectors.joining("\nunion all\n"));
        Query query = tx.handle().createQuery(sql);
        for (int i = 0; i < distinct.size(); i++) {
            bind(query, distinct.get(i), i);
        }
        query.map((row, context) -> totals.get(distinct.get(row.getInt("position"))).add(new Total(row.getString("area"), row.getInt("count"),
            row.getBigDecimal("sum"), row.getBigDecimal("numerator"), row.getBigDecimal("denominator"), row.getBigDecimal("mean"), row.getInt("met"), row.getInt("missing")))).list();
        return totals;
    }

    private static String select(Asked asked, int i) {
        Measure.Source source = asked.measure().source();
        String call = "measure." + source.function() + "(:asOf#, :series#" + (source.argument() == null ? ")" : ", :argument#)");
        return ("""
            (select # as position, area.code as area, count(*) as count, coalesce(sum(base.value), 0) as sum,
                    coalesce(sum(base.numerator), 0) as numerator, coalesce(sum(base.denominator), 0) as denominator,
                    sum(base.numerator) / nullif(sum(base.denominator), 0) as mean,
                    count(*) filter (where base.status = 'met' or (:flag# and base.value = 1)) as met,
                    count(*) filter (where base.value is null) as missing
             from\s""" + call + """
             base
             join measure.scope(:level#, :group#, :asOf#, :series#) scope on scope.unit_id = base.unit_id
             join unit area on area.id = scope.area_id
             where\s""" + known(source.rests()) + """

             group by area.code)""").replace("#", Integer.toString(i));
    }

    /** Whether anything was ever said: recognitions and flags list only those that are in, so that none and not known look alike. */
    private static String known(List<String> rests) {
        return rests.contains("recognitions") ? "measure.recognition_is_known(:asOf#)"
            : rests.contains("flags") ? "exists (select from unit_flag where group_code = :argument#)" : "true";
    }

    private static void bind(Query query, Asked asked, int i) {
        query.bind("asOf" + i, asked.asOf()).bind("series" + i, asked.series()).bind("level" + i, asked.level()).bind("group" + i, asked.group())
            .bind("flag" + i, asked.measure().kind() == Measure.Kind.FLAG).bind("argument" + i, asked.measure().source().argument());
    }
}

package langmap.plan;

import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;

/** Reads plans. */
final class PlanStore {
    /** What a plan says of itself and of money. */
    record Plan(int year, String titleVi, String titleEn, BigDecimal nearShare, String fundingUnit, BigDecimal fundingTotal, String fundingRef,
                String fundingNote) {
        /** The day before its year. */
        LocalDate baselineDay() {
            return LocalDate.of(year - 1, 12, 31);
        }

        LocalDate lastDay() {
            return LocalDate.of(year, 12, 31);
        }
    }

    Optional<Plan> findPlan(Tx tx, int year) {
        return tx.handle().createQuery("select * from plan where year = :year").bind("year", year).map((row, context) -> plan(row)).findOne();
    }

    /** The plan a day belongs to: its year's, or the last before; the last day of a year already looks ahead to the next. */
    Optional<Plan> findPlan(Tx tx, LocalDate day) {
        return tx.handle().createQuery("select * from plan order by year > :year, abs(year - :year) limit 1")
            .bind("year", day.plusDays(1).getYear() == day.getYear() || findPlan(tx, day.getYear()).isPresent() ? day.getYear() : day.getYear() + 1)
            .map((row, context) -> plan(row)).findOne();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(row.getInt("year"), row.getString("title_vi"), row.getString("title_en"), row.getBigDecimal("near_share"),
            row.getString("funding_unit"), row.getBigDecimal("funding_total"), row.getString("funding_ref"), row.getString("funding_note"));
    }

    List<Integer> listYears(Tx tx) {
        return tx.handle().createQuery("select year from plan order by year").mapTo(Integer.class).list();
    }

    List<Target> listTargets(Tx tx, int year) {
        return tx.handle().createQuery("select * from target where plan_year = :year order by ordinal").bind("year", year)
            .map((row, context) -> target(row)).list();
    }

    private static Target target(ResultSet row) throws SQLException {
        Target.Figures figures = new Target.Figures(row.getBigDecimal("low"), row.getBigDecimal("high"), row.getObject("out_of", Integer.class),
            row.getObject("increment", Integer.class), row.getBigDecimal("printed_percent"), row.getBigDecimal("baseline"),
            row.getBoolean("baseline_derived"));
        return new Target(row.getString("id"), row.getString("kind"), row.getString("parent"), row.getString("label_vi"), row.getString("label_en"),
            row.getString("unit"), row.getString("scope"), Comparator.ofCode(row.getString("comparator")), row.getBoolean("approx"),
            Nature.ofCode(row.getString("nature")), figures, row.getString("measure_from"), row.getString("ref"), row.getString("note"),
            new Target.Binding(row.getString("measure"), row.getString("group_code"), row.getString("each_level")));
    }

    /** Sources of money with their shares of the printed total, not rounded. */
    List<Map<String, Object>> listSources(Tx tx, int year) {
        Map<String, List<String>> doubts = listDoubts(tx, year);
        return tx.handle().createQuery("""
                select id, label_vi, label_en, amount_printed, amount, percent_printed, funding_total
                from funding_source join plan on plan.year = funding_source.plan_year
                where plan_year = :year order by id""")
            .bind("year", year)
            .map((row, context) -> {
                Map<String, Object> source = new LinkedHashMap<>();
                source.put("id", row.getString("id"));
                source.put("label", Map.of("vi", row.getString("label_vi"), "en", row.getString("label_en")));
                source.put("amountPrinted", row.getBigDecimal("amount_printed"));
                source.put("amount", row.getBigDecimal("amount"));
                source.put("percentPrinted", row.getBigDecimal("percent_printed"));
                source.put("percentRecomputed", Fraction.percent(row.getBigDecimal("amount"), row.getBigDecimal("funding_total")));
                source.put("discrepancies", doubts.getOrDefault(row.getString("id"), List.of()));
                return source;
            }).list();
    }

    /** Ids of the doubts about each thing, by its id. */
    Map<String, List<String>> listDoubts(Tx tx, int year) {
        Map<String, List<String>> doubts = new HashMap<>();
        tx.handle().createQuery("select subject, discrepancy from discrepancy_subject where plan_year = :year order by discrepancy")
            .bind("year", year)
            .map((row, context) -> doubts.computeIfAbsent(row.getString(1), subject -> new ArrayList<>()).add(row.getString(2))).list();
        return doubts;
    }

    /** Sums of the sources: as printed, and with the readings to use. */
    Map<String, Object> getSums(Tx tx, int year) {
        return tx.handle().createQuery("""
                select coalesce(sum(amount_printed), 0) as printed, coalesce(sum(amount), 0) as used
                from funding_source where plan_year = :year""")
            .bind("year", year)
            .map((row, context) -> {
                Map<String, Object> sums = new LinkedHashMap<>();
                sums.put("sumAsPrinted", row.getBigDecimal("printed"));
                sums.put("sum", row.getBigDecimal("used"));
                return sums;
            }).one();
    }

    List<Map<String, Object>> listDiscrepancies(Tx tx, int year) {
        return tx.handle().createQuery("select * from discrepancy where plan_year = :year order by id").bind("year", year)
            .map((row, context) -> {
                Map<String, Object> doubt = new LinkedHashMap<>();
                doubt.put("id", row.getString("id"));
                doubt.put("kind", row.getString("kind"));
                doubt.put("severity", row.getString("severity"));
                doubt.put("where", row.getString("place"));
                doubt.put("printed", row.getString("printed"));
                doubt.put("reasoning", row.getString("reasoning"));
                doubt.put("use", row.getString("reading"));
                doubt.put("vi", row.getString("vi") == null ? null : new RawValue(row.getString("vi")));
                return doubt;
            }).list();
    }

    /** Everything the plan says, section by section, as JSON. */
    Map<String, RawValue> listSections(Tx tx, int year) {
        Map<String, RawValue> sections = new LinkedHashMap<>();
        tx.handle().createQuery("select name, body::text from plan_section where plan_year = :year order by name").bind("year", year)
            .map((row, context) -> sections.put(row.getString(1), new RawValue(row.getString(2)))).list();
        return sections;
    }
}

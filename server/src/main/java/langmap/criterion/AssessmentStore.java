package langmap.criterion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.db.Tx;

/** Reads the assessments of one commune. */
final class AssessmentStore {
    /** A state of a criterion and the days it lasted, the end exclusive and null if it lasts still. */
    record Span(String status, String from, String to) {
    }

    /** One of the cells of a commune on a day. */
    record Cell(int criterion, Map<String, String> name, String status, String since, List<Span> history) {
    }

    /** A commune and the criteria set a day is assessed by. */
    public record Subject(int unitId, String setId) {
    }

    Optional<Subject> findSubject(Tx tx, String code, LocalDate asOf) {
        return tx.handle().createQuery("""
                select unit.id, criteria_set.id as set_id
                from unit
                left join criteria_set on criteria_set.level = 'commune_ntm' and criteria_set.assessed @> cast(:asOf as date)
                where unit.code = :code and unit.level = 'commune' and unit.valid @> cast(:asOf as date)""")
            .bind("code", code).bind("asOf", asOf)
            .map((row, context) -> new Subject(row.getInt(1), row.getString(2))).findOne();
    }

    List<Cell> listCells(Tx tx, Subject subject, LocalDate asOf, String series) {
        Map<Integer, List<Span>> histories = histories(tx, subject, series);
        return tx.handle().createQuery("""
                select criterion.number, criterion.name_vi, criterion.name_en,
                       coalesce(assessment.status, 'not_assessed') as status, lower(assessment.valid) as since
                from criterion
                left join assessment on assessment.set_id = criterion.set_id and assessment.number = criterion.number
                    and assessment.unit_id = :unitId and assessment.series = :series
                    and assessment.valid @> cast(:asOf as date)
                where criterion.set_id = :setId
                order by criterion.number""")
            .bindMethods(subject).bind("asOf", asOf).bind("series", series)
            .map((row, context) -> new Cell(row.getInt("number"),
                Map.of("vi", row.getString("name_vi"), "en", row.getString("name_en")), row.getString("status"),
                row.getString("since"), histories.getOrDefault(row.getInt("number"), List.of())))
            .list();
    }

    private static Map<Integer, List<Span>> histories(Tx tx, Subject subject, String series) {
        Map<Integer, List<Span>> histories = new LinkedHashMap<>();
        tx.handle().createQuery("""
                select number, status, lower(valid) as valid_from, upper(valid) as valid_to
                from assessment where unit_id = :unitId and set_id = :setId and series = :series
                order by number, lower(valid)""")
            .bindMethods(subject).bind("series", series)
            .map((row, context) -> histories.computeIfAbsent(row.getInt(1), number -> new ArrayList<>())
                .add(new Span(row.getString(2), row.getString(3), row.getString(4))))
            .list();
        return histories;
    }

    List<Map<String, Object>> listRecognitions(Tx tx, Subject subject, LocalDate asOf, String series) {
        return tx.handle().createQuery("""
                select level, lower(valid) as valid_from, decision from recognition
                where unit_id = :unitId and series = :series and valid @> cast(:asOf as date)
                order by lower(valid)""")
            .bindMethods(subject).bind("series", series).bind("asOf", asOf)
            .map((row, context) -> {
                Map<String, Object> recognition = new LinkedHashMap<>();
                recognition.put("level", row.getString("level"));
                recognition.put("from", row.getString("valid_from"));
                recognition.put("decision", row.getString("decision"));
                return recognition;
            }).list();
    }

    boolean isIllustrative(Tx tx, String series) {
        return tx.handle().createQuery("""
                select exists (select from data_set where illustrative and kind in ('assessments-' || :series, 'recognitions'))""")
            .bind("series", series).mapTo(Boolean.class).one();
    }
}

package langmap.criterion;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.layer.Ask;
import langmap.layer.CalendarStore;
import langmap.problem.Problem;

/** The assessments of one commune: the row of cells on its card, with their history. */
public final class AssessmentRoutes {
    private static final Param<String> CODE = Params.pathWord("code", "Code of a commune.", Pattern.compile("[0-9]{2,5}"));

    private final AssessmentStore assessments = new AssessmentStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(Route.read("/api/units/{code}/assessments", "getAssessments",
                "Every criterion of a commune on a day, with history and recognition.",
                List.of("unit", "assessment", "data_set"), this::answer)
            .taking(CODE, Ask.AS_OF, Ask.SERIES));
    }

    private Answer answer(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String series = request.find(Ask.SERIES).orElse("actual");
        String code = request.get(CODE);
        AssessmentStore.Subject subject = assessments.findSubject(tx, code, asOf).orElseThrow(() ->
            Problem.notFound("There is no commune of the programme with the code " + code + " on " + asOf + "."));
        List<AssessmentStore.Cell> cells = assessments.listCells(tx, subject, asOf, series);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("unit", code);
        body.put("asOf", asOf);
        body.put("series", series);
        body.put("illustrative", assessments.isIllustrative(tx, series));
        body.put("criteriaSet", subject.setId());
        body.put("met", cells.stream().filter(cell -> cell.status().equals("met")).count());
        body.put("assessed", cells.stream().filter(cell -> !cell.status().equals("not_assessed")).count());
        body.put("recognition", assessments.listRecognitions(tx, subject, asOf, series));
        body.put("cells", cells);
        return Answer.json(body);
    }
}

package langmap.plan;

import java.time.LocalDate;
import java.util.ArrayList;
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

/** Targets with what was reached, and plans as they were printed. */
public final class PlanRoutes {
    private static final Param<String> YEAR = Params.pathWord("year", "Year of the plan.", Pattern.compile("[0-9]{4}"));

    private final PlanStore plans = new PlanStore();
    private final CalendarStore calendar = new CalendarStore();

    public List<Route> routes() {
        return List.of(
            Route.read("/api/targets", "listTargets", "Goals, criteria and indicators of the plan of a day's year, with what was reached by that day.",
                List.of("plan", "unit", "data_set", "assessment", "network"), this::targets).taking(Ask.AS_OF, Ask.SERIES),
            Route.read("/api/plans", "listPlans", "The years there is a plan of.", List.of("plan"),
                (request, tx) -> Answer.json(Map.of("years", plans.listYears(tx)))),
            Route.read("/api/plans/{year}", "getPlan", "Everything a plan says: figures, actors, legal references, doubts.", List.of("plan"), this::plan)
                .taking(YEAR));
    }

    private Answer targets(Request request, Tx tx) {
        LocalDate asOf = calendar.day(request, tx);
        String series = request.find(Ask.SERIES).orElse("actual");
        PlanStore.Plan plan = plans.findPlan(tx, asOf).orElseThrow(() -> Problem.notFound("No plan has been loaded."));
        List<Target> targets = plans.listTargets(tx, plan.year());
        Progress progress = new Progress(tx, plan, targets, asOf, series);
        Map<String, List<String>> doubts = plans.listDoubts(tx, plan.year());
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        List.of("goal", "criterion", "indicator").forEach(kind -> rows.put(kind, new ArrayList<>()));
        targets.forEach(target -> rows.get(target.kind()).add(TargetTable.toRow(target, progress.find(target).orElse(null), plan.nearShare(),
            doubts.getOrDefault(target.id(), List.of()))));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("asOf", asOf);
        body.put("series", series);
        body.put("plan", Map.of("year", plan.year(), "title", Map.of("vi", plan.titleVi(), "en", plan.titleEn())));
        body.put("illustrative", progress.isIllustrative(tx));
        body.put("goals", rows.get("goal"));
        body.put("criteria", rows.get("criterion"));
        body.put("indicators", rows.get("indicator"));
        body.put("funding", funding(plan, tx));
        body.put("discrepancies", plans.listDiscrepancies(tx, plan.year()));
        return Answer.json(body);
    }

    private Map<String, Object> funding(PlanStore.Plan plan, Tx tx) {
        Map<String, Object> funding = new LinkedHashMap<>();
        funding.put("unit", plan.fundingUnit());
        funding.put("totalPrinted", plan.fundingTotal());
        funding.putAll(plans.getSums(tx, plan.year()));
        funding.put("note", plan.fundingNote());
        funding.put("ref", plan.fundingRef());
        funding.put("sources", plans.listSources(tx, plan.year()));
        return funding;
    }

    private Answer plan(Request request, Tx tx) {
        int year = Integer.parseInt(request.get(YEAR));
        PlanStore.Plan plan = plans.findPlan(tx, year).orElseThrow(() ->
            Problem.notFound("There is no plan of " + year + ". There are plans of " + plans.listYears(tx) + "."));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("year", plan.year());
        body.put("years", plans.listYears(tx));
        body.put("title", Map.of("vi", plan.titleVi(), "en", plan.titleEn()));
        body.put("sections", plans.listSections(tx, year));
        return Answer.json(body);
    }
}

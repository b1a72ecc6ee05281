package langmap.network.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.Json;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.http.Route.Method;
import langmap.network.edit.EditStore.StoredWork;
import langmap.network.load.SectionImport;
import langmap.network.load.WorkImport;
import langmap.network.load.WorkImport.WorkRow;
import langmap.network.load.WorkLaws;
import langmap.problem.Fault;
import langmap.problem.Problem;

/** Works made and moved on by hand: acceptance changes the stretch from its day. */
public final class WorkEditRoutes {
    private static final double MOST = 1e12;
    private static final Param<String> CODE = Params.pathWord("code", "Code of the work.", Pattern.compile("[^\\p{Cntrl}/]{1,60}"));
    private static final Param<String> NEW_CODE = newCode("Code of the new work; one is made if not given.");
    private static final Param<String> KIND = Params.word("kind", "What is done, such as hardening.", Pattern.compile("[a-z0-9_]{1,40}")).inBody();
    private static final Param<String> SECTION_KIND = Params.choice("sectionKind", "Kind of the section.",
        List.of(SectionImport.ROAD, SectionImport.CANAL, SectionImport.POWER_LINE)).required().inBody();
    private static final Param<String> SECTION = Params.text("section", "Code of the section.", 60).required().inBody();
    private static final Param<BigDecimal> FROM = Params.number("fromM", "Metres from the first vertex of the section; 0 if only toM is given.", 0, MOST).inBody();
    private static final Param<BigDecimal> TO = Params.number("toM", "Metres from the first vertex; the whole section if not given.", 0, MOST).inBody();
    private static final Param<String> STATE = Params.choice("state", "planned, under_way, done or accepted.", WorkImport.STATES).inBody();
    private static final Param<LocalDate> STARTS = Params.date("startsOn", "Planned first day.").inBody();
    private static final Param<LocalDate> DUE = Params.date("dueOn", "Day it is planned to be accepted.").inBody();
    private static final Param<LocalDate> STARTED = Params.date("startedOn", "Day it began.").inBody();
    private static final Param<LocalDate> DONE = Params.date("doneOn", "Day it was finished.").inBody();
    private static final Param<LocalDate> ACCEPTED = Params.date("acceptedOn", "Day it was accepted.").inBody();
    private static final Param<String> SURFACE = Params.word("surface", "Surface of the stretch once accepted.", Pattern.compile("[a-z0-9_]{1,40}")).inBody();
    private static final Param<BigDecimal> COST = Params.number("costMillion", "Cost, million VND.", 0, MOST).inBody();
    private static final Param<String> FUNDING = Params.text("funding", "Source of money in the plan, F-1 to F-5.", 20).inBody();
    private static final Param<String> TITLE = Params.text("title", "What people call it.", 200).inBody();
    private static final Param<String> NOTE = Params.text("note", "Anything else.", 1000).inBody();

    private final EditStore store = new EditStore();

    public List<Route> routes() {
        return List.of(
            Route.read("/api/network/works/{code}", "getWork", "A work as it is stored, with the version an edit must name.", List.of("network", "data_set"),
                this::work).taking(CODE),
            Route.change(Method.POST, "/api/network/works", "addWork", "Adds a work on a section or a stretch of it.", this::add).taking(NEW_CODE, KIND,
                SECTION_KIND, SECTION, FROM, TO, STATE, STARTS, DUE, STARTED, DONE, ACCEPTED, SURFACE, COST, FUNDING, TITLE, NOTE),
            Route.change(Method.PATCH, "/api/network/works/{code}", "changeWork", "Changes a work, such as its state; what is not named stays, null clears.",
                this::change).taking(CODE, FROM, TO, STATE, STARTS, DUE, STARTED, DONE, ACCEPTED, SURFACE, COST, FUNDING, TITLE, NOTE).editing(),
            Route.change(Method.DELETE, "/api/network/works/{code}", "deleteWork", "Takes out a work that was entered by mistake, with its photographs; never one "
                + "that is accepted.", this::erase).taking(CODE).editing());
    }

    private Answer work(Request request, Tx tx) {
        StoredWork stored = store.findWork(tx, request.get(CODE)).orElseThrow(() -> unknown(request));
        ObjectNode body = Json.MAPPER.valueToTree(stored.work());
        return Answer.json(body.put("version", stored.version()));
    }

    private static Problem unknown(Request request) {
        return Problem.notFound("There is no work " + Params.shown(request.get(CODE)) + ".");
    }

    private Answer add(Request request, Tx tx) {
        WorkRow nothing = new WorkRow(request.find(NEW_CODE).orElse(null), request.find(KIND).orElse(null), request.get(SECTION_KIND), request.get(SECTION), null, null,
            WorkImport.PLANNED, null, null, null, null, null, null, null, null, null, null);
        WorkRow work = changed(nothing, request);
        List<Fault> faults = check(tx, work, store.findSection(tx, work.sectionKind(), work.section()).map(EditStore.StoredSection::lengthM).orElse(null));
        if (work.code() != null && store.hasWork(tx, work.code())) {
            faults.add(new Fault("code", "There already is a work '" + work.code() + "'.", "Give it a code of its own, or none."));
        }
        refuse(faults);
        return Answer.json(Map.of("code", store.insertWork(tx, work), "version", 1)).status(201);
    }

    private Answer change(Request request, Tx tx) {
        StoredWork stored = edited(request, tx);
        WorkRow work = changed(stored.work(), request);
        refuse(check(tx, work, stored.sectionM()));
        return Answer.json(Map.of("code", work.code(), "version", store.updateWork(tx, work)));
    }

    private static List<Fault> check(Tx tx, WorkRow work, Double lengthM) {
        WorkLaws laws = WorkLaws.of(tx);
        List<Fault> faults = new ArrayList<>(laws.check(work, lengthM));
        faults.addAll(laws.checkMoney(work));
        return faults;
    }

    private Answer erase(Request request, Tx tx) {
        StoredWork stored = edited(request, tx);
        if (stored.work().state().equals(WorkImport.ACCEPTED)) {
            throw Problem.of(Problem.Kind.CONFLICT, "The work is accepted and counts. Take back the acceptance first if that was the mistake.");
        }
        store.eraseWork(tx, stored.work().code());
        return Answer.json(Map.of("code", stored.work().code()));
    }

    private StoredWork edited(Request request, Tx tx) {
        StoredWork stored = store.lockWork(tx, request.get(CODE)).orElseThrow(() -> unknown(request));
        Versions.check(stored.version(), request.version());
        return stored;
    }

    private static WorkRow changed(WorkRow old, Request request) {
        return new WorkRow(old.code(), old.kind(), old.sectionKind(), old.section(), either(request, FROM, old.fromM()), either(request, TO, old.toM()),
            either(request, STATE, old.state()), either(request, STARTS, old.startsOn()), either(request, DUE, old.dueOn()),
            either(request, STARTED, old.startedOn()), either(request, DONE, old.doneOn()), either(request, ACCEPTED, old.acceptedOn()),
            either(request, SURFACE, old.surface()), either(request, COST, old.costMillion()), either(request, FUNDING, old.funding()),
            either(request, TITLE, old.title()), either(request, NOTE, old.note()));
    }

    /** A code that can stand in an address. */
    static Param<String> newCode(String description) {
        return Params.custom("code", description, Map.of("type", "string", "minLength", 1, "maxLength", 60), text -> {
            String code = text.strip();
            if (!code.matches("[^\\p{Cntrl}/\\\\]{1,60}") || code.matches("\\.{1,2}")) {
                throw Params.refuse(Params.shown(text) + " cannot be a code.", "Give 1 to 60 letters, digits and signs without a slash, not only dots.");
            }
            return code;
        }).inBody();
    }

    /** What the request says, or what was stored where it says nothing. */
    static <T> T either(Request request, Param<T> param, T old) {
        return request.has(param) ? request.find(param).orElse(null) : old;
    }

    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.ofFaults(faults);
        }
    }
}

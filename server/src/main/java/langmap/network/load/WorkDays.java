package langmap.network.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.http.Params;
import langmap.problem.Fault;

/** Whether state, days, stretch and cost of a work go together. */
final class WorkDays {
    private WorkDays() {
    }

    /** What does not, by the names of the columns; none if all is well. */
    static List<Fault> check(WorkImport.WorkRow work) {
        List<Fault> faults = new ArrayList<>();
        String state = work.state() == null ? "" : work.state();
        boolean accepted = state.equals(WorkImport.ACCEPTED);
        if (accepted != (work.acceptedOn() != null)) {
            faults.add(new Fault("accepted_on", accepted ? "An accepted work has no day of acceptance." : "A work that is not accepted has a day of acceptance.",
                "Give the day with the state accepted, and only then."));
        }
        if ((accepted || state.equals("done")) && work.doneOn() == null) {
            faults.add(new Fault("done_on", "The work is done on no day.", "Give the day it was finished."));
        }
        if (!state.equals(WorkImport.PLANNED) && work.startedOn() == null) {
            faults.add(new Fault("started_on", "The work began on no day.", "Give the day it began, or the state planned."));
        }
        if (state.equals(WorkImport.PLANNED) && work.startedOn() != null) {
            faults.add(new Fault("started_on", "A planned work has a day it began.", "Leave the day out, or give the state that has come."));
        }
        if (List.of(WorkImport.PLANNED, "under_way").contains(state) && work.doneOn() != null) {
            faults.add(new Fault("done_on", "A work that is not done has a day it was finished.", "Leave the day out, or give the state done."));
        }
        checkPast("started_on", work.startedOn(), faults);
        checkPast("done_on", work.doneOn(), faults);
        checkPast("accepted_on", work.acceptedOn(), faults);
        checkOrder("done_on", work.startedOn(), work.doneOn(), faults);
        checkOrder("accepted_on", work.doneOn(), work.acceptedOn(), faults);
        checkOrder("due_on", work.startsOn(), work.dueOn(), faults);
        if (work.fromM() != null && (work.toM() == null || work.fromM().signum() < 0 || work.fromM().compareTo(work.toM()) >= 0)
            || work.toM() != null && work.toM().signum() <= 0) {
            faults.add(new Fault("from_m", "This is not a stretch.", "Give metres from 0 that rise, or leave both empty for the whole section."));
        }
        if (work.costMillion() != null && work.costMillion().signum() < 0) {
            faults.add(new Fault("cost_million", "The cost is below 0.", "Give million VND, from 0."));
        }
        return faults;
    }

    private static void checkPast(String field, LocalDate day, List<Fault> faults) {
        if (day != null && day.isAfter(Params.today())) {
            faults.add(new Fault(field, day + " is yet to come.", "Give a day up to today; what is planned has other days."));
        }
    }

    private static void checkOrder(String field, LocalDate first, LocalDate second, List<Fault> faults) {
        if (first != null && second != null && second.isBefore(first)) {
            faults.add(new Fault(field, second + " is before " + first + ".", "Give days in order."));
        }
    }
}

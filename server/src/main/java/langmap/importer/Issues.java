package langmap.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import langmap.problem.Fault;
import langmap.problem.Problem;

/** Collects what is wrong in the files of one import, so that everything is reported at once. Used by one thread. */
public final class Issues {
    private static final int SHOWN = 50;
    private final List<Issue> found = new ArrayList<>();

    public void add(Issue issue) {
        found.add(issue);
    }

    public void add(Row row, String field, String detail, String remedy) {
        add(new Issue(row.file(), "line " + row.line(), field, detail, remedy));
    }

    public List<Issue> found() {
        return List.copyOf(found);
    }

    int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Stops the import if anything is wrong.
     *
     * @throws Problem naming the first issues and how many there are
     */
    void refuseIfAny() {
        if (found.isEmpty()) {
            return;
        }
        List<Fault> faults = found.stream().limit(SHOWN)
            .map(issue -> new Fault(issue.file() + ", " + issue.place() + ", " + issue.field(), issue.detail(),
                issue.remedy()))
            .collect(Collectors.toList());
        if (found.size() > SHOWN) {
            faults.add(new Fault("…", "There are " + (found.size() - SHOWN) + " more.", "Mend these first."));
        }
        throw Problem.ofFaults(faults);
    }
}

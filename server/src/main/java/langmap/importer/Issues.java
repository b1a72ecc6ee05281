package langmap.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import langmap.problem.Fault;
import langmap.problem.Problem;

/** Collects what is wrong in the files of one import, so that everything is reported at once. Used by one thread. */
public final class Issues {
    private static final int SHOWN = 50;
    /** Of one kind; a map file can have the same fault a million times. */
    public static final int KEPT = 100;
    private final List<Issue> found = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int errors;

    public void add(Issue issue) {
        found.add(issue);
        errors += issue.severity() == Severity.ERROR ? 1 : 0;
    }

    /** Adds an issue of a declared kind; after the first hundred of a kind they are only counted. */
    public void report(String code, Issue.Where where, Object... values) {
        if (counts.merge(code, 1, Integer::sum) <= KEPT) {
            add(IssueCatalogue.of(code, where, values));
        } else if (IssueCatalogue.severity(code) == Severity.ERROR) {
            errors++;
        }
    }

    /** Takes back issues of a kind that does not matter here. */
    public void withdraw(String code) {
        found.stream().filter(issue -> issue.code().equals(code)).toList().forEach(issue -> {
            found.remove(issue);
            errors -= issue.severity() == Severity.ERROR ? 1 : 0;
        });
        counts.remove(code);
    }

    /** How many of each declared kind there are, kept or not. */
    public Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** How many errors there are, kept or not. */
    public int errors() {
        return errors;
    }

    public boolean hasErrors() {
        return errors > 0;
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
        List<Issue> errors = found.stream().filter(issue -> issue.severity() == Severity.ERROR).toList();
        if (errors.isEmpty()) {
            return;
        }
        List<Fault> faults = errors.stream().limit(SHOWN)
            .map(issue -> new Fault(issue.file() + ", " + issue.place() + ", " + issue.field(), issue.detail(),
                issue.remedy()))
            .collect(Collectors.toList());
        if (errors.size() > SHOWN) {
            faults.add(new Fault("…", "There are " + (errors.size() - SHOWN) + " more.", "Mend these first."));
        }
        throw Problem.ofFaults(faults);
    }
}

package langmap.network.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import langmap.db.Tx;
import langmap.network.load.NetworkLoadStore.WorkKind;
import langmap.problem.Fault;

/** What must hold of a work on a section, wherever it comes from; faults by the names that requests and map files use. */
public final class WorkLaws {
    private final List<WorkKind> kinds;
    private final Map<String, List<String>> surfaces;
    private final Map<String, List<String>> hardened;
    private final List<String> sources;

    private WorkLaws(NetworkLoadStore store, Tx tx) {
        this.kinds = store.listWorkKinds(tx);
        this.surfaces = store.listSurfaces(tx);
        this.hardened = store.listHardened(tx);
        this.sources = store.listSources(tx);
    }

    /** With the kinds of works, the surfaces and the sources of money there are. */
    public static WorkLaws of(Tx tx) {
        return new WorkLaws(new NetworkLoadStore(), tx);
    }

    /** What does not hold; the length of its section is in metres, null if there is no such section. */
    public List<Fault> check(WorkImport.WorkRow work, Double lengthM) {
        List<Fault> faults = new ArrayList<>(checkDays(work));
        List<WorkKind> fitting = kinds.stream().filter(kind -> kind.fits(work.sectionKind())).toList();
        Optional<WorkKind> kind = fitting.stream().filter(one -> one.code().equals(work.kind())).findFirst();
        List<String> known = (kind.isPresent() && kind.get().hardens() ? hardened : surfaces).getOrDefault(work.sectionKind(), List.of());
        if (kind.isEmpty()) {
            faults.add(new Fault("kind", work.kind() == null ? "It is not said what is done." : "No work '" + work.kind() + "' is done to that.",
                "Use one of " + fitting.stream().map(WorkKind::code).collect(Collectors.joining(", ")) + "."));
        } else if (kind.get().improves() && !known.isEmpty() && !known.contains(work.surface())) {
            faults.add(new Fault("surface", work.surface() == null ? "It is not said which surface the work leaves." : "The work does not leave the surface '" + work.surface() + "'.", "Use one of " + String.join(", ", known) + "."));
        }
        if (lengthM == null) {
            faults.add(new Fault("section", "There is no such section.", "Use the code of a section that exists today."));
        } else if (work.toM() != null && work.toM().doubleValue() > lengthM + 0.5) {
            faults.add(new Fault("toM", "The section ends at " + Math.round(lengthM) + " m.", "Give metres within the section."));
        }
        return faults;
    }

    /** Whether the plan has its source of money; files may name others. */
    public List<Fault> checkMoney(WorkImport.WorkRow work) {
        return work.funding() == null || sources.isEmpty() || sources.contains(work.funding()) ? List.of()
            : List.of(new Fault("funding", "The plan has no source of money '" + work.funding() + "'.", "Use one of " + String.join(", ", sources) + "."));
    }

    /** What does not hold of any work, on a section or elsewhere. */
    public static List<Fault> checkDays(WorkImport.WorkRow work) {
        return WorkDays.check(work).stream().map(WorkLaws::byMember).toList();
    }

    /** Columns of files are members of requests in another writing. */
    private static Fault byMember(Fault fault) {
        return new Fault(Pattern.compile("_(.)").matcher(fault.field()).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT)), fault.detail(), fault.remedy());
    }
}

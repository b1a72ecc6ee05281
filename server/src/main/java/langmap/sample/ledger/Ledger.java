package langmap.sample.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Section;
import langmap.sample.mesh.Section.Part;

/** The sections of one kind with their surfaces and the works on them; says what is hardened, each metre once. */
public final class Ledger {
    public static final int EARTH = 0;
    public static final int OTHER = 1;
    public static final int CONCRETE = 2;
    public static final int ASPHALT = 3;
    public static final List<String> SURFACES = List.of("earth", "other_hardened", "concrete", "asphalt");
    public static final Predicate<Work> NONE = work -> false;
    private static final int RURAL = 3;
    private static final double WHOLE_M = 0.2;

    private final Lines lines;
    private final List<Section> sections;
    private final int[] surface;
    private final List<List<Work>> works = new ArrayList<>();
    private final List<List<Integer>> byUnit = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    public Ledger(Lines lines, List<Section> sections) {
        this.lines = lines;
        this.sections = List.copyOf(sections);
        this.surface = new int[sections.size()];
        lines.country().units().forEach(unit -> byUnit.add(new ArrayList<>()));
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int section = 0; section < sections.size(); section++) {
            codes.add("%s-%02d".formatted(lines.line(sections.get(section)).code(), counts.merge(sections.get(section).line(), 1, Integer::sum)));
            works.add(new ArrayList<>());
            for (int unit : sections.get(section).parts().stream().map(Part::unit).filter(unit -> unit >= 0).distinct().toList()) {
                byUnit.get(unit).add(section);
            }
        }
    }

    public Country country() {
        return lines.country();
    }

    public Lines lines() {
        return lines;
    }

    public int size() {
        return sections.size();
    }

    public Section section(int section) {
        return sections.get(section);
    }

    public String grade(int section) {
        return lines.line(sections.get(section)).grade().id();
    }

    public int rank(int section) {
        return lines.line(sections.get(section)).grade().rank();
    }

    public String code(int section) {
        return codes.get(section);
    }

    public int surface(int section) {
        return surface[section];
    }

    public void setSurface(int section, int to) {
        surface[section] = to;
    }

    public void add(Work work) {
        works.get(work.section()).add(work);
    }

    public List<Work> works(int section) {
        return works.get(section);
    }

    public List<Work> works() {
        return works.stream().flatMap(List::stream).toList();
    }

    /** Sections with a part on a unit. */
    public List<Integer> on(int unit) {
        return byUnit.get(unit);
    }

    public List<Integer> on(int unit, String grade) {
        return byUnit.get(unit).stream().filter(section -> grade(section).equals(grade)).toList();
    }

    /** Length of the parts on communes, metres: what counts of a section. */
    public double countedM(int section) {
        return sections.get(section).parts().stream().filter(this::counts).mapToDouble(Part::lengthM).sum();
    }

    private boolean counts(Part part) {
        return part.unit() >= 0 && country().units().get(part.unit()).commune();
    }

    /** Metres of a section on a unit, or on all communes if it is -1, whose surface is at least {@code least} with those works. */
    public double goodM(int section, int unit, int least, Predicate<Work> counting) {
        List<Part> parts = sections.get(section).parts().stream().filter(part -> unit < 0 ? counts(part) : part.unit() == unit).toList();
        if (surface[section] >= least) {
            return parts.stream().mapToDouble(Part::lengthM).sum();
        }
        double sum = 0;
        double to = 0;
        for (Work work : works.get(section).stream().filter(counting).filter(Work::improves).filter(one -> one.surface() >= least)
            .sorted(Comparator.comparingDouble(Work::fromM)).toList()) {
            double from = Math.max(to, work.fromM());
            to = Math.max(to, work.toM());
            for (Part part : parts) {
                sum += Math.max(0, Math.min(to, part.toM()) - Math.max(from, part.fromM()));
            }
        }
        return sum;
    }

    /** True if the whole section is at least so good. */
    public boolean isGood(int section, int least, Predicate<Work> counting) {
        if (surface[section] >= least || works.get(section).isEmpty()) {
            return surface[section] >= least;
        }
        double to = 0;
        for (Work work : works.get(section).stream().filter(counting).filter(Work::improves).filter(one -> one.surface() >= least)
            .sorted(Comparator.comparingDouble(Work::fromM)).toList()) {
            to = work.fromM() <= to + WHOLE_M ? Math.max(to, work.toM()) : to;
        }
        return to >= sections.get(section).lengthM() - WHOLE_M;
    }

    public double lengthM(int unit, String grade) {
        return on(unit, grade).stream().mapToDouble(section -> sections.get(section).lengthOn(unit)).sum();
    }

    public double goodM(int unit, String grade, int least, Predicate<Work> counting) {
        return on(unit, grade).stream().mapToDouble(section -> goodM(section, unit, least, counting)).sum();
    }

    /** Share of a class that is so good on a unit; 1 where there is none of it. */
    public double share(int unit, String grade, int least, Predicate<Work> counting) {
        double all = lengthM(unit, grade);
        return all == 0 ? 1 : goodM(unit, grade, least, counting) / all;
    }

    /** Rural road hardened on communes, metres. */
    public double ruralHardenedM(Predicate<Work> counting) {
        double sum = 0;
        for (int section = 0; section < surface.length; section++) {
            sum += isRural(section) ? goodM(section, -1, OTHER, counting) : 0;
        }
        return sum;
    }

    public double ruralM() {
        double sum = 0;
        for (int section = 0; section < surface.length; section++) {
            sum += isRural(section) ? countedM(section) : 0;
        }
        return sum;
    }

    public boolean isRural(int section) {
        return rank(section) >= RURAL;
    }
}

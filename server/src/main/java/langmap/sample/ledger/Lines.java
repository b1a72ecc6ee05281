package langmap.sample.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Drawing;
import langmap.sample.mesh.Mesh;
import langmap.sample.mesh.Section;
import langmap.sample.ledger.NetworkLaws.Grade;

/** The lines of one kind on one mesh: each has a number, a class, a name and a code. */
public final class Lines {
    /**
     * A road, a canal or a power line.
     *
     * @param grade its class
     * @param name  its name, or null
     * @param unit  the unit it belongs to, or -1
     * @param code  its code
     * @param count its number among those of its class and district
     */
    public record Line(Grade grade, String name, int unit, String code, int count) {
    }

    private final Country country;
    private final NetworkLaws laws;
    private final Mesh mesh;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Grade> grades = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<Integer> cuts = new TreeSet<>();

    public Lines(Country country, NetworkLaws laws, int stage) {
        this.country = country;
        this.laws = laws;
        this.mesh = new Mesh(country.grid(), laws.at("seed").longValue() + stage);
        lines.add(null);
    }

    public Country country() {
        return country;
    }

    public NetworkLaws laws() {
        return laws;
    }

    public Mesh mesh() {
        return mesh;
    }

    public Line line(int number) {
        return lines.get(number);
    }

    public Line line(Section section) {
        return lines.get(section.line());
    }

    /** A line with a number of its own, such as QL.4A. */
    public int addNumbered(String grade, String name) {
        lines.add(new Line(laws.grade(grade), name, -1, name.replace(".", ""), next("id " + grade)));
        return lines.size() - 1;
    }

    /** A line of a unit, numbered within it. */
    public int add(String grade, String name, int unit) {
        Grade of = grades.computeIfAbsent(grade, laws::grade);
        String owner = of.rank() == 2 ? country.units().get(unit).district() : country.units().get(unit).code();
        String code = "%s-%s-%03d".formatted(of.prefix(), owner, next(of.prefix() + owner));
        lines.add(new Line(of, name, unit, code, next("id " + grade + country.units().get(unit).district())));
        return lines.size() - 1;
    }

    private int next(String key) {
        return counts.merge(key, 1, Integer::sum);
    }

    /** Lays a line; less important ones yield. */
    public double lay(int[] path, int number) {
        int rank = lines.get(number).grade().rank();
        return mesh.lay(path, number, there -> lines.get(there).grade().rank() > rank);
    }

    /** Sections end at this cell in any case. */
    public void cut(int cell) {
        cuts.add(cell);
    }

    public boolean has(int cell, IntPredicate rank) {
        for (int direction = 0; mesh.degree(cell) > 0 && direction < 8; direction++) {
            int line = mesh.line(cell, direction);
            if (line != 0 && rank.test(lines.get(line).grade().rank())) {
                return true;
            }
        }
        return false;
    }

    public Drawing draw(int rounds, Set<Integer> fixed) {
        return new Drawing(mesh, number -> lines.get(number).grade().rank(), cuts).relax(rounds, fixed);
    }

    /** Factors for every cell: dearer the higher it lies, much dearer in towns, closed near the outline. */
    public float[] factors(double slope, double town) {
        float[] factors = new float[mesh.grid().size()];
        for (int cell = 0; cell < factors.length; cell++) {
            boolean open = country.isInside(cell, laws.number("tolls.marginM"));
            boolean isTown = open && !country.units().get(country.unitOf(cell)).commune();
            factors[cell] = open ? (float) (StrictMath.exp(slope * country.height(cell)) * (isTown ? town : 1)) : Float.POSITIVE_INFINITY;
        }
        return factors;
    }
}

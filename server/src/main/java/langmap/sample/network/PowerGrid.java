package langmap.sample.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Calendar;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.Lines;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.Standing;
import langmap.sample.ledger.Work;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Drawing;
import langmap.sample.mesh.Mesh;
import langmap.sample.mesh.Toll;
import langmap.sample.network.Villages.Village;

/** Lines of 110, 35 and 22 kV with their substations: from the stations to the towns, the communes and most villages. */
final class PowerGrid {
    /**
     * A substation.
     *
     * @param cell where it stands
     * @param kv   voltage of its upper side
     * @param kva  capacity
     * @param name its name
     * @param from first day, or null
     */
    record Substation(int cell, int kv, int kva, String name, LocalDate from) {
    }

    private static final int HIGH = 0;
    private static final int WINDOW = 16;
    private static final int ROUNDS = 2;
    private static final String LOW_LINE = "line_22kv";

    private final Lines lines;
    private final Country country;
    private final Mesh mesh;
    private final NetworkLaws laws;
    private final List<Village> villages;
    private final Standing standing;
    private final SplitMix random;
    private final Toll toll;
    private final List<Substation> substations = new ArrayList<>();
    /** First day of lines built in the year, by number. */
    private final Map<Integer, LocalDate> from = new TreeMap<>();
    private Ledger ledger;
    private Drawing drawing;

    private PowerGrid(RoadNetwork roads, Standing standing) {
        Lines of = roads.ledger().lines();
        this.country = of.country();
        this.laws = of.laws();
        this.lines = new Lines(country, laws, 60);
        this.mesh = lines.mesh();
        this.villages = roads.villages();
        this.standing = standing;
        this.random = laws.random(10);
        this.toll = new Toll(lines.factors(laws.number("power.slope"), 1), laws.number("power.reuse"), laws.number("power.beside"), 1e9);
        villages.forEach(one -> mesh.move(one.cell(), of.mesh().x(one.cell()), of.mesh().y(one.cell())));
    }

    static PowerGrid make(RoadNetwork roads, Standing standing) {
        PowerGrid grid = new PowerGrid(roads, standing);
        grid.high();
        grid.towns();
        grid.communes();
        grid.villages();
        Set<Integer> fixed = new TreeSet<>();
        grid.substations.forEach(one -> fixed.add(one.cell()));
        grid.drawing = grid.lines.draw(ROUNDS, fixed).straight(grid.laws.number("power.flatM"));
        grid.ledger = new Ledger(grid.lines, grid.drawing.sections(grid.country));
        grid.works();
        return grid;
    }

    Ledger ledger() {
        return ledger;
    }

    Drawing drawing() {
        return drawing;
    }

    List<Substation> substations() {
        return substations;
    }

    /** First day of the line of a section, or null if it is older than the data. */
    LocalDate from(int section) {
        return from.get(ledger.section(section).line());
    }

    private boolean isOn(int cell, int least) {
        return lines.has(cell, rank -> rank >= least);
    }

    private void high() {
        int start = country.cell(laws.low("power.highEntry"), laws.high("power.highEntry"));
        boolean first = true;
        for (String code : laws.texts("power.highStations")) {
            int unit = country.index(code);
            int cell = country.centre(unit);
            int[] path = mesh.path(cell, first ? at -> at == start : at -> mesh.degree(at) > 0, toll);
            if (path.length == 1) {
                throw new IllegalStateException("no 110 kV line reaches " + code);
            }
            lines.lay(path, lines.add("line_110kv", "Đường dây 110 kV " + country.units().get(unit).name(), unit));
            stand(cell, 110, 25_000 + 15_000 * random.nextInt(3), "Trạm 110 kV " + country.units().get(unit).name(), null);
            first = false;
        }
    }

    private void stand(int cell, int kv, int kva, String name, LocalDate day) {
        lines.cut(cell);
        substations.add(new Substation(cell, kv, kva, name, day));
    }

    /** 35 kV from the stations to the other towns and on, so that there are rings. */
    private void towns() {
        Set<Integer> joined = new TreeSet<>();
        substations.forEach(one -> joined.add(one.cell()));
        for (int unit = 0; unit < country.units().size(); unit++) {
            int cell = country.centre(unit);
            if (!country.units().get(unit).commune()) {
                int[] path = mesh.path(cell, at -> at != cell && joined.contains(at), toll);
                lines.lay(path, lines.add("line_35kv", "Đường dây 35 kV " + country.units().get(unit).name(), unit));
                if (joined.add(cell)) {
                    stand(cell, 35, 1600 + 1600 * random.nextInt(3), "Trạm trung gian " + country.units().get(unit).name(), null);
                }
            }
        }
    }

    private void communes() {
        for (int unit = 0; unit < country.units().size(); unit++) {
            int cell = country.centre(unit);
            if (country.units().get(unit).commune()) {
                join(cell, unit, "Nhánh 22 kV " + country.units().get(unit).name(), null);
                stand(cell, 22, 180 + 70 * random.nextInt(3), "Trạm " + country.units().get(unit).name(), null);
            }
        }
    }

    private void join(int cell, int unit, String name, LocalDate day) {
        int[] path = mesh.path(cell, at -> isOn(at, HIGH + 1), toll);
        if (path.length > 1) {
            int number = lines.add(LOW_LINE, name, unit);
            lines.lay(path, number);
            if (day != null) {
                from.put(number, day);
            }
        }
    }

    /** All villages where criterion 4 is to hold; where not, as many as leave one far from every line. */
    private void villages() {
        villages.stream().filter(one -> standing.holding().contains(one.unit())).filter(one -> nearestM(one) > laws.number("power.nearM"))
            .forEach(one -> serve(one, null));
        LocalDate end = laws.date("yearEnd");
        villages.stream().filter(one -> standing.gaining().contains(one.unit())).filter(one -> nearestM(one) > laws.number("power.nearM"))
            .forEach(one -> serve(one, end.minusDays(10 + random.nextInt(300))));
        for (Village one : villages) {
            boolean draws = mesh.degree(one.cell()) > 0 && random.nextDouble() < laws.number("power.stationShare");
            if (draws && substations.stream().noneMatch(other -> other.cell() == one.cell())) {
                stand(one.cell(), 22, 50 + 50 * random.nextInt(5), "Trạm " + one.name(), null);
            }
        }
    }

    private void serve(Village one, LocalDate day) {
        join(one.cell(), one.unit(), "Nhánh " + one.name(), day);
        if (random.nextDouble() < laws.number("power.stationShare")) {
            stand(one.cell(), 22, 50 + 50 * random.nextInt(5), "Trạm " + one.name(), day);
        }
    }

    /** Distance of a village from the nearest line of at most 35 kV, metres; a large number beyond the window. */
    private double nearestM(Village village) {
        double least = Double.MAX_VALUE;
        int columns = mesh.grid().columns();
        for (int row = -WINDOW; row <= WINDOW; row++) {
            for (int column = -WINDOW; column <= WINDOW; column++) {
                int cell = village.cell() + row * columns + column;
                if (cell >= 0 && cell < mesh.grid().size() && mesh.degree(cell) > 0 && isOn(cell, HIGH + 1)) {
                    least = Math.min(least, mesh.distance(village.cell(), cell));
                }
            }
        }
        return least;
    }

    /** Every line of the year is a work accepted on its first day; a few older ones are repaired. */
    private void works() {
        Calendar calendar = new Calendar(laws, random);
        int upkeep = laws.whole("power.upkeep");
        for (int section = 0; section < ledger.size(); section++) {
            double length = ledger.section(section).lengthM();
            LocalDate day = from(section);
            if (day != null) {
                ledger.add(new Work(section, "new_line", 0, length, true, Ledger.EARTH, calendar.acceptedOn(day)));
            }
        }
        while (upkeep > 0) {
            int section = random.nextInt(ledger.size());
            if (ledger.works(section).isEmpty() && ledger.section(section).lengthM() > 1000) {
                upkeep--;
                ledger.add(new Work(section, upkeep % 2 == 0 ? "repair" : "upgrade", 0, ledger.section(section).lengthM(), true, Ledger.EARTH,
                    upkeep % 3 == 0 ? calendar.later(true) : calendar.accepted()));
            }
        }
    }
}

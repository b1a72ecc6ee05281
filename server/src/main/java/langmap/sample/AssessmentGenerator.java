package langmap.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import langmap.sample.Matrix.Cell;

/** Makes the illustrative assessments, recognitions and flags from the register of units and {@code laws.yaml}. */
public final class AssessmentGenerator {
    private static final double WIDEST_SHIFT = 3;
    private static final double SHIFT_STEP = 0.05;
    private static final int ATTEMPTS = 20;

    private final List<Commune> communes;
    private final Laws laws;
    private final long seed;
    private final Strength strength;
    private final Roles roles;
    private final Matrix matrix;
    private final Year year;

    private AssessmentGenerator(List<Commune> communes, Laws laws, long seed) {
        this.communes = communes;
        this.laws = laws;
        this.seed = seed;
        this.strength = fitted(communes, laws, seed);
        this.roles = Roles.of(communes, laws, strength);
        this.matrix = Matrix.of(communes, laws, strength, roles);
        this.year = Year.of(communes, laws, roles, matrix, new SplitMix(seed + 1));
    }

    /** Writes the files into the folder {@code illustrative} of the data; the seed stands in the laws. */
    public static void write(Path data) {
        files(data, Laws.read(data).number("seed")).forEach((name, text) -> {
            try {
                Files.writeString(data.resolve("illustrative").resolve(name), text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The files by name, as they are to be written. */
    static Map<String, String> files(Path data, long seed) {
        Laws laws = Laws.read(data);
        AssessmentGenerator made = new AssessmentGenerator(Commune.list(data, laws.baselineDay()), laws, seed);
        return Map.of("assessments-actual.csv", made.actual(), "assessments-planned.csv", made.planned(),
            "recognitions.csv", made.recognitions(), "flags.csv", made.flags());
    }

    /**
     * The smallest shift of the border communes with which their planned sum comes out right and leaves room for what was reached, and
     * enough communes have few criteria.
     */
    private static Strength fitted(List<Commune> communes, Laws laws, long seed) {
        List<Integer> criteria = laws.counts().stream().map(Laws.Count::number).toList();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            for (int step = 0; step <= 2 * WIDEST_SHIFT / SHIFT_STEP; step++) {
                double shift = (step % 2 == 0 ? -1 : 1) * ((step + 1) / 2) * SHIFT_STEP;
                Strength strength = new Strength(communes, criteria, shift, new SplitMix(seed + attempt * 1_000_003L));
                Matrix matrix = Matrix.of(communes, laws, strength, Roles.of(communes, laws, strength));
                long planned = matrix.onBorder(true);
                if (planned >= laws.number("border.planned.low") && planned <= laws.number("border.planned.high")
                    && matrix.onBorder(false) <= laws.number("border.actual")
                    && matrix.holding(laws.number("groups.few.low"), laws.number("groups.few.high")) >= laws.number("groups.few.least")) {
                    return strength;
                }
            }
        }
        throw new IllegalStateException("no shift of the border communes meets the laws with seed " + seed);
    }

    private String actual() {
        TreeSet<String> rows = new TreeSet<>();
        for (Cell cell : cells()) {
            boolean met = matrix.met().contains(cell);
            LocalDate started = year.started().get(cell);
            if (!year.notAssessed().contains(cell)) {
                rows.add(row(laws.baselineDay(), cell, met ? "met" : "not_met"));
            }
            if (started != null) {
                rows.add(row(started, cell, "in_progress"));
            }
            if (year.gained().containsKey(cell)) {
                rows.add(row(year.gained().get(cell), cell, "met"));
            }
            if (year.lapsed().containsKey(cell)) {
                rows.add(row(year.lapsed().get(cell), cell, "lapsed"));
            }
        }
        return csv("unit,criterion,status,valid_from", rows.stream().map(AssessmentGenerator::withoutKey).toList());
    }

    private String planned() {
        SplitMix random = new SplitMix(seed + 2);
        TreeSet<String> rows = new TreeSet<>();
        for (Cell cell : cells()) {
            rows.add(row(laws.baselineDay(), cell, matrix.met().contains(cell) ? "met" : "not_met"));
            if (matrix.gains().contains(cell)) {
                LocalDate day = Year.monthEnd(laws, 3 + random.nextInt(9));
                rows.add(row(roles.due().contains(cell.commune()) ? Year.before(decided(), day) : day, cell, "met"));
            }
        }
        return csv("unit,criterion,status,valid_from", rows.stream().map(AssessmentGenerator::withoutKey).toList());
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        communes.forEach(commune -> laws.counts().forEach(count -> cells.add(new Cell(commune, count.number()))));
        return cells;
    }

    /** A row with a key in front that sorts by day, unit and criterion. */
    private static String row(LocalDate day, Cell cell, String status) {
        return String.format(Locale.ROOT, "%s %s %02d|%s,%d,%s,%s", day, cell.commune().code(), cell.criterion(), cell.commune().code(),
            cell.criterion(), status, day);
    }

    private static String withoutKey(String row) {
        return row.substring(row.indexOf('|') + 1);
    }

    /** The day the plan recognises those due. */
    private LocalDate decided() {
        return laws.yearEnd().minusDays(10);
    }

    private String recognitions() {
        List<String> rows = new ArrayList<>();
        LocalDate decided = decided();
        for (String series : List.of("actual", "planned")) {
            sorted(roles.recognised()).forEach(one -> rows.add(recognition(series, one, "commune_ntm", laws.baselineDay())));
            List<Commune> added = series.equals("planned") ? roles.due() : List.copyOf(year.recognised().keySet());
            sorted(added).forEach(one -> rows.add(recognition(series, one, "commune_ntm",
                series.equals("planned") ? decided : year.recognised().get(one))));
            int advanced = series.equals("planned") ? roles.dueAdvanced().size() : laws.number("actual.advanced");
            sorted(roles.dueAdvanced().subList(0, advanced)).forEach(one -> rows.add(recognition(series, one, "commune_advanced", decided)));
            if (series.equals("planned")) {
                sorted(roles.dueModel()).forEach(one -> rows.add(recognition(series, one, "commune_model", decided)));
            }
        }
        return csv("series,unit,level,valid_from,valid_to,decision", rows);
    }

    private static String recognition(String series, Commune commune, String level, LocalDate from) {
        return String.join(",", series, commune.code(), level, from.toString(), "", "minh họa");
    }

    private String flags() {
        List<String> rows = new ArrayList<>();
        LocalDate from = laws.baselineDay();
        LocalDate yearOver = laws.yearEnd().plusDays(1);
        flag(rows, "due_2022", roles.due(), from, yearOver);
        flag(rows, "due_district_plan", roles.districtPlan(), from, yearOver);
        flag(rows, "due_advanced_2022", roles.dueAdvanced(), from, yearOver);
        flag(rows, "due_model_2022", roles.dueModel(), from, yearOver);
        flag(rows, "pilot_advanced", roles.pilots(), from, yearOver.plusYears(1));
        List<Commune> border = communes.stream().filter(Commune::onBorder).sorted(strength.strongestFirst().reversed()).toList();
        flag(rows, "border_scheme", border.subList(0, laws.number("groups.borderScheme")), from, null);
        flag(rows, "extremely_difficult", communes.stream().filter(one -> !roles.recognised().contains(one) && !roles.due().contains(one))
            .sorted(strength.strongestFirst().reversed()).limit(laws.number("groups.extremelyDifficult")).toList(), from, null);
        flag(rows, "poor_district", communes.stream().filter(one -> laws.texts("groups.poorDistricts").contains(one.district())).toList(),
            from, null);
        return csv("unit,flag,valid_from,valid_to", rows);
    }

    private static void flag(List<String> rows, String flag, Collection<Commune> communes, LocalDate from, LocalDate to) {
        sorted(communes).forEach(one -> rows.add(String.join(",", one.code(), flag, from.toString(), to == null ? "" : to.toString())));
    }

    private static List<Commune> sorted(Collection<Commune> communes) {
        return communes.stream().sorted((a, b) -> a.code().compareTo(b.code())).toList();
    }

    private static String csv(String header, List<String> rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }
}

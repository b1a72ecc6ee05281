package langmap.sample.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.Lines.Line;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.Work;

/** Writes the works of all kinds as one table. */
final class WorksFile {
    private static final String HEADER = "code,kind,section_kind,section,from_m,to_m,state,starts_on,due_on,started_on,done_on,accepted_on,surface,"
        + "cost_million,funding,title,note";

    private final NetworkLaws laws;
    private final SplitMix random;
    private final List<String> rows = new ArrayList<>(List.of(HEADER));
    private final Map<Integer, Integer> counts = new TreeMap<>();

    WorksFile(NetworkLaws laws) {
        this.laws = laws;
        this.random = laws.random(12);
    }

    WorksFile add(String kind, Ledger ledger) {
        List<Work> works = new ArrayList<>(ledger.works());
        works.sort(Comparator.<Work, LocalDate>comparing(work -> work.dates().starts()).thenComparing(Work::section).thenComparing(Work::fromM));
        works.forEach(work -> rows.add(row(kind, ledger, work)));
        return this;
    }

    String text() {
        return String.join("\n", rows) + "\n";
    }

    private String row(String kind, Ledger ledger, Work work) {
        int year = work.dates().due().getYear();
        Line line = ledger.lines().line(ledger.section(work.section()));
        String grade = line.grade().id();
        double rate = laws.between("costMillionPerKm." + grade, random) * laws.number("costFactor." + work.kind());
        String unit = line.unit() < 0 ? "" : ledger.country().units().get(line.unit()).name();
        String name = line.name() != null ? line.name() : laws.text("unnamed." + grade) + " " + unit;
        String surface = kind.equals("road") ? Ledger.SURFACES.get(work.surface()) : kind.equals("canal") ? "lined" : "";
        return String.join(",", "CT-%d-%04d".formatted(year, counts.merge(year, 1, Integer::sum)), work.kind(), kind, ledger.code(work.section()),
            work.whole() ? "" : metres(work.fromM()), work.whole() ? "" : metres(work.toM()), work.dates().state(), day(work.dates().starts()),
            day(work.dates().due()), day(work.dates().started()), day(work.dates().done()), day(work.dates().accepted()),
            work.kind().equals("repair") ? "" : surface, NetworkFiles.plain(StrictMath.max(1, StrictMath.rint(rate * work.lengthM() / 1000))), funding(),
            laws.text("titles." + work.kind()) + " " + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), laws.text("workNote"));
    }

    private String funding() {
        double at = random.nextDouble();
        for (int source = 0; source < laws.at("funding").size(); source++) {
            at -= laws.at("funding").path(source).path(1).doubleValue();
            if (at < 0) {
                return laws.at("funding").path(source).path(0).asText();
            }
        }
        return laws.at("funding").path(0).path(0).asText();
    }

    private static String metres(double metres) {
        return NetworkFiles.plain(StrictMath.rint(metres * 10) / 10);
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}

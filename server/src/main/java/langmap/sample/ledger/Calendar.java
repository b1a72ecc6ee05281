package langmap.sample.ledger;

import java.time.LocalDate;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Work.Dates;

/** Draws the days of works: few are accepted at the start of the year, most towards its end. */
public final class Calendar {
    private final NetworkLaws laws;
    private final SplitMix random;
    private final LocalDate end;

    public Calendar(NetworkLaws laws, SplitMix random) {
        this.laws = laws;
        this.random = random;
        this.end = laws.date("yearEnd");
    }

    /** Of a work accepted and due in the year. */
    public Dates accepted() {
        return acceptedOn(day());
    }

    public Dates acceptedOn(LocalDate accepted) {
        LocalDate due = accepted.plusDays(random.nextInt(50) - 30);
        LocalDate first = end.withDayOfYear(2);
        due = due.isBefore(first) ? first : due.isAfter(end) ? end : due;
        LocalDate started = accepted.minusDays(60 + random.nextInt(120));
        return new Dates(started.minusDays(random.nextInt(25)), due, started, accepted.minusDays(4 + random.nextInt(24)), accepted);
    }

    /** Of a work accepted in the year before. */
    public Dates yearBefore() {
        LocalDate accepted = laws.date("baselineDay").minusDays(5 + random.nextInt(300));
        return new Dates(accepted.minusDays(130), accepted.plusDays(random.nextInt(6) - 3), accepted.minusDays(110), accepted.minusDays(12), accepted);
    }

    /** Of a work that is due in the year and not accepted: done, under way, or still planned. */
    public Dates open(String state) {
        LocalDate due = state.equals("done") ? end.minusDays(random.nextInt(30)) : end.minusDays(random.nextInt(110));
        LocalDate starts = due.minusDays(80 + random.nextInt(80));
        LocalDate started = state.equals("planned") ? null : starts.plusDays(10 + random.nextInt(40));
        LocalDate done = state.equals("done") ? end.minusDays(2 + random.nextInt(20)) : null;
        return new Dates(starts, due, started, done, null);
    }

    /** Of a work of the next year, perhaps begun in this one. */
    public Dates later(boolean begun) {
        LocalDate due = end.plusDays(30 + random.nextInt(270));
        LocalDate starts = begun ? end.minusDays(10 + random.nextInt(60)) : due.minusDays(20 + random.nextInt(10)).isAfter(end) ? due.minusDays(20) : end.plusDays(5);
        return new Dates(starts, due, begun ? starts.plusDays(random.nextInt(8)) : null, null, null);
    }

    private LocalDate day() {
        int sum = 0;
        for (int month = 0; month < 12; month++) {
            sum += laws.at("works.months").path(month).intValue();
        }
        int at = random.nextInt(sum);
        int month = 0;
        while (at >= laws.at("works.months").path(month).intValue()) {
            at -= laws.at("works.months").path(month++).intValue();
        }
        LocalDate first = LocalDate.of(end.getYear(), month + 1, 1);
        return first.plusDays(2 + random.nextInt(first.lengthOfMonth() - 3));
    }
}

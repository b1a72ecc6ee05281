package langmap.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import langmap.http.Params;

/**
 * Days asked for with the parameter datetime: one, from one to another, so long from one, or open at an end. Moments are taken as the day
 * they fall on in the province.
 *
 * @param from first day, null if open
 * @param to   last day, null if open
 */
record Span(LocalDate from, LocalDate to) {
    /** GDAL writes the T of a moment after a day as well. */
    private static final Pattern DAY = Pattern.compile(".{10}T?");
    private static final String REMEDY = "Give a day such as 2022-12-31, a moment such as 2022-12-31T00:00:00Z, or an interval such as 2020-01-01/.. with .. for an open end or "
        + "2022-01-01/P3M with a duration.";

    static Span parse(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length > 2 || ends.length == 1 && isOpen(ends[0])) {
            throw Params.refuse("This is neither a day nor an interval.", REMEDY);
        }
        LocalDate from = isOpen(ends[0]) ? null : day(ends[0]);
        LocalDate to = ends.length == 1 ? from : isOpen(ends[1]) ? null : from != null && ends[1].startsWith("P") ? after(from, ends[1]) : day(ends[1]);
        if (from != null && to != null && from.isAfter(to)) {
            throw Params.refuse("The interval ends before it begins.", REMEDY);
        }
        return new Span(from, to);
    }

    /** As one would ask for it. */
    @Override
    public String toString() {
        return from != null && from.equals(to) ? from.toString() : (from == null ? ".." : from) + "/" + (to == null ? ".." : to);
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static LocalDate day(String text) {
        return bounded(text, "a day or a moment of RFC 3339", () -> DAY.matcher(text).matches() ? LocalDate.parse(text.substring(0, 10))
            : OffsetDateTime.parse(text.replace('t', 'T').replace('z', 'Z')).atZoneSameInstant(Params.PROVINCE).toLocalDate());
    }

    /** The standard knows no durations, the OGC's test suite asks for one. */
    private static LocalDate after(LocalDate from, String duration) {
        return bounded(duration, "a duration in years, months, weeks or days", () -> from.plus(Period.parse(duration)));
    }

    private static LocalDate bounded(String text, String what, Supplier<LocalDate> reading) {
        try {
            LocalDate day = reading.get();
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // refused below with the same sentence
        }
        throw Params.refuse(Params.shown(text) + " is not " + what + ".", REMEDY);
    }
}

package langmap.layer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import langmap.db.Tx;
import langmap.http.Request;

/** Which days the data speak of. */
public final class CalendarStore {
    private static final int MOST_MONTHS = 200;

    /**
     * The days of the data.
     *
     * @param asOf  the day shown when none is asked for: the last day of closed data that is not in the future; without data, of a plan
     * @param first first day with data
     * @param last  last day with data
     */
    public record Calendar(LocalDate asOf, LocalDate first, LocalDate last) {
        /** The first day, the last of each month after it, and the last day; two hundred at most, the latest. */
        public List<LocalDate> monthEnds() {
            List<LocalDate> days = new ArrayList<>(List.of(first));
            for (YearMonth month = YearMonth.from(first.plusDays(1)); month.atEndOfMonth().isBefore(last); month = month.plusMonths(1)) {
                days.add(month.atEndOfMonth());
            }
            if (last.isAfter(first)) {
                days.add(last);
            }
            return days.subList(Math.max(0, days.size() - MOST_MONTHS), days.size());
        }
    }

    /** A plan speaks of days to come and closes none. */
    public Calendar getCalendar(Tx tx) {
        return tx.handle().createQuery("""
                with bounded as (
                    select lower(covers) as first, upper(covers) - 1 as last from data_set
                    where not lower_inf(covers) and not upper_inf(covers) and kind <> 'plan'
                ), spoken as (
                    select first, last from bounded
                    union all
                    select make_date(year - 1, 12, 31), make_date(year, 12, 31) from plan where not exists (select from bounded)
                ), today as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day)
                select coalesce(max(last) filter (where last <= today.day), today.day) as as_of,
                       coalesce(min(first), today.day) as first, coalesce(max(last), today.day) as last
                from today left join spoken on true
                group by today.day""")
            .map((row, context) -> new Calendar(row.getObject("as_of", LocalDate.class),
                row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
            .one();
    }

    /** The day a request asks about, or the last day of closed data. */
    public LocalDate day(Request request, Tx tx) {
        return request.find(Ask.AS_OF).orElseGet(() -> getCalendar(tx).asOf());
    }
}

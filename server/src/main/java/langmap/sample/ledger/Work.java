package langmap.sample.ledger;

import java.time.LocalDate;

/**
 * A work on a section.
 *
 * @param section   the section, by its place in the list of its kind
 * @param kind      such as hardening
 * @param fromM     start of its stretch, metres from the first vertex
 * @param toM       end of its stretch; the length of the section if it is the whole
 * @param whole     true for the whole section
 * @param surface   what the stretch has afterwards, see {@link Ledger#SURFACES}, or the number of the lining
 * @param dates     its days
 */
public record Work(int section, String kind, double fromM, double toM, boolean whole, int surface, Dates dates) {
    /**
     * The days of a work; null where it has not come to that.
     *
     * @param starts   planned start
     * @param due      planned acceptance
     * @param started  real start
     * @param done     finished
     * @param accepted accepted
     */
    public record Dates(LocalDate starts, LocalDate due, LocalDate started, LocalDate done, LocalDate accepted) {
        public String state() {
            return accepted != null ? "accepted" : done != null ? "done" : started != null ? "under_way" : "planned";
        }
    }

    public double lengthM() {
        return toM - fromM;
    }

    public boolean improves() {
        return !kind.equals("repair");
    }

    public boolean isAcceptedBy(LocalDate day) {
        return dates.accepted() != null && !dates.accepted().isAfter(day);
    }

    public boolean isDueBy(LocalDate day) {
        return !dates.due().isAfter(day);
    }
}

package langmap.measure;

import java.util.List;

/**
 * One measure as declared: everything that differs from one to the next.
 *
 * @param id        id in addresses
 * @param label     what it is called
 * @param section   where the picker lists it
 * @param unit      unit of measurement
 * @param kind      status, flag, number or share
 * @param rollUp    how areas add up: share, mean or sum
 * @param decimals  places shown on the screen; comparison is always before rounding
 * @param direction which way is better: higher, lower or none
 * @param source    where its figures come from
 * @param breaks    fixed classes [b0,b1) … [bn-1,bn], empty if it has none
 * @param criterion number of the criterion it is the status of, null for others
 * @param flow      true if it is counted from the first day of the year, false for the state on a day
 */
public record Measure(String id, Label label, String section, Label unit, Kind kind, RollUp rollUp, int decimals,
                      String direction, Source source, List<Double> breaks, Integer criterion, boolean flow) {
    public Measure {
        breaks = List.copyOf(breaks);
    }

    /** What a value means. */
    public enum Kind {
        /** 1 met, 0 not met, with the state beside it. */
        STATUS,
        /** 1 in, 0 out. */
        FLAG,
        /** A number. */
        NUMBER,
        /** A share from 0 to 1, shown in percent. */
        SHARE
    }

    /** How the values of communes become the value of an area. */
    public enum RollUp {
        /** Sum of numerators over sum of denominators. */
        SHARE,
        /** The same sums; the numerator counts things and the denominator units. */
        MEAN,
        /** Sum of values. */
        SUM
    }

    /** A text in both languages. */
    public record Label(String vi, String en) {
        public String in(String lang) {
            return lang.equals("en") ? en : vi;
        }
    }

    /**
     * Where figures come from.
     *
     * @param function function of schema measure with the common shape
     * @param argument its third argument, null if it has none
     * @param rests    kinds of the data sets the figures rest on, such as assessments or roads
     * @param ref      section of the plan
     */
    public record Source(String function, Object argument, List<String> rests, String ref) {
        public Source {
            rests = List.copyOf(rests);
        }

        /** The kinds as data sets carry them: assessments are loaded by series. */
        public List<String> kinds(String series) {
            return rests.stream().map(kind -> kind.equals("assessments") ? kind + "-" + series : kind).toList();
        }
    }
}

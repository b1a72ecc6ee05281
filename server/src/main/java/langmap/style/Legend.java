package langmap.style;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * Classes with labels and colours. The map is painted from it and it is what is written beside the map, so the two cannot differ.
 *
 * @param method  how the classes were found
 * @param classes the classes; counts sum to the units
 */
public record Legend(String method, List<LegendClass> classes) {
    private static final int SCIENTIFIC = -1;
    private static final int MOST_PLACES = 12;
    private static final double TOO_LARGE = 1e15;

    public Legend {
        classes = List.copyOf(classes);
    }

    /**
     * One unit to be painted.
     *
     * @param value  its value, null if nothing is known
     * @param status its state, null where there is none
     */
    public record Item(BigDecimal value, String status) {
    }

    /**
     * How numbers are written.
     *
     * @param isShare  true for fractions shown in percent
     * @param decimals places
     * @param lang     vi or en
     */
    public record Writing(boolean isShare, int decimals, String lang) {
        String write(double number, int places) {
            BigDecimal exact = BigDecimal.valueOf(number);
            if (places == SCIENTIFIC) {
                return Numbers.scientific(shown(exact), lang) + (isShare ? Numbers.percentSign(lang) : "");
            }
            return isShare ? Numbers.percent(exact, places, lang) : Numbers.format(exact, places, lang);
        }

        private BigDecimal shown(BigDecimal number) {
            return isShare ? number.movePointRight(2) : number;
        }

        /**
         * Places for breaks: no fewer than usual, enough that no two breaks look alike, and one or two more if they are then exact;
         * {@link #SCIENTIFIC} for numbers that cannot be written out.
         */
        int places(List<Double> breaks) {
            double largest = breaks.stream().mapToDouble(Math::abs).max().orElse(0);
            int alike = decimals;
            while (alike <= MOST_PLACES && hasTwins(breaks, alike)) {
                alike++;
            }
            if (largest >= TOO_LARGE || alike > MOST_PLACES) {
                return SCIENTIFIC;
            }
            int exact = breaks.stream().mapToInt(one -> shown(BigDecimal.valueOf(one)).stripTrailingZeros().scale()).max().orElse(0);
            return exact <= Math.max(alike + 1, decimals + 2) ? Math.max(alike, exact) : alike;
        }

        private boolean hasTwins(List<Double> breaks, int places) {
            return IntStream.range(1, breaks.size()).anyMatch(i -> !breaks.get(i).equals(breaks.get(i - 1))
                && write(breaks.get(i), places).equals(write(breaks.get(i - 1), places)));
        }

        private String missing() {
            return lang.equals("vi") ? "Chưa có số liệu" : "No data";
        }
    }

    /** One class a state, in the order given, with the labels given; all are listed, also those without units. */
    public static Legend ofStatuses(Map<String, String> labels) {
        List<LegendClass> classes = new ArrayList<>();
        labels.forEach((status, label) -> classes.add(LegendClass.of(classes.size(), label, Palette.ofStatus(status), status)));
        return new Legend(Classification.FIXED, classes);
    }

    /** Two classes: outside the group and in it. */
    public static Legend ofFlag(String lang) {
        boolean vi = lang.equals("vi");
        return new Legend(Classification.FIXED, List.of(
            LegendClass.of(0, vi ? "Không" : "No", Palette.ofFlag(false), null).within(0.0, 0.0),
            LegendClass.of(1, vi ? "Có" : "Yes", Palette.ofFlag(true), null).within(1.0, 1.0)));
    }

    /** The same, and a class of its own for units without a value if there are any. */
    public Legend withMissing(List<Item> items, String lang) {
        List<LegendClass> more = new ArrayList<>(classes);
        if (items.stream().anyMatch(item -> item.value() == null)) {
            String label = new Writing(false, 0, lang).missing();
            more.add(LegendClass.of(more.size(), label, Palette.ofStatus("not_assessed"), "not_assessed"));
        }
        return new Legend(method, more);
    }

    /** Ranges of numbers from light to dark, and a class of its own for units without a value if there are any. */
    public static Legend ofNumbers(Classification found, List<Item> items, Writing writing) {
        List<Double> breaks = found.breaks();
        boolean whole = !writing.isShare() && breaks.stream().allMatch(Legend::isWhole)
            && items.stream().allMatch(item -> item.value() == null || isWhole(item.value().doubleValue()));
        int places = writing.places(breaks);
        List<Palette.Paint> paints = Palette.sequential(found.count());
        List<LegendClass> classes = new ArrayList<>();
        for (int i = 0; i < found.count(); i++) {
            boolean last = i == found.count() - 1;
            String label = whole ? wholeLabel(breaks.get(i), breaks.get(i + 1), last, writing) : label(breaks.get(i), breaks.get(i + 1), last,
                number -> writing.write(number, places));
            classes.add(LegendClass.of(i, label, paints.get(i), null).within(breaks.get(i), breaks.get(i + 1)));
        }
        if (items.stream().anyMatch(item -> item.value() == null)) {
            classes.add(LegendClass.of(classes.size(), writing.missing(), Palette.ofStatus("not_assessed"), "not_assessed"));
        }
        return new Legend(found.method(), classes);
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < TOO_LARGE;
    }

    private static String wholeLabel(double lower, double upper, boolean last, Writing writing) {
        double top = last ? upper : upper - 1;
        return top <= lower ? writing.write(lower, 0) : writing.write(lower, 0) + (lower < 0 ? " – " : "–") + writing.write(top, 0);
    }

    private static String label(double lower, double upper, boolean last, DoubleFunction<String> write) {
        return lower == upper ? write.apply(lower) : write.apply(lower) + (last ? " – " : " – < ") + write.apply(upper);
    }

    /** Which class an item is in. */
    public int indexOf(Item item) {
        for (LegendClass one : classes) {
            boolean fits = one.status() != null ? one.status().equals(item.value() == null || item.status() == null ? "not_assessed" : item.status())
                && (item.value() == null || item.status() != null) : item.value() != null && isIn(item.value().doubleValue(), one);
            if (fits) {
                return one.index();
            }
        }
        throw new IllegalArgumentException(item + " is in no class");
    }

    private boolean isIn(double value, LegendClass one) {
        boolean last = one.index() + 1 >= classes.size() || classes.get(one.index() + 1).lower() == null;
        return value >= one.lower() && (value < one.upper() || value == one.upper() && (last || one.lower().equals(one.upper())));
    }

    /** The same classes with the numbers of units in each. */
    public Legend counting(List<Item> items) {
        int[] counts = new int[classes.size()];
        items.forEach(item -> counts[indexOf(item)]++);
        return new Legend(method, classes.stream().map(one -> one.counting(counts[one.index()])).toList());
    }
}

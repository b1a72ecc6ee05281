package langmap.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a figure runs through time. */
public enum Nature {
    /** Happens within the year and is counted from its beginning. */
    FLOW,
    /** The state on a day. */
    STOCK,
    /** The difference between two states. */
    CHANGE,
    /** A state as a share of a whole. */
    RATE,
    /** The mean of a state over a set of units. */
    MEAN;

    final String code = name().toLowerCase(Locale.ROOT);

    static List<String> codes() {
        return Arrays.stream(values()).map(one -> one.code).toList();
    }

    static Nature ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

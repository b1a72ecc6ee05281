package langmap.plan;

import java.util.Arrays;
import java.util.List;

/** How a figure is compared with a target. */
public enum Comparator {
    /** Strictly more; exactly equal is not met. */
    MORE(">"),
    /** At least. */
    AT_LEAST(">="),
    /** An exact count to keep or to deliver; more is not a shortfall but not what was asked. */
    EXACTLY("="),
    /** A band: its lower end is the threshold, above its upper end is still met. */
    BAND("range"),
    /** Already reached, must not fall below. */
    KEEP("maintain");

    final String code;

    Comparator(String code) {
        this.code = code;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(one -> one.code).toList();
    }

    static Comparator ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
    }

    /** {@code sign} is that of the figure less the threshold. */
    boolean holds(int sign) {
        return switch (this) {
            case MORE -> sign > 0;
            case EXACTLY -> sign == 0;
            case AT_LEAST, BAND, KEEP -> sign >= 0;
        };
    }
}

package langmap.network;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of answers in the order they are written. */
final class Body {
    private Body() {
    }

    /** Names and values in turn; values may be null. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }

    /** Only for showing: a number to so many places, half up; null stays null. */
    static BigDecimal places(BigDecimal number, int places) {
        return number == null ? null : number.setScale(places, RoundingMode.HALF_UP);
    }

    /** Metres as kilometres to the millimetre. */
    static BigDecimal km(double metres) {
        return BigDecimal.valueOf(metres).setScale(3, RoundingMode.HALF_UP).movePointLeft(3);
    }
}

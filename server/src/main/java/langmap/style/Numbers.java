package langmap.style;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people write them: 4.760,5 and 54,1 % in Vietnamese, 4,760.5 and 54.1% in English. */
public final class Numbers {
    private Numbers() {
    }

    /** {@code lang} is vi or en. Rounds half up, which is for the eye only; what rounds to zero has no sign. */
    public static String format(BigDecimal number, int decimals, String lang) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols(lang));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A share from 0 to 1 in percent. */
    public static String percent(BigDecimal share, int decimals, String lang) {
        return format(share.movePointRight(2), decimals, lang) + percentSign(lang);
    }

    /** A number too large or too small to be written out: every digit, and a power of ten. */
    static String scientific(BigDecimal number, String lang) {
        return new DecimalFormat("0.################E0", symbols(lang)).format(number);
    }

    static String percentSign(String lang) {
        return lang.equals("vi") ? " %" : "%";
    }

    private static DecimalFormatSymbols symbols(String lang) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(lang.equals("vi") ? ',' : '.');
        symbols.setGroupingSeparator(lang.equals("vi") ? '.' : ',');
        return symbols;
    }
}

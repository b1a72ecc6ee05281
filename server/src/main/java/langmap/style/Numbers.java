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

    /** {@code lang} is vi or en. Rounds half up, which is for the eye only. */
    public static String format(BigDecimal number, int decimals, String lang) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(lang.equals("vi") ? ',' : '.');
        symbols.setGroupingSeparator(lang.equals("vi") ? '.' : ',');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** A share from 0 to 1 in percent. */
    public static String percent(BigDecimal share, int decimals, String lang) {
        return format(share.movePointRight(2), decimals, lang) + (lang.equals("vi") ? " %" : "%");
    }
}

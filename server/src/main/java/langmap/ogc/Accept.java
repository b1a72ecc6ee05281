package langmap.ogc;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the header Accept says of the two forms there are. */
final class Accept {
    private static final Pattern QUALITY = Pattern.compile(";\\s*q=([01](\\.[0-9]{0,3})?)\\s*(;|$)");

    private Accept() {
    }

    /** True if HTML is named with a higher quality than any JSON, or with the same but before it. */
    static boolean prefersHtml(String header) {
        String[] types = header.split(",");
        double html = quality(types, "text/html"::equals);
        double json = quality(types, type -> type.contains("json"));
        return html > json || html > 0 && html == json && header.indexOf("text/html") < header.indexOf("json");
    }

    private static double quality(String[] types, Predicate<String> wanted) {
        return Arrays.stream(types).filter(type -> wanted.test(type.replaceFirst(";.*", "").strip())).mapToDouble(type -> {
            Matcher quality = QUALITY.matcher(type);
            return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
        }).max().orElse(0);
    }
}

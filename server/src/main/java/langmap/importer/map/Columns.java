package langmap.importer.map;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What the columns of a layer hold, found by reading it once before. Of a layer that was not read so, every column may hold anything. */
public final class Columns {
    /** Only with a comma before decimals: 4.760,5 or 1.234.567. */
    private static final Pattern COMMA = Pattern.compile("-?(([0-9]{1,3}(\\.[0-9]{3})+|[0-9]+),[0-9]+|[0-9]{1,3}(\\.[0-9]{3}){2,})");
    /** Only with a point before decimals: not 4.760, which may be either. */
    private static final Pattern POINT = Pattern.compile("-?(0|[0-9]{4,}|[0-9]+(?=\\.[0-9]{1,2}$|\\.[0-9]{4,}$))\\.[0-9]+");

    private final Set<String> filled = new HashSet<>();
    private final Set<String> commas = new HashSet<>();
    private final Set<String> points = new HashSet<>();
    private boolean read;

    /** Looks at one feature. */
    public void take(Feature feature) {
        read = true;
        feature.values().forEach((name, value) -> {
            String text = value == null ? "" : value.toString().strip();
            if (!text.isEmpty()) {
                filled.add(name);
            }
            if (value instanceof String && COMMA.matcher(text).matches()) {
                commas.add(name);
            } else if (value instanceof String && POINT.matcher(text).matches()) {
                points.add(name);
            }
        });
    }

    /** False if the column is known to be empty throughout. */
    public boolean mayBeFilled(String name) {
        return !read || filled.contains(name);
    }

    /** True if all decimals in the column have a comma before them, so that a point stands between thousands. */
    public boolean hasDecimalCommas(String name) {
        return commas.contains(name) && !points.contains(name);
    }
}

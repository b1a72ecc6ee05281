package langmap.exporter;

import java.util.Map;
import langmap.measure.Measure.Label;

/**
 * One column of an export.
 *
 * @param id        name in machine formats
 * @param shortName name of at most ten ASCII letters, for Shapefile
 * @param type      what its values are
 * @param decimals  places that people are shown
 * @param label     what people are shown as its name
 * @param code      true for codes that have their words in a column beside them
 * @param of        the column whose codes this one puts in words; empty for any other
 * @param words     those words
 */
record Column(String id, String shortName, Type type, int decimals, Label label, boolean code, String of, Map<String, Label> words) {
    Column {
        words = Map.copyOf(words);
    }

    /** The same with values of another type. */
    Column of(Type other, int places) {
        return new Column(id, shortName, other, places, label, code, of, words);
    }

    /** Kinds of values, with what GDAL calls them. */
    enum Type {
        TEXT("String", ""), WHOLE("Integer64", ""), YEAR("Integer", ""), NUMBER("Real", ""), SHARE("Real", ""), TRUTH("Integer", "Boolean"), DAY("Date", "");

        final String gdal;
        final String subtype;

        Type(String gdal, String subtype) {
            this.gdal = gdal;
            this.subtype = subtype;
        }
    }
}

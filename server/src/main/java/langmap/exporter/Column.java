package langmap.exporter;

import langmap.measure.Measure.Label;

/**
 * One column of an export.
 *
 * @param id        name in machine formats
 * @param shortName name of at most ten ASCII letters, for Shapefile
 * @param type      what its values are
 * @param decimals  places that people are shown
 * @param label     what people are shown as its name
 */
record Column(String id, String shortName, Type type, int decimals, Label label) {
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

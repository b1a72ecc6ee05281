package langmap.importer.map;

import java.util.List;
import java.util.Optional;
import langmap.geo.Crs;

/**
 * One layer of a map file.
 *
 * @param name         by which a person chooses it
 * @param format       what kind of file it is in
 * @param geometryType as the file declares it, such as {@code Line String}; {@code None} for a table without a map
 * @param count        how many features there are, -1 if only reading them would tell
 * @param fields       names and types, in the order of the file
 * @param extent       in its own coordinates, null if unknown
 * @param crs          that the file states, empty if it states none
 * @param encoding     of its text that the file states, empty if it states none or its format fixes it
 */
public record MapLayer(String name, String format, String geometryType, long count, List<Field> fields, Extent extent, Optional<Crs> crs,
                       Optional<String> encoding) {
    public MapLayer {
        fields = List.copyOf(fields);
    }

    /** A column. */
    public record Field(String name, String type) {
    }

    /** Least and greatest coordinates, easting or longitude first. */
    public record Extent(double minX, double minY, double maxX, double maxY) {
        boolean isFinite() {
            return Double.isFinite(minX) && Double.isFinite(minY) && Double.isFinite(maxX) && Double.isFinite(maxY);
        }
    }

    /** True if there is something to draw. */
    boolean isMap() {
        return !geometryType.equals("None");
    }
}

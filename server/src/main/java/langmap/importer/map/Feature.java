package langmap.importer.map;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a map file, checked.
 *
 * @param number   in the file, from 1
 * @param values   by field, in the order of the file: text (NFC) or {@link #UNREADABLE}, whole numbers, decimals, booleans, null
 * @param geometry WGS 84, longitude first, two dimensions; null if the file has none
 * @param before   the geometry as the file has it where it was repaired, else null
 */
public record Feature(long number, Map<String, Object> values, Geometry geometry, Geometry before) {
    /** Stands for text that is none in the encoding stated, which an issue says already. */
    public static final Object UNREADABLE = new Object();
}

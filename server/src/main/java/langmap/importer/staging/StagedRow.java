package langmap.importer.staging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as it would be stored.
 *
 * @param number   in the file
 * @param code     by which it is compared, null if it has none
 * @param state    {@code faulty}, or null until all are compared
 * @param values   by field of the layer; a field that is mapped and empty stands for nothing
 * @param geometry WGS 84, null if it has none that fits
 * @param before   the geometry as the file has it where it was repaired, else null
 */
public record StagedRow(long number, String code, String state, Map<String, Object> values, Geometry geometry, Geometry before) {
    public StagedRow {
        values = new LinkedHashMap<>(values);   // may hold nulls
    }
}

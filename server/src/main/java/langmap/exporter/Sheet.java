package langmap.exporter;

import java.io.IOException;
import java.math.BigDecimal;

/** A file that takes rows one by one. */
interface Sheet extends AutoCloseable {
    /**
     * One row.
     *
     * @param values values in the order of the columns: text, number, day, yes or no; null where nothing is known
     * @param ewkb   geometry in degrees, null for none
     * @param x      easting or longitude of a point on it, in the coordinates asked for
     * @param y      northing or latitude of that point
     * @param wkt    geometry as text in the coordinates asked for
     */
    record Feature(Object[] values, byte[] ewkb, BigDecimal x, BigDecimal y, String wkt) {
    }

    void put(Feature feature) throws IOException;

    /** Says what is in it; nothing can be put in afterwards. */
    void finish(Notes notes) throws IOException;

    @Override
    void close() throws IOException;
}

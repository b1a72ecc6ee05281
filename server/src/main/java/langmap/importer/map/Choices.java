package langmap.importer.map;

import langmap.geo.Crs;

/**
 * What a person decided about a file; null stands for what the file says itself.
 *
 * @param layer    name of the layer
 * @param crs      the coordinate system it is in
 * @param swapped  true if northing or latitude stands first in it, against the rule of its format
 * @param encoding of its text
 * @param repair   true to repair geometries that are not valid
 */
public record Choices(String layer, Crs crs, boolean swapped, TextEncoding encoding, boolean repair) {
    public static final Choices NONE = new Choices(null, null, false, null, false);

    public Choices layer(String chosen) {
        return new Choices(chosen, crs, swapped, encoding, repair);
    }

    public Choices crs(Crs stated) {
        return new Choices(layer, stated, swapped, encoding, repair);
    }

    public Choices swap() {
        return new Choices(layer, crs, true, encoding, repair);
    }

    public Choices encoding(TextEncoding stated) {
        return new Choices(layer, crs, swapped, stated, repair);
    }

    public Choices repairing() {
        return new Choices(layer, crs, swapped, encoding, true);
    }
}

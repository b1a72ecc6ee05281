package langmap.importer.staging;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import langmap.geo.Crs;
import langmap.importer.map.Choices;
import langmap.importer.map.TextEncoding;

/**
 * What a person decided about an import; null stands for what the file says itself or what is usual.
 *
 * @param layer    name of the layer in the file
 * @param crs      coordinate system it is in
 * @param swapped  true if northing or latitude stands first in it
 * @param encoding of its text
 * @param repair   true to repair geometries that are not valid
 * @param mapping  field of the file by field of the layer; null for the one that was used last or that the names suggest
 * @param constants value that all features have, by field of the layer; null for none
 * @param closeFrom day from which what the file lacks is no longer so; null if it is to stay
 * @param cleanM   width up to which overlaps and gaps of areas are cleaned, metres; null not to clean
 * @param source   where the data come from
 * @param licence  under which terms they may be passed on
 */
public record ImportChoices(String layer, String crs, boolean swapped, String encoding, boolean repair, Map<String, String> mapping, Map<String, String> constants, String closeFrom,
                            Double cleanM, String source, String licence) {
    public static final ImportChoices NONE = new ImportChoices(null, null, false, null, false, null, null, null, null, null, null);

    public ImportChoices {
        layer = composed(layer);
        constants = constants == null ? Map.of() : Map.copyOf(constants);
        mapping = mapping == null ? null : mapping.entrySet().stream().collect(
            Collectors.toMap(Map.Entry::getKey, entry -> composed(entry.getValue()), (one, other) -> other, LinkedHashMap::new));
    }

    /** Names as they are compared: letters with their marks in one piece (NFC). */
    private static String composed(String name) {
        return name == null ? null : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Fields of the layer that hold something: of the file, or what all features have. */
    List<String> filled(Map<String, String> mapped) {
        return Stream.concat(mapped.keySet().stream(), constants.keySet().stream()).distinct().toList();
    }

    Choices reading() {
        return new Choices(layer, crs == null ? null : Crs.findByText(crs).orElseThrow(), swapped,
            encoding == null ? null : TextEncoding.find(encoding).orElseThrow(), repair);
    }
}

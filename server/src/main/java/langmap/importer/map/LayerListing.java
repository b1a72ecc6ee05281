package langmap.importer.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.geo.Crs;
import langmap.importer.file.Source;

/** Reads what {@code ogrinfo -so -al -wkt_format WKT1} prints, for this GDAL has no other way to say it. */
final class LayerListing {
    private static final Pattern NUMBERS = Pattern.compile("Extent: \\((\\S+), (\\S+)\\) - \\((\\S+), (\\S+)\\)");
    private static final Pattern FIELD = Pattern.compile("(.*): ([A-Z][A-Za-z0-9]*(?:\\([A-Za-z]+\\))?) \\([0-9]+\\.[0-9]+\\).*");
    private static final List<String> KEYS = List.of("Geometry: ", "Feature Count: ", "Extent: ", "FID Column = ", "Geometry Column = ", "Data axis to CRS axis mapping: ");

    private final Source source;
    private final List<Read> layers = new ArrayList<>();

    private LayerListing(Source source) {
        this.source = source;
    }

    /**
     * A layer and how GDAL calls it.
     *
     * @param ogrName  its name for GDAL
     * @param crs      empty if none is stated
     * @param geometry as declared
     */
    record Read(String ogrName, Optional<Crs> crs, String geometry, long count, MapLayer.Extent extent, List<MapLayer.Field> fields) {
    }

    /** Three-dimensional WGS 84 cannot be said in this WKT and is left out by GDAL. */
    private Optional<Crs> crs(String wkt) {
        if (source.said().withoutCrs()) {
            return Optional.empty();
        }
        if (wkt.isEmpty() || wkt.startsWith("LOCAL_CS") || wkt.startsWith("ENGCRS")) {
            return source.format().isInDegrees() ? Crs.findEpsg(4326) : Optional.empty();
        }
        return Crs.findByText(wkt);
    }

    static List<Read> parse(Source source, List<String> lines) {
        LayerListing listing = new LayerListing(source);
        int start = -1;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).startsWith("Layer name: ")) {
                if (start >= 0) {
                    listing.layer(lines.subList(start, i));
                }
                start = i;
            }
        }
        return listing.layers;
    }

    private void layer(List<String> lines) {
        String geometry = "Unknown (any)";
        long count = -1;
        MapLayer.Extent extent = null;
        StringBuilder wkt = new StringBuilder();
        List<MapLayer.Field> fields = new ArrayList<>();
        boolean inWkt = false;
        for (String line : lines.subList(1, lines.size())) {
            Matcher numbers = NUMBERS.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (line.equals("Layer SRS WKT:")) {
                inWkt = true;
            } else if (inWkt && (line.startsWith(" ") || line.matches("(PROJCS|GEOGCS|LOCAL_CS|COMPD_CS|GEOCCS|VERT_CS|BOUNDCRS|ENGCRS|[A-Z]+CRS)\\[.*|\\(unknown\\)"))) {
                wkt.append(line.equals("(unknown)") ? "" : line);
            } else if (line.startsWith("Geometry: ")) {
                geometry = line.substring(10);
            } else if (line.startsWith("Feature Count: ")) {
                count = Long.parseLong(line.substring(15).strip());
            } else if (numbers.matches()) {
                extent = new MapLayer.Extent(number(numbers, 1), number(numbers, 2), number(numbers, 3), number(numbers, 4));
            } else if (field.matches() && KEYS.stream().noneMatch(line::startsWith)) {
                inWkt = false;
                fields.add(new MapLayer.Field(field.group(1), field.group(2)));
            }
        }
        layers.add(new Read(lines.get(0).substring(12), crs(wkt.toString()), geometry, count, extent, fields));
    }

    private static double number(Matcher numbers, int group) {
        try {
            return Double.parseDouble(numbers.group(group));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

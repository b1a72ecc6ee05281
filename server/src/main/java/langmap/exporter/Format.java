package langmap.exporter;

import java.util.Arrays;
import java.util.List;

/** The forms a layer can be exported in. */
enum Format {
    GEOJSON("geojson", "application/geo+json", true),
    CSV("csv", "text/csv;charset=utf-8", false),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    GPKG("gpkg", "application/geopackage+sqlite3", false),
    SHP("shp.zip", "application/zip", false),
    KML("kml", "application/vnd.google-earth.kml+xml", true);

    final String extension;
    final String type;
    /** True if its standard knows longitude and latitude of WGS 84 only. */
    final boolean inDegrees;

    Format(String extension, String type, boolean inDegrees) {
        this.extension = extension;
        this.type = type;
        this.inDegrees = inDegrees;
    }

    static List<String> extensions() {
        return Arrays.stream(values()).map(format -> format.extension).toList();
    }

    static Format get(String extension) {
        return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst().orElseThrow();
    }
}

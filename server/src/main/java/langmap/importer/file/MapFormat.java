package langmap.importer.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The map files that can be read, each with its driver of GDAL, its name and the endings of its files. */
public enum MapFormat {
    SHAPEFILE("ESRI Shapefile", "Shapefile", "shp", "shx", "dbf", "prj", "cpg"),
    GEOPACKAGE("GPKG", "GeoPackage", "gpkg"),
    GEOJSON("GeoJSON", "GeoJSON", "geojson", "json"),
    GEOJSON_SEQ("GeoJSONSeq", "GeoJSON text sequence", "geojsons", "geojsonl", "geojson", "json", "jsonl", "ndjson"),
    MAPINFO_TAB("MapInfo File", "MapInfo TAB", "tab", "dat", "map", "id", "ind"),
    MAPINFO_MIF("MapInfo File", "MapInfo MIF", "mif", "mid"),
    KML("LIBKML", "KML", "kml"),
    GPX("GPX", "GPX", "gpx"),
    DXF("DXF", "DXF", "dxf"),
    FLATGEOBUF("FlatGeobuf", "FlatGeobuf", "fgb"),
    OSM_PBF("OSM", "OpenStreetMap PBF", "pbf");

    public final String driver;
    public final String label;
    private final List<String> endings;

    MapFormat(String driver, String label, String... endings) {
        this.driver = driver;
        this.label = label;
        this.endings = List.of(endings);
    }

    /** Ending of the file that is opened; the others lie beside it. */
    String ending() {
        return endings.get(0);
    }

    /** Endings of all files that make up one data set. */
    List<String> parts() {
        return isOfParts() ? endings : List.of(endings.get(0));
    }

    /** True if one data set is several files. */
    boolean isOfParts() {
        return this == SHAPEFILE || this == MAPINFO_TAB || this == MAPINFO_MIF;
    }

    /** True if files are named like this. */
    boolean isNamed(String fileName) {
        return endings.contains(endingOf(fileName));
    }

    /** True if text is stored in an encoding that the format does not fix. */
    public boolean hasOldEncodings() {
        return isOfParts() || this == DXF;
    }

    /** True if GDAL passes the bytes of text on as they are; of the other old formats it makes characters 0 to 255 of them. */
    public boolean isPassedOnRaw() {
        return this == MAPINFO_TAB || this == MAPINFO_MIF;
    }

    /** True if everything in this format is WGS 84 unless it says otherwise. */
    public boolean isInDegrees() {
        return switch (this) {
            case GEOJSON, GEOJSON_SEQ, KML, GPX, OSM_PBF -> true;
            default -> false;
        };
    }

    /** True if GDAL counts the features of this format from 0. */
    public boolean isNumberedFromZero() {
        return switch (this) {
            case SHAPEFILE, GEOJSON, GEOJSON_SEQ, GPX, DXF, FLATGEOBUF -> true;
            default -> false;
        };
    }

    static String endingOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The format whose opened file is named like this. */
    static Optional<MapFormat> findByName(String fileName) {
        for (MapFormat format : values()) {
            if (format.ending().equals(endingOf(fileName)) || !format.isOfParts() && format.isNamed(fileName)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}

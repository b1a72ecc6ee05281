package langmap.exporter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import langmap.gdal.Gdal;
import langmap.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Map files that GDAL writes, from rows that lie in the same folder as one GeoJSON feature a line. */
final class GdalFiles {
    static final String ROWS = "rows.geojsonl";
    private static final Logger LOG = LoggerFactory.getLogger(GdalFiles.class);
    private static final Gdal.Bounds BOUNDS = new Gdal.Bounds(2L << 30, Duration.ofMinutes(5), 4L << 30);
    private static final String DECLARATION = "rows.vrt";
    /** Days are told by the columns, not by what a text looks like. */
    private static final Map<String, String> ENVIRONMENT = Map.of("OGR_GEOJSON_DATE_AS_STRING", "YES");

    private final Gdal gdal;

    GdalFiles(Gdal gdal) {
        this.gdal = gdal;
    }

    /**
     * Says which columns there are and of which types, for rows alone do not.
     *
     * @param withPoints true if there are points beside lines; without, a layer of one kind of geometry is drawn as its style says
     * @param isShort true for the short names of columns
     */
    void declare(Path folder, ExportQuery query, List<Column> columns, boolean withPoints, boolean isShort) throws IOException {
        String geometry = withPoints ? "wkbUnknown" : "wkb" + query.layer().geometry();
        try (var writer = Files.newBufferedWriter(folder.resolve(DECLARATION))) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
            xml.writeStartElement("OGRVRTDataSource");
            xml.writeStartElement("OGRVRTLayer");
            xml.writeAttribute("name", query.layer().id());
            for (String[] one : new String[][] {{"SrcDataSource", ROWS}, {"SrcLayer", "rows"}, {"GeometryType", geometry}, {"LayerSRS", "EPSG:4326"}}) {
                xml.writeStartElement(one[0]);
                if (one[0].equals("SrcDataSource")) {
                    xml.writeAttribute("relativeToVRT", "1");
                }
                xml.writeCharacters(one[1]);
                xml.writeEndElement();
            }
            for (Column column : columns) {
                xml.writeEmptyElement("Field");
                xml.writeAttribute("name", isShort ? column.shortName() : column.id());
                xml.writeAttribute("src", column.id());
                xml.writeAttribute("type", column.type().gdal);
                if (!column.type().subtype.isEmpty()) {
                    xml.writeAttribute("subtype", column.type().subtype);
                }
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    Path writeGeoPackage(Path folder, Notes notes, String qml, String sld) throws IOException {
        String name = notes.query().layer().id();
        List<String> options = new ArrayList<>(List.of("-nln", name, "-lco", "GEOMETRY_NAME=geom", "-lco", "FID=fid", "-lco", "IDENTIFIER=" + notes.title().vi(),
            "-lco", "DESCRIPTION=" + notes.text(), "-mo", "ILLUSTRATIVE=" + (notes.illustrative() ? "YES" : "NO"), "-mo", "AS_OF=" + notes.query().asOf(),
            "-mo", "SOURCE_VI=" + notes.source("vi"), "-mo", "SOURCE_EN=" + notes.source("en")));
        Path file = write(folder, notes, "GPKG", "layer.gpkg", options);
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("f_table_catalog", "");
        style.put("f_table_schema", "");
        style.put("f_table_name", name);
        style.put("f_geometry_column", "geom");
        style.put("styleName", notes.title().vi());
        style.put("styleQML", qml);
        style.put("styleSLD", sld);
        style.put("useAsDefault", true);
        style.put("description", notes.title().vi() + " · " + notes.title().en());
        style.put("owner", "LangMap");
        Files.writeString(folder.resolve("style.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":"
            + GeoJsonSheet.json(style) + "}]}");
        run(folder, List.of("ogr2ogr", "-f", "GPKG", "-update", "layer.gpkg", "style.geojson", "-nln", "layer_styles", "-nlt", "NONE", "-lco",
            "ASPATIAL_VARIANT=GPKG_ATTRIBUTES", "-lco", "FID=id"), Set.of("GPKG", "GeoJSON"));
        return file;
    }

    /** One Shapefile, or two where there are points beside lines: it holds one kind of geometry only. */
    void writeShapefile(Path folder, Notes notes, boolean withPoints) throws IOException {
        String name = notes.query().layer().id();
        String lines = "OGR_GEOMETRY = 'MULTILINESTRING'";
        boolean mixed = notes.query().layer().points();
        List<String> options = List.of("-lco", "ENCODING=UTF-8", "-nlt", notes.query().layer().geometry().toUpperCase(Locale.ROOT));
        List<String> onlyLines = new ArrayList<>(options);
        onlyLines.addAll(List.of("-where", lines));
        write(folder, notes, "ESRI Shapefile", name + ".shp", mixed && notes.rows() > 0 ? onlyLines : options);
        if (withPoints) {
            write(folder, notes, "ESRI Shapefile", name + "-points.shp",
                List.of("-lco", "ENCODING=UTF-8", "-nlt", "POINT", "-where", "OGR_GEOMETRY <> 'MULTILINESTRING' OR OGR_GEOMETRY IS NULL"));
        }
    }

    /** GDAL's plain driver, for the other one takes minutes for what this one does in seconds. It has no place for a note, so we put it in. */
    Path writeKml(Path folder, Notes notes, String nameColumn) throws IOException {
        Path bare = write(folder, notes, "KML", "bare.kml", List.of("-dsco", "NameField=" + nameColumn, "-dsco", "DescriptionField=description"));
        Path file = folder.resolve("layer.kml");
        String begin = "<Document id=\"root_doc\">";
        try (var in = Files.newBufferedReader(bare); var out = Files.newBufferedWriter(file)) {
            for (String line = in.readLine(); line != null && !line.equals(begin); line = in.readLine()) {
                out.write(line + "\n");
            }
            out.write(begin + "\n<name>" + escape(notes.title().vi()) + "</name>\n<description>" + escape(notes.text()) + "</description>\n");
            in.transferTo(out);
        }
        return file;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Path write(Path folder, Notes notes, String driver, String file, List<String> options) {
        ExportQuery query = notes.query();
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", driver, "-s_srs", "EPSG:4326", "-t_srs", "EPSG:" + query.crs()));
        command.addAll(options);
        command.addAll(notes.rows() > 0 ? List.of() : List.of("-where", "FID < 0"));
        command.addAll(List.of(file, DECLARATION, query.layer().id()));
        run(folder, command, Set.of(driver, "OGR_VRT", "GeoJSONSeq"));
        return folder.resolve(file);
    }

    private void run(Path folder, List<String> command, Set<String> drivers) {
        Gdal.Ending ending = gdal.run(new Gdal.Job(folder, command, drivers, ENVIRONMENT, BOUNDS), out -> {
            out.transferTo(OutputStream.nullOutputStream());
            return true;
        });
        if (!ending.inTime()) {
            throw Problem.of(Problem.Kind.TIMEOUT, "The file took longer than " + BOUNDS.time().toMinutes() + " minutes to write. Take a part of the layer.");
        }
        if (ending.exitCode() != 0 || ending.complaints().stream().anyMatch(line -> line.startsWith("ERROR"))) {
            throw new IllegalStateException(command + " ended with " + ending.exitCode() + ": " + String.join("; ", ending.complaints()));
        }
        LOG.debug("{} said {}", command, ending.complaints());
    }
}

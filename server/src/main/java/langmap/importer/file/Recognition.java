package langmap.importer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import langmap.importer.Issue;
import langmap.importer.Issues;

/**
 * What the first bytes of a file say it is.
 *
 * @param format what can be read, null if it cannot
 * @param what   a name for what it is otherwise
 * @param said   what its text says and GDAL would lose
 */
record Recognition(MapFormat format, String what, Source.Said said) {
    private static final int HEAD = 8192;
    private static final Pattern DXF = Pattern.compile("(?s)\\s*(999\\r?\\n[^\\n]*\\n\\s*)*0\\s*\\r?\\n\\s*SECTION.*");
    private static final Pattern MIF = Pattern.compile("(?is)\\s*version\\s+[0-9]+.*\\b(charset|delimiter|coordsys|columns)\\b.*");
    /** What people send by mistake: how such files begin. */
    private static final Map<String, String> OTHERS = others();

    Recognition(MapFormat format, String what) {
        this(format, what, Source.Said.NOTHING);
    }

    private static Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("%PDF", "PDF");
        others.put("\u0089PNG", "PNG");
        others.put("\u00ff\u00d8\u00ff", "JPEG");
        others.put("II*\0", "TIFF");
        others.put("MM\0*", "TIFF");
        others.put("AC10", "AutoCAD DWG");
        others.put("AutoCAD Binary DXF", "binary DXF");
        others.put("Rar!", "RAR");
        others.put("7z\u00bc\u00af", "7-Zip");
        others.put("\u001f\u008b", "gzip");
        others.put("SQLite format 3\0", "SQLite");
        return others;
    }

    static boolean isZip(Path file) throws IOException {
        String head = head(file);
        return head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006");
    }

    /** Looks at the content; text formats are read to their end, and what is wrong with them reported. */
    static Recognition of(Path file, Issue.Where where, Issues issues) throws IOException {
        String head = head(file);
        if (head.startsWith("SQLite format 3\0") && head.length() >= 72 && head.startsWith("GP", 68)) {
            return new Recognition(MapFormat.GEOPACKAGE, null);
        }
        if (head.startsWith("\0\0\u0027\n")) {
            return new Recognition(MapFormat.SHAPEFILE, null);
        }
        if (head.startsWith("fgb\u0003fgb")) {
            return new Recognition(MapFormat.FLATGEOBUF, null);
        }
        if (head.startsWith("OSMHeader", 6)) {
            return new Recognition(MapFormat.OSM_PBF, null);
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (head.startsWith(other.getKey())) {
                return new Recognition(null, other.getValue());
            }
        }
        return ofText(file, head, where, issues);
    }

    private static Recognition ofText(Path file, String head, Issue.Where where, Issues issues) throws IOException {
        boolean wide = head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff");
        String text = (wide ? head.substring(2).replace("\0", "") : head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head).stripLeading();
        if (text.startsWith("<")) {
            return XmlScan.recognise(file, where, issues);
        }
        if (text.startsWith("{") || text.startsWith("\u001e")) {
            return JsonScan.recognise(file, where, issues);
        }
        if (text.regionMatches(true, 0, "!table", 0, 6)) {
            return new Recognition(MapFormat.MAPINFO_TAB, null);
        }
        if (DXF.matcher(text).matches()) {
            return new Recognition(MapFormat.DXF, null);
        }
        return MIF.matcher(text).matches() ? new Recognition(MapFormat.MAPINFO_MIF, null) : new Recognition(null, null);
    }

    /** Each byte as one character. */
    static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }
}

package langmap.importer.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** Whether the files of a Shapefile are whole and belong together. */
final class ShapefileCheck {
    private static final int HEADER = 100;
    private static final int DBF_HEADER = 32;

    private ShapefileCheck() {
    }

    /** @param shp the main file; the table and the index lie beside it */
    static void check(Path shp, Issue.Where where, Issues issues) throws IOException {
        Path shx = shp.resolveSibling("data.shx");
        Path dbf = shp.resolveSibling("data.dbf");
        boolean whole = isWhole(shp, where.field("shp"), issues) & isWhole(shx, where.field("shx"), issues);
        long shapes = (Files.size(shx) - HEADER) / 8;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(dbf)))) {
            byte[] bytes = in.readNBytes(DBF_HEADER);
            ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.length < DBF_HEADER) {
                issues.report("file-truncated", where.field("dbf"));
                return;
            }
            long rows = Integer.toUnsignedLong(head.getInt(4));
            int start = Short.toUnsignedInt(head.getShort(8));
            int length = Short.toUnsignedInt(head.getShort(10));
            if (length < 1 || start < DBF_HEADER || start + rows * length > Files.size(dbf)) {
                issues.report("file-truncated", where.field("dbf"));
            } else if (whole && rows != shapes) {
                issues.report("shapefile-counts-differ", where, shapes, rows);
            } else {
                checkRows(in, fields(in, start), new long[] {rows, length}, where, issues);
            }
        }
    }

    private static boolean isWhole(Path file, Issue.Where where, Issues issues) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEADER);
            boolean whole = head.length == HEADER && 2L * ByteBuffer.wrap(head).getInt(24) <= Files.size(file);
            if (!whole) {
                issues.report("file-truncated", where);
            }
            return whole;
        }
    }

    /** A column of numbers and where it stands in a row. */
    private record Numbers(String name, int from, int length) {
    }

    private static List<Numbers> fields(DataInputStream in, int start) throws IOException {
        List<Numbers> fields = new ArrayList<>();
        byte[] rest = in.readNBytes(start - DBF_HEADER);
        int from = 1;
        for (int at = 0; at + DBF_HEADER <= rest.length && rest[at] != '\r'; at += DBF_HEADER) {
            int length = rest[at + 16] & 0xff;
            if (rest[at + 11] == 'N' || rest[at + 11] == 'F') {
                fields.add(new Numbers(new String(rest, at, 10, StandardCharsets.ISO_8859_1).replaceAll("\0.*", ""), from, length));
            }
            from += length;
        }
        return fields;
    }

    private static void checkRows(DataInputStream in, List<Numbers> fields, long[] rowsAndLength, Issue.Where where, Issues issues) throws IOException {
        long deleted = 0;
        Map<String, Integer> commas = new TreeMap<>();
        for (long row = 0; row < rowsAndLength[0]; row++) {
            byte[] cells = in.readNBytes((int) rowsAndLength[1]);
            if (cells[0] == '*') {
                deleted++;
            }
            for (Numbers field : fields) {
                if (field.from() < cells.length && new String(cells, field.from(), Math.min(field.length(), cells.length - field.from()), StandardCharsets.ISO_8859_1).contains(",")) {
                    commas.merge(field.name(), 1, Integer::sum);
                }
            }
        }
        if (deleted > 0) {
            issues.report("dbf-deleted-rows", where.field("dbf"), deleted);
        }
        commas.forEach((field, count) -> issues.report("dbf-decimal-comma", where.field(field), count));
    }
}

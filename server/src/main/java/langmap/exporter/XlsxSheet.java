package langmap.exporter;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import langmap.problem.Problem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A spreadsheet: one sheet with the rows, one that says what they are. Numbers are numbers, with as many places as people are shown; a
 * spreadsheet set to Vietnamese writes them 4.760 and 26,86.
 */
final class XlsxSheet implements Sheet {
    private static final int MOST_ROWS = 1_048_575;
    private static final int LONGEST_CELL = 32_767;
    private static final int BLOCK = 1000;

    private final ExportQuery query;
    private final List<Column> columns;
    private final Function<Feature, String> source;
    private final OutputStream out;
    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    /** {@code source} says where a row comes from. */
    XlsxSheet(Path file, ExportQuery query, List<Column> columns, Function<Feature, String> source) throws IOException {
        this.query = query;
        this.columns = columns;
        this.source = source;
        this.out = Files.newOutputStream(file);
        this.book = new Workbook(out, "LangMap", "1.0");
        this.sheet = book.newWorksheet(query.lang().equals("vi") ? "Số liệu" : "Data");
        List<String> heads = new ArrayList<>(columns.stream().map(column -> column.label().in(query.lang())).toList());
        heads.addAll(companions(query.lang()));
        for (int i = 0; i < heads.size(); i++) {
            sheet.value(0, i, heads.get(i));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(2, 1);
    }

    /** Heads of what tables have beside their columns: a point, its coordinate system and the source. */
    static List<String> companions(String lang) {
        return lang.equals("vi") ? List.of("X (đông)", "Y (bắc)", "Hệ tọa độ", "Nguồn") : List.of("X (east)", "Y (north)", "Coordinates", "Source");
    }

    static String yesOrNo(boolean yes, String lang) {
        return lang.equals("vi") ? yes ? "có" : "không" : yes ? "yes" : "no";
    }

    @Override
    public void put(Feature feature) throws IOException {
        if (++row > MOST_ROWS) {
            throw Problem.ofFault("format", "A spreadsheet holds 1,048,576 rows, and these are more.", "Take csv, or a part of the layer.");
        }
        for (int i = 0; i < columns.size(); i++) {
            put(i, columns.get(i), feature.values()[i]);
        }
        int next = columns.size();
        for (BigDecimal one : new BigDecimal[] {feature.x(), feature.y()}) {
            if (one != null) {
                number(next, one, one.scale() > 3 ? "0.0000000" : "#,##0.000");
            }
            next++;
        }
        sheet.value(row, next, Notes.system(query.crs()));
        sheet.value(row, next + 1, source.apply(feature));
        if (row % BLOCK == 0) {
            sheet.flush();
        }
    }

    private void put(int cell, Column column, Object value) {
        if (value == null) {
            return;
        }
        String places = column.decimals() == 0 ? "" : "." + "0".repeat(column.decimals());
        switch (column.type()) {
            case NUMBER -> number(cell, (BigDecimal) value, "#,##0" + places);
            case SHARE -> number(cell, (BigDecimal) value, "0" + places + "%");
            case WHOLE -> number(cell, (BigDecimal) value, "#,##0");
            case YEAR -> number(cell, (BigDecimal) value, "0");
            case DAY -> {
                sheet.value(row, cell, (LocalDate) value);
                sheet.style(row, cell).format("dd/mm/yyyy").set();
            }
            case TRUTH -> sheet.value(row, cell, yesOrNo((Boolean) value, query.lang()));
            case TEXT -> sheet.value(row, cell, cut(value.toString()));
        }
    }

    private void number(int cell, BigDecimal number, String format) {
        sheet.value(row, cell, number);
        sheet.style(row, cell).format(format).set();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
    }

    @Override
    public void finish(Notes notes) throws IOException {
        sheet.finish();
        Worksheet about = book.newWorksheet(query.lang().equals("vi") ? "Ghi chú" : "Notes");
        int line = 0;
        for (Map.Entry<String, String> entry : notes.lines(query.lang()).entrySet()) {
            about.value(line, 0, entry.getKey());
            about.value(line++, 1, cut(entry.getValue()));
        }
        book.finish();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

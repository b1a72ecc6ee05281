package langmap.exporter;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import langmap.style.Numbers;

/** A table as text: for people with labels, 4.760 and 26,86 and days as they write them, for machines with names and points. */
final class CsvSheet implements Sheet {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final ExportQuery query;
    private final List<Column> columns;
    private final Function<Feature, String> source;
    private final Writer writer;
    private final CsvWriter csv;

    /** {@code source} says where a row comes from. */
    CsvSheet(Path file, ExportQuery query, List<Column> columns, Function<Feature, String> source) throws IOException {
        this.query = query;
        this.columns = columns;
        this.source = source;
        this.writer = Files.newBufferedWriter(file);
        if (query.bom()) {
            writer.write('\ufeff');
        }
        // Excel splits at semicolons where a comma is before decimals.
        this.csv = CsvWriter.builder().fieldSeparator(query.forPeople() && isVietnamese() ? ';' : ',').build(writer);
        csv.writeRecord(heads());
    }

    private boolean isVietnamese() {
        return query.lang().equals("vi");
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>();
        columns.forEach(column -> heads.add(query.forPeople() ? column.label().in(query.lang()) : column.id()));
        heads.addAll(query.forPeople() ? XlsxSheet.companions(query.lang()) : List.of("x", "y", "crs", "source", "wkt"));
        return heads;
    }

    @Override
    public void put(Feature feature) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = feature.values()[i];
            cells.add(value == null ? "" : query.forPeople() ? shown(columns.get(i), value) : plain(value));
        }
        for (BigDecimal one : new BigDecimal[] {feature.x(), feature.y()}) {
            cells.add(one == null ? "" : query.forPeople() ? Numbers.format(one, one.scale(), query.lang()) : one.toPlainString());
        }
        cells.add(query.forPeople() ? Notes.system(query.crs()) : "EPSG:" + query.crs());
        cells.add(source.apply(feature));
        if (!query.forPeople()) {
            cells.add(feature.wkt() == null ? "" : feature.wkt());
        }
        csv.writeRecord(cells);
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private String shown(Column column, Object value) {
        return switch (column.type()) {
            case NUMBER -> Numbers.format((BigDecimal) value, column.decimals(), query.lang());
            case WHOLE -> Numbers.format((BigDecimal) value, 0, query.lang());
            case SHARE -> Numbers.percent((BigDecimal) value, column.decimals(), query.lang());
            case DAY -> isVietnamese() ? DAY.format((LocalDate) value) : value.toString();
            case TRUTH -> XlsxSheet.yesOrNo((Boolean) value, query.lang());
            case TEXT -> harmless(value.toString());
            case YEAR -> value.toString();
        };
    }

    /** A spreadsheet would compute what begins like a formula. */
    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    @Override
    public void finish(Notes notes) throws IOException {
        csv.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}

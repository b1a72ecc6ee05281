package langmap.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import langmap.measure.Asked;
import langmap.measure.Measure;
import langmap.measure.Measure.Label;
import langmap.measure.MeasureStore;
import langmap.measure.Painted;
import langmap.measure.Question;
import langmap.measure.Value;
import langmap.style.QmlWriter;
import langmap.style.SldWriter;

/** The rows of an export on their way into a file: completed, counted, with what has to be said of them. One transaction. */
final class Rows {
    private static final Column DESCRIPTION = new Column("description", "descript", Column.Type.TEXT, 0, new Label("Ghi chú", "Note"), false, "", Map.of());
    private static final int POINT = 1;

    private final ExportQuery query;
    private final Path file;
    private final Painted painted;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Map<String, Object>> dataSets = new LinkedHashMap<>();
    private final Map<String, Label> sources = new LinkedHashMap<>();
    private final List<Column> columns;
    private final int[] cut;
    private final int own;
    private final int dataSet;
    private boolean illustrative;
    private boolean points;
    private int count;

    private Rows(Tx tx, ExportQuery query, Path folder) {
        MeasureStore measures = new MeasureStore();
        String group = query.filters().get("group");
        measures.checkGroup(tx, group);
        this.query = query;
        this.file = folder.resolve(query.format() == Format.GEOJSON || query.format() == Format.CSV || query.format() == Format.XLSX ? "layer" : GdalFiles.ROWS);
        this.painted = query.measure() == null ? null : new Question().paint(new Asked(measures.getCatalogue(tx, query.asOf()).getMeasure(query.measure()),
            query.layer().level(), group, query.asOf(), query.series()), query.lang(), tx);
        measures.listDataSets(tx).forEach(set -> dataSets.put(set.get("id").toString(), set));
        if (painted != null) {
            painted.values().forEach(value -> values.put(value.unit(), value));
            List<String> kinds = painted.asked().measure().source().kinds(query.series());
            dataSets.values().stream().filter(set -> kinds.contains(set.get("kind").toString())).forEach(this::name);
            illustrative = painted.illustrative();
        }
        this.columns = new ArrayList<>(query.columns(painted == null ? null : painted.asked().measure()));
        if (query.format() == Format.KML) {
            columns.add(DESCRIPTION);
        }
        this.cut = new int[columns.size()];
        this.own = query.own().size();
        this.dataSet = query.endOfOwnColumns();
    }

    /** Writes all rows into a file of the folder. */
    static Rows write(Tx tx, ExportStore store, ExportQuery query, Path folder) {
        Rows rows = new Rows(tx, query, folder);
        try (Sheet sheet = rows.sheet()) {
            store.streamFeatures(tx, query, rows.columns, feature -> rows.put(feature, sheet));
            sheet.finish(rows.notes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private Sheet sheet() throws IOException {
        return switch (query.format()) {
            case CSV -> new CsvSheet(file, query, columns, this::source);
            case XLSX -> new XlsxSheet(file, query, columns, this::source);
            default -> new GeoJsonSheet(file, columns, query.format() == Format.GEOJSON);
        };
    }

    private void put(Sheet.Feature feature, Sheet sheet) {
        Value value = values.get(feature.values()[0].toString());
        if (painted != null && value == null) {
            return;
        }
        complete(feature, value);
        count++;
        points |= feature.ewkb() == null || typeOf(feature.ewkb()) == POINT;
        for (int i = 0; i < cut.length; i++) {
            if (feature.values()[i] instanceof String text && text.getBytes(StandardCharsets.UTF_8).length > ShapefileZip.LONGEST_TEXT) {
                cut[i]++;
            }
        }
        try {
            sheet.put(feature);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int typeOf(byte[] ewkb) {
        return ByteBuffer.wrap(ewkb).order(ewkb[0] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN).getInt(1) & 0xff;
    }

    /** Fills in what a measure adds and what every row says of itself. */
    private void complete(Sheet.Feature feature, Value value) {
        Object[] row = feature.values();
        if (value != null) {
            for (int i = own; i < dataSet; i++) {
                row[i] = measured(columns.get(i).id(), value);
            }
        }
        Map<String, Object> set = dataSets.get(row[dataSet].toString());
        boolean marked = Boolean.TRUE.equals(set.get("illustrative")) || painted != null && painted.illustrative();
        name(set);
        illustrative |= marked;
        row[dataSet + 1] = query.asOf();
        row[dataSet + 2] = marked;
        if (query.format() == Format.KML) {
            row[dataSet + 3] = (marked ? Notes.MARK.in(query.lang()) + ". " : "") + source(feature) + ". " + query.asOf();
        }
    }

    private Object measured(String column, Value value) {
        return switch (column) {
            case "measure" -> query.measure();
            case "measureLabel" -> painted.asked().measure().label().in(query.lang());
            case "value" -> value.value();
            case "numerator" -> value.numerator();
            case "denominator" -> value.denominator();
            case "missing" -> BigDecimal.valueOf(value.missing());
            case "status" -> value.status();
            case "class" -> BigDecimal.valueOf(painted.classOf(value).index());
            default -> painted.classOf(value).label();
        };
    }

    private void name(Map<String, Object> set) {
        sources.computeIfAbsent(set.get("id").toString(), id -> {
            Label title = (Label) set.get("title");
            Label origin = (Label) set.get("origin");
            return new Label(title.vi() + " (" + origin.vi() + ")", title.en() + " (" + origin.en() + ")");
        });
    }

    private String source(Sheet.Feature feature) {
        return sources.get(feature.values()[dataSet].toString()).in(query.lang());
    }

    Notes notes() {
        Label layer = query.layer().label();
        Measure measure = painted == null ? null : painted.asked().measure();
        List<Label> losses = new ArrayList<>();
        if (query.format() == Format.SHP) {
            losses.addAll(ShapefileZip.ALWAYS_LOST);
            for (int i = 0; i < cut.length; i++) {
                if (cut[i] > 0) {
                    losses.add(ShapefileZip.cut(columns.get(i), cut[i]));
                }
            }
        }
        return new Notes(query, measure == null ? layer : new Label(measure.label().vi() + " – " + layer.vi(), measure.label().en() + " – " + layer.en()),
            List.copyOf(sources.values()), illustrative, count, losses);
    }

    /** How it is drawn: by the classes of the measure, else as the layer usually is. */
    QmlWriter.Style style() {
        return painted == null ? query.layer().style() : new QmlWriter.Style("class", painted.legend().classes().stream()
            .map(one -> new QmlWriter.Category(Integer.toString(one.index()), one.label(), one.fill())).toList());
    }

    /** The classes of the measure as SLD, empty without one. */
    String sld() {
        return painted == null ? "" : SldWriter.write(query.measure(), painted.title(), painted.legend());
    }

    /** True if there is anything that is no line. */
    boolean hasPoints() {
        return query.layer().points() && points;
    }

    List<Column> columns() {
        return columns;
    }

    Path file() {
        return file;
    }
}

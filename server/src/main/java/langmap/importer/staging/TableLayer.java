package langmap.importer.staging;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import langmap.db.Tx;
import langmap.importer.Issue;
import langmap.importer.Issues;

/**
 * A layer that is one table with a code and a geometry, with or without days of validity.
 *
 * @param id       its name
 * @param vi       label in Vietnamese
 * @param en       label in English
 * @param shape    of its geometries
 * @param register whose version rises
 * @param table    where it is stored
 * @param reading  gives its fields
 * @param preparing what is done with staging rows before they are compared
 */
public record TableLayer(String id, String vi, String en, Shape shape, String register, Table table, Function<Tx, List<Field>> reading, Preparing preparing)
        implements TargetLayer {
    /** Completes staging rows, and finds those the register would refuse. */
    public interface Preparing {
        void prepare(Tx tx, Staged staged, Issues issues);
    }

    /** A layer whose rows are compared as they come. */
    public TableLayer(String id, String vi, String en, Shape shape, String register, Table table, Function<Tx, List<Field>> reading) {
        this(id, vi, en, shape, register, table, reading, (tx, staged, issues) -> { });
    }

    /**
     * How the rows are stored: with an id, a code and a data set. All words are the program's own.
     *
     * @param name    of the table
     * @param key     condition on {@code stored} that tells the layer's rows, such as {@code stored.kind = 'road'}
     * @param fixed   column that all its rows have alike, with its value, such as {@code kind} and {@code 'road'}; empty if none
     * @param columns all others, the geometry first
     */
    public record Table(String name, String key, List<String> fixed, List<Column> columns) {
        public Table {
            fixed = List.copyOf(fixed);
            columns = List.copyOf(columns);
        }

        /** True if its rows have days of validity, so that they can end. */
        boolean lasts() {
            return columns.stream().anyMatch(Column::isValid);
        }
    }

    /**
     * A column of a table.
     *
     * @param name   of the column
     * @param type   of the column
     * @param fields it is made of; none if it is made of what every feature has
     * @param value  of a new row, made of {@code incoming.attributes} and {@code incoming.geom}
     * @param change value that a row {@code stored} gets, which may keep some of its own
     * @param same   when {@code stored} has that value already
     */
    public record Column(String name, String type, List<String> fields, String value, String change, String same) {
        static final String FROM = "(incoming.attributes ->> 'validFrom')::date";
        private static final String TO = "(incoming.attributes ->> 'validTo')::date";

        public Column {
            fields = List.copyOf(fields);
        }

        boolean isValid() {
            return name.equals("valid");
        }

        /** A column that holds one field. */
        public static Column of(String name, String type, String field) {
            return made(name, type, List.of(field), "(incoming.attributes ->> '" + field + "')::" + type);
        }

        /** A column that holds what SQL makes of some fields. */
        public static Column made(String name, String type, List<String> fields, String value) {
            return new Column(name, type, fields, value, value, "stored." + name + " is not distinct from " + value);
        }

        /** The geometry as it is. */
        public static Column geometry() {
            return new Column("geom", "geometry", List.of(), "incoming.geom", "incoming.geom", "ST_OrderingEquals(stored.geom, incoming.geom)");
        }

        /** The area; the same is one that begins elsewhere. */
        public static Column area() {
            return new Column("geom", "geometry", List.of(), "ST_Multi(incoming.geom)", "ST_Multi(incoming.geom)",
                "(ST_OrderingEquals(stored.geom, ST_Multi(incoming.geom)) or ST_Equals(stored.geom, incoming.geom))");
        }

        /** The days from the one to the other; of a stored row the one that the file does not say stays. */
        public static Column valid() {
            String change = "daterange(coalesce(" + FROM + ", lower(stored.valid)), coalesce(" + TO + ", upper(stored.valid)))";
            return new Column("valid", "daterange", List.of("validFrom", "validTo"), "daterange(" + FROM + ", " + TO + ")", change, "stored.valid = " + change);
        }
    }

    private static final TableLayerStore STORE = new TableLayerStore();

    @Override
    public List<Field> fields(Tx tx) {
        return reading.apply(tx);
    }

    @Override
    public List<String> decisions() {
        return table.lasts() ? List.of("closeFrom") : List.of();
    }

    @Override
    public void compare(Tx tx, Staged staged, Issues issues) {
        preparing.prepare(tx, staged, issues);
        STORE.listSpansTurnedRound(tx, staged.id()).forEach(row -> issues.report("span-turned-round", where(staged, row), row.code()));
        STORE.compare(tx, staged.id(), table, staged.mapped());
        STORE.listTaken(tx, staged.id(), table, staged.mapped()).forEach(row -> issues.report("code-taken", where(staged, row), row.code()));
        STORE.listFollowing(tx, staged.id()).forEach(row -> issues.report("span-follows", where(staged, row), row.code()));
        if (table.lasts()) {
            STORE.insertMissing(tx, staged.id(), table);
        }
    }

    private static Issue.Where where(Staged staged, TableLayerStore.Found row) {
        return Issue.Where.ofFile(staged.file()).place("feature " + row.number()).at(row.at());
    }

    @Override
    public void apply(Tx tx, Staged staged, String dataSet) {
        STORE.keepChanged(tx, staged.id(), table);
        if (staged.choices().closeFrom() != null) {
            STORE.closeMissing(tx, staged.id(), table, LocalDate.parse(staged.choices().closeFrom()));
        }
        if (table.lasts()) {
            STORE.endFollowed(tx, staged.id(), table);
        }
        STORE.updateChanged(tx, staged, table, dataSet);
        STORE.insertNew(tx, staged.id(), table, dataSet);
        STORE.keepMade(tx, staged.id(), table);
        tx.touch(register);
    }

    @Override
    public void undo(Tx tx, Staged staged) {
        STORE.undo(tx, staged.id(), table);
        tx.touch(register);
    }
}

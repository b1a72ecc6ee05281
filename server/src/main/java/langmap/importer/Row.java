package langmap.importer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of a table in a file. Reading a cell that is not what it should be adds an issue and gives null, so that a
 * file is checked to its end.
 *
 * @param file   file name
 * @param line   line number, from 1
 * @param cells  text by column name, NFC, stripped
 * @param issues where faults go
 */
public record Row(String file, long line, Map<String, String> cells, Issues issues) {
    public Row {
        cells = Map.copyOf(cells);
    }

    static String clean(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFC).strip();
    }

    /** What {@code reading} makes of the row; nothing if it found faults in it, so that the sound rows can still be checked together. */
    public <T> Optional<T> read(Function<Row, T> reading) {
        int before = issues.count();
        T value = reading.apply(this);
        return issues.count() == before ? Optional.of(value) : Optional.empty();
    }

    /** Adds an issue. */
    public void fault(String column, String detail, String remedy) {
        issues.add(this, column, detail, remedy);
    }

    /** Adds an issue unless something ends after it begins; open ends are null. */
    public void checkSpan(LocalDate from, LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) {
            fault("valid_to", to + " is not after " + from + ".", "Give the first day on which it is no longer so, or leave it open.");
        }
    }

    /** The cell, or null with an issue if it is empty. */
    public String text(String column) {
        String cell = optional(column);
        if (cell == null) {
            issues.add(this, column, "The cell is empty.", "Fill it in.");
        }
        return cell;
    }

    /** The cell, or null if it is empty. */
    public String optional(String column) {
        String cell = cells.get(column);
        return cell == null || cell.isEmpty() ? null : cell;
    }

    public String choice(String column, List<String> choices) {
        String cell = text(column);
        if (cell != null && !choices.contains(cell)) {
            issues.add(this, column, "'" + cell + "' is not known.", "Use one of " + String.join(", ", choices) + ".");
            return null;
        }
        return cell;
    }

    public LocalDate date(String column) {
        String cell = text(column);
        return cell == null ? null : parseDate(column, cell);
    }

    public LocalDate optionalDate(String column) {
        String cell = optional(column);
        return cell == null ? null : parseDate(column, cell);
    }

    private LocalDate parseDate(String column, String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            issues.add(this, column, "'" + cell + "' is not a day.", "Write it like 2022-12-31.");
            return null;
        }
    }

    /** A decimal number with a point. */
    public BigDecimal number(String column) {
        String cell = text(column);
        return cell == null ? null : parseNumber(column, cell);
    }

    public BigDecimal optionalNumber(String column) {
        String cell = optional(column);
        return cell == null ? null : parseNumber(column, cell);
    }

    private BigDecimal parseNumber(String column, String cell) {
        if (!cell.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            issues.add(this, column, "'" + cell + "' is not a number.", "Write it like 1234.5, with a point before decimals.");
            return null;
        }
        return new BigDecimal(cell);
    }

    /** A number without decimals. */
    public Integer wholeNumber(String column) {
        String cell = text(column);
        if (cell != null && !cell.matches("-?[0-9]{1,9}")) {
            fault(column, "'" + cell + "' is not a whole number.", "Write it like 12.");
            return null;
        }
        return cell == null ? null : Integer.valueOf(cell);
    }

    public Boolean flag(String column) {
        String cell = choice(column, List.of("true", "false"));
        return cell == null ? null : Boolean.valueOf(cell);
    }
}

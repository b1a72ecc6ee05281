package langmap.measure;

import java.time.LocalDate;

/**
 * Which figures are asked for.
 *
 * @param measure the measure
 * @param level   commune, district or province
 * @param group   code of a group, null for all communes
 * @param asOf    the day
 * @param series  actual or planned
 */
public record Asked(Measure measure, String level, String group, LocalDate asOf, String series) {
}

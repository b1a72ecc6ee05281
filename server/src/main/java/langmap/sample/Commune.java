package langmap.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.importer.Issues;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/**
 * A commune of the programme as the register of units gives it.
 *
 * @param code     code of the General Statistics Office
 * @param district code of its district
 * @param lon      centre, degrees
 * @param lat      centre, degrees
 * @param onBorder true if it touches the border with China
 */
record Commune(String code, String district, double lon, double lat, boolean onBorder) {
    private static final List<String> COLUMNS = List.of("code", "level", "parent_code", "valid_from", "valid_to", "centre_lon",
        "centre_lat", "on_border");

    /** The communes in force on a day, in code order. */
    static List<Commune> list(Path data, LocalDate day) {
        Issues issues = new Issues();
        List<Commune> communes = new ArrayList<>();
        for (Row row : new SourceFolder(data).rows("units/units.csv", COLUMNS, issues)) {
            LocalDate to = row.optionalDate("valid_to");
            if (row.text("level").equals("commune") && !row.date("valid_from").isAfter(day) && (to == null || to.isAfter(day))) {
                communes.add(new Commune(row.text("code"), row.text("parent_code"), row.number("centre_lon").doubleValue(),
                    row.number("centre_lat").doubleValue(), row.flag("on_border")));
            }
        }
        communes.sort((a, b) -> a.code().compareTo(b.code()));
        return List.copyOf(communes);
    }

    /** Distance between centres, km; good enough within the province. */
    double distance(Commune other) {
        double x = (lon - other.lon) * 103.3;
        double y = (lat - other.lat) * 110.7;
        return StrictMath.sqrt(x * x + y * y);
    }
}

package langmap.sample.land;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import langmap.importer.Issues;
import langmap.importer.Row;
import langmap.importer.SourceFolder;

/**
 * A unit that is to get a boundary.
 *
 * @param code     code of the unit
 * @param district code of its district
 * @param x        centre, metres east
 * @param y        centre, metres north
 * @param areaM2   wanted area, m²
 * @param onBorder true if it must touch the border with China
 */
record Site(String code, String district, double x, double y, double areaM2, boolean onBorder) {
    private static final List<String> COLUMNS = List.of("code", "level", "parent_code", "valid_from", "valid_to", "centre_lon",
        "centre_lat", "area_km2", "on_border");

    /** Communes and urban units in force on a day, in code order. */
    static List<Site> list(Path data, LocalDate day) {
        List<Site> sites = new ArrayList<>();
        for (Row row : new SourceFolder(data).rows("units/units.csv", COLUMNS, new Issues())) {
            LocalDate to = row.optionalDate("valid_to");
            boolean inForce = !row.date("valid_from").isAfter(day) && (to == null || to.isAfter(day));
            if (inForce && List.of("commune", "urban").contains(row.text("level"))) {
                sites.add(new Site(row.text("code"), row.text("parent_code"), Plane.x(row.number("centre_lon").doubleValue()),
                    Plane.y(row.number("centre_lat").doubleValue()), row.number("area_km2").doubleValue() * 1e6, row.flag("on_border")));
            }
        }
        sites.sort((a, b) -> a.code().compareTo(b.code()));
        return List.copyOf(sites);
    }
}

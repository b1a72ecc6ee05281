package langmap.sample.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Writes a folder that {@code import} loads into an empty database: provinces, districts and communes with boundaries, roads, canals and power
 * lines, and works on the roads. Everything is made up, and the same bytes each time.
 */
public final class NationalGenerator {
    /** About as many communes as the country had in 2022. */
    public static final int COMMUNES = 10_600;
    /** Codes of districts have three digits. */
    public static final int MOST_COMMUNES = 15_000;
    static final double SECTIONS_A_COMMUNE = 1_000_000.0 / COMMUNES;
    private static final double CANALS = 0.18;
    private static final double POWER_LINES = 0.07;
    private static final int COMMUNES_A_DISTRICT = 16;
    private static final int DISTRICTS_A_PROVINCE = 11;
    private static final List<String> CATALOGUE = List.of("units|units|units.csv, lineage.csv|Đơn vị|Units",
        "network-classes|network-classes|network.yaml|Phân loại|Classes", "boundaries|boundaries|boundaries.geojson|Ranh giới|Boundaries",
        "roads|roads|roads.geojson|Đường|Roads", "canals|canals|canals.geojson|Kênh mương|Canals",
        "power-lines|power-lines|power-lines.geojson|Đường dây điện|Power lines", "works|works|works.csv|Công trình|Works");

    private NationalGenerator() {
    }

    /**
     * Writes the files.
     *
     * @param folder   where to; made if it is not there
     * @param classes  the file of classes of the network that sections are of
     * @param communes 1 to {@link #MOST_COMMUNES}
     * @return how many sections there are
     */
    public static int write(Path folder, Path classes, int communes) {
        Land land = Land.of(communes);
        int sections = (int) Math.round(communes * SECTIONS_A_COMMUNE);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("data-sets.yaml"), catalogue(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("units.csv"), units(land), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("lineage.csv"),
                "valid_from,predecessor_code,predecessor_name,predecessor_district,successor_code,successor_name,share\n", StandardCharsets.UTF_8);
            Files.copy(classes, folder.resolve("network.yaml"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (GeoJsonFile file = new GeoJsonFile(folder.resolve("boundaries.geojson"))) {
            for (int commune = 0; commune < communes; commune++) {
                file.add("\"id\":\"" + code(commune) + "\",", "", true, land.ring(commune));
            }
        }
        int canals = (int) (sections * CANALS);
        int powerLines = (int) (sections * POWER_LINES);
        try (Works works = new Works(folder.resolve("works.csv"))) {
            Sections.roads(land, sections - canals - powerLines, folder.resolve("roads.geojson"), works);
        }
        Sections.canals(land, canals, folder.resolve("canals.geojson"));
        Sections.powerLines(land, powerLines, folder.resolve("power-lines.geojson"));
        return sections;
    }

    static String code(int commune) {
        return String.format(Locale.ROOT, "%05d", commune + 1);
    }

    private static String catalogue() {
        StringBuilder catalogue = new StringBuilder("# A made-up country.\n");
        for (String entry : CATALOGUE) {
            String[] cells = entry.split("\\|");
            catalogue.append("- {id: ").append(cells[0]).append(", kind: ").append(cells[1]).append(", files: [").append(cells[2]).append("], title: {vi: ")
                .append(cells[3]).append(" của một nước tưởng tượng, en: ").append(cells[4]).append(" of a made-up country}, ")
                .append("origin: {vi: Tạo bằng chương trình, en: Generated}, licence: CC0, illustrative: true")
                .append(cells[0].equals("works") ? ", from: 2021-12-31, to: 2022-12-31}\n" : "}\n");
        }
        return catalogue.toString();
    }

    private static String units(Land land) {
        StringBuilder csv = new StringBuilder("code,level,type,name,parent_code,valid_from,valid_to,centre_lon,centre_lat,area_km2,on_border,seat\n");
        for (int commune = 0; commune < land.communes(); commune++) {
            double[] centre = land.degrees(new Land.Place(commune % land.columns() + 0.5, commune / land.columns() + 0.5));
            int district = commune / COMMUNES_A_DISTRICT;
            if (commune % (COMMUNES_A_DISTRICT * DISTRICTS_A_PROVINCE) == 0) {
                csv.append(unit(province(district), "province", "Tỉnh", "", centre));
            }
            if (commune % COMMUNES_A_DISTRICT == 0) {
                csv.append(unit(district(district), "district", "Huyện", province(district), centre));
            }
            csv.append(unit(code(commune), "commune", "Xã", district(district), centre));
        }
        return csv.toString();
    }

    private static String province(int district) {
        return String.format(Locale.ROOT, "%02d", district / DISTRICTS_A_PROVINCE + 1);
    }

    private static String district(int district) {
        return String.format(Locale.ROOT, "%03d", district + 1);
    }

    private static String unit(String code, String level, String type, String parent, double[] centre) {
        return String.join(",", code, level, type, "Minh Họa " + code, parent, "2020-01-01", "", Double.toString(centre[0]), Double.toString(centre[1]), "",
            "false", "") + "\n";
    }
}

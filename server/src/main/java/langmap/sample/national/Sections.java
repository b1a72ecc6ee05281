package langmap.sample.national;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import langmap.sample.SplitMix;
import langmap.sample.mesh.Earth;

/** Writes the sections of the country: roads, and works on some of those that are not hardened; canals; power lines. */
final class Sections {
    private static final List<String> ROADS = List.of("national_road", "provincial_road", "district_road", "commune_road");
    private static final List<String> SMALL_ROADS = List.of("village_road", "lane", "field_road");
    private static final List<String> CANALS = List.of("main_canal", "main_canal", "branch_canal", "branch_canal", "field_canal");
    private static final List<String> POWER_LINES = List.of("line_110kv", "line_110kv", "line_35kv", "line_22kv", "line_22kv");
    private static final int ROAD = 10;
    private static final int CANAL = 20;
    private static final int POWER = 30;

    private Sections() {
    }

    static void roads(Land land, int count, Path path, Works works) {
        try (GeoJsonFile file = new GeoJsonFile(path)) {
            Lattice.of(land, ROAD, count).list(count, section -> {
                SplitMix random = section.random();
                String sort = section.rank() < ROADS.size() ? ROADS.get(section.rank()) : SMALL_ROADS.get(random.nextInt(SMALL_ROADS.size()));
                boolean earth = section.rank() > 2 && random.nextDouble() < 0.45;
                String surface = section.rank() <= 2 ? "asphalt" : earth ? "earth" : random.nextDouble() < 0.8 ? "concrete" : "other_hardened";
                double metres = metres(section.points());
                String code = code("D", section);
                file.add("", properties(code, sort, metres, random) + "\"surface\":\"" + surface + "\",\"widthM\":" + (3 + random.nextInt(5)) + ",",
                    false, section.points());
                if (earth && random.nextDouble() < 0.07) {
                    works.add(code, metres, random);
                }
            });
        }
    }

    static void canals(Land land, int count, Path path) {
        try (GeoJsonFile file = new GeoJsonFile(path)) {
            Lattice.of(land, CANAL, count).list(count, section -> file.add("", properties(code("K", section), CANALS.get(section.rank()),
                metres(section.points()), section.random()) + "\"surface\":\"" + (section.random().nextDouble() < 0.4 ? "lined" : "earth") + "\",",
                false, section.points()));
        }
    }

    static void powerLines(Land land, int count, Path path) {
        try (GeoJsonFile file = new GeoJsonFile(path)) {
            Lattice.of(land, POWER, count).list(count, section -> {
                String sort = POWER_LINES.get(section.rank());
                file.add("", properties(code("DZ", section), sort, metres(section.points()), section.random()) + "\"voltageKv\":"
                    + sort.replaceAll("[^0-9]", "") + ",", false, section.points());
            });
        }
    }

    private static String code(String letters, Lattice.Section section) {
        return letters + "-" + NationalGenerator.code(section.commune()) + "-" + String.format(Locale.ROOT, "%03d", section.number());
    }

    /** What all sections tell; people report lengths that are nearly right. */
    private static String properties(String code, String sort, double metres, SplitMix random) {
        double off = random.nextDouble() < 0.03 ? 0.15 : 0.02;
        return "\"code\":\"" + code + "\",\"class\":\"" + sort + "\",\"name\":\"Tuyến " + code + "\",\"lengthReportedM\":"
            + Math.round(metres * (1 + (random.nextDouble() * 2 - 1) * off)) + ",";
    }

    private static double metres(List<double[]> points) {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += Earth.length(points.get(i - 1)[0], points.get(i - 1)[1], points.get(i)[0], points.get(i)[1]);
        }
        return sum;
    }
}

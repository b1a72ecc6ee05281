package langmap.importer.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import langmap.geo.Crs;
import langmap.house.Checkout;
import langmap.importer.Issues;
import langmap.importer.file.Limits;
import langmap.importer.file.Upload;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Reading map files in tests: the reader for the province, and what it says of a file in lines. */
final class Maps {
    static final MapReader READER = new MapReader(province(), Limits.USUAL);

    private Maps() {
    }

    static Geometry province() {
        List<Coordinate> ring = new ArrayList<>();
        Checkout.text(Checkout.root().resolve("gis-data/units/province-outline.csv")).lines().skip(1).map(line -> line.split(","))
            .forEach(cells -> ring.add(new Coordinate(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]))));
        ring.add(ring.get(0));
        return new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
    }

    static Path faulty(String name) {
        return Checkout.root().resolve("gis-data/faulty").resolve(name);
    }

    /** The features of a file, of which nothing may be an error. */
    static List<Feature> features(Path file, Choices choices) {
        Issues issues = new Issues();
        List<Feature> features = new ArrayList<>();
        READER.stream(Upload.of(file), choices, features::add, issues);
        if (issues.hasErrors()) {
            throw new AssertionError(issues.found().toString());
        }
        return features;
    }

    /** All issues of a file, and at last how many features it gave. */
    static List<String> verdict(Path file, Choices choices) {
        Issues issues = new Issues();
        long count = READER.stream(Upload.of(file), choices, feature -> { }, issues);
        List<String> lines = new ArrayList<>(issues.found().stream()
            .map(issue -> issue.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + issue.code() + ": " + issue).toList());
        lines.add("features: " + count);
        return lines;
    }

    /** Choices as they stand at the beginning of an expectation, such as {@code with layer=cầu crs=9215 swapped repair}. */
    static Choices choices(String line) {
        Choices choices = Choices.NONE;
        for (String word : line.split(" ")) {
            String value = word.substring(word.indexOf('=') + 1);
            choices = switch (word.split("=")[0]) {
                case "layer" -> choices.layer(value);
                case "crs" -> choices.crs(Crs.findByText(value).orElseThrow());
                case "encoding" -> choices.encoding(TextEncoding.find(value).orElseThrow());
                case "swapped" -> choices.swap();
                case "repair" -> choices.repairing();
                default -> choices;
            };
        }
        return choices;
    }
}

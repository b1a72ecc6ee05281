package langmap.sample.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import langmap.sample.SplitMix;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.Lines.Line;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.NetworkLaws.Grade;
import langmap.sample.mesh.Drawing;
import langmap.sample.mesh.Section;
import langmap.sample.network.CommandAreas.Area;
import langmap.sample.network.PowerGrid.Substation;
import langmap.sample.network.Villages.Village;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Writes sections, substations, areas and villages as text, one thing a line. */
final class NetworkFiles {
    private final NetworkLaws laws;
    private final SplitMix random;

    NetworkFiles(NetworkLaws laws) {
        this.laws = laws;
        this.random = laws.random(11);
    }

    static String villages(List<Village> villages, Drawing drawing) {
        StringBuilder csv = new StringBuilder("code,name,unit,lon,lat,valid_from,valid_to\n");
        villages.forEach(one -> csv.append(String.join(",", one.code(), one.name(), one.code().substring(0, one.code().indexOf('-')),
            plain(drawing.lon(one.cell())), plain(drawing.lat(one.cell())), "2020-01-01", "")).append('\n'));
        return csv.toString();
    }

    String roads(Ledger roads) {
        return sections(roads, section -> Ledger.SURFACES.get(roads.surface(section)));
    }

    String canals(Ledger canals) {
        return sections(canals, section -> canals.surface(section) == Canals.LINED ? "lined" : "earth");
    }

    String powerLines(PowerGrid grid) {
        List<String> features = new ArrayList<>();
        for (int section = 0; section < grid.ledger().size(); section++) {
            Fields fields = fields(grid.ledger(), section);
            fields.number("voltageKv", grid.ledger().lines().line(grid.ledger().section(section)).grade().tree().path("voltageKv").asInt());
            fields.text("validFrom", grid.from(section) == null ? laws.text("oldest") : grid.from(section).toString());
            features.add(feature(fields, line(grid.ledger().section(section))));
        }
        return collection(features);
    }

    private String sections(Ledger ledger, IntFunction<String> surface) {
        List<String> features = new ArrayList<>();
        for (int section = 0; section < ledger.size(); section++) {
            Fields fields = fields(ledger, section).text("surface", surface.apply(section));
            if (ledger.surface(section) > Ledger.EARTH) {
                fields.number("builtYear", laws.whole("builtYears.first") + random.nextInt(laws.whole("builtYears.count")));
            }
            features.add(feature(fields, line(ledger.section(section))));
        }
        return collection(features);
    }

    /** What sections of all kinds tell. */
    private Fields fields(Ledger ledger, int section) {
        Section at = ledger.section(section);
        Line line = ledger.lines().line(at);
        Grade grade = line.grade();
        Fields fields = new Fields().text("code", ledger.code(section)).text("class", grade.id());
        JsonNode digit = grade.tree().path("idDigit");
        if (digit.isInt()) {
            String letters = line.unit() < 0 ? "00" : laws.at("districtLetters").path(ledger.country().units().get(line.unit()).district()).asText();
            fields.text("roadId", "%s%d%s%05d".formatted(laws.text("provinceDigits"), digit.intValue(), letters, line.count()));
        }
        if (line.name() != null) {
            fields.text("name", line.name());
        }
        if (!grade.tree().path("widthM").isEmpty()) {
            double low = grade.tree().path("widthM").path(0).asDouble();
            double width = low + (grade.tree().path("widthM").path(1).asDouble() - low) * random.nextDouble();
            fields.number("widthM", StrictMath.rint(width * 2) / 2);
        }
        if (grade.tree().path("owner").isTextual()) {
            fields.text("owner", grade.tree().path("owner").asText());
        }
        return fields.number("lengthReportedM", StrictMath.rint(reported(at.lengthM())));
    }

    /** What people reported: nearly the length, sometimes far off. */
    private double reported(double length) {
        boolean conflict = random.nextDouble() < laws.number("reported.conflictShare");
        double off = conflict ? laws.between("reported.conflict", random) : laws.number("reported.within") * random.nextDouble();
        return length * (1 + (random.nextDouble() < 0.5 ? -off : off));
    }

    String substations(PowerGrid grid) {
        List<String> features = new ArrayList<>();
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Substation one : grid.substations()) {
            Fields fields = new Fields().text("code", "TBA%d-%04d".formatted(one.kv(), counts.merge(one.kv(), 1, Integer::sum))).text("name", one.name())
                .number("voltageKv", one.kv()).number("capacityKva", one.kva())
                .text("validFrom", one.from() == null ? laws.text("oldest") : one.from().toString());
            features.add(feature(fields, "\"Point\",\"coordinates\":" + point(grid.drawing().lon(one.cell()), grid.drawing().lat(one.cell()))));
        }
        return collection(features);
    }

    String areas(List<Area> areas, Ledger canals) {
        List<String> features = new ArrayList<>();
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Area area : areas) {
            int count = counts.merge(area.unit(), 1, Integer::sum);
            double reported = reported(CommandAreas.hectares(area.shape()));
            Fields fields = new Fields().text("code", "KT-%s-%02d".formatted(canals.country().units().get(area.unit()).code(), count))
                .text("name", "Khu tưới " + canals.country().units().get(area.unit()).name() + " " + count).flag("active", area.active())
                .number("reportedHa", StrictMath.rint(reported * 10) / 10)
                .text("validFrom", area.from() == null ? laws.text("oldest") : area.from().toString());
            List<String> rings = new ArrayList<>(List.of(ring(area.shape().getExteriorRing())));
            for (int hole = 0; hole < area.shape().getNumInteriorRing(); hole++) {
                rings.add(ring(area.shape().getInteriorRingN(hole)));
            }
            features.add(feature(fields, "\"Polygon\",\"coordinates\":[" + String.join(",", rings) + "]"));
        }
        return collection(features);
    }

    private static String ring(LineString ring) {
        List<String> points = new ArrayList<>();
        for (Coordinate at : ring.getCoordinates()) {
            points.add(point(at.x, at.y));
        }
        return "[" + String.join(",", points) + "]";
    }

    private static String line(Section section) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < section.lon().length; i++) {
            points.add(point(section.lon()[i], section.lat()[i]));
        }
        return "\"LineString\",\"coordinates\":[" + String.join(",", points) + "]";
    }

    private static String point(double lon, double lat) {
        return "[" + plain(lon) + "," + plain(lat) + "]";
    }

    private static String feature(Fields fields, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + fields.flag("illustrative", true).json() + "},\"geometry\":{\"type\":" + geometry + "}}";
    }

    private static String collection(List<String> features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n";
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    /** Properties in the order in which they are told; texts hold nothing that JSON would escape. */
    private static final class Fields {
        private final List<String> fields = new ArrayList<>();

        Fields text(String name, String value) {
            fields.add("\"" + name + "\":\"" + value + "\"");
            return this;
        }

        Fields number(String name, double value) {
            fields.add("\"" + name + "\":" + plain(value));
            return this;
        }

        Fields flag(String name, boolean value) {
            fields.add("\"" + name + "\":" + value);
            return this;
        }

        String json() {
            return String.join(",", fields);
        }
    }
}

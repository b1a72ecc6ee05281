package langmap.sample.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import langmap.house.Checkout;
import langmap.importer.Issues;
import langmap.importer.Row;
import langmap.importer.SourceFolder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The files of the illustrative network, read and measured without the code that made them. */
final class SampleNetwork {
    static final Path DATA = Checkout.root().resolve("gis-data");
    static final LocalDate START = LocalDate.of(2021, 12, 31);
    static final LocalDate END = LocalDate.of(2022, 12, 31);
    static final List<String> RURAL = List.of("commune_road", "village_road", "lane", "field_road");
    static final List<String> TRUNK = List.of("national_road", "provincial_road", "district_road");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Where a section lies: metres along it. The commune is null outside the 181. */
    record Piece(String commune, double from, double to) {
    }

    record Section(String code, JsonNode fields, LineString line, double lengthM, List<Piece> pieces, List<Work> works) {
        String grade() {
            return fields.path("class").asText();
        }

        boolean isHardened() {
            return !fields.path("surface").asText().equals("earth");
        }

        boolean isPaved() {
            return List.of("asphalt", "concrete").contains(fields.path("surface").asText());
        }

        double lengthOn(String commune) {
            return pieces.stream().filter(piece -> commune == null ? piece.commune() != null : commune.equals(piece.commune()))
                .mapToDouble(piece -> piece.to() - piece.from()).sum();
        }

        /** Metres in a commune, or in all if it is null, that are good at the start or by works that count. */
        double goodM(String commune, boolean atStart, Predicate<Work> counting) {
            if (atStart) {
                return lengthOn(commune);
            }
            List<Double> cuts = new ArrayList<>();
            List<Work> improving = works.stream().filter(work -> !work.kind().equals("repair")).filter(counting).toList();
            improving.forEach(work -> cuts.addAll(List.of(work.from(), work.to())));
            pieces.forEach(piece -> cuts.addAll(List.of(piece.from(), piece.to())));
            cuts.sort(Double::compare);
            double sum = 0;
            for (int i = 1; i < cuts.size(); i++) {
                double middle = (cuts.get(i - 1) + cuts.get(i)) / 2;
                boolean inside = pieces.stream().anyMatch(piece -> piece.from() <= middle && middle < piece.to()
                    && (commune == null ? piece.commune() != null : commune.equals(piece.commune())));
                boolean good = improving.stream().anyMatch(work -> work.from() <= middle && middle < work.to());
                sum += inside && good ? cuts.get(i) - cuts.get(i - 1) : 0;
            }
            return sum;
        }

        boolean isWhollyGood(boolean atStart, Predicate<Work> counting) {
            List<Work> left = new ArrayList<>(works.stream().filter(work -> !work.kind().equals("repair")).filter(counting).toList());
            left.sort(Comparator.comparingDouble(Work::from));
            double to = 0;
            for (Work work : left) {
                to = work.from() <= to + 0.2 ? Math.max(to, work.to()) : to;
            }
            return atStart || to >= lengthM - 0.2;
        }
    }

    record Work(String code, String kind, String section, double from, double to, String state, LocalDate due, LocalDate accepted, Row row) {
        boolean isAcceptedBy(LocalDate day) {
            return accepted != null && !accepted.isAfter(day);
        }
    }

    record Village(String code, String commune, Coordinate at) {
    }

    final Map<String, Polygon> communes = new TreeMap<>();
    final Map<String, Coordinate> centres = new TreeMap<>();
    final Map<String, Section> roads;
    final Map<String, Section> canals;
    final Map<String, Section> power;
    final List<Work> works = new ArrayList<>();
    final List<Village> villages = new ArrayList<>();
    private final SourceFolder folder = new SourceFolder(DATA);
    private final STRtree index = new STRtree();

    SampleNetwork() {
        List<String> columns = List.of("code", "level", "valid_from", "valid_to", "centre_lon", "centre_lat");
        for (Row row : folder.rows("units/units.csv", columns, new Issues())) {
            LocalDate to = row.optionalDate("valid_to");
            if (row.text("level").equals("commune") && !row.date("valid_from").isAfter(END) && (to == null || to.isAfter(END))) {
                centres.put(row.text("code"), new Coordinate(row.number("centre_lon").doubleValue(), row.number("centre_lat").doubleValue()));
            }
        }
        for (JsonNode feature : features("boundaries")) {
            if (centres.containsKey(feature.path("id").asText())) {
                Polygon area = FACTORY.createPolygon(coordinates(feature.path("geometry").path("coordinates").path(0)));
                communes.put(feature.path("id").asText(), area);
                index.insert(area.getEnvelopeInternal(), Map.entry(feature.path("id").asText(), PreparedGeometryFactory.prepare(area)));
            }
        }
        roads = sections("roads");
        canals = sections("canals");
        power = sections("power-lines");
        works();
        for (Row row : folder.rows("illustrative/villages.csv", List.of("code", "name", "unit", "lon", "lat"), new Issues())) {
            villages.add(new Village(row.text("code"), row.text("unit"), new Coordinate(row.number("lon").doubleValue(), row.number("lat").doubleValue())));
        }
    }

    /** Centres of all units of the end of the year by code. */
    Map<String, Coordinate> towns() {
        Map<String, Coordinate> towns = new TreeMap<>();
        for (Row row : folder.rows("units/units.csv", List.of("code", "level", "valid_from", "centre_lon", "centre_lat"), new Issues())) {
            if (List.of("commune", "urban").contains(row.text("level")) && row.date("valid_from").isBefore(END)) {
                towns.put(row.text("code"), new Coordinate(row.number("centre_lon").doubleValue(), row.number("centre_lat").doubleValue()));
            }
        }
        return towns;
    }

    JsonNode features(String file) {
        try {
            return new ObjectMapper().readTree(Checkout.root().resolve("gis-data/illustrative/" + file + ".geojson").toFile()).path("features");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode rule(String id) {
        for (JsonNode rule : folder.yaml("illustrative/criterion-rules.yaml").path("rules")) {
            if (rule.path("id").asText().equals(id)) {
                return rule;
            }
        }
        throw new AssertionError(id);
    }

    /** Official statuses of a criterion on a day; communes not assessed are left out. */
    Map<String, String> official(int criterion, LocalDate day) {
        Map<String, String> statuses = new HashMap<>();
        List<Row> rows = new ArrayList<>(folder.rows("illustrative/assessments-actual.csv", List.of("unit", "criterion", "status", "valid_from"), new Issues()));
        rows.sort(Comparator.comparing(row -> row.date("valid_from")));
        rows.stream().filter(row -> row.wholeNumber("criterion") == criterion && !row.date("valid_from").isAfter(day))
            .forEach(row -> statuses.put(row.text("unit"), row.text("status")));
        return statuses;
    }

    static Coordinate[] coordinates(JsonNode points) {
        List<Coordinate> list = new ArrayList<>();
        points.forEach(point -> list.add(new Coordinate(point.path(0).asDouble(), point.path(1).asDouble())));
        return list.toArray(Coordinate[]::new);
    }

    private Map<String, Section> sections(String file) {
        Map<String, Section> sections = new TreeMap<>();
        for (JsonNode feature : features(file)) {
            LineString line = FACTORY.createLineString(coordinates(feature.path("geometry").path("coordinates")));
            List<Piece> pieces = pieces(line);
            String code = feature.path("properties").path("code").asText();
            sections.put(code, new Section(code, feature.path("properties"), line, pieces.get(pieces.size() - 1).to(), pieces, new ArrayList<>()));
        }
        return sections;
    }

    /** Cuts every segment where it crosses a boundary and asks for the commune in the middle of each bit. */
    private List<Piece> pieces(LineString line) {
        List<Piece> pieces = new ArrayList<>();
        List<?> near = index.query(line.getEnvelopeInternal());
        Map.Entry<?, ?> whole = (Map.Entry<?, ?>) near.stream().filter(one -> prepared(one).covers(line)).findFirst().orElse(null);
        Coordinate[] points = line.getCoordinates();
        double along = 0;
        for (int i = 1; i < points.length; i++) {
            List<Coordinate> cuts = new ArrayList<>(List.of(points[i - 1], points[i]));
            LineString segment = FACTORY.createLineString(new Coordinate[] {points[i - 1], points[i]});
            for (Object one : whole == null ? near : List.of()) {
                if (prepared(one).intersects(segment)) {
                    cuts.addAll(Arrays.asList(segment.intersection(prepared(one).getGeometry().getBoundary()).getCoordinates()));
                }
            }
            Coordinate start = points[i - 1];
            cuts.sort(Comparator.comparingDouble(start::distance));
            for (int cut = 1; cut < cuts.size(); cut++) {
                double length = Vincenty.metres(cuts.get(cut - 1), cuts.get(cut));
                Geometry middle = FACTORY.createPoint(new Coordinate((cuts.get(cut - 1).x + cuts.get(cut).x) / 2, (cuts.get(cut - 1).y + cuts.get(cut).y) / 2));
                String commune = whole != null ? (String) whole.getKey() : near.stream().filter(one -> prepared(one).covers(middle))
                    .map(one -> (String) ((Map.Entry<?, ?>) one).getKey()).findFirst().orElse(null);
                pieces.add(new Piece(commune, along, along + length));
                along += length;
            }
        }
        return merged(pieces);
    }

    private static List<Piece> merged(List<Piece> pieces) {
        List<Piece> merged = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            boolean joins = last != null && java.util.Objects.equals(last.commune(), piece.commune());
            if (joins) {
                merged.set(merged.size() - 1, new Piece(last.commune(), last.from(), piece.to()));
            } else {
                merged.add(piece);
            }
        }
        return merged;
    }

    private static PreparedGeometry prepared(Object entry) {
        return (PreparedGeometry) ((Map.Entry<?, ?>) entry).getValue();
    }

    private void works() {
        List<String> columns = List.of("code", "kind", "section_kind", "section", "from_m", "to_m", "state", "starts_on", "due_on", "started_on", "done_on",
            "accepted_on", "surface", "cost_million", "funding", "title", "note");
        for (Row row : folder.rows("illustrative/works.csv", columns, new Issues())) {
            Map<String, Section> kind = Map.of("road", roads, "canal", canals, "power_line", power).get(row.text("section_kind"));
            Section section = kind.get(row.text("section"));
            boolean whole = row.optional("from_m") == null;
            Work work = new Work(row.text("code"), row.text("kind"), section.code(), whole ? 0 : row.number("from_m").doubleValue(),
                whole ? section.lengthM() : row.number("to_m").doubleValue(), row.text("state"), row.date("due_on"), row.optionalDate("accepted_on"), row);
            section.works().add(work);
            works.add(work);
        }
    }
}

package langmap.sample.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import langmap.importer.SourceFolder;
import langmap.sample.network.SampleNetwork.Section;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodingIntersectionFinder;
import org.locationtech.jts.noding.SegmentString;

/** What makes the illustrative roads look like roads, and a network. */
final class NetworkShapeTest {
    private static final SampleNetwork NETWORK = new SampleNetwork();
    private static final double METRES = 111_000;

    @Test
    void sectionsMeetAtTheirEndsAndNowhereElse() {
        for (Map<String, Section> kind : List.of(NETWORK.roads, NETWORK.canals)) {
            List<SegmentString> lines = new ArrayList<>();
            kind.values().forEach(section -> lines.add(new BasicSegmentString(section.line().getCoordinates(), section.code())));
            NodingIntersectionFinder finder = NodingIntersectionFinder.createAllIntersectionsFinder(new RobustLineIntersector());
            new MCIndexNoder(finder).computeNodes(lines);
            assertThat(finder.count()).as("near %s", finder.getIntersection()).isZero();
        }
    }

    @Test
    void allRoadsHangTogether() {
        Map<Coordinate, List<Coordinate>> next = new HashMap<>();
        NETWORK.roads.values().forEach(section -> {
            Coordinate from = section.line().getCoordinateN(0);
            Coordinate to = section.line().getCoordinateN(section.line().getNumPoints() - 1);
            next.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
            next.computeIfAbsent(to, key -> new ArrayList<>()).add(from);
        });
        Deque<Coordinate> open = new ArrayDeque<>(List.of(next.keySet().iterator().next()));
        Set<Coordinate> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            next.get(open.poll()).stream().filter(seen::add).forEach(open::add);
        }
        assertThat(seen).hasSameSizeAs(next.keySet());
    }

    @Test
    void numberedRoadsJoinTheTownsTheyAreKnownToJoin() {
        JsonNode laws = new SourceFolder(SampleNetwork.DATA).yaml("illustrative/network-laws.yaml");
        Map<String, Coordinate> towns = NETWORK.towns();
        List<Section> trunk = NETWORK.roads.values().stream().filter(section -> SampleNetwork.TRUNK.contains(section.grade())).toList();
        for (JsonNode road : laws.path("nationalRoads")) {
            assertThat(trunk).as(road.path("name").asText()).anyMatch(section -> section.fields().path("name").asText().equals(road.path("name").asText()));
            for (JsonNode via : road.path("via")) {
                Coordinate town = towns.get(via.asText());
                assertThat(town == null || trunk.stream().anyMatch(section -> isNear(section, town, 300))).as("%s %s", road.path("name"), via).isTrue();
            }
        }
    }

    private static boolean isNear(Section section, Coordinate at, double metres) {
        for (Coordinate point : section.line().getCoordinates()) {
            if (Math.abs(point.x - at.x) < 0.01 && Vincenty.metres(point, at) < metres) {
                return true;
            }
        }
        return false;
    }

    @Test
    void roadsAreSmoothAndDoNotFollowAGrid() {
        List<Double> spacing = new ArrayList<>();
        double sharp = 0;
        double turns = 0;
        double onGrid = 0;
        double all = 0;
        for (Section section : NETWORK.roads.values()) {
            Coordinate[] points = section.line().getCoordinates();
            for (int i = 1; i < points.length; i++) {
                double length = Vincenty.metres(points[i - 1], points[i]);
                double angle = angle(points[i - 1], points[i]);
                spacing.add(length);
                all += length;
                onGrid += Math.abs(Math.toDegrees(angle) / 45 - Math.rint(Math.toDegrees(angle) / 45)) * 45 < 3 ? length : 0;
                if (i + 1 < points.length) {
                    double turn = Math.abs(Math.IEEEremainder(angle(points[i], points[i + 1]) - angle, 2 * Math.PI));
                    turns++;
                    sharp += turn > Math.toRadians(60) ? 1 : 0;
                }
            }
        }
        spacing.sort(Double::compare);
        assertThat(spacing.get(spacing.size() / 2)).as("median metres between vertices").isBetween(80.0, 250.0);
        assertThat(spacing.get(spacing.size() - 1)).isLessThan(300);
        assertThat(sharp / turns).as("turns over 60 degrees").isLessThan(0.01);
        assertThat(onGrid / all).as("within 3 degrees of a multiple of 45; 0.133 if all directions are alike").isLessThan(0.2);
    }

    private static double angle(Coordinate a, Coordinate b) {
        return Math.atan2(b.y - a.y, (b.x - a.x) * Math.cos(Math.toRadians(21.8)));
    }

    @Test
    void largerRoadsHaveNoTwins() {
        STRtree index = new STRtree();
        List<Section> motor = NETWORK.roads.values().stream().filter(section -> SampleNetwork.TRUNK.contains(section.grade())).toList();
        motor.forEach(section -> index.insert(section.line().getEnvelopeInternal(), section));
        long twins = motor.stream().filter(section -> section.lengthM() > 600).filter(section -> {
            Coordinate middle = section.line().getCoordinateN(section.line().getNumPoints() / 2);
            Envelope around = new Envelope(middle);
            around.expandBy(200 / METRES);
            List<?> near = index.query(around);
            return near.stream().map(Section.class::cast).anyMatch(other -> other != section && !touches(section, other)
                && other.line().distance(section.line().getFactory().createPoint(middle)) * METRES < 200);
        }).count();
        assertThat(twins).isLessThanOrEqualTo(motor.size() / 100);
    }

    private static boolean touches(Section one, Section other) {
        return one.line().touches(other.line());
    }

    @Test
    void filesAreNotTooLargeAndCodesAreGood() throws IOException {
        assertThat(NETWORK.roads).hasSizeLessThan(25_000);
        assertThat(Files.size(SampleNetwork.DATA.resolve("illustrative/roads.geojson"))).isLessThan(9_000_000);
        for (Map<String, Section> kind : List.of(NETWORK.roads, NETWORK.canals, NETWORK.power)) {
            assertThat(kind.values()).allMatch(section -> section.fields().path("roadId").isMissingNode()
                || section.fields().path("roadId").asText().matches("\\d{3}([A-ZĐ]{2}|00)\\d{5}")).allMatch(section -> section.line().isSimple());
        }
        assertThat(NETWORK.features("roads")).hasSize(NETWORK.roads.size());
        assertThat(NETWORK.works).extracting(SampleNetwork.Work::code).doesNotHaveDuplicates();
    }

    @Test
    void everyVoltageIsThereAndLinesOfTheYearAreWorks() {
        assertThat(NETWORK.power.values()).extracting(Section::grade).contains("line_110kv", "line_35kv", "line_22kv");
        assertThat(NETWORK.power.values().stream().filter(line -> line.fields().path("validFrom").asText().startsWith("2022")))
            .hasSizeGreaterThan(10).allMatch(line -> line.works().stream().anyMatch(work -> work.kind().equals("new_line")
            && work.accepted().toString().equals(line.fields().path("validFrom").asText())));
    }
}

package langmap.sample.network;

import static langmap.sample.network.SampleNetwork.END;
import static langmap.sample.network.SampleNetwork.START;
import static langmap.sample.network.SampleNetwork.TRUNK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import langmap.sample.network.SampleNetwork.Section;
import langmap.sample.network.SampleNetwork.Work;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Which communes and villages good roads reach, and what the rules of criteria 2, 3 and 4 make of the network, by a plain search of its own. */
final class NetworkCriteriaTest {
    private static final SampleNetwork NETWORK = new SampleNetwork();
    private static final Set<String> NO_MOTOR = Set.of("lane", "field_road");
    private static final Set<Coordinate> ENDS = meeting(section -> true).keySet();

    private static Predicate<Work> by(LocalDate day) {
        return work -> work.isAcceptedBy(day);
    }

    /** Everything one comes to from a place on sections that hold a condition. */
    private static Set<Coordinate> reached(Coordinate start, Map<Coordinate, List<Section>> meeting) {
        Set<Coordinate> seen = new HashSet<>(Set.of(start));
        Deque<Coordinate> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Section section : meeting.getOrDefault(open.poll(), List.of())) {
                for (Coordinate end : List.of(section.line().getCoordinateN(0), section.line().getCoordinateN(section.line().getNumPoints() - 1))) {
                    if (seen.add(end)) {
                        open.add(end);
                    }
                }
            }
        }
        return seen;
    }

    private static Map<Coordinate, List<Section>> meeting(Predicate<Section> holds) {
        Map<Coordinate, List<Section>> meeting = new HashMap<>();
        NETWORK.roads.values().stream().filter(section -> !NO_MOTOR.contains(section.grade())).filter(holds).forEach(section -> {
            meeting.computeIfAbsent(section.line().getCoordinateN(0), key -> new ArrayList<>()).add(section);
            meeting.computeIfAbsent(section.line().getCoordinateN(section.line().getNumPoints() - 1), key -> new ArrayList<>()).add(section);
        });
        return meeting;
    }

    /** The node of a centre: the nearest end of a motor section; it lies on the centre itself. */
    private static Coordinate node(String commune) {
        Coordinate centre = NETWORK.centres.get(commune);
        Coordinate nearest = ENDS.stream().min((a, b) -> Double.compare(a.distance(centre), b.distance(centre))).orElseThrow();
        assertThat(Vincenty.metres(centre, nearest)).as(commune).isLessThan(5);
        return nearest;
    }

    private static int communesReached(LocalDate day) {
        Map<Coordinate, List<Section>> paved = meeting(section -> section.isWhollyGood(section.isPaved(), by(day)));
        Set<Coordinate> trunk = meeting(section -> TRUNK.contains(section.grade())).keySet();
        return (int) NETWORK.communes.keySet().stream().filter(code -> reached(node(code), paved).stream().anyMatch(trunk::contains)).count();
    }

    private static double villagesReached(LocalDate day) {
        Map<Coordinate, List<Section>> hardened = meeting(section -> section.isWhollyGood(section.isHardened(), by(day)));
        long count = 0;
        for (String code : NETWORK.communes.keySet()) {
            Set<Coordinate> reached = reached(node(code), hardened);
            count += NETWORK.villages.stream().filter(village -> village.commune().equals(code) && reached.contains(village.at())).count();
        }
        return count / (double) NETWORK.villages.size();
    }

    @Test
    void everyVillageAndEveryCentreIsAnEndOfAMotorRoadAndTheyHangTogether() {
        Map<Coordinate, List<Section>> all = meeting(section -> true);
        Set<Coordinate> reached = reached(NETWORK.villages.get(0).at(), all);
        assertThat(NETWORK.villages).allMatch(village -> reached.contains(village.at()));
        assertThat(NETWORK.communes.keySet()).allMatch(code -> reached.contains(node(code)));
    }

    @Test
    void pavedRoadsReachTheCommunesOfThePlanLessOne() {
        assertThat(communesReached(START)).isEqualTo(158);
        assertThat(communesReached(END)).isEqualTo(164);
    }

    @Test
    void hardenedRoadsReachTwoThirdsOfTheVillages() {
        assertThat(villagesReached(START)).isBetween(0.660, 0.669);
        assertThat(villagesReached(END)).isBetween(0.673, 0.679);
    }

    private static double roadShare(String commune, String id, Predicate<Work> counting) {
        JsonNode rule = NETWORK.rule(id);
        boolean paved = rule.path("quality").asText().equals("paved");
        double all = 0;
        double good = 0;
        for (Section section : NETWORK.roads.values()) {
            if (section.grade().equals(rule.path("class").asText()) && section.lengthOn(commune) > 0) {
                all += section.lengthOn(commune);
                good += section.goodM(commune, paved ? section.isPaved() : section.isHardened(), counting);
            }
        }
        return all == 0 ? 1 : good / all;
    }

    private static boolean holdsRoads(String commune, Predicate<Work> counting) {
        return List.of("2.1", "2.2", "2.3", "2.4").stream().allMatch(id -> roadShare(commune, id, counting) >= NETWORK.rule(id).path("threshold").asDouble() - 1e-6);
    }

    private static void agrees(int criterion, Map<String, Boolean> computed) {
        Map<String, String> official = NETWORK.official(criterion, END);
        Set<String> contradictions = new TreeSet<>();
        official.forEach((commune, status) -> {
            if (computed.get(commune) != status.equals("met")) {
                contradictions.add(commune);
            }
        });
        assertThat(contradictions).as("criterion %d", criterion).hasSizeBetween(4, 12);
        assertThat(contradictions.size()).isLessThan(official.size() / 10);
    }

    @Test
    void criterionTwoFollowsFromTheRoadsMostly() {
        Map<String, Boolean> computed = new TreeMap<>();
        NETWORK.communes.keySet().forEach(commune -> computed.put(commune, holdsRoads(commune, by(END))));
        agrees(2, computed);
    }

    @Test
    void oneCommuneLacksOnlyAHundredMetresThatAreDoneAndNotAccepted() {
        String near = new langmap.importer.SourceFolder(SampleNetwork.DATA).yaml("illustrative/network-laws.yaml").path("nearMiss").path("unit").asText();
        double all = NETWORK.roads.values().stream().filter(one -> one.grade().equals("village_road")).mapToDouble(one -> one.lengthOn(near)).sum();
        double missing = (NETWORK.rule("2.2").path("threshold").asDouble() - roadShare(near, "2.2", by(END))) * all;
        assertThat(missing).isBetween(50.0, 150.0);
        assertThat(holdsRoads(near, by(END))).isFalse();
        List<Work> done = NETWORK.works.stream().filter(work -> work.state().equals("done") && work.row().text("section_kind").equals("road")
            && NETWORK.roads.get(work.section()).grade().equals("village_road") && NETWORK.roads.get(work.section()).lengthOn(near) > 0).toList();
        assertThat(done).hasSize(1);
        assertThat(holdsRoads(near, by(END).or(work -> work == done.get(0)))).isTrue();
    }

    @Test
    void criterionThreeFollowsFromCanalsAndAreasMostly() {
        Map<String, Boolean> computed = new TreeMap<>();
        Map<String, double[]> areas = new TreeMap<>();
        for (JsonNode feature : NETWORK.features("command-areas")) {
            Geometry area = new GeometryFactory().createPolygon(SampleNetwork.coordinates(feature.path("geometry").path("coordinates").path(0)));
            NETWORK.communes.forEach((commune, land) -> {
                double on = land.getEnvelopeInternal().intersects(area.getEnvelopeInternal()) ? land.intersection(area).getArea() : 0;
                double[] sums = areas.computeIfAbsent(commune, key -> new double[2]);
                sums[0] += on;
                sums[1] += feature.path("properties").path("active").asBoolean() ? on : 0;
            });
        }
        NETWORK.communes.keySet().forEach(commune -> {
            double all = NETWORK.canals.values().stream().mapToDouble(one -> one.lengthOn(commune)).sum();
            double lined = NETWORK.canals.values().stream().mapToDouble(one -> one.goodM(commune, one.isHardened(), by(END))).sum();
            assertThat(all).as(commune).isPositive();
            computed.put(commune, lined / all >= NETWORK.rule("3.2").path("threshold").asDouble()
                && areas.get(commune)[1] / areas.get(commune)[0] >= NETWORK.rule("3.1").path("threshold").asDouble());
        });
        agrees(3, computed);
    }

    @Test
    void criterionFourFollowsFromTheGridMostly() {
        List<Section> lines = NETWORK.power.values().stream().filter(one -> !one.grade().equals("line_110kv")).toList();
        double within = NETWORK.rule("4.1").path("withinM").asDouble();
        Map<String, double[]> counts = new TreeMap<>();
        NETWORK.villages.forEach(village -> {
            double[] sums = counts.computeIfAbsent(village.commune(), key -> new double[2]);
            sums[0]++;
            sums[1] += lines.stream().anyMatch(line -> metres(line, village.at()) <= within) ? 1 : 0;
        });
        Map<String, Boolean> computed = new TreeMap<>();
        counts.forEach((commune, sums) -> computed.put(commune, sums[1] / sums[0] >= NETWORK.rule("4.1").path("threshold").asDouble()));
        agrees(4, computed);
    }

    /** Distance on a plane at the place, metres; a large number far away. */
    private static double metres(Section line, Coordinate at) {
        if (!line.line().getEnvelopeInternal().intersects(new Envelope(at.x - 0.03, at.x + 0.03, at.y - 0.03, at.y + 0.03))) {
            return Double.MAX_VALUE;
        }
        Geometry plane = line.line().copy();
        plane.apply((Coordinate c) -> {
            c.x = (c.x - at.x) * 111_320 * Math.cos(Math.toRadians(at.y));
            c.y = (c.y - at.y) * 110_730;
        });
        plane.geometryChanged();
        return plane.distance(new GeometryFactory().createPoint(new Coordinate(0, 0)));
    }
}

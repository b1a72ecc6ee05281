package langmap.sample.network;

import static langmap.sample.network.SampleNetwork.END;
import static langmap.sample.network.SampleNetwork.RURAL;
import static langmap.sample.network.SampleNetwork.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import langmap.sample.mesh.Earth;
import langmap.sample.network.SampleNetwork.Section;
import langmap.sample.network.SampleNetwork.Work;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** How much there must be of everything in the illustrative network, measured anew with another geodesic than the generator's. */
final class NetworkLawsTest {
    private static final SampleNetwork NETWORK = new SampleNetwork();
    private static final Predicate<Work> BEFORE = work -> work.isAcceptedBy(START);
    private static final Predicate<Work> ACTUAL = work -> work.isAcceptedBy(END);
    private static final Predicate<Work> PLANNED = work -> !work.due().isAfter(END);

    private static double km(Map<String, Section> sections, List<String> grades) {
        return sections.values().stream().filter(one -> grades.contains(one.grade())).mapToDouble(one -> one.lengthOn(null)).sum() / 1000;
    }

    private static double hardenedKm(Map<String, Section> sections, List<String> grades, Predicate<Work> counting) {
        return sections.values().stream().filter(one -> grades.contains(one.grade())).mapToDouble(one -> one.goodM(null, one.isHardened(), counting)).sum() / 1000;
    }

    @Test
    void ruralRoadIsAsLongAsThePlanSaysAndAsMuchOfItIsHardened() {
        double all = km(NETWORK.roads, RURAL);
        assertThat(all).isBetween(10250 * 0.995, 10250 * 1.005);
        assertThat(hardenedKm(NETWORK.roads, RURAL, BEFORE) / all).isBetween(0.4955, 0.4965);
    }

    @Test
    void theYearHardensWhatItShall() {
        double before = hardenedKm(NETWORK.roads, RURAL, BEFORE);
        assertThat(hardenedKm(NETWORK.roads, RURAL, ACTUAL) - before).isBetween(318.0, 322.0);
        assertThat(hardenedKm(NETWORK.roads, RURAL, PLANNED) - before).isBetween(352.0, 358.0);
    }

    @Test
    void canalsAreLinedAsTheyShallBe() {
        List<String> grades = List.of("main_canal", "branch_canal", "field_canal");
        assertThat(km(NETWORK.canals, grades)).isBetween(1370.0, 1430.0);
        double before = hardenedKm(NETWORK.canals, grades, BEFORE);
        assertThat(hardenedKm(NETWORK.canals, grades, ACTUAL) - before).isBetween(47.5, 47.7);
        assertThat(hardenedKm(NETWORK.canals, grades, PLANNED) - before).isBetween(49.5, 50.5);
    }

    @Test
    void theYearsWorksComeByMonthsFewFirstMostLast() {
        Map<Month, Long> months = NETWORK.works.stream().filter(work -> work.accepted() != null && work.accepted().getYear() == 2022)
            .collect(Collectors.groupingBy(work -> work.accepted().getMonth(), TreeMap::new, Collectors.counting()));
        assertThat(months).hasSize(12);
        assertThat(months.get(Month.JANUARY) + months.get(Month.FEBRUARY)).isLessThan(months.get(Month.MARCH));
        assertThat(List.of(months.get(Month.OCTOBER), months.get(Month.NOVEMBER), months.get(Month.DECEMBER)))
            .allMatch(count -> months.entrySet().stream().filter(month -> month.getKey().getValue() < 10).allMatch(month -> month.getValue() < count));
    }

    @Test
    void worksAreInEveryStateSomeLateSomeOverlapOneTwice() {
        assertThat(NETWORK.works).extracting(Work::state).contains("planned", "under_way", "done", "accepted");
        assertThat(NETWORK.works).anyMatch(work -> work.state().equals("under_way") && !work.due().isAfter(END))
            .anyMatch(work -> work.due().getYear() == 2023).anyMatch(work -> work.accepted() != null && work.accepted().getYear() == 2021);
        int overlaps = 0;
        int twice = 0;
        for (Section section : NETWORK.roads.values()) {
            List<Work> accepted = section.works().stream().filter(ACTUAL).toList();
            for (Work one : accepted) {
                for (Work other : accepted) {
                    overlaps += one != other && one.from() < other.from() && other.from() < one.to() && one.to() < other.to() ? 1 : 0;
                    twice += one != other && one.from() == other.from() && one.to() == other.to() && one.code().compareTo(other.code()) < 0 ? 1 : 0;
                }
            }
        }
        assertThat(overlaps).isBetween(2, 4);
        assertThat(twice).isEqualTo(1);
        assertThat(NETWORK.works.stream().filter(work -> work.row().optional("from_m") != null).count()).isGreaterThan(30);
        assertThat(NETWORK.roads.values().stream().filter(section -> section.pieces().size() > 1 && !section.works().isEmpty()).count()).isGreaterThan(5);
    }

    @Test
    void datesOfWorksFollowEachOtherAndGoWithTheState() {
        assertThat(NETWORK.works).allSatisfy(work -> {
            List<LocalDate> real = new ArrayList<>();
            for (String column : List.of("started_on", "done_on", "accepted_on")) {
                LocalDate day = work.row().optionalDate(column);
                if (day != null) {
                    real.add(day);
                }
            }
            assertThat(real).as(work.code()).isSorted().hasSize(List.of("planned", "under_way", "done", "accepted").indexOf(work.state()))
                .allMatch(day -> !day.isAfter(END));
            assertThat(work.row().date("starts_on")).as(work.code()).isBeforeOrEqualTo(work.due());
            assertThat(work.from()).as(work.code()).isLessThan(work.to());
        });
    }

    @Test
    void activeCommandAreasAreBelowThePlan() {
        assertThat(activeHa(START)).isBetween(34_800.0, 35_100.0);
        assertThat(activeHa(END)).isBetween(35_100.0, 35_400.0);
    }

    private static double activeHa(LocalDate day) {
        return UnaryUnionOp.union(areas(day)).getArea() / 10_000;
    }

    /** On a plane where areas are true. */
    private static List<Polygon> areas(LocalDate day) {
        List<Polygon> areas = new ArrayList<>();
        for (JsonNode feature : NETWORK.features("command-areas")) {
            boolean counts = feature.path("properties").path("active").asBoolean() && !LocalDate.parse(feature.path("properties").path("validFrom").asText()).isAfter(day);
            Polygon area = new GeometryFactory().createPolygon(SampleNetwork.coordinates(feature.path("geometry").path("coordinates").path(0)));
            assertThat(area.isValid()).isTrue();
            area.apply((org.locationtech.jts.geom.Coordinate at) -> {
                double x = Earth.equalAreaX(at.x, at.y, 106.7);
                at.y = Earth.equalAreaY(at.y, 21.8);
                at.x = x;
            });
            area.geometryChanged();
            if (counts) {
                areas.add(area);
            }
        }
        return areas;
    }

    @Test
    void someCommandAreasOverlapOneByAboutAHundredHectares() {
        List<Polygon> areas = areas(END);
        List<Double> overlaps = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (areas.get(i).getEnvelopeInternal().intersects(areas.get(j).getEnvelopeInternal())) {
                    Geometry common = areas.get(i).intersection(areas.get(j));
                    if (common.getArea() > 10_000) {
                        overlaps.add(common.getArea() / 10_000);
                    }
                }
            }
        }
        assertThat(overlaps).hasSizeGreaterThanOrEqualTo(3).anyMatch(ha -> ha > 95 && ha < 105);
    }

    @Test
    void aFewReportedLengthsAreFarOffAndTheRestIsNear() {
        List<Double> off = NETWORK.roads.values().stream().map(one -> Math.abs(one.fields().path("lengthReportedM").asDouble() / one.lengthM() - 1)).toList();
        assertThat(off.stream().filter(share -> share > 0.045).count() / (double) off.size()).isBetween(0.02, 0.04);
        assertThat(off).allMatch(share -> share < 0.21);
    }

    @Test
    void everyCommuneHasFourVillagesOrMore() {
        assertThat(NETWORK.villages.size()).isBetween(1617, 1683);
        Map<String, Long> counts = NETWORK.villages.stream().collect(Collectors.groupingBy(SampleNetwork.Village::commune, Collectors.counting()));
        assertThat(counts).hasSize(181).allSatisfy((commune, count) -> assertThat(count).as(commune).isGreaterThanOrEqualTo(4));
        GeometryFactory factory = new GeometryFactory();
        assertThat(NETWORK.villages).allMatch(village -> NETWORK.communes.get(village.commune()).contains(factory.createPoint(village.at())));
    }
}

package langmap.sample.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * What the illustrative boundaries must be like, those that ship and those of another seed. Areas and lengths are metres on the plane of the
 * generator, good to three parts in a thousand.
 */
final class BoundaryLawsTest {
    private static final Path DATA = Checkout.root().resolve("gis-data");
    private static final double ON_OUTLINE_M = 1;
    private static final List<Site> SITES = Site.list(DATA, LocalDate.of(2022, 12, 31));
    private static final Outline OUTLINE = Outline.read(DATA);
    private static final List<Land> LANDS = List.of(new Land("shipped", read()), new Land("seed 1", BoundaryGenerator.make(DATA, 1)));

    /** Areas by code, and where they are from. */
    private record Land(String name, Map<String, Geometry> areas) {
        Geometry[] all() {
            return areas.values().toArray(Geometry[]::new);
        }

        Geometry area(Site site) {
            return areas.get(site.code());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Map<String, Geometry> read() {
        Map<String, Geometry> areas = new TreeMap<>();
        GeoJsonReader reader = new GeoJsonReader(new GeometryFactory());
        Checkout.text(DATA.resolve("illustrative/boundaries.geojson")).lines().filter(line -> line.startsWith("{\"type\":\"Feature\",")).forEach(line -> {
            String feature = line.replaceFirst(",$", "");
            try {
                areas.put(feature.replaceFirst(".*\"id\":\"(\\d+)\".*", "$1"), reader.read(feature.substring(feature.indexOf("\"geometry\":") + 11,
                    feature.length() - 1)));
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        });
        return areas;
    }

    @ParameterizedTest
    @FieldSource("LANDS")
    void everyUnitHasOneAreaAndTheCoverageIsClean(Land land) {
        assertThat(land.areas().keySet()).hasSize(200).containsExactlyInAnyOrderElementsOf(SITES.stream().map(Site::code).toList());
        assertThat(CoverageValidator.isValid(land.all())).isTrue();
        assertThat(land.areas().values()).allMatch(Geometry::isValid);
    }

    @ParameterizedTest
    @FieldSource("LANDS")
    void theUnionIsTheOutline(Land land) {
        Geometry union = CoverageUnion.union(land.all());
        assertThat(union.getNumGeometries()).isEqualTo(1);
        assertThat(union.getBoundary().getNumGeometries()).as("no holes").isEqualTo(1);
        assertThat(Plane.metres(union).symDifference(Plane.metres(OUTLINE.area())).getArea()).as("m²").isLessThan(50_000);
        Geometry edge = Plane.metres(OUTLINE.area().getBoundary());
        IndexedFacetDistance distance = new IndexedFacetDistance(edge);
        assertThat(Arrays.stream(Plane.metres(union.getBoundary()).getCoordinates()).mapToDouble(c -> distance.distance(union.getFactory().createPoint(c))))
            .allMatch(far -> far < ON_OUTLINE_M);
    }

    @ParameterizedTest
    @FieldSource("LANDS")
    void everyUnitAndEveryDistrictIsConnected(Land land) {
        assertThat(land.areas()).allSatisfy((code, area) -> assertThat(area.getNumGeometries()).as(code).isEqualTo(1));
        SITES.stream().collect(Collectors.groupingBy(Site::district)).forEach((district, members) -> {
            Geometry union = CoverageUnion.union(members.stream().map(site -> land.area(site)).toArray(Geometry[]::new));
            assertThat(union.getNumGeometries()).as("district %s", district).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @FieldSource("LANDS")
    void everyUnitContainsItsCentre(Land land) {
        assertThat(SITES).allSatisfy(site -> assertThat(Plane.metres(land.area(site))
            .contains(OUTLINE.area().getFactory().createPoint(new Coordinate(site.x(), site.y())))).as(site.code()).isTrue());
    }

    @ParameterizedTest
    @FieldSource("LANDS")
    void areasAreAboutThoseOfTheGazetteer(Land land) {
        List<Double> off = SITES.stream().map(site -> Math.abs(Plane.metres(land.area(site)).getArea() / site.areaM2() - 1)).toList();
        assertThat(off).allMatch(share -> share <= 0.25);
        assertThat(off.stream().filter(share -> share <= 0.10).count()).isGreaterThanOrEqualTo(180);
    }

    @ParameterizedTest
    @FieldSource("LANDS")
    void aUnitTouchesTheBorderExactlyIfTheGazetteerSaysSo(Land land) {
        Geometry border = Plane.metres(OUTLINE.border()).buffer(ON_OUTLINE_M);
        for (Site site : SITES) {
            double touching = Plane.metres(land.area(site)).getBoundary().intersection(border).getLength();
            if (site.onBorder()) {
                assertThat(touching).as(site.code()).isGreaterThanOrEqualTo(1500);
            } else {
                assertThat(touching).as(site.code()).isLessThan(10);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LANDS")
    void linesBetweenUnitsLookLikeBoundaries(Land land) {
        Geometry outline = Plane.metres(OUTLINE.area().getBoundary()).buffer(ON_OUTLINE_M);
        List<Double> ratios = new ArrayList<>();
        for (Object merged : sharedLines(land)) {
            LineString line = (LineString) merged;
            Coordinate[] points = line.getCoordinates();
            for (int i = 1; i < points.length; i++) {
                LineString segment = line.getFactory().createLineString(new Coordinate[] {points[i - 1], points[i]});
                assertThat(segment.getLength() <= 600 || outline.covers(segment)).as("%s m %s", segment.getLength(), segment).isTrue();
            }
            double chord = points[0].distance(points[points.length - 1]);
            if (chord > 1000) {
                ratios.add(line.getLength() / chord);
            }
        }
        ratios.sort(Double::compare);
        assertThat(ratios.get(ratios.size() / 2)).isBetween(1.1, 1.8);
    }

    /** Lines that two units share, from one meeting of three to the next. */
    private static List<Object> sharedLines(Land land) {
        LineMerger merger = new LineMerger();
        Map<String, LineString> segments = new TreeMap<>();
        List<LineString> shared = new ArrayList<>();
        for (Geometry area : land.areas().values()) {
            Geometry boundary = Plane.metres(area).getBoundary();
            for (int ring = 0; ring < boundary.getNumGeometries(); ring++) {
                Coordinate[] points = boundary.getGeometryN(ring).getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    LineString segment = area.getFactory().createLineString(new Coordinate[] {points[i - 1], points[i]});
                    segment.normalize();
                    if (segments.put(segment.toText(), segment) != null) {
                        shared.add(segment);
                    }
                }
            }
        }
        shared.forEach(merger::add);
        return new ArrayList<Object>((java.util.Collection<?>) merger.getMergedLineStrings());
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws java.security.NoSuchAlgorithmException {
        String made = BoundaryGenerator.toGeoJson(BoundaryGenerator.make(DATA, 2022));
        assertThat(made).isEqualTo(Checkout.text(DATA.resolve("illustrative/boundaries.geojson")));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(made.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).startsWith("14ff5c6d8eb1d9fa");
    }
}

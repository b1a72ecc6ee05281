package langmap.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** What the stored and the served boundaries hold to, at every resolution. */
final class BoundariesTest {
    private static final String BEFORE = "2022-12-31";
    private static final String AFTER = "2025-07-01";
    private static final double SAME = 1e-12;
    /** Kỳ Lừa of 2025: of the generated communes it is made of, Hợp Thành and Gia Cát do not touch, as they do in truth. */
    private static final String TORN = "06187";
    private static TestDatabase database;

    @BeforeAll
    static void load() {
        database = TestApp.sample();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    /** Areas by code of the units of some levels on a day. */
    private static Map<String, Geometry> areas(String resolution, String day, String... levels) {
        Map<String, Geometry> areas = new TreeMap<>();
        Loads.rows(database, "select unit.code, encode(ST_AsBinary(geom), 'hex') from boundary join unit on unit.id = unit_id where resolution = '"
            + resolution + "' and boundary.valid @> date '" + day + "' and unit.valid @> date '" + day + "' and level in ('"
            + String.join("','", levels) + "')").forEach(row -> areas.put(row.get(0), parse(row.get(1))));
        return areas;
    }

    private static Geometry parse(String hex) {
        try {
            return new WKBReader().read(WKBReader.hexToBytes(hex));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Geometry union(Iterable<Geometry> areas) {
        List<Geometry> all = new ArrayList<>();
        areas.forEach(all::add);
        return CoverageUnion.union(all.toArray(Geometry[]::new));
    }

    private static void assertTiles(Map<String, Geometry> areas, Geometry whole) {
        assertThat(CoverageValidator.isValid(areas.values().toArray(Geometry[]::new))).isTrue();
        Geometry union = union(areas.values());
        assertThat(union.getNumGeometries()).as("one piece").isEqualTo(1);
        assertThat(union.getBoundary().getNumGeometries()).as("no gaps").isEqualTo(1);
        assertThat(union.symDifference(whole).getArea()).isLessThan(SAME);
        assertThat(areas).allSatisfy((code, area) -> {
            assertThat(area.isValid()).as(code).isTrue();
            assertThat(area.getNumGeometries()).as(code).isEqualTo(code.equals(TORN) && areas.size() == 65 ? 2 : 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "map", "overview"})
    void theUnitsOf2022TileTheProvinceEachInOnePiece(String resolution) {
        Map<String, Geometry> units = areas(resolution, BEFORE, "commune", "urban");
        assertThat(units).hasSize(200);
        assertTiles(units, areas(resolution, BEFORE, "province").get("20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "map", "overview"})
    void theUnitsOf2025TileTheProvinceEachButOneInOnePiece(String resolution) {
        Map<String, Geometry> units = areas(resolution, AFTER, "commune", "urban");
        assertThat(units).hasSize(65);
        assertTiles(units, areas(resolution, AFTER, "province").get("20"));
        assertThat(areas(resolution, AFTER, "district")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "map", "overview"})
    void districtsAreTheUnionsOfTheirUnitsAndTileTheProvince(String resolution) {
        Map<String, Geometry> units = areas(resolution, BEFORE, "commune", "urban");
        Map<String, Geometry> districts = areas(resolution, BEFORE, "district");
        assertThat(districts).hasSize(11);
        assertTiles(districts, areas(resolution, BEFORE, "province").get("20"));
        Loads.rows(database, "select district.code, unit.code from unit join unit district on district.id = unit.parent_id where district.level = 'district'")
            .stream().collect(Collectors.groupingBy(row -> row.get(0))).forEach((district, members) -> assertThat(
                union(members.stream().map(row -> units.get(row.get(1))).toList()).symDifference(districts.get(district)).getArea()).as(district).isLessThan(SAME));
    }

    @Test
    void theOutlineIsTheSameAtEveryResolutionAndLinesWithinGetSimpler() {
        Geometry full = areas("full", BEFORE, "province").get("20");
        int points = areas("full", BEFORE, "commune", "urban").values().stream().mapToInt(Geometry::getNumPoints).sum();
        for (String resolution : List.of("map", "overview")) {
            assertThat(areas(resolution, BEFORE, "province").get("20").symDifference(full).getArea()).isLessThan(SAME);
            int fewer = areas(resolution, BEFORE, "commune", "urban").values().stream().mapToInt(Geometry::getNumPoints).sum();
            assertThat(fewer).as(resolution).isLessThan(points);
            points = fewer;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "map", "overview"})
    void theProvinceIsTheOutlineOfTheGazetteerToAFewCentimetres(String resolution) {
        String outline = Checkout.text(Checkout.root().resolve("gis-data/units/province-outline.csv")).lines().skip(1).map(line -> line.split(","))
            .map(row -> row[1] + " " + row[2]).collect(Collectors.joining(","));
        String ring = outline + "," + outline.substring(0, outline.indexOf(','));
        assertThat(Double.parseDouble(Loads.one(database, """
            select ST_Area(ST_SymDifference(geom, ST_GeomFromText('POLYGON((%1$s))', 4326))::geography)
                / ST_Perimeter(ST_GeomFromText('POLYGON((%1$s))', 4326)::geography)
            from boundary join unit on unit.id = unit_id where level = 'province' and resolution = '%2$s'""".formatted(ring, resolution)))).isLessThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "map", "overview"})
    void everyUnitContainsItsCentreAndMeetsTheBorderIfAndOnlyIfTheRegisterSaysSo(String resolution) {
        String border = Checkout.text(Checkout.root().resolve("gis-data/units/province-outline.csv")).lines().skip(1).map(line -> line.split(","))
            .filter(row -> row[3].equals("true")).map(row -> row[1] + " " + row[2]).collect(Collectors.joining(","));
        List<List<String>> units = Loads.rows(database, """
            select code, ST_Contains(geom, centre), on_border,
                   ST_Length(ST_Intersection(ST_Boundary(geom), ST_Buffer(ST_GeomFromText('LINESTRING(%s)', 4326), 0.00002))::geography) as border_m
            from boundary join unit on unit.id = unit_id
            where level in ('commune', 'urban') and resolution = '%s' and unit.valid @> date '%s'""".formatted(border, resolution, BEFORE));
        assertThat(units).hasSize(200).allSatisfy(unit -> {
            assertThat(unit.get(1)).as(unit.get(0)).isEqualTo("t");
            assertThat(Double.parseDouble(unit.get(3))).as(unit.get(0)).satisfies(metres -> assertThat(unit.get(2).equals("t") ? metres >= 1500 : metres < 10).isTrue());
        });
        assertThat(units).filteredOn(unit -> unit.get(2).equals("t")).hasSize(21);
    }

    @Test
    void eachUnitOf2025HasTheShareOfEachUnitThatPassedToIt() {
        Map<String, Geometry> before = areas("full", BEFORE, "commune", "urban");
        Map<String, Geometry> after = areas("full", AFTER, "commune", "urban");
        List<List<String>> steps = Loads.rows(database, """
            select predecessor.code, successor.code, share / sum(share) over (partition by predecessor_id)
            from unit_lineage join unit predecessor on predecessor.id = predecessor_id join unit successor on successor.id = successor_id""");
        assertThat(steps).hasSize(206).allSatisfy(step -> {
            Geometry part = before.get(step.get(0));
            assertThat(part.intersection(after.get(step.get(1))).getArea() / part.getArea()).as("%s", step).isCloseTo(Double.parseDouble(step.get(2)), within(0.1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "map", "overview"})
    void roundedForTheWireTheAreasStillShareTheirEdges(String resolution) throws ParseException {
        List<Geometry> areas = new ArrayList<>();
        for (String level : List.of("commune", "urban")) {
            for (JsonNode feature : TestApp.shared().json("/api/boundaries/" + level + ".geojson?asOf=" + BEFORE + "&resolution=" + resolution).path("features")) {
                areas.add(new GeoJsonReader(new GeometryFactory()).read(feature.path("geometry").toString()));
            }
        }
        assertThat(areas).hasSize(200).allMatch(Geometry::isValid);
        assertThat(CoverageValidator.isValid(areas.toArray(Geometry[]::new))).isTrue();
    }
}

package langmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import langmap.Loads;
import langmap.db.Migrations;
import langmap.db.TestDatabase;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coordinate systems put the same coordinates in the same place as PostGIS does, to one centimetre. */
final class CrsTest {
    private static final double CENTIMETRE = 0.01;
    private static final List<LonLat> PLACES = List.of(new LonLat(106.2, 21.4), new LonLat(106.76, 21.85), new LonLat(107.36, 22.44));
    private static final String CUSTOM = "PROJCS[\"VN2000_kinh_tuyen_rieng\",GEOGCS[\"GCS_%1$s\",DATUM[\"D_%1$s\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%2$s],PARAMETER[\"Scale_Factor\",0.9999],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh("migrated", Migrations::migrate);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static List<Integer> vn2000() {
        return IntStream.concat(IntStream.of(3405, 3406, 4756, 5896, 5897, 5898, 5899), IntStream.rangeClosed(9205, 9218)).boxed().toList();
    }

    /** What PostGIS makes of a place in a system, an EPSG code or a PROJ text. */
    private static double[] postgis(LonLat at, String system) {
        String sql = "select ST_X(p), ST_Y(p) from ST_Transform(ST_SetSRID(ST_Point(" + at.lon() + ", " + at.lat() + "), 4326), " + system + ") p";
        List<String> row = Loads.rows(database, sql).get(0);
        return new double[] {Double.parseDouble(row.get(0)), Double.parseDouble(row.get(1))};
    }

    @ParameterizedTest
    @MethodSource("vn2000")
    void everyZoneOfVn2000LiesWherePostgisPutsIt(int code) {
        for (LonLat place : PLACES) {
            double[] xy = postgis(place, Integer.toString(code));
            assertThat(Crs.metres(Crs.ofEpsg(code).toDegrees(xy[0], xy[1]).orElseThrow(), place)).as("%s in %s", place, code).isLessThan(CENTIMETRE);
        }
    }

    @ParameterizedTest
    @CsvSource({"VN_2000, 107.25", "VN-2000, 107.1", "Vietnam_2000, 106.8333333333", "VN2000, 105"})
    void aPrjWithoutACodeAndWithAnyMeridianIsVn2000ByTheNameOfItsDatum(String datum, String meridian) {
        Crs crs = Crs.findByText(CUSTOM.formatted(datum, meridian)).orElseThrow();
        String proj = "'+proj=tmerc +lat_0=0 +lon_0=" + meridian + " +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 "
            + "+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs'";
        assertThat(crs.isVn2000()).isTrue();
        for (LonLat place : PLACES) {
            double[] xy = postgis(place, proj);
            assertThat(Crs.metres(crs.toDegrees(xy[0], xy[1]).orElseThrow(), place)).isLessThan(CENTIMETRE);
        }
    }

    @Test
    void theNumbersOfVn2000OnWgs84AreNotVn2000AndLieAbout225MetresAway() {
        Crs crs = Crs.findByText(CUSTOM.formatted("WGS_1984", "107.25")).orElseThrow();
        assertThat(crs.isVn2000()).isFalse();
        assertThat(crs.hasScaleAndEastingOfTm3()).isTrue();
        assertThat(crs.metresFrom(crs.onVn2000().orElseThrow(), 445_000, 2_411_000)).isCloseTo(225, within(2.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EPSG:1", "VN2000 kinh tuyến trục 107°15'", "PROJCS[", "EPSG:99999999"})
    void whatIsNoSystemIsNone(String text) {
        assertThat(Crs.findByText(text)).isEmpty();
    }

    @Test
    void coordinatesNoSystemReachesAreNowhere() {
        assertThat(Crs.ofEpsg(9215).toDegrees(1e300, 0)).isEmpty();
        assertThat(Crs.ofEpsg(9215).toDegrees(Double.NaN, 0)).isEmpty();
        assertThat(Crs.ofEpsg(4326).toDegrees(650_000, 2_400_000)).isEmpty();
    }

    /** Five degrees beside the middle of zone 49 the easting is nearly nought. */
    @Test
    void aPlaceWhoseEastingIsNearlyNoughtIsFound() {
        Crs crs = Crs.ofEpsg(3406);
        LonLat at = new LonLat(106.11, 23.23);
        double[] xy = crs.fromDegrees(at).orElseThrow();
        assertThat(Crs.metres(crs.toDegrees(xy[0], xy[1]).orElseThrow(), at)).isLessThan(CENTIMETRE);
    }

    @Property(tries = 300)
    void thereAndBackIsTheSamePlaceToACentimetre(@ForAll @DoubleRange(min = 105.5, max = 108) double lon, @ForAll @DoubleRange(min = 20.5, max = 23.5) double lat,
                                                @ForAll @IntRange(max = 20) int index) {
        Crs crs = Crs.ofEpsg(vn2000().get(index));
        LonLat at = new LonLat(lon, lat);
        double[] xy = crs.fromDegrees(at).orElseThrow();
        assertThat(Crs.metres(crs.toDegrees(xy[0], xy[1]).orElseThrow(), at)).isLessThan(CENTIMETRE);
    }
}

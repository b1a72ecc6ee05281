package langmap.importer.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import langmap.Loads;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was exported comes back through the import as what it was: nothing new, nothing changed, nothing lost, in every format and system. */
final class RoundTripTest {
    @RegisterExtension
    static final TestApp app = TestApp.own();

    private static Sent broughtBack(String layer, String format, String query) {
        HttpResponse<byte[]> file = app.get("/api/exports/" + layer + "." + format + query);
        assertThat(file.statusCode()).as(TestApp.text(file)).isEqualTo(200);
        return Sent.send(app, layer, layer + "." + format, file.body());
    }

    private static int there(String layer, String query) {
        return app.json("/api/exports/" + layer + ".geojson" + query).path("features").size();
    }

    @ParameterizedTest
    @CsvSource({
        "roads, gpkg, ?unit=178", "roads, geojson, ?unit=178", "roads, shp.zip, ?unit=178&crs=3405", "roads, kml, ?unit=178", "roads, gpkg, ?unit=183&crs=3857",
        "canals, gpkg, ?unit=180", "canals, geojson, ?unit=180", "canals, shp.zip, ?unit=180&crs=4326",
        "power-lines, gpkg, ?unit=180&crs=3405", "power-lines, geojson, ?unit=180", "power-lines, kml, ?unit=180",
        "substations, gpkg, ''", "substations, geojson, ''", "substations, shp.zip, ?crs=3857",
        "command-areas, gpkg, ?unit=180", "command-areas, geojson, ?unit=180", "command-areas, shp.zip, ?unit=180", "command-areas, kml, ?unit=180",
        "villages, gpkg, ''", "villages, geojson, ''", "villages, shp.zip, ''", "villages, kml, ''",
        "boundaries, gpkg, ''", "boundaries, geojson, ''", "boundaries, shp.zip, ''", "boundaries, kml, ''",
        "works, gpkg, ''", "works, geojson, ''", "works, shp.zip, ?crs=3405", "works, kml, ''"})
    void nothingChanges(String layer, String format, String query) {
        Sent sent = broughtBack(layer, format, query);
        assertThat(sent.issues()).isEmpty();
        int count = there(layer, query.contains("unit=") ? query.replaceAll("&.*", "") : "");
        assertThat(count).isPositive();
        assertThat(sent.counts()).as("new, changed, unchanged, missing, faulty").containsExactly(0, 0, count,
            query.contains("unit=") ? sent.counts().get(3) : 0, 0);
        assertThat(sent.decide("reject").statusCode()).isEqualTo(200);
    }

    /** A stored coordinate of more places than files hold comes back within a centimetre; long texts are cut as the table in the file says. */
    @Test
    void whatAFormatCannotHoldComesBackWithinACentimetreAndCutAsItsTableSays() {
        String line = "{\"type\":\"Feature\",\"properties\":{\"code\":\"VT-1\",\"class\":\"lane\",\"surface\":\"earth\",\"name\":\"" + "Ngõ Đề Thám ".repeat(16).strip()
            + "\",\"widthM\":2.75,\"lengthReportedM\":1034.5},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[106.70123456,21.85123456],[106.71,21.86]]}}";
        assertThat(Sent.send(app, "roads", "moi.geojson", Sent.collection(line)).decide("apply").statusCode()).isEqualTo(200);
        String unit = Loads.one(app.database(), "select unit.code from section_part part join network_section section on section.id = section_id and section.code = 'VT-1'"
            + " join unit on unit.id = unit_id where unit.valid @> date '2022-12-31' limit 1");
        for (String format : new String[] {"gpkg", "geojson", "kml", "shp.zip"}) {
            Sent sent = broughtBack("roads", format, "?unit=" + unit);
            assertThat(sent.counts().get(0)).as(format).isZero();
            assertThat(sent.counts().get(1)).as(format + ": of a Shapefile the long name is cut").isEqualTo(format.equals("shp.zip") ? 1 : 0);
            if (format.equals("shp.zip")) {
                JsonNode cut = sent.get("/features.geojson?state=changed").at("/features/0");
                assertThat("Ngõ Đề Thám ".repeat(16)).startsWith(cut.at("/properties/values/name").asText()).isNotEqualTo(cut.at("/properties/values/name").asText());
                assertThat(cut.at("/geometry/coordinates/0/0").asDouble()).isCloseTo(106.7012346, within(1e-7));
            }
            sent.decide("reject");
        }
        assertThat(TestApp.text(app.get("/api/exports/roads.csv?form=machine&crs=4326&unit=" + unit))).contains("VT-1");
    }
}

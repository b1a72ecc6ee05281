package langmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import langmap.TestApp;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A desktop GIS reads the collections: GDAL's own driver, the one QGIS uses, finds nothing to say. */
final class GdalTest {
    private static String ogrinfo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("ogrinfo", "-ro", "-so"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @ParameterizedTest
    @CsvSource({"communes, 181, Multi Polygon", "urban-units, 19, Multi Polygon", "districts, 11, Multi Polygon", "province, 1, Multi Polygon",
        "villages, 1650, Point"})
    void readsEachCollectionWithoutAWarning(String collection, int count, String geometry) throws IOException, InterruptedException {
        String output = ogrinfo("OAPIF:" + TestApp.shared().base() + "/ogc", collection);
        assertThat(output).contains("Feature Count: " + count).contains("Geometry: " + geometry).contains("GEOGCRS[\"WGS 84\"")
            .doesNotContain("Warning", "ERROR");
    }

    /** As many as there are in the file, a feature a line. */
    @ParameterizedTest
    @CsvSource({"roads, Line String", "canals, Line String", "power-lines, Line String", "substations, Point", "command-areas, Multi Polygon"})
    void readsEveryFeatureOfTheNetwork(String collection, String geometry) throws IOException, InterruptedException {
        long count = Checkout.text(Checkout.root().resolve("gis-data/illustrative/" + collection + ".geojson")).lines()
            .filter(line -> line.startsWith("{\"type\":\"Feature\",")).count();
        readsEachCollectionWithoutAWarning(collection, (int) count, geometry);
    }

    /** What a person does in QGIS: zoom in, filter by each attribute the server filters itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"communes|-spat 106.6 21.8 106.8 21.9|21", "province|-spat 106.6 21.8 106.8 21.9|1",
        "communes|-where onBorder=1|20", "communes|-where onBorder=0|161", "communes|-where code='06046'|1", "communes|-where name='Đề Thám'|1",
        "communes|-where type='Xã'|181", "communes|-where illustrative=1|181", "communes|-where validFrom>='2020/01/01'|181", "communes|-where areaKm2>100 AND onBorder=1|1", "roads|-spat 106.7 21.8 106.75 21.85|50", "roads|-where class='national_road'|500",
        "canals|-where widthM>1|50", "canals|-where surface='lined'|100", "power-lines|-where voltageKv=35|10", "command-areas|-where active=1|100",
        "villages|-where unit='06046'|5", "works|-where state='planned'|50", "works|-spat 106.7 21.8 106.9 22|10"})
    void asksForAPartWithoutAWarning(String collection, String part, int least) throws IOException, InterruptedException {
        String[] option = part.split(" ", 2);
        List<String> arguments = new java.util.ArrayList<>(List.of(option[0]));
        arguments.addAll(option[0].equals("-where") ? List.of(option[1]) : List.of(option[1].split(" ")));
        arguments.addAll(List.of("OAPIF:" + TestApp.shared().base() + "/ogc", collection));
        String output = ogrinfo(arguments.toArray(String[]::new));
        assertThat(output).doesNotContain("Warning", "ERROR").containsPattern("Feature Count: [0-9]+");
        assertThat(Integer.parseInt(output.replaceAll("(?s).*Feature Count: ([0-9]+).*", "$1"))).isGreaterThanOrEqualTo(least);
    }

    @Test
    void paintsTheOneCallChoropleth() throws IOException, InterruptedException {
        String output = ogrinfo("-al", TestApp.shared().base() + "/api/choropleth/criterion-2.geojson?series=planned");
        assertThat(output).contains("Feature Count: 181", "fill: String", "class: ").doesNotContain("Warning", "ERROR");
    }
}

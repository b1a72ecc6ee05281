package langmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import langmap.TestApp;
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
    @CsvSource({"communes, 181", "urban-units, 19", "districts, 11", "province, 1"})
    void readsEachCollectionWithoutAWarning(String collection, int count) throws IOException, InterruptedException {
        String output = ogrinfo("OAPIF:" + TestApp.shared().base() + "/ogc", collection);
        assertThat(output).contains("Feature Count: " + count).contains("Geometry: Multi Polygon").contains("GEOGCRS[\"WGS 84\"")
            .doesNotContain("Warning", "ERROR");
    }

    @Test
    void paintsTheOneCallChoropleth() throws IOException, InterruptedException {
        String output = ogrinfo("-al", TestApp.shared().base() + "/api/choropleth/criterion-2.geojson?series=planned");
        assertThat(output).contains("Feature Count: 181", "fill: String", "class: ").doesNotContain("Warning", "ERROR");
    }
}

package langmap.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.TestApp;

/** Exports as a person who takes them away sees them: fetched, saved, and read again by GDAL. */
final class Exported {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Exported() {
    }

    /** Saves an export, which must be one, in a folder. */
    static Path fetch(Path folder, String address) {
        HttpResponse<byte[]> answer = TestApp.shared().get("/api/exports/" + address);
        assertThat(answer.statusCode()).as(address + " " + TestApp.text(answer).lines().limit(3).toList()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        String name = answer.headers().firstValue("Content-Disposition").orElse("").replaceAll(".*filename=\"([^\"]+)\".*", "$1");
        try {
            return Files.write(folder.resolve(name), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a layer of a map file holds, in degrees with nine places and rings as they are, by its codes. */
    static Map<String, JsonNode> read(Path file, String layer, String... options) {
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-q", "-f", "GeoJSON", "-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=9"));
        command.addAll(List.of(options));
        command.addAll(List.of("/vsistdout/", file.toString(), layer));
        return byKey(tree(run(command.toArray(String[]::new))).path("features"), "code");
    }

    static Map<String, JsonNode> byKey(Iterable<JsonNode> features, String key) {
        Map<String, JsonNode> found = new TreeMap<>();
        features.forEach(feature -> assertThat(found.put(feature.path("properties").path(key).asText(), feature)).isNull());
        return found;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** All numbers of a geometry, in order. */
    static List<Double> numbers(JsonNode geometry) {
        List<Double> numbers = new ArrayList<>();
        collect(geometry.path("coordinates"), numbers);
        return numbers;
    }

    private static void collect(JsonNode node, List<Double> numbers) {
        if (node.isNumber()) {
            numbers.add(node.asDouble());
        }
        node.forEach(one -> collect(one, numbers));
    }
}

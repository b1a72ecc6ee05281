package langmap.importer.staging;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import langmap.TestApp;

/** A map file in tests: made, sent as the administrator, waited for. */
public final class Sent {
    private final TestApp app;
    private final String path;

    private Sent(TestApp app, long id) {
        this.app = app;
        this.path = "/api/imports/" + id;
    }

    /** Sends a file and waits for its check. */
    public static Sent send(TestApp app, String layer, String name, byte[] file) {
        HttpResponse<byte[]> answer = app.asAdmin("POST", "/api/imports?layer=" + layer + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), file);
        if (answer.statusCode() != 201) {
            throw new AssertionError(TestApp.text(answer));
        }
        Sent sent = new Sent(app, TestApp.tree(answer).path("id").asLong());
        sent.await();
        return sent;
    }

    /** Chooses otherwise and waits for the check. */
    public Sent choose(String choices) {
        HttpResponse<byte[]> answer = app.asAdmin("PUT", path + "/choices", choices);
        if (answer.statusCode() != 200) {
            throw new AssertionError(TestApp.text(answer));
        }
        await();
        return this;
    }

    private void await() {
        while (state().path("state").asText().equals("uploaded")) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public JsonNode state() {
        return TestApp.tree(app.asAdmin("GET", path, null));
    }

    public JsonNode get(String more) {
        return TestApp.tree(app.asAdmin("GET", path + more, null));
    }

    /** apply, reject or undo. */
    public HttpResponse<byte[]> decide(String word) {
        return app.asAdmin("POST", path + "/" + word, null);
    }

    /** Issues, one line each: severity, code, place, field. */
    public List<String> issues() {
        List<String> lines = new ArrayList<>();
        get("/issues.geojson").path("features").forEach(issue -> lines.add(issue.at("/properties/severity").asText() + " " + issue.at("/properties/code").asText()
            + " " + issue.at("/properties/place").asText() + " " + issue.at("/properties/field").asText()));
        return lines;
    }

    /** Counts by state: new, changed, unchanged, missing, faulty. */
    public List<Integer> counts() {
        JsonNode counts = state().path("counts");
        return List.of("new", "changed", "unchanged", "missing", "faulty").stream().map(name -> counts.path(name).asInt(-1)).toList();
    }

    /** Features of GeoJSON as a collection. */
    public static byte[] collection(String... features) {
        return ("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    /** A GeoJSON file brought into another format and system by the program that users have. */
    public static byte[] ogr(Path folder, byte[] geojson, String target, String... options) {
        try {
            Path from = Files.write(folder.resolve("in.geojson"), geojson);
            Path to = folder.resolve(target);
            List<String> command = new ArrayList<>(List.of("ogr2ogr", to.toString(), from.toString()));
            command.addAll(List.of(options));
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new AssertionError(command.toString());
            }
            return Files.readAllBytes(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

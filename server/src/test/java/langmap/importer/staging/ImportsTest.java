package langmap.importer.staging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import langmap.Loads;
import langmap.TestApp;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Map files of the network on their way in, from sending to undoing. */
final class ImportsTest {
    private static final String LINE = "{\"type\":\"Feature\",\"properties\":{\"MA_DOAN\":\"%s\",\"LOAI\":\"%s\",\"MAT_DUONG\":\"%s\",\"TEN\":\"Đường Nà Pàn\","
        + "\"RONG\":3.5},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[106.70,%s],[106.71,%s]]}}";
    @RegisterExtension
    static final TestApp app = TestApp.own();
    @TempDir
    private Path folder;

    private static String line(String code, String sort, String surface, String lat) {
        return LINE.formatted(code, sort, surface, lat, lat);
    }

    private static double kilometres() {
        double sum = 0;
        for (JsonNode one : app.json("/api/network/summary?kind=road&asOf=2022-12-31").path("classes")) {
            sum += one.path("totalKm").asDouble();
        }
        return sum;
    }

    private static byte[] shipped(String name) {
        try {
            return Files.readAllBytes(Checkout.root().resolve("gis-data/illustrative/" + name + ".geojson"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aShapefileInVn2000LandsInPlaceRaisesTheKilometresAndIsUndone() {
        byte[] file = Sent.ogr(folder, Sent.collection(line("MOI-01", "Đường xã", "Bê tông", "21.850"), line("MOI-02", "lane", "earth", "21.851")), "duong.shz",
            "-f", "ESRI Shapefile", "-t_srs", "EPSG:9215", "-lco", "ENCODING=UTF-8");
        double before = kilometres();
        Map<String, String> contents = Loads.contents(app.database());
        Sent sent = Sent.send(app, "roads", "đường mới.zip", file);
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.counts().subList(0, 3)).containsExactly(2, 0, 0);
        assertThat(sent.state().at("/found/mapping").toString()).isEqualTo(
            "{\"code\":\"MA_DOAN\",\"name\":\"TEN\",\"class\":\"LOAI\",\"widthM\":\"RONG\",\"surface\":\"MAT_DUONG\"}");
        JsonNode preview = sent.get("/features.geojson?state=new").path("features");
        assertThat(preview).hasSize(2);
        assertThat(preview.at("/0/geometry/coordinates/0/0").asDouble()).isEqualTo(106.70, org.assertj.core.data.Offset.offset(1e-7));
        assertThat(preview.at("/0/properties/values/class").asText()).isEqualTo("commune_road");
        assertThat(kilometres()).isEqualTo(before);
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(kilometres()).isEqualTo(before + 2 * 1.034, org.assertj.core.data.Offset.offset(0.01));
        assertThat(Loads.one(app.database(), "select round(sum(section_part.length_m)) from section_part join network_section section on section.id = section_id join unit on unit.id = unit_id and upper(unit.valid) = '2025-07-01' where section.code like 'MOI-%'")).isEqualTo("2067");
        assertThat(sent.decide("apply").statusCode()).isEqualTo(409);
        Sent again = Sent.send(app, "roads", "đường mới.zip", file);
        assertThat(again.counts().subList(0, 3)).containsExactly(0, 0, 2);
        assertThat(again.decide("reject").statusCode()).isEqualTo(200);
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
        Map<String, String> after = Loads.contents(app.database());
        assertThat(List.of("network_section", "section_part", "section_junction", "data_set")).allSatisfy(table ->
            assertThat(after.get(table)).as(table).isEqualTo(contents.get(table)));
    }

    @ParameterizedTest
    @CsvSource({"QL, Bê tông nhựa, national_road, asphalt", "đt, BTXM, provincial_road, concrete", "Trục xã, bt, commune_road, concrete",
        "Đường liên thôn, Cấp phối, village_road, other_hardened", "Nội đồng, Đất, field_road, earth"})
    void whatFilesUsuallySayIsUnderstood(String written, String on, String meant, String surface) {
        Sent sent = Sent.send(app, "roads", "đường.geojson", Sent.collection(line("QUEN-01", written, on, "21.850")));
        assertThat(sent.issues()).isEmpty();
        JsonNode values = sent.get("/features.geojson?state=new").at("/features/0/properties/values");
        assertThat(values.path("class").asText()).isEqualTo(meant);
        assertThat(values.path("surface").asText()).isEqualTo(surface);
        assertThat(sent.decide("reject").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultyFileIsAppliedNowhereAndSaysAllThatIsWrong() {
        Map<String, String> contents = Loads.contents(app.database());
        Sent sent = Sent.send(app, "roads", "sai.geojson", Sent.collection(line("A", "Đường làng", "concrete", "21.850"), line("A", "lane", "earth", "21.851"),
            line("", "lane", "earth", "21.852"), line("B", "lane", "earth", "21.853").replace("LineString", "Point").replaceAll("\\[\\[(.*)\\],\\[.*\\]\\]", "[$1]"),
            line("C", "lane", "earth", "21.854").replace("3.5", "\"rất rộng\"")));
        assertThat(sent.issues()).containsExactlyInAnyOrder("error value-unknown feature 1 LOAI", "error code-twice feature 2 MA_DOAN", "error value-missing feature 3 MA_DOAN",
            "error geometry-of-another-kind feature 4 geometry", "warning geometry-mixed layer sai -", "error value-unfit feature 5 RONG");
        List<String> said = sent.get("/issues.geojson").findValues("vi").stream().map(vi -> vi.path("detail").asText() + " " + vi.path("remedy").asText()).toList();
        assertThat(said).contains("Thiếu giá trị của “Mã”. Điền giá trị trong tệp.",
            "“rất rộng” không phải là giá trị hợp lệ của “Rộng (m)”. Ghi theo dạng: 12,5.").anyMatch(one ->
            one.matches("“Đường làng” không phải là một từ đã biết của “Cấp”\\. Dùng một trong: .*Đường ngõ.*\\.") && !one.contains("lane"));
        assertThat(sent.decide("apply").statusCode()).isEqualTo(409);
        assertThat(Loads.contents(app.database()).get("network_section")).isEqualTo(contents.get("network_section"));
        assertThat(sent.get("/issues.geojson").at("/features/0/geometry/type").asText()).isEqualTo("Point");
        assertThat(sent.decide("reject").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select count(*) from import_part join import on id = import_id where state = 'rejected'")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roads", "canals", "power-lines", "substations", "command-areas"})
    void whatIsStoredComesInUnchanged(String layer) {
        Sent sent = Sent.send(app, layer, layer + ".geojson", shipped(layer));
        assertThat(sent.issues()).isEmpty();
        List<Integer> counts = sent.counts();
        assertThat(counts.get(2)).isPositive();
        assertThat(counts).containsExactly(0, 0, counts.get(2), 0, 0);
        assertThat(sent.decide("reject").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangedSectionKeepsItsKeySoThatItsWorksStay() {
        String code = Loads.one(app.database(), "select section.code from work join network_section section on section.id = section_id where section.kind = 'road' order by work.id limit 1");
        String id = Loads.one(app.database(), "select id from network_section where kind = 'road' and code = '" + code + "'");
        Map<String, String> contents = Loads.contents(app.database());
        Sent sent = Sent.send(app, "roads", "sua.geojson", Sent.collection(line(code, "lane", "earth", "21.86")));
        assertThat(sent.counts().subList(0, 3)).containsExactly(0, 1, 0);
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select id || class || width_m from network_section where kind = 'road' and code = '" + code + "'"))
            .isEqualTo(id + "lane3.5");
        assertThat(Loads.contents(app.database()).get("work")).isEqualTo(contents.get("work"));
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
        assertThat(Loads.contents(app.database()).get("section_part")).isEqualTo(contents.get("section_part"));
    }

    private static byte[] villages(String was, String is) {
        return Sent.collection(Checkout.text(Checkout.root().resolve("gis-data/illustrative/villages.csv")).lines().skip(1).map(line -> line.split(",", -1))
            .map(cells -> "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"%s\",\"unit\":\"%s\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s,%s]}}"
                .formatted(cells[0], cells[1], cells[2], cells[3], cells[4]).replace(was, is)).toArray(String[]::new));
    }

    @Test
    void villagesComeInUnchangedAndAChangedOneIsUndone() {
        Map<String, String> contents = Loads.contents(app.database());
        Sent same = Sent.send(app, "villages", "thon.geojson", villages("-", "-"));
        assertThat(same.issues()).isEmpty();
        List<Integer> counts = same.counts();
        assertThat(counts).containsExactly(0, 0, counts.get(2), 0, 0);
        same.decide("reject");
        String code = Loads.one(app.database(), "select min(code) from village");
        Sent changed = Sent.send(app, "villages", "thon.geojson", villages("\"code\":\"" + code + "\",\"name\":\"", "\"code\":\"" + code + "\",\"name\":\"Mới "));
        assertThat(changed.counts()).containsExactly(0, 1, counts.get(2) - 1, 0, 0);
        assertThat(changed.decide("apply").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select min(name) from village where code = '" + code + "'")).startsWith("Mới ");
        assertThat(changed.decide("undo").statusCode()).isEqualTo(200);
        assertThat(Loads.contents(app.database()).get("village")).isEqualTo(contents.get("village"));
        Sent wrong = Sent.send(app, "villages", "sai.geojson", Sent.collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"X-1\",\"name\":\"X\",\"unit\":\"99999\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.71,21.85]}}"));
        assertThat(wrong.issues()).containsExactly("error unit-unknown feature 1 unit");
        wrong.decide("reject");
        Sent away = Sent.send(app, "villages", "xa.geojson", Sent.collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"X-1\",\"name\":\"X\",\"unit\":\"06046\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.71,21.85]}}"));
        assertThat(away.issues()).containsExactly("warning village-elsewhere feature 1 unit");
        away.decide("reject");
    }

    @Test
    void whatTheFileLacksEndsOnlyWhenThatIsChosen() {
        Sent sent = Sent.send(app, "substations", "mot-tram.geojson", Sent.collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"TBA-MOI\",\"name\":\"Trạm mới\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.71,21.85]}}"));
        int stored = Integer.parseInt(Loads.one(app.database(), "select count(*) from substation"));
        assertThat(sent.counts()).containsExactly(1, 0, 0, stored, 0);
        sent.choose("{\"closeFrom\":\"2023-01-01\"}");
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select count(*) from substation where upper(valid) = '2023-01-01'")).isEqualTo(Integer.toString(stored));
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select count(*) from substation where upper_inf(valid)")).isEqualTo(Integer.toString(stored));
    }

    @Test
    void aMappingIsRememberedForFilesWithTheSameFields() {
        byte[] file = new String(Sent.collection(line("NHO-1", "lane", "earth", "21.87")), StandardCharsets.UTF_8).replace("MA_DOAN", "X1").replace("LOAI", "X2")
            .replace("MAT_DUONG", "X3").getBytes(StandardCharsets.UTF_8);
        Sent first = Sent.send(app, "roads", "la.geojson", file);
        assertThat(first.issues()).contains("error field-unmapped file code", "error field-unmapped file class", "error field-unmapped file surface");
        first.choose("{\"mapping\":{\"code\":\"X1\",\"class\":\"X2\",\"surface\":\"X3\"}}");
        assertThat(first.issues()).isEmpty();
        assertThat(first.decide("apply").statusCode()).isEqualTo(200);
        Sent second = Sent.send(app, "roads", "la-khac.geojson", file);
        assertThat(second.state().at("/found/mapping").toString()).isEqualTo("{\"code\":\"X1\",\"class\":\"X2\",\"surface\":\"X3\"}");
        assertThat(second.counts().subList(0, 3)).containsExactly(0, 0, 1);
        second.decide("reject");
        assertThat(first.decide("undo").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheLastImportOfALayerIsUndoneAndOnlyWhileNobodyChangedItsRows() {
        Sent first = Sent.send(app, "canals", "kenh.geojson", Sent.collection(line("K-1", "field_canal", "earth", "21.88").replace("MAT_DUONG", "surface")));
        assertThat(first.decide("apply").statusCode()).isEqualTo(200);
        Sent stale = Sent.send(app, "canals", "kenh2.geojson", Sent.collection(line("K-2", "field_canal", "earth", "21.89").replace("MAT_DUONG", "surface")));
        Sent second = Sent.send(app, "canals", "kenh3.geojson", Sent.collection(line("K-1", "field_canal", "lined", "21.88").replace("MAT_DUONG", "surface")));
        assertThat(second.decide("apply").statusCode()).isEqualTo(200);
        assertThat(TestApp.text(stale.decide("apply"))).contains("has changed since");
        stale.decide("reject");
        assertThat(TestApp.text(first.decide("undo"))).contains("undo that one first");
        assertThat(second.decide("undo").statusCode()).isEqualTo(200);
        assertThat(first.decide("undo").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select count(*) from network_section where code like 'K-_' and kind = 'canal'")).isEqualTo("0");
    }

    @Test
    void historySaysWhoDidWhatAndWhen() {
        Sent sent = Sent.send(app, "substations", "lich-su.geojson", Sent.collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"TBA-LS\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.71,21.85]}}"));
        sent.decide("apply");
        sent.decide("undo");
        JsonNode last = TestApp.tree(app.asAdmin("GET", "/api/imports?layer=substations&limit=1", null)).at("/rows/0");
        assertThat(last.path("state").asText()).isEqualTo("undone");
        assertThat(last.at("/history/madeBy").asText() + last.at("/history/decidedBy").asText() + last.at("/history/undoneBy").asText()).isEqualTo("administrator".repeat(3));
        assertThat(last.at("/history/undoneAt").asText()).isNotEmpty();
    }

    @Test
    void aCheckThatAnEndInterruptedIsTakenUpAgain() throws IOException {
        byte[] file = Sent.collection(line("TIEP-1", "lane", "earth", "21.87"));
        Sent sent = Sent.send(app, "roads", "tiep.geojson", file);
        // as the end of a process leaves it: rows of half a check, and no result
        Loads.one(app.database(), "update import set state = 'uploaded', rows_done = 1, checked_at = null, new_count = null where id = " + sent.state().path("id") + " returning id");
        try (TestApp next = TestApp.start(app.database().urls(), Map.of())) {
            String path = "/api/imports/" + sent.state().path("id");
            JsonNode now = TestApp.tree(next.asAdmin("GET", path, null));
            while (now.path("state").asText().equals("uploaded")) {
                now = TestApp.tree(next.asAdmin("GET", path, null));
            }
            assertThat(now.path("state").asText()).isEqualTo("checked");
        }
        assertThat(sent.counts().get(0)).isEqualTo(1);
        assertThat(Loads.one(app.database(), "select count(*) from import_feature where state = 'new' and import_id = " + sent.state().path("id"))).isEqualTo("1");
        sent.decide("reject");
    }
}

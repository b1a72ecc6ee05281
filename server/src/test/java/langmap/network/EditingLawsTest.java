package langmap.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.StreamSupport;
import langmap.Loads;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said of sections and works that are edited on the map, and what is refused by name. */
final class EditingLawsTest {
    @RegisterExtension
    static final TestApp app = TestApp.own();

    private static HttpResponse<byte[]> send(String method, String path, int version, String body) {
        return version > 0 ? app.asAdmin(method, "/api/network/" + path, body, "If-Match", "\"" + version + "\"") : app.asAdmin(method, "/api/network/" + path, body);
    }

    private static JsonNode done(String method, String path, int version, String body) {
        HttpResponse<byte[]> answer = send(method, path, version, body);
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isLessThan(300);
        return TestApp.tree(answer);
    }

    private static String faults(String method, String path, int version, String body) {
        HttpResponse<byte[]> answer = send(method, path, version, body);
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isEqualTo(400);
        return String.join(" ", TestApp.tree(answer).path("errors").findValuesAsText("parameter"));
    }

    private static String lane(String line, String more) {
        return "{\"class\": \"lane\", \"surface\": \"earth\", \"geometry\": {\"type\": \"LineString\", \"coordinates\": " + line + "}" + more + "}";
    }

    private static String drawn(String line) {
        return done("POST", "sections/road", 0, lane(line, "")).path("code").asText();
    }

    private static JsonNode section(String code) {
        return app.json("/api/network/sections/road/" + code).path("properties");
    }

    private static String work(String section, String more) {
        return "{\"kind\": \"hardening\", \"sectionKind\": \"road\", \"section\": \"" + section + "\", \"surface\": \"concrete\"" + more + "}";
    }

    private static final String ACCEPTED = ", \"state\": \"accepted\", \"startedOn\": \"2022-03-01\", \"doneOn\": \"2022-05-01\", \"acceptedOn\": \"2022-05-02\"";

    @Test
    void decomposedLettersAreStoredAsOthersAre() {
        String name = Normalizer.normalize("Ngõ Phố Mới", Normalizer.Form.NFD);
        String code = done("POST", "sections/road", 0, lane("[[106.71, 21.85], [106.71, 21.851]]", ", \"code\": \"" + Normalizer.normalize("Đoạn-1", Normalizer.Form.NFD)
            + "\", \"name\": \"" + name + "\"")).path("code").asText();
        assertThat(code).isEqualTo("Đoạn-1");
        assertThat(section("%C4%90o%E1%BA%A1n-1").path("name").asText()).isEqualTo("Ngõ Phố Mới");
        String work = done("POST", "works", 0, work(code, ", \"title\": \"" + name + "\"")).path("code").asText();
        assertThat(app.json("/api/network/works/" + work).path("title").asText()).isEqualTo("Ngõ Phố Mới");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [[106.71, 21.85], [106.710000001, 21.85]] | 1 m
        [[106.71, 21.85], [106.710001, 21.85]] | 1 m
        [[106.71, 21.85], [104.2, 10.6], [106.71, 21.86]] | 100 km
        [[105.8, 21.03], [105.85, 21.03]] | province
        [[106.71, 21.85], [107.6, 21.5]] | province
        """)
    void absurdLinesAreRefusedWithTheReason(String line, String reason) {
        assertThat(faults("POST", "sections/road", 0, lane(line, ""))).startsWith("geometry");
        assertThat(TestApp.text(send("POST", "sections/road", 0, lane(line, "")))).contains(reason);
        String code = drawn("[[106.72, 21.85], [106.72, 21.851]]");
        assertThat(faults("PATCH", "sections/road/" + code, 1, "{\"geometry\": {\"type\": \"LineString\", \"coordinates\": " + line + "}}")).startsWith("geometry");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0, 1 | whole
        0.4, 0 | whole
        0, 0 | whole
        200, 0 | end
        """)
    void aStretchThatReachesTheEndAsShownReachesIt(String shape, String reaches) {
        String code = drawn("[[106.73, 21.85], [106.7312345, 21.8545678]]");
        double metres = Double.parseDouble(Loads.one(app.database(), "select length_m from network_section where code = '" + code + "'"));
        String[] way = shape.split(", ");
        String to = way[1].equals("0") ? String.valueOf(Math.round(metres)) : String.format(java.util.Locale.ROOT, "%.1f", metres);
        String work = done("POST", "works", 0, work(code, ", \"fromM\": " + way[0] + ", \"toM\": " + to + ACCEPTED)).path("code").asText();
        JsonNode stored = app.json("/api/network/works/" + work);
        if (reaches.equals("whole")) {
            assertThat(stored.path("toM").isNull() && stored.path("fromM").isNull()).as(stored.toString()).isTrue();
        } else {
            assertThat(stored.path("toM").asDouble()).isGreaterThanOrEqualTo(Math.floor(metres * 1000) / 1000).isLessThan(metres + 0.001);
        }
        done("PATCH", "works/" + work, 1, "{\"fromM\": 100, \"toM\": " + to + "}");
        assertThat(Loads.one(app.database(), "select upper(stretch) = round(length_m::numeric, 3) from work join network_section section on section.id = section_id where work.code = '" + work
            + "'")).isEqualTo("t");
    }

    /** Lengths are shown to the decimetre; who enters what he reads there leaves nothing of the way unhardened. */
    @Test
    void aVillageIsReachedOnceTheLengthShownIsAccepted() {
        for (JsonNode row : app.json("/api/network/cut-off").path("rows")) {
            String way = "/api/network/access/" + row.path("village").asText();
            List<JsonNode> missing = StreamSupport.stream(app.json(way).path("features").spliterator(), false).map(one -> one.path("properties"))
                .filter(one -> !one.path("good").asBoolean()).toList();
            if (missing.size() == 1) {
                String code = missing.get(0).path("section").asText();
                assertThat(app.json(way).path("reached").asBoolean()).isFalse();
                done("POST", "works", 0, work(code, ", \"fromM\": 0, \"toM\": " + section(code).path("lengthM").asText() + ACCEPTED));
                assertThat(app.json(way).path("reached").asBoolean()).isTrue();
                return;
            }
        }
        throw new AssertionError("no village is cut off by one section");
    }

    @Test
    void aPowerLineThatIsDrawnPowersTheVillagesBesideIt() {
        String[] village = Loads.one(app.database(), "select village.code || ' ' || ST_X(village.centre) || ' ' || ST_Y(village.centre) from measure.powered_village('2022-12-31') found "
            + "join village on village.id = found.village_id where not found.powered order by village.code limit 1").split(" ");
        String powered = "select powered from measure.powered_village('2022-12-31') found join village on village.id = found.village_id where village.code = '" + village[0] + "'";
        double east = Double.parseDouble(village[1]);
        String line = "{\"class\": \"line_22kv\"%s, \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[" + east + ", " + village[2] + "], [" + (east + 0.004) + ", " + village[2] + "]]}}";
        String code = done("POST", "sections/power_line", 0, String.format(line, "")).path("code").asText();
        assertThat(Loads.one(app.database(), powered)).as("of an unknown voltage").isEqualTo("f");
        done("PATCH", "sections/power_line/" + code, 1, "{\"voltageKv\": 22}");
        assertThat(Loads.one(app.database(), powered)).isEqualTo("t");
    }

    @Test
    void voltageYearAndReportedLengthAreSaidOfWhatIsDrawn() {
        String line = "\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[106.74, 21.85], [106.74, 21.86]]}}";
        String code = done("POST", "sections/power_line", 0, "{\"class\": \"line_22kv\", \"voltageKv\": 22, \"builtYear\": 2019, \"lengthReportedM\": 1200.5, " + line).path("code").asText();
        JsonNode is = app.json("/api/network/sections/power_line/" + code).path("properties");
        assertThat(is.path("voltageKv").asInt() + " " + is.path("builtYear").asInt() + " " + is.path("lengthReportedM").asText()).isEqualTo("22 2019 1200.5");
        done("PATCH", "sections/power_line/" + code, 1, "{\"voltageKv\": 35, \"lengthReportedM\": null}");
        is = app.json("/api/network/sections/power_line/" + code).path("properties");
        assertThat(is.path("voltageKv").asInt() + " " + is.path("builtYear").asInt() + " " + is.path("lengthReportedM").asText()).isEqualTo("35 2019 null");
        assertThat(faults("POST", "sections/road", 0, lane("[[106.74, 21.85], [106.74, 21.86]]", ", \"voltageKv\": 22, \"builtYear\": 2150"))).isEqualTo("voltageKv builtYear");
    }

    @Test
    void whatWasDrawnOrEnteredByMistakeIsTakenOut() {
        String code = drawn("[[106.75, 21.85], [106.75, 21.86]]");
        String planned = done("POST", "works", 0, work(code, "")).path("code").asText();
        HttpResponse<byte[]> used = send("DELETE", "sections/road/" + code + "?mistake=true", 1, null);
        assertThat(used.statusCode()).isEqualTo(409);
        assertThat(TestApp.text(used)).contains(planned, "Take those out first");
        assertThat(send("DELETE", "works/" + planned, 7, null).statusCode()).isEqualTo(412);
        assertThat(send("DELETE", "works/" + planned, 0, null).statusCode()).isEqualTo(428);
        done("DELETE", "works/" + planned, 1, null);
        assertThat(app.get("/api/network/works/" + planned).statusCode()).isEqualTo(404);
        String accepted = done("POST", "works", 0, work(code, ACCEPTED)).path("code").asText();
        HttpResponse<byte[]> kept = send("DELETE", "works/" + accepted, 1, null);
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(TestApp.text(kept)).contains("accepted");
        assertThat(send("DELETE", "sections/road/" + code + "?mistake=true", 1, null).statusCode()).isEqualTo(409);
        String other = drawn("[[106.755, 21.85], [106.755, 21.86]]");
        assertThat(section(other).path("byHand").asBoolean()).isTrue();
        done("DELETE", "sections/road/" + other + "?mistake=true", 1, null);
        assertThat(Loads.one(app.database(), "select count(*) from network_section where code = '" + other + "'")).isEqualTo("0");
        String imported = Loads.one(app.database(), "select code from network_section where kind = 'road' and data_set_id <> 'by-hand' and not exists (select from work where section_id = network_section.id) limit 1");
        assertThat(section(imported).path("byHand").asBoolean()).isFalse();
        assertThat(send("DELETE", "sections/road/" + imported + "?mistake=true", section(imported).path("version").asInt(), null).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"funding": "F-9"} | funding
        {"surface": "earth"} | surface
        {"state": "accepted", "startedOn": "2022-03-01", "doneOn": "2022-05-01", "acceptedOn": "2199-01-01"} | acceptedOn
        {"state": "done", "startedOn": "2022-03-01", "doneOn": "2199-01-01"} | doneOn
        {"state": "under_way", "startedOn": "2199-01-01"} | startedOn
        {"state": "planned", "startedOn": "2022-03-01"} | startedOn
        {"state": "under_way", "startedOn": "2022-03-01", "doneOn": "2022-05-01"} | doneOn
        {"state": "done", "startedOn": "2022-03-01"} | doneOn
        """)
    void nonsenseOfAWorkIsRefusedByName(String change, String field) {
        String code = drawn("[[106.76, 21.85], [106.76, 21.86]]");
        String work = done("POST", "works", 0, work(code, "")).path("code").asText();
        assertThat(faults("PATCH", "works/" + work, 1, change)).isEqualTo(field);
        assertThat(faults("POST", "works", 0, "{\"kind\": \"hardening\", \"sectionKind\": \"road\", \"section\": \"" + code + "\", " + (field.equals("surface") ? "" : "\"surface\": \"concrete\", ")
            + change.substring(1))).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"a/b", "..", ".", "a\\\\b"})
    void aCodeCanStandInAnAddress(String code) {
        assertThat(faults("POST", "sections/road", 0, lane("[[106.77, 21.85], [106.77, 21.86]]", ", \"code\": \"" + code + "\""))).isEqualTo("code");
        assertThat(faults("POST", "works", 0, work(drawn("[[106.77, 21.85], [106.77, 21.86]]"), ", \"code\": \"" + code + "\""))).isEqualTo("code");
    }

    @Test
    void theCodeOfASectionThatHasEndedIsTakenAndNoConstraintIsNamed() {
        String code = drawn("[[106.78, 21.85], [106.78, 21.86]]");
        done("DELETE", "sections/road/" + code, 1, null);
        String again = lane("[[106.78, 21.85], [106.78, 21.86]]", ", \"code\": \"" + code + "\"");
        assertThat(faults("POST", "sections/road", 0, again)).isEqualTo("code");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}
        {"colour": "red"}
        """)
    void aChangeOfNothingIsRefusedWithWhatCanBeChanged(String nothing) {
        String code = drawn("[[106.79, 21.85], [106.79, 21.86]]");
        String work = done("POST", "works", 0, work(code, "")).path("code").asText();
        for (String path : new String[] {"works/" + work, "sections/road/" + code}) {
            HttpResponse<byte[]> answer = send("PATCH", path, 1, nothing);
            assertThat(answer.statusCode()).as(TestApp.text(answer)).isEqualTo(422);
            assertThat(TestApp.text(answer)).contains("surface", "nothing-to-change");
        }
        assertThat(section(code).path("version").asInt()).isEqualTo(1);
    }
}

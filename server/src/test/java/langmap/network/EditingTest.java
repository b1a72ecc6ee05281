package langmap.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import langmap.Loads;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Works and sections changed by hand, and everything that follows from them on the next request. */
final class EditingTest {
    private static final String NEAR = "06313";
    @RegisterExtension
    static final TestApp app = TestApp.own();

    private static HttpResponse<byte[]> send(String method, String path, int version, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.base() + path)).header("Authorization", "Bearer " + TestApp.TOKEN)
            .header("Content-Type", "application/json").method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return TestApp.send(version > 0 ? request.header("If-Match", "\"" + version + "\"").build() : request.build());
    }

    private static JsonNode done(String method, String path, int version, String body) {
        HttpResponse<byte[]> answer = send(method, path, version, body);
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isLessThan(300);
        return TestApp.tree(answer);
    }

    private static JsonNode near() {
        return app.json("/api/units/" + NEAR + "/why/2");
    }

    private static double computed() {
        return app.json("/api/measures/criterion-2-computed/values").path("summary").path("met").asDouble();
    }

    /** The commune lacks a tenth of a kilometre of village road; the work that brings it is done and waits to be accepted. */
    @Test
    void acceptingTheMissingTenthOfAKilometreTurnsTheCriterionAndAllThatIsCountedFromIt() {
        JsonNode before = near();
        assertThat(before.path("computed").asText()).isEqualTo("not_met");
        assertThat(before.path("sentence").path("en").asText()).isEqualTo("Not met: 0.1 km missing (Village roads hardened).");
        double met = computed();
        double km = app.json("/api/network/summary").path("yearKm").asDouble();
        JsonNode work = null;
        for (JsonNode one : app.json("/api/network/works?state=done&unit=" + NEAR).path("rows")) {
            work = one;
        }
        JsonNode after = done("PATCH", "/api/network/works/" + work.path("code").asText(), work.path("version").asInt(),
            "{\"state\": \"accepted\", \"acceptedOn\": \"2022-12-31\"}");
        assertThat(after.path("version").asInt()).isEqualTo(work.path("version").asInt() + 1);
        assertThat(near().path("computed").asText()).isEqualTo("met");
        assertThat(near().path("contradiction").asBoolean()).isEqualTo(!before.path("official").asText().equals("met"));
        assertThat(computed()).isEqualTo(met + 1);
        assertThat(app.json("/api/network/summary").path("yearKm").asDouble()).isCloseTo(km + work.path("lengthM").asDouble() / 1000, within(0.01));
        assertThat(app.json("/api/network/works/" + work.path("code").asText()).path("version")).isEqualTo(after.path("version"));
        HttpResponse<byte[]> late = send("PATCH", "/api/network/works/" + work.path("code").asText(), work.path("version").asInt(), "{\"note\": \"x\"}");
        assertThat(late.statusCode()).isEqualTo(412);
        done("PATCH", "/api/network/works/" + work.path("code").asText(), after.path("version").asInt(), "{\"state\": \"done\", \"acceptedOn\": null}");
        assertThat(near().path("computed").asText()).isEqualTo("not_met");
    }

    @Test
    void aSectionThatIsDrawnAndHardenedCountsInItsCommune() {
        JsonNode centre = app.json("/api/units/" + NEAR);
        double lon = centre.path("centre").path(0).asDouble();
        double lat = centre.path("centre").path(1).asDouble();
        JsonNode drawn = done("POST", "/api/network/sections/road", 0, "{\"class\": \"lane\", \"surface\": \"earth\", \"name\": \"Ngõ mới\", \"geometry\": "
            + "{\"type\": \"LineString\", \"coordinates\": [[" + (lon + 0.0031) + "," + (lat + 0.0042) + "],[" + (lon + 0.0031) + "," + (lat + 0.0062) + "]]}}");
        String address = "/api/network/sections/road/" + drawn.path("code").asText();
        JsonNode section = app.json(address).path("properties");
        assertThat(section.path("name").asText()).isEqualTo("Ngõ mới");
        assertThat(section.path("parts").path(0).path("unit").asText()).isEqualTo(NEAR);
        double km = app.json("/api/network/summary").path("yearKm").asDouble();
        done("POST", "/api/network/works", 0, "{\"kind\": \"hardening\", \"sectionKind\": \"road\", \"section\": \"" + drawn.path("code").asText()
            + "\", \"surface\": \"concrete\", \"state\": \"accepted\", \"startedOn\": \"2022-03-01\", \"doneOn\": \"2022-05-01\", \"acceptedOn\": \"2022-05-02\"}");
        double length = section.path("lengthM").asDouble();
        assertThat(app.json("/api/network/summary").path("yearKm").asDouble()).isCloseTo(km + length / 1000, within(0.0002));
        JsonNode split = done("POST", address + "/split", section.path("version").asInt(), "{\"atM\": 100}");
        assertThat(app.json("/api/network/sections/road/" + split.path("second").asText()).path("properties").path("lengthM").asDouble())
            .isCloseTo(length - 100, within(0.2));
        assertThat(app.json("/api/network/summary").path("yearKm").asDouble()).isCloseTo(km + length / 1000, within(0.001));
    }

    /** Metres hardened at the end of 2022, metres in all, metres reported and million VND of the works on the sections of a name. */
    private static double[] totals(String name) {
        return Loads.rows(app.database(), "select coalesce(sum(metres(improved.hardened * nummultirange(numrange(0, round(length_m::numeric, 3))))), 0), sum(length_m), coalesce(sum(length_reported_m), 0), "
            + "coalesce(sum((select sum(cost_million) from work where section_id = section.id)), 0) from network_section section "
            + "left join measure.improved('2022-12-31', 'actual') improved on improved.section_id = section.id where name = '" + name + "'").get(0).stream()
            .mapToDouble(Double::parseDouble).toArray();
    }

    private static String lane(String name, String line) {
        return done("POST", "/api/network/sections/road", 0, "{\"class\": \"lane\", \"surface\": \"earth\", \"lengthReportedM\": 5000, \"name\": \"" + name
            + "\", \"geometry\": {\"type\": \"LineString\", \"coordinates\": " + line + "}}").path("code").asText();
    }

    private static String harden(String section, String stretch) {
        return done("POST", "/api/network/works", 0, "{\"kind\": \"hardening\", \"sectionKind\": \"road\", \"section\": \"" + section + "\", " + stretch
            + "\"surface\": \"concrete\", \"costMillion\": 300, \"state\": \"accepted\", \"startedOn\": \"2022-03-01\", \"doneOn\": \"2022-05-01\", \"acceptedOn\": \"2022-05-02\"}")
            .path("code").asText();
    }

    /** On so long a leg a place between degrees is centimetres off. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        whole |
        across | "fromM": 100.25, "toM": 3000.125,
        to the end | "fromM": 900.5, "toM": 3810,
        the first | "fromM": 0, "toM": 1400,
        the second | "fromM": 1600.2, "toM": 2000,
        """)
    void splittingHandsEachPieceItsShare(String name, String stretch) {
        String code = lane("Chia " + name, "[[106.71, 21.85], [106.74, 21.87]]");
        harden(code, stretch == null ? "" : stretch);
        double[] before = totals("Chia " + name);
        String second = done("POST", "/api/network/sections/road/" + code + "/split", 1, "{\"atM\": 1500}").path("second").asText();
        double[] after = totals("Chia " + name);
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).as("total %d", i).isCloseTo(before[i], within(0.0011));
        }
        if (name.equals("across") || name.equals("to the end")) {
            assertThat(Loads.one(app.database(), "select upper(stretch) = round(length_m::numeric, 3) from work join network_section section on section.id = section_id where section.code = '" + code + "'"))
                .as("up to where it is split").isEqualTo("t");
        }
        if (name.equals("to the end")) {
            assertThat(Loads.one(app.database(), "select stretch is null from work join network_section section on section.id = section_id where section.code = '" + second + "'")).isEqualTo("t");
        }
    }

    @Test
    void aStretchThatReachesTheEndGoesOnToReachItWhenTheLineIsMoved() {
        String code = lane("Dời", "[[106.72, 21.85], [106.73, 21.86]]");
        double metres = totals("Dời")[1];
        String whole = harden(code, "\"toM\": " + Math.round(metres) + ", ");
        String end = harden(code, "\"fromM\": 900, \"toM\": " + Math.round(metres) + ", ");
        String longer = "{\"geometry\": {\"type\": \"LineString\", \"coordinates\": [[106.72, 21.85], [106.732, 21.862]]}}";
        done("PATCH", "/api/network/sections/road/" + code, 1, longer);
        double[] totals = totals("Dời");
        assertThat(totals[0]).as("whole").isCloseTo(totals[1], within(0.001)).isGreaterThan(metres);
        assertThat(app.json("/api/network/works/" + whole).path("toM").isNull()).isTrue();
        assertThat(app.json("/api/network/works/" + end).path("toM").asDouble()).isCloseTo(totals[1], within(0.001));
        HttpResponse<byte[]> shorter = send("PATCH", "/api/network/sections/road/" + code, 2, longer.replace("[106.732, 21.862]", "[106.723, 21.853]"));
        assertThat(shorter.statusCode()).as(TestApp.text(shorter)).isEqualTo(400);
        assertThat(TestApp.text(shorter)).contains("geometry", end, "900");
    }

    @Test
    void aPieceNeverEndsJustShortOfAVertex() {
        JsonNode centre = app.json("/api/units/" + NEAR);
        double lon = centre.path("centre").path(0).asDouble() + 0.0051;
        double lat = centre.path("centre").path(1).asDouble() + 0.0042;
        String middle = "[" + lon + "," + (lat + 0.001) + "]";
        JsonNode drawn = done("POST", "/api/network/sections/road", 0, "{\"class\": \"lane\", \"surface\": \"earth\", \"geometry\": {\"type\": \"LineString\", \"coordinates\": [["
            + lon + "," + lat + "]," + middle + ",[" + lon + "," + (lat + 0.002) + "]]}}");
        String address = "/api/network/sections/road/" + drawn.path("code").asText();
        double half = app.json(address).at("/properties/lengthM").asDouble() / 2;
        done("POST", address + "/split", 1, "{\"atM\": " + Math.round(half * 100) / 100.0 + "}");
        assertThat(app.json(address).at("/geometry/coordinates").size()).isEqualTo(2);
    }

    @Test
    void aSectionEndsTodayAndOneThatBeganTodayIsTakenOutUnlessWorksAreOnIt() {
        String line = "{\"class\": \"lane\", \"surface\": \"earth\", \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[106.71, 21.85], [106.71, 21.851]]}}";
        String today = "(now() at time zone 'Asia/Ho_Chi_Minh')::date";
        String old = done("POST", "/api/network/sections/road", 0, line).path("code").asText();
        done("DELETE", "/api/network/sections/road/" + old, 1, null);
        assertThat(Loads.one(app.database(), "select upper(valid) = " + today + " from network_section where code = '" + old + "'")).isEqualTo("t");
        String fresh = done("POST", "/api/network/sections/road", 0, line).path("code").asText();
        Loads.one(app.database(), "update network_section set valid = daterange(" + today + ", null) where code = '" + fresh + "' returning id");
        String work = done("POST", "/api/network/works", 0, "{\"kind\": \"hardening\", \"sectionKind\": \"road\", \"section\": \"" + fresh
            + "\", \"surface\": \"concrete\", \"state\": \"planned\"}").path("code").asText();
        assertThat(send("DELETE", "/api/network/sections/road/" + fresh, 2, null).statusCode()).isEqualTo(409);
        Loads.one(app.database(), "delete from work where code = '" + work + "' returning id");
        done("DELETE", "/api/network/sections/road/" + fresh, 2, null);
        assertThat(Loads.one(app.database(), "select count(*) from network_section where code = '" + fresh + "'")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PATCH | works/CT-2022-0001 | 0 | {} | 428
        PATCH | works/no-such-work | 1 | {"note": "x"} | 404
        PATCH | works/CT-2022-0001 | 999 | {"note": "x"} | 412
        POST | works | 0 | {"kind": "digging", "sectionKind": "road", "section": "nowhere", "state": "accepted"} | 400
        POST | works | 0 | {"kind": "lining", "sectionKind": "road", "section": "QL1-04", "surface": "concrete"} | 400
        POST | sections/road | 0 | {"class": "motorway", "surface": "earth"} | 400
        POST | sections/road | 0 | {"class": "lane", "surface": "earth", "roadId": "92CL13", "geometry": {"type": "LineString", "coordinates": [[21.8, 106.7], [21.9, 106.7]]}} | 400
        """)
    void whatCannotBeIsRefused(String method, String path, int version, String body, int status) {
        HttpResponse<byte[]> answer = send(method, "/api/network/" + path, version, body);
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aRoadIdIsRefusedWithTheRule() {
        String told = TestApp.text(send("POST", "/api/network/sections/road", 0, "{\"roadId\": \"92CL13\"}"));
        assertThat(told).contains("roadId", "three digits, two letters or 00, and five digits, such as 092CL00013");
    }

    @Test
    void everyFaultOfAWorkIsToldAtOnce() {
        String told = TestApp.text(send("POST", "/api/network/works", 0,
            "{\"kind\": \"digging\", \"sectionKind\": \"road\", \"section\": \"nowhere\", \"state\": \"accepted\"}"));
        assertThat(told).contains("\"acceptedOn\"", "\"doneOn\"", "\"startedOn\"", "\"kind\"", "\"section\"");
    }
}

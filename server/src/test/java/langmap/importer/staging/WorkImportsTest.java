package langmap.importer.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import langmap.Loads;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Works come in as map files: by the code of their section, by a line drawn along it, or as a point elsewhere in a commune. */
final class WorkImportsTest {
    @RegisterExtension
    static final TestApp app = TestApp.own();
    /** An earth lane without works that nothing lies beside; its code, its length, a place on it and its key. */
    private static final List<String> LANE = Loads.rows(app.database(), """
        select code, round(length_m), ST_AsGeoJSON(ST_LineInterpolatePoint(geom, 0.3)), id
        from network_section section where kind = 'road' and class = 'lane' and surface = 'earth' and length_m > 400
          and not exists (select from work where section_id = section.id)
          and not exists (select from network_section other where other.id <> section.id and ST_DWithin(other.geom, ST_LineSubstring(section.geom, 0.2, 0.8), 0.0005))
          and exists (select from section_part where section_id = section.id) order by id limit 1""").get(0);

    private static String work(String code, String more, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"Mã\":\"%s\",\"Loại\":\"Cứng hóa mặt đường\",\"Tên công trình\":\"Bê tông ngõ Đề Thám\"%s},\"geometry\":%s}"
            .formatted(code, more, geometry);
    }

    private static String field(String name, String value) {
        return ",\"" + name + "\":\"" + value + "\"";
    }

    private static final String ACCEPTED = field("Tình trạng", "Đã nghiệm thu") + field("Mặt", "Bê tông hóa") + field("Khởi công", "01/03/2022")
        + field("Hoàn thành", "20/10/2022") + field("Nghiệm thu", "05/11/2022");

    private static double hardenedKm() {
        return app.json("/api/measures/road-hardened-km/values?level=province&asOf=2022-12-31").at("/values/0/value").asDouble();
    }

    @Test
    void aWorkDrawnAlongASectionIsFoundThereCountsAndIsUndone() {
        double before = hardenedKm();
        Map<String, String> contents = Loads.contents(app.database());
        Sent sent = Sent.send(app, "works", "nghiệm thu.geojson", Sent.collection(work("CT-MOI-1", ACCEPTED + field("Kinh phí", "812.5"), along())));
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.counts()).containsExactly(1, 0, 0, 0, 0);
        JsonNode values = sent.get("/features.geojson").at("/features/0/properties/values");
        assertThat(values.path("section").asText()).isEqualTo(LANE.get(0));
        assertThat(values.path("fromM").asDouble()).isCloseTo(0.3 * Double.parseDouble(LANE.get(1)), within(5.0));
        assertThat(values.path("toM").asDouble()).isCloseTo(0.7 * Double.parseDouble(LANE.get(1)), within(5.0));
        assertThat(hardenedKm()).isEqualTo(before);
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(hardenedKm()).isCloseTo(before + 0.4 * Double.parseDouble(LANE.get(1)) / 1000, within(0.01));
        assertThat(Loads.one(app.database(), "select kind || ' ' || section_kind || ' ' || surface || ' ' || cost_million from work where code = 'CT-MOI-1'"))
            .isEqualTo("hardening road concrete 812.5");
        Sent again = Sent.send(app, "works", "nghiệm thu.geojson", Sent.collection(work("CT-MOI-1", ACCEPTED + field("Kinh phí", "812.5"), along())));
        assertThat(again.counts()).containsExactly(0, 0, 1, 0, 0);
        again.decide("reject");
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
        assertThat(hardenedKm()).isEqualTo(before);
        assertThat(Loads.contents(app.database()).get("work")).isEqualTo(contents.get("work"));
    }

    /** The part of the lane from three to seven tenths, as its surveyor drew it. */
    private static String along() {
        return Loads.one(app.database(), "select ST_AsGeoJSON(ST_LineSubstring(geom, 0.3, 0.7), 7) from network_section where id = " + LANE.get(3));
    }

    @Test
    void decimetresAndThousandsOfDongComeBackAsTheyWere() throws SQLException {
        String code = Loads.one(app.database(), "select work.code from work join network_section section on section.id = section_id where length_m > 300 order by work.id limit 1");
        try (Connection admin = DriverManager.getConnection(app.database().adminUrl()); Statement statement = admin.createStatement()) {
            statement.execute("update work set stretch = '[100.125,200.5)', cost_million = 812.345 where code = '" + code + "'");
            statement.execute("update register_version set version = version + 1 where register = 'network'");
        }
        for (String format : new String[] {"geojson", "gpkg"}) {
            byte[] file = app.get("/api/exports/works." + format).body();
            Sent sent = Sent.send(app, "works", "works." + format, file);
            assertThat(sent.issues()).as(format).isEmpty();
            assertThat(sent.counts().subList(0, 2)).as(format).containsExactly(0, 0);
            sent.decide("reject");
        }
    }

    @Test
    void progressGivenAsPointsLeavesWorksOnTheirSections() {
        List<String> known = Loads.rows(app.database(), """
            select work.code, section.code, coalesce(work.stretch::text, '–'), unit.code from work join network_section section on section.id = section_id and section.kind = 'road'
            join section_part on section_part.section_id = section.id join unit on unit.id = section_part.unit_id where state = 'under_way' and work.kind = 'hardening'
            order by work.id limit 1""").get(0);
        String point = Loads.one(app.database(), "select ST_AsGeoJSON(ST_StartPoint(section.geom), 7) from work join network_section section on section.id = section_id where work.code = '"
            + known.get(0) + "'");
        Sent sent = Sent.send(app, "works", "tien-do.geojson", Sent.collection(work(known.get(0), ACCEPTED, point)));
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.counts()).containsExactly(0, 1, 0, 0, 0);
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(Loads.rows(app.database(), "select section.code, coalesce(stretch::text, '–'), state, accepted_on from work join network_section section on section.id = section_id where work.code = '"
            + known.get(0) + "'").get(0)).containsExactly(known.get(1), known.get(2), "accepted", "2022-11-05");
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select state from work where code = '" + known.get(0) + "'")).isEqualTo("under_way");
    }

    @Test
    void aPointElsewhereIsAWorkOfItsCommune() {
        String unit = Loads.one(app.database(), "select min(code) from unit where level = 'commune' and valid @> date '2022-11-05'");
        String point = Loads.one(app.database(), "select ST_AsGeoJSON(centre, 7) from unit where level = 'commune' and valid @> date '2022-11-05' and code = '" + unit + "'");
        Sent sent = Sent.send(app, "works", "nha-van-hoa.geojson", Sent.collection(work("CT-NVH-1", ACCEPTED, point).replace("Cứng hóa mặt đường", "Nâng cấp")));
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select unit.code || ' ' || (place is not null) || ' ' || coalesce(surface, '–') from work join unit on unit.id = unit_id where work.code = 'CT-NVH-1'"))
            .isEqualTo(unit + " true –");
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
    }

    @Test
    void theCodeOfASectionTellsItsKindToo() {
        Sent sent = Sent.send(app, "works", "nang-cap.geojson", Sent.collection(work("CT-NC-1", ACCEPTED + field("Mã đoạn", LANE.get(0)) + field("Đến mét", "120,5"), LANE.get(2))
            .replace("Cứng hóa mặt đường", "Nâng cấp")));
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select section_kind || ' ' || stretch from work where code = 'CT-NC-1'")).isEqualTo("road [0,120.5)");
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1.234,5   | 1234.5  | false
        812,25    | 812.25  | false
        1.234.567 | 1234567 | false
        812.5     | 812.5   | false
        4.760     | 4.760   | true""")
    void numbersAreReadAsPeopleHereWriteThem(String written, String meant, boolean doubtful) {
        Sent sent = Sent.send(app, "works", "so.geojson", Sent.collection(work("CT-SO-1", ACCEPTED + field("Mã đoạn", LANE.get(0)) + field("Kinh phí", written), LANE.get(2))));
        assertThat(sent.issues()).isEqualTo(doubtful ? List.of("warning number-of-two-meanings feature 1 Kinh phí") : List.of());
        assertThat(sent.get("/features.geojson").at("/features/0/properties/values/costMillion").decimalValue()).isEqualByComparingTo(meant);
        sent.decide("reject");
    }

    @Test
    void everyFaultIsNamedWithItsFieldAndNothingIsStored() {
        Map<String, String> contents = Loads.contents(app.database());
        String lane = field("Mã đoạn", LANE.get(0));
        String point = LANE.get(2);
        String outside = Loads.one(app.database(), "select ST_AsGeoJSON(ST_PointOnSurface(ST_Difference(ST_Buffer(geom, 0.01), ST_Buffer(geom, 0.005))), 7) from boundary "
            + "join unit on unit.id = unit_id and level = 'province' where resolution = 'overview' limit 1");
        String far = "{\"type\":\"LineString\",\"coordinates\":[[106.5001,21.9001],[106.5051,21.9061]]}";
        Sent sent = Sent.send(app, "works", "sai.geojson", Sent.collection(
            work("A", ACCEPTED, far), work("B", ACCEPTED + field("Mã đoạn", "KHÔNG-CÓ"), point), work("C", ACCEPTED + lane + field("Từ mét", "0") + field("Đến mét", "99999"), point),
            work("D", ACCEPTED + lane + field("Từ mét", "90") + field("Đến mét", "30"), point),
            work("E", ACCEPTED + lane, point).replace("Cứng hóa mặt đường", "lining").replace("\"Mã\"", "\"Làm trên\":\"Đường\",\"Mã\""),
            work("F", ACCEPTED.replace("Bê tông hóa", "lined") + lane, point), work("G", ACCEPTED.replace("Đã nghiệm thu", "Kế hoạch") + lane, point),
            work("H", ACCEPTED.replace("20/10/2022", "20/10/2021") + lane + field("Kinh phí", "-1"), point),
            work("I", ACCEPTED, outside).replace("Cứng hóa mặt đường", "repair"),
            work("J", ACCEPTED + lane, point).replace("Cứng hóa mặt đường", "xây cầu")));
        assertThat(sent.issues()).contains("error work-off-network feature 1 geometry", "error work-section-unknown feature 2 section",
            "error work-beyond-section feature 3 toM", "error work-no-stretch feature 4 fromM", "error work-kind-elsewhere feature 5 kind",
            "error work-surface feature 6 surface", "error work-days feature 7 acceptedOn", "error work-days feature 7 startedOn", "error work-days feature 7 doneOn", "error work-days feature 8 doneOn", "error work-cost feature 8 costMillion",
            "error work-outside feature 9 geometry", "error value-unknown feature 10 Loại");
        assertThat(sent.issues().stream().filter(issue -> issue.startsWith("error"))).hasSize(13);
        assertThat(sent.decide("apply").statusCode()).isEqualTo(409);
        assertThat(Loads.contents(app.database()).get("work")).isEqualTo(contents.get("work"));
        assertThat(sent.get("/issues.geojson").toString()).contains("Đoạn kết thúc ở " + LANE.get(1) + " m.", "There is no section “KHÔNG-CÓ” of this kind.");
        sent.decide("reject");
    }

    @Test
    void aDayFromWhichTheRestEndsIsRefusedForWorks() {
        Sent sent = Sent.send(app, "works", "mot.geojson", Sent.collection(work("CT-MOI-2", ACCEPTED, along())));
        var refused = app.asAdmin("PUT", "/api/imports/" + sent.state().path("id").asLong() + "/choices", "{\"closeFrom\":\"2022-12-31\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestApp.text(refused)).contains("closeFrom");
        sent.decide("reject");
    }
}

package langmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** Which features come for which question. */
final class ItemsTest {
    private static final TestApp APP = TestApp.shared();

    private static JsonNode items(String collection, String query) {
        return APP.json("/ogc/collections/" + collection + "/items?" + query);
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("features").spliterator(), false).map(feature -> feature.path("id").asText()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "communes, '', 181", "communes, 2019-12-31, 0", "communes, 2020-01-01, 181", "communes, 2025-06-30, 181", "communes, 2025-07-01, 61",
        "communes, ../.., 242", "communes, /, 242", "communes, 2025-07-01/.., 61", "communes, ../2025-06-30, 181", "communes, 2020-01-01/2026-01-01, 242",
        "communes, 2020-01-01T/.., 242", "communes, 2025-06-01/P1M, 242", "communes, 2025-06-01/P29D, 181", "communes, 2021-05-16T00:00:00Z/P1Y2M3W4D, 181", "communes, 2025-06-30T16:59:59Z, 181", "communes, 2025-06-30T17:00:00Z, 61", "communes, 2025-07-01T00:00:00+07:00, 61",
        "urban-units, '', 19", "urban-units, 2025-07-01, 4", "urban-units, ../.., 23", "districts, '', 11", "districts, 2025-06-30, 11",
        "districts, 2025-07-01, 0", "province, '', 1", "province, 2025-07-01, 1", "province, 2019-12-31, 0"})
    void aDayOrAnIntervalPicksTheGenerations(String collection, String datetime, int matched) {
        String query = datetime.isEmpty() ? "" : "datetime=" + URLEncoder.encode(datetime, StandardCharsets.UTF_8);
        assertThat(items(collection, query + "&limit=1".substring(query.isEmpty() ? 1 : 0)).path("numberMatched").asInt()).isEqualTo(matched);
    }

    @Test
    void anAmpersandTooManyIsNoParameter() {
        JsonNode page = items("communes", "&limit=1&&f=json&");
        assertThat(page.path("numberMatched").asInt()).isEqualTo(181);
        assertThat(page.path("links").findValuesAsText("href")).noneMatch(href -> href.contains("&&") || href.contains("&=") || href.contains("?&"));
        assertThat(APP.get("/ogc/collections/communes/items?=1").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"'', 2022-12-31", "datetime=2025-07-01T00:00:00%2B07:00, 2025-07-01", "datetime=/, ../..", "datetime=2021-01-01/.., 2021-01-01/..",
        "datetime=../2021-01-01, ../2021-01-01", "datetime=2021-01-01/P1M, 2021-01-01/2021-02-01"})
    void theAnswerSaysOfWhichDaysItIs(String query, String days) {
        assertThat(items("districts", query + "&limit=1".substring(query.isEmpty() ? 1 : 0)).path("datetime").asText()).isEqualTo(days);
        assertThat(TestApp.text(APP.get("/ogc/collections/districts/items?f=html&" + query))).contains("; " + days + ")");
    }

    @Test
    void aBoxPicksWhatItTouchesAsPlainGeometryDoes() throws ParseException {
        Map<String, Geometry> areas = new TreeMap<>();
        GeoJsonReader reader = new GeoJsonReader(new GeometryFactory());
        for (JsonNode feature : items("communes", "").path("features")) {
            areas.put(feature.path("id").asText(), reader.read(feature.path("geometry").toString()));
        }
        assertThat(areas).hasSize(181);
        double[][] boxes = {{106.7, 21.8, 106.8, 21.9}, {106.1, 21.4, 107.3, 21.5}, {0, 0, 1, 1}, {106.5, 22, 106.5, 22}, {-180, -90, 180, 90}};
        for (double[] box : boxes) {
            Geometry shape = new GeometryFactory().toGeometry(new Envelope(box[0], box[2], box[1], box[3]));
            String query = "bbox=" + box[0] + "," + box[1] + "," + box[2] + "," + box[3];
            assertThat(ids(items("communes", query))).as(query).isEqualTo(areas.keySet().stream().filter(id -> areas.get(id).intersects(shape)).toList());
        }
    }

    @Test
    void aBoxOverTheAntimeridianAndHeightsAreUnderstood() {
        assertThat(items("communes", "bbox=106,21,-500,108,23,500").path("numberMatched").asInt()).isEqualTo(181);
        assertThat(items("communes", "bbox=170,21,106.2,23").path("numberMatched").asInt()).isEqualTo(items("communes", "bbox=-180,21,106.2,23")
            .path("numberMatched").asInt()).isPositive();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> all = ids(items("communes", "datetime=../.."));
        List<String> walked = new ArrayList<>();
        String next = "/ogc/collections/communes/items?limit=50&datetime=../..";
        while (next != null) {
            JsonNode page = APP.json(next);
            assertThat(page.path("numberMatched").asInt()).isEqualTo(242);
            assertThat(page.path("numberReturned").asInt()).isEqualTo(page.path("features").size());
            walked.addAll(ids(page));
            next = StreamSupport.stream(page.path("links").spliterator(), false).filter(link -> link.path("rel").asText().equals("next"))
                .map(link -> link.path("href").asText().substring(APP.base().length())).findFirst().orElse(null);
        }
        assertThat(walked).hasSize(242).doesNotHaveDuplicates().isEqualTo(all);
    }

    /** As desktop programs write numbers: with all the places a double has. */
    @ParameterizedTest
    @ValueSource(strings = {"106.599999999999994,21.8000000000000007,106.799999999999997,21.8999999999999986", "1.066e2,+21.8,106.8000,2.19E+1",
        "106.6, 21.8, 106.8, 21.9"})
    void aBoxMayBeWrittenInAnyNotation(String box) {
        assertThat(items("communes", "bbox=" + URLEncoder.encode(box, StandardCharsets.UTF_8)).path("numberMatched").asInt())
            .isEqualTo(items("communes", "bbox=106.6,21.8,106.8,21.9").path("numberMatched").asInt()).isPositive();
    }

    /** The boxes and the walk of the OGC's test suite: from a page of one on with the greatest limit there is. */
    @ParameterizedTest
    @ValueSource(strings = {"-1.5,50.0,1.5,53.0", "-80.0,-5.0,-70.0,5.0", "177.0,65.0,-177.0,70.0", "-180.0,85.0,180.0,90.0", "-180.0,-90.0,180.0,-85.0"})
    void boxesElsewhereAreEmptyPages(String box) {
        assertThat(items("communes", "bbox=" + box).path("numberMatched").asInt()).isZero();
    }

    @Test
    void aSmallPageMayBeFollowedByAGreatOne() {
        assertThat(ids(items("communes", "limit=1"))).hasSize(1);
        assertThat(ids(items("communes", "offset=1&limit=10000"))).hasSize(180);
    }

    @ParameterizedTest
    @CsvSource({"onBorder=true, 20", "onBorder=1, 20", "onBorder=0, 161", "onBorder=false, 161", "code=06046, 1", "name=Đề Thám, 1", "type=Xã, 181", "district=Tràng Định, 21",
        "district=Tra\u0300ng \u0110i\u0323nh, 21", "district=Nowhere, 0", "onBorder=true&district=Tràng Định, 4"})
    void declaredPropertiesFilter(String filter, int matched) {
        StringBuilder query = new StringBuilder();
        for (String pair : filter.split("&")) {
            query.append(pair.substring(0, pair.indexOf('=') + 1)).append(URLEncoder.encode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8)).append('&');
        }
        assertThat(items("communes", query + "limit=1").path("numberMatched").asInt()).isEqualTo(matched);
    }

    @Test
    void everyFeatureIsFoundAgainUnderItsId() {
        for (String id : List.of("06046", "06001@2025-07-01")) {
            JsonNode feature = APP.json("/ogc/collections/communes/items/" + id);
            assertThat(feature.path("id").asText()).isEqualTo(id);
            assertThat(feature.at("/properties/illustrative").asBoolean()).isTrue();
            assertThat(feature.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
        }
        assertThat(APP.get("/ogc/collections/communes/items/99999").statusCode()).isEqualTo(404);
        assertThat(APP.get("/ogc/collections/districts/items/06046").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"bbox=1;2;3, bbox", "'bbox=1,2,3', bbox", "'bbox=200,0,210,1', bbox", "'bbox=1,5,2,4', bbox", "datetime=yesterday, datetime",
        "datetime=2022-02-30, datetime", "datetime=.., datetime", "datetime=2022-01-01/2021-01-01, datetime", "datetime=2022-01-01/P, datetime",
        "datetime=2022-01-01/-P1D, datetime", "datetime=2022-01-01/P-1D, datetime", "datetime=2022-01-01/P9Y9, datetime", "datetime=../P1D, datetime",
        "datetime=2022-01-01/P999999999Y, datetime", "'bbox=1e999,0,1,1', bbox", "'bbox=NaN,0,1,1', bbox", "limit=0, limit", "limit=-1, limit",
        "limit=ten, limit", "colour=red, colour", "onBorder=yes, onBorder"})
    void refusesByNameWhatIsNoQuestion(String query, String field) {
        var answer = APP.get("/ogc/collections/communes/items?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestApp.tree(answer).at("/errors/0/parameter").asText()).isEqualTo(field);
        assertThat(TestApp.tree(answer).at("/errors/0/remedy").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"roads, class=national_road, 500", "roads, roadId=0900000001, 1", "canals, surface=lined, 1", "power-lines, voltageKv=22, 500", "substations, voltageKv=110, 1",
        "command-areas, active=true, 1", "villages, unit=06046, 5", "works, state=planned, 50", "works, kind=lining, 1", "roads, code=QL1-01, 1",
        "roads, 'bbox=106.7,21.8,106.8,21.9', 100", "villages, datetime=2019-12-31, 0"})
    void everyLayerOfTheNetworkIsFilteredByWhatItDeclares(String collection, String filter, int least) {
        JsonNode page = items(collection, filter + "&limit=5");
        assertThat(page.path("numberMatched").asInt()).isGreaterThanOrEqualTo(least);
        assertThat(page.path("numberReturned").asInt()).isEqualTo(Math.min(5, page.path("numberMatched").asInt()));
        assertThat(page.path("features")).allSatisfy(feature -> {
            assertThat(feature.at("/properties/illustrative").asBoolean()).isTrue();
            assertThat(feature.path("geometry").isObject()).isTrue();
        });
    }

    @Test
    void aSectionIsFoundUnderItsCodeAndItsWorksUnderTheSection() {
        JsonNode work = items("works", "state=accepted&kind=hardening&limit=1").at("/features/0/properties");
        JsonNode road = APP.json("/ogc/collections/roads/items/" + work.path("section").asText());
        assertThat(road.path("id").asText()).isEqualTo(work.path("section").asText());
        assertThat(road.at("/properties/lengthM").asDouble()).isPositive();
        assertThat(items("works", "section=" + work.path("section").asText()).path("features").findValuesAsText("code")).contains(work.path("code").asText());
        assertThat(TestApp.text(APP.get("/ogc/collections/works/items?f=html&limit=3"))).contains("costMillion", "minh họa");
    }

    @ParameterizedTest
    @CsvSource({"roads, onBorder=true, onBorder", "roads, voltageKv=22, voltageKv", "power-lines, voltageKv=high, voltageKv", "communes, class=lane, class"})
    void aLayerRefusesFiltersItDoesNotDeclare(String collection, String query, String field) {
        assertThat(TestApp.tree(APP.get("/ogc/collections/" + collection + "/items?" + query)).at("/errors/0/parameter").asText()).isEqualTo(field);
    }

    @Test
    void allFaultsAreNamedTogether() {
        assertThat(TestApp.tree(APP.get("/ogc/collections/communes/items?limit=0&bbox=1&unknown=2")).path("errors")).hasSize(3);
    }

    @Test
    void aLimitBeyondTheGreatestIsTakenAsTheGreatest() {
        assertThat(items("communes", "limit=99999").path("numberReturned").asInt()).isEqualTo(181);
    }
}

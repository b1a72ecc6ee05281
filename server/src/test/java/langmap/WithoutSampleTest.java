package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.db.Contents;
import langmap.db.DatabaseUrls;
import langmap.db.TestDatabase;
import langmap.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** LangMap with the real data only, never loaded or taken out: it answers everything, and says that it does not know. */
final class WithoutSampleTest {
    private static final List<String> SERIES = List.of("actual", "planned");
    private static final List<String> LEVELS = List.of("commune", "district", "province");
    private static final String LOADED = "select id || ' ' || sha256 from data_set order by 1";

    private static TestDatabase removed;
    private static TestApp app;

    @BeforeAll
    static void start() {
        removed = TestApp.sample();
        removeSample(removed.urls());
        app = TestApp.start(removed.urls(), Map.of());
    }

    @AfterAll
    static void close() {
        app.close();
        removed.close();
    }

    private static void removeSample(DatabaseUrls urls) {
        Config config = Config.of(Map.of("LANGMAP_DATABASE_URL", urls.appUrl(), "LANGMAP_DATABASE_OWNER_URL", urls.ownerUrl()));
        Loading.removeSample(config, new PrintStream(OutputStream.nullOutputStream()));
    }

    static List<Route> routes() {
        return App.routes(null, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    @Test
    void takingTheSampleOutLeavesWhatItsAbsenceWouldHave() {
        try (TestDatabase real = TestApp.real()) {
            assertThat(Contents.list(removed.adminUrl(), LOADED)).isNotEmpty().isEqualTo(Contents.list(real.adminUrl(), LOADED));
            Map<String, Integer> after = counts(removed);
            assertThat(after).isEqualTo(counts(real));
            assertThat(after).containsEntry("assessment", 0).containsEntry("recognition", 0).containsEntry("unit", 277);
        }
    }

    private static Map<String, Integer> counts(TestDatabase database) {
        Map<String, Integer> counts = new TreeMap<>();
        Contents.rows(database.adminUrl()).forEach((table, rows) -> counts.put(table, Integer.valueOf(rows.replaceFirst(" .*", ""))));
        counts.remove("register_version");
        return counts;
    }

    @Test
    void takingItOutTwiceChangesNothing() {
        Map<String, String> before = Contents.rows(removed.adminUrl());
        removeSample(removed.urls());
        assertThat(Contents.rows(removed.adminUrl())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2022-12-31", "2021-12-31", "2019-01-01"})
    void everyMeasureIsEmptyOrUnknownAndNeverZero(String asOf) {
        String day = asOf.isEmpty() ? "" : "&asOf=" + asOf;
        for (JsonNode measure : app.json("/api/measures?" + day.replace("&", "")).get("measures")) {
            for (String level : LEVELS) {
                for (String series : SERIES) {
                    String query = "?level=" + level + "&series=" + series + day;
                    JsonNode values = app.json("/api/measures/" + measure.get("id").asText() + "/values" + query);
                    assertThat(values.get("illustrative").asBoolean()).isFalse();
                    assertThat(values.get("values")).as(measure.get("id") + query).allMatch(value -> value.get("value").isNull());
                    assertThat(values.get("summary").get("mean").isNull()).as(measure.get("id") + query).isTrue();
                    if (asOf.isEmpty()) {
                        assertThat(app.json("/api/choropleth/" + measure.get("id").asText() + ".geojson" + query).get("features")).isEmpty();
                    }
                }
            }
        }
    }

    /** Not today's: of the day today there is neither a plan nor a criteria set. */
    @Test
    void theDayThatIsShownIsTheLastOfThePlan() {
        JsonNode catalogue = app.json("/api/measures");
        assertThat(List.of("firstDay", "asOf", "lastDay")).extracting(name -> catalogue.get(name).asText())
            .containsExactly("2021-12-31", "2022-12-31", "2022-12-31");
        assertThat(catalogue.get("measures")).extracting(measure -> measure.get("id").asText()).contains("criterion-2", "criteria-met");
        assertThat(app.json("/api/units?level=commune").get("units")).hasSize(181);
    }

    @Test
    void theCommunesAreThereWithTheBorderFlagAndTargetsHaveNoData() {
        assertThat(app.json("/api/units?level=commune&asOf=2022-12-31").get("units")).hasSize(181)
            .filteredOn(unit -> unit.get("onBorder").asBoolean()).hasSize(20);
        JsonNode targets = app.json("/api/targets?asOf=2022-12-31");
        assertThat(targets.get("goals")).hasSize(12).allMatch(goal -> goal.get("now").isNull() && goal.get("met").isNull());
        assertThat(targets.get("criteria")).hasSize(19).allMatch(goal -> "no_data".equals(goal.get("state").asText()));
    }

    /** Every route, with whatever values its parameters are declared to take. */
    @ParameterizedTest
    @MethodSource("routes")
    void noRouteFails(Route route) {
        for (String path : HostileRequestsTest.addresses(route)) {
            for (String day : route.path().startsWith("/api/exports/") ? List.of("asOf=2022-12-31") : List.of("", "asOf=2022-12-31", "asOf=2025-07-01")) {
                HttpResponse<byte[]> answer = app.get(path + (day.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + day));
                assertThat(answer.statusCode()).as(path + " " + day + " " + TestApp.text(answer)).isLessThan(500);
            }
        }
    }

    @Test
    void thePagesOfTheFeaturesApiOpen() {
        List<String> pages = new ArrayList<>(List.of("/ogc", "/ogc/collections"));
        app.json("/ogc/collections").get("collections").forEach(one -> pages.add("/ogc/collections/" + one.get("id").asText() + "/items"));
        for (String page : pages) {
            for (String format : List.of("json", "html")) {
                assertThat(app.get(page + "?f=" + format).statusCode()).as(page + " " + format).isEqualTo(200);
            }
        }
        assertThat(app.json("/ogc/collections/communes/items?datetime=2022-12-31").get("numberMatched").asInt()).isEqualTo(181);
    }

    @Test
    void aServerStartsOnItAndTheSampleIsNotLoadedAgain() {
        Map<String, String> settings = Map.of("LANGMAP_DATABASE_URL", removed.urls().appUrl(), "LANGMAP_DATABASE_OWNER_URL", removed.urls().ownerUrl());
        try (LangMapProcess langMap = LangMapProcess.start(settings, "serve")) {
            assertThat(langMap.base()).startsWith("http://");
            assertThat(langMap.out()).doesNotContain("Loading");
            assertThat(langMap.err()).isEmpty();
        }
    }
}

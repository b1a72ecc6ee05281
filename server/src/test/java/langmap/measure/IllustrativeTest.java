package langmap.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** What rests on illustrative data says so, whichever of the data sets behind it is the illustrative one. */
final class IllustrativeTest {
    private static final String DAY = "asOf=2022-12-31";

    /** The shipped data as if only those of one kind were made up. */
    private static TestDatabase only(String kind) {
        TestDatabase database = Loads.sample();
        Loads.rows(database, "update data_set set illustrative = (kind = '" + kind + "') returning id");
        return database;
    }

    private static boolean isMarked(TestApp app, String path) {
        return app.json(path).path("illustrative").asBoolean();
    }

    private static List<String> markedGroups(TestApp app) {
        return StreamSupport.stream(app.json("/api/measures?" + DAY).path("groups").spliterator(), false)
            .filter(group -> group.path("illustrative").asBoolean()).map(group -> group.path("id").asText()).toList();
    }

    @Test
    void aMapOfRealFiguresOnIllustrativeBoundariesWasNotMarked() {
        try (TestDatabase database = only("boundaries"); TestApp app = TestApp.start(database.urls(), Map.of())) {
            assertThat(isMarked(app, "/api/measures/criteria-met/values?" + DAY)).isFalse();
            assertThat(isMarked(app, "/api/choropleth/criteria-met.geojson?" + DAY)).isTrue();
            assertThat(app.json("/api/choropleth/criteria-met.geojson?" + DAY).at("/features/0/properties/illustrative").asBoolean()).isTrue();
            assertThat(app.json("/api/choropleth/criteria-met/style.json?" + DAY).at("/metadata/illustrative").asBoolean()).isTrue();
        }
    }

    @Test
    void aGroupOfIllustrativeRecognitionsWasNotMarkedBesideRealAssessments() {
        try (TestDatabase database = only("recognitions"); TestApp app = TestApp.start(database.urls(), Map.of())) {
            assertThat(markedGroups(app)).containsExactly("recognised", "advanced", "model");
            assertThat(isMarked(app, "/api/measures/criteria-met/values?group=recognised&" + DAY)).isTrue();
            assertThat(isMarked(app, "/api/measures/criteria-met/values?group=at_7_to_9&" + DAY)).isFalse();
        }
    }

    @Test
    void aGroupCountedFromIllustrativeAssessmentsWasNotMarkedBesideRealRecognitions() {
        try (TestDatabase database = only("assessments-actual"); TestApp app = TestApp.start(database.urls(), Map.of())) {
            assertThat(markedGroups(app)).containsExactly("at_7_to_9", "low_criteria");
            assertThat(isMarked(app, "/api/measures/recognised/values?group=at_7_to_9&" + DAY)).isTrue();
            assertThat(isMarked(app, "/api/measures/recognised/values?group=at_7_to_9&series=planned&" + DAY)).isFalse();
            assertThat(isMarked(app, "/api/measures/recognised/values?" + DAY)).isFalse();
            assertThat(isMarked(app, "/api/choropleth/recognised.geojson?" + DAY)).isFalse();
        }
    }
}

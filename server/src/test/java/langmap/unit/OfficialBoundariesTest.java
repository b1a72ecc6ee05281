package langmap.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real boundary file takes the place of the illustrative one by one import. It stands a little further east, and all areas are MultiPolygons. */
final class OfficialBoundariesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALUES = "/api/measures/criteria-met/values?asOf=2022-12-31&level=district";
    private static final String AREAS = "/api/boundaries/district.geojson?asOf=2022-12-31";
    private static final List<String> KEPT = List.of("unit", "unit_lineage", "unit_flag", "unit_group", "assessment", "recognition", "criterion", "target", "plan_section");
    private static TestDatabase database;
    private static TestApp app;
    private static Map<String, String> contentsBefore;
    private static JsonNode valuesBefore;
    private static JsonNode areasBefore;
    private static String versionBefore;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void replace() throws IOException {
        database = Loads.sample();
        app = TestApp.start(database.urls(), Map.of());
        contentsBefore = Loads.contents(database);
        valuesBefore = app.json(VALUES);
        areasBefore = app.json(AREAS);
        versionBefore = app.json("/api/measures").path("boundaries").path("v").asText();
        Files.writeString(folder.resolve("official.geojson"), official());
        Files.writeString(folder.resolve("data-sets.yaml"), """
            - id: official-boundaries
              kind: boundaries
              files: [official.geojson]
              title: {vi: Ranh giới chính thức, en: Official boundaries}
              origin: {vi: Sở Nội vụ, en: Department of Home Affairs}
              licence: Official
              illustrative: false
            """);
        assertThat(Loads.refusals(database.urls(), folder)).isEmpty();
    }

    @AfterAll
    static void drop() {
        app.close();
        database.close();
    }

    private static String official() throws IOException {
        JsonNode collection = JSON.readTree(Checkout.text(Checkout.root().resolve("gis-data/illustrative/boundaries.geojson")));
        for (JsonNode feature : collection.path("features")) {
            ObjectNode geometry = (ObjectNode) feature.path("geometry");
            for (JsonNode ring : geometry.path("coordinates")) {
                ring.forEach(position -> ((ArrayNode) position).set(0, JSON.getNodeFactory().numberNode(Math.round(position.path(0).asDouble() * 1e6 + 3000) / 1e6)));
            }
            geometry.put("type", "MultiPolygon");
            geometry.set("coordinates", JSON.createArrayNode().add(geometry.path("coordinates")));
        }
        return JSON.writeValueAsString(collection);
    }

    @Test
    void everythingElseIsKept() {
        Map<String, String> now = Loads.contents(database);
        assertThat(KEPT).allSatisfy(table -> assertThat(now.get(table)).as(table).isEqualTo(contentsBefore.get(table)));
        assertThat(now.get("boundary")).isNotEqualTo(contentsBefore.get("boundary"));
        assertThat(app.json(VALUES)).isEqualTo(valuesBefore);
    }

    @Test
    void theAddressesAndTheTagsOfBoundariesChange() {
        assertThat(app.json("/api/measures").path("boundaries").path("v").asText()).isNotEqualTo(versionBefore);
        assertThat(app.json(AREAS)).isNotEqualTo(areasBefore);
    }

    @Test
    void theBoundariesAreNoLongerIllustrativeAndNameTheirOrigin() {
        assertThat(app.json(AREAS).path("illustrative").asBoolean()).isFalse();
        assertThat(app.json(AREAS).path("attribution").asText()).isEqualTo("Ranh giới chính thức (Sở Nội vụ)");
        assertThat(Loads.rows(database, "select id from data_set where kind = 'boundaries'")).containsExactly(List.of("official-boundaries"));
    }

    @Test
    void unitsOf2025WereNotCutOutOfMultiPolygons() {
        String areas = "select string_agg(unit.code || ' ' || round((ST_Area(geom::geography) / 1e6)::numeric, 1), ', ' order by unit.code) from boundary join unit on unit.id = unit_id"
            + " where resolution = 'full' and lower(unit.valid) = '2025-07-01'";
        try (TestDatabase illustrative = TestApp.sample()) {
            assertThat(Loads.one(database, areas)).isEqualTo(Loads.one(illustrative, areas));
        }
        assertThat(Loads.one(database, "select count(*) from boundary")).isEqualTo(Integer.toString(3 * (200 + 11 + 1 + 65)));
    }
}

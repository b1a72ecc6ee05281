package langmap.importer.staging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import langmap.Loads;
import langmap.TestApp;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real boundaries, with their slivers, take the place of the illustrative ones: all that is computed follows, and undoing brings everything back. */
final class BoundaryImportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FOLLOWING = List.of("boundary", "section_part", "command_area_part", "data_set");
    @RegisterExtension
    static final TestApp app = TestApp.own();

    private static ArrayNode features() throws IOException {
        return (ArrayNode) JSON.readTree(Checkout.text(Checkout.root().resolve("gis-data/illustrative/boundaries.geojson"))).path("features");
    }

    private static byte[] collection(JsonNode features) {
        return ("{\"type\":\"FeatureCollection\",\"features\":" + features + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** Every area a few metres to the north-east or south-west of where it should be, as digitised one by one: slivers and gaps at every border. */
    private static ArrayNode digitised(double degrees) throws IOException {
        ArrayNode features = features();
        for (int i = 0; i < features.size(); i++) {
            double shift = (i % 2 == 0 ? 1 : -1) * degrees;
            for (JsonNode ring : features.get(i).path("geometry").path("coordinates")) {
                for (JsonNode position : ring) {
                    ((ArrayNode) position).set(0, JSON.getNodeFactory().numberNode(Math.round((position.path(0).asDouble() + shift) * 1e7) / 1e7));
                    ((ArrayNode) position).set(1, JSON.getNodeFactory().numberNode(Math.round((position.path(1).asDouble() + shift / 2) * 1e7) / 1e7));
                }
            }
        }
        return features;
    }

    /** As public sets have them: no codes, but names and districts. */
    private static byte[] named(ArrayNode features) {
        Map<String, List<String>> names = new java.util.TreeMap<>();
        Loads.rows(app.database(), "select unit.code, unit.type, unit.name, district.name from unit join unit district on district.id = unit.parent_id"
            + " and district.level = 'district'").forEach(row -> names.put(row.get(0), row));
        for (JsonNode feature : features) {
            List<String> row = names.get(feature.path("id").asText());
            ((ObjectNode) feature).remove("id");
            ((ObjectNode) feature).set("properties", JSON.createObjectNode().put("NAME_3", row.get(1) + " " + row.get(2)).put("NAME_2", row.get(3)));
        }
        return collection(features);
    }

    private static String metres() {
        return Loads.one(app.database(), "select round(sum(length_m)::numeric, 1) from section_part join unit on unit.id = unit_id and code = '06046'");
    }

    @Test
    void whatIsStoredComesInUnchanged() throws IOException {
        Sent sent = Sent.send(app, "boundaries", "ranh-gioi.geojson", collection(features()));
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.counts()).containsExactly(0, 0, 200, 0, 0);
        sent.decide("reject");
    }

    @Test
    void namesAloneAreEnoughWhereUnitsOfOneNameLieApart() throws IOException {
        Sent sent = Sent.send(app, "boundaries", "ten.geojson", new String(named(features()), StandardCharsets.UTF_8).replace("NAME_3", "shapeName")
            .replace("NAME_2", "khac").getBytes(StandardCharsets.UTF_8));
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.state().at("/found/mapping").toString()).isEqualTo("{\"name\":\"shapeName\"}");
        assertThat(sent.counts()).containsExactly(0, 0, 200, 0, 0);
        sent.decide("reject");
    }

    @Test
    void boundariesWithSliversAreRefusedUntilCleanedThenReplaceTheOthersAndUndoneToTheByte() throws IOException {
        Map<String, String> before = Loads.contents(app.database());
        String metres = metres();
        JsonNode measure = app.json("/api/measures/road-hardened-share/values?asOf=2022-12-31");
        Sent sent = Sent.send(app, "boundaries", "xa.geojson", named(digitised(0.00001)));
        assertThat(sent.issues()).isNotEmpty().allMatch(issue -> issue.matches("error areas-(overlap|gap) file geometry|warning feature-outside .*"));
        assertThat(sent.get("/issues.geojson").at("/features/0/geometry/type").asText()).isEqualTo("Point");
        assertThat(sent.decide("apply").statusCode()).isEqualTo(409);
        sent.choose("{\"cleanM\":5,\"source\":\"Sở Nội vụ\",\"licence\":\"Official\"}");
        assertThat(sent.issues()).filteredOn(issue -> !issue.contains("feature-outside")).containsExactly("note areas-cleaned file geometry");
        assertThat(sent.counts()).containsExactly(0, 200, 0, 0, 0);
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select count(*) from boundary")).isEqualTo(Integer.toString(3 * (200 + 11 + 1 + 65)));
        assertThat(Loads.rows(app.database(), "select id, illustrative from data_set where kind = 'boundaries'")).containsExactly(List.of("import-" + sent.state().path("id"), "f"));
        assertThat(metres()).isNotEqualTo(metres);
        assertThat(app.json("/api/measures/road-hardened-share/values?asOf=2022-12-31")).isNotEqualTo(measure);
        assertThat(app.json("/api/boundaries/commune.geojson?asOf=2022-12-31").path("attribution").asText()).isEqualTo("xa.geojson (Sở Nội vụ)");
        assertThat(Double.parseDouble(Loads.one(app.database(), "select (select sum(part.length_m) from section_part part join unit on unit.id = part.unit_id"
            + " and upper(unit.valid) = '2025-07-01') / (select sum(length_m) from network_section)"))).isBetween(0.999, 1.0);
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
        Map<String, String> after = Loads.contents(app.database());
        assertThat(FOLLOWING).allSatisfy(table -> assertThat(after.get(table)).as(table).isEqualTo(before.get(table)));
        assertThat(app.json("/api/measures/road-hardened-share/values?asOf=2022-12-31")).isEqualTo(measure);
    }

    @Test
    void codesInOtherRowsAreDoubted() throws IOException {
        ArrayNode features = features();
        ObjectNode first = (ObjectNode) features.get(0);
        ObjectNode other = (ObjectNode) features.get(50);
        String code = first.path("id").asText();
        first.put("id", other.path("id").asText());
        other.put("id", code);
        Sent sent = Sent.send(app, "boundaries", "lech.geojson", collection(features));
        assertThat(sent.issues()).containsExactlyInAnyOrder("warning unit-moves feature 1 -", "warning unit-moves feature 51 -");
        sent.decide("reject");
        for (JsonNode feature : features) {
            ((ObjectNode) feature.path("properties")).put("code", feature.path("id").asText());
        }
        ((ObjectNode) first.path("properties")).put("name", "Đề Thám");
        sent = Sent.send(app, "boundaries", "lech.geojson", collection(features));
        assertThat(sent.issues()).contains("warning unit-name-differs feature 1 -");
        sent.decide("reject");
    }

    @Test
    void areasOfElsewhereArePassedOverAndMissingOnesAreNamed() throws IOException {
        ArrayNode features = features();
        features.remove(0);
        ((ObjectNode) features.get(0)).put("id", "99999");
        ((ObjectNode) features.get(1)).put("id", features.get(2).path("id").asText().substring(1));
        Sent sent = Sent.send(app, "boundaries", "thieu.geojson", collection(features));
        assertThat(sent.issues()).contains("warning units-elsewhere file -", "error units-without-area file -", "error unit-twice feature 3 -");
        assertThat(sent.decide("apply").statusCode()).isEqualTo(409);
        sent.decide("reject");
    }
}

package langmap.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import langmap.TestApp;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vector tiles: what is in them, how they age, and what is refused. */
final class TilesTest {
    private static final TestApp APP = TestApp.shared();
    private static final double[] PROVINCE = {106.09, 21.32, 107.37, 22.47};

    /** Written anew with -Dlangmap.write=true. */
    @ParameterizedTest
    @ValueSource(strings = {"roads/12/3265/1792", "roads/14/13034/7155", "roads/14/13034/7155?asOf=2021-12-31", "canals/13/6524/3586", "power-lines/11/1631/898",
        "substations/11/1631/898", "command-areas/12/3261/1795", "villages/11/1631/898", "works/10/815/448", "works/12/3258/1794?series=planned&asOf=2022-06-30",
        "communes/12/3263/1796", "urban-units/9/408/224", "districts/7/101/56"})
    void aTilePrintedIsAsItWas(String address) throws IOException {
        String[] parts = address.split("\\?");
        String printed = Mvt.text(tile(parts[0] + ".mvt" + (parts.length > 1 ? "?" + parts[1] : "")));
        Path file = Checkout.root().resolve("server/src/test/resources/tiles/" + address.replaceAll("[/?&=]+", "-") + ".txt");
        if (Boolean.getBoolean("langmap.write")) {
            Files.writeString(file, printed);
        }
        assertThat(printed).hasSizeGreaterThan(20).isEqualTo(Files.readString(file));
    }

    static List<TileLayer> layers() {
        return TileLayer.ALL;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theDescriptionIsTileJsonWithTheRulesToDrawBy(TileLayer layer) {
        JsonNode described = APP.json("/tiles/" + layer.id() + ".json?asOf=2022-06-30");
        assertThat(described.path("tilejson").asText()).isEqualTo("3.0.0");
        assertThat(described.at("/tiles/0").asText()).isEqualTo(APP.base() + "/tiles/" + layer.id() + "/{z}/{x}/{y}.mvt?asOf=2022-06-30&series=actual");
        assertThat(described.path("bounds")).hasSize(4);
        assertThat(described.at("/vector_layers/0/id").asText()).isEqualTo(layer.id());
        assertThat(described.path("illustrative").asBoolean()).isTrue();
        assertThat(described.path("rules")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("paint").isObject()).isTrue();
            assertThat(rule.path("when").isEmpty() || rule.at("/label/vi").isTextual() && rule.at("/label/en").isTextual()).as(rule.toString()).isTrue();
        });
        assertThat(described.path("rules")).allSatisfy(rule -> rule.path("when").fieldNames()
            .forEachRemaining(field -> assertThat(layer.fields()).containsKey(field)));
    }

    @ParameterizedTest
    @CsvSource({"3/8/0", "3/0/8", "0/1/0", "21/0/0", "-1/0/0", "3/-1/2", "3/1/-2"})
    void anAddressOutsideTheSquareIsRefusedWithTheRange(String address) {
        HttpResponse<byte[]> answer = APP.get("/tiles/roads/" + address + ".mvt");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestApp.tree(answer).at("/errors/0/parameter").asText()).isEqualTo("z/x/y");
        assertThat(TestApp.tree(answer).at("/errors/0/detail").asText()).contains("0 to ");
    }

    @Test
    void allThatIsNoNumberIsNamedTogether() {
        assertThat(TestApp.tree(APP.get("/tiles/roads/a/b/c.mvt?asOf=never")).path("errors")).hasSize(4);
        assertThat(APP.get("/tiles/rivers/1/1/1.mvt").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void noTileOfTheSampleIsHeavyAtAnyZoom(TileLayer layer) {
        for (int z = 0; z <= 10; z++) {
            for (int x = column(PROVINCE[0], z); x <= column(PROVINCE[2], z); x++) {
                for (int y = row(PROVINCE[3], z); y <= row(PROVINCE[1], z); y++) {
                    HttpResponse<byte[]> answer = APP.get("/tiles/" + layer.id() + "/" + z + "/" + x + "/" + y + ".mvt");
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body().length).as("%s %d/%d/%d", layer.id(), z, x, y).isLessThan(500_000);
                    assertThat(answer.body().length == 0 || z >= layer.fromZoom()).isTrue();
                }
            }
        }
    }

    @Test
    void aClassIsShownFromTheZoomOfItsRegister() {
        JsonNode rules = APP.json("/tiles/roads.json").path("rules");
        Map<String, Integer> from = StreamSupport.stream(rules.spliterator(), false).filter(rule -> rule.path("when").has("class"))
            .collect(Collectors.toMap(rule -> rule.at("/when/class").asText(), rule -> rule.path("fromZoom").asInt()));
        assertThat(from).hasSize(7).containsEntry("national_road", 5).containsEntry("lane", 12);
        for (int z : new int[] {5, 7, 8, 9, 10, 11, 12}) {
            Set<Object> seen = new TreeSet<>();
            for (int x = column(106.6, z); x <= column(106.9, z); x++) {
                for (int y = row(21.95, z); y <= row(21.75, z); y++) {
                    Mvt.features(tile("roads/" + z + "/" + x + "/" + y + ".mvt")).forEach(feature -> seen.add(feature.properties().get("class")));
                }
            }
            int zoom = z;
            assertThat(seen).as("zoom %d", z).isEqualTo(from.keySet().stream().filter(one -> from.get(one) <= zoom).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void aSectionHardenedInPartIsCutWhereTheWorkEnds() {
        JsonNode work = StreamSupport.stream(APP.json("/ogc/collections/works/items?state=accepted&kind=hardening&limit=10000").path("features").spliterator(), false)
            .map(feature -> feature.path("properties")).filter(one -> one.path("fromM").isNumber() && one.path("acceptedOn").asText().startsWith("2022-"))
            .filter(one -> APP.json("/ogc/collections/works/items?section=" + one.path("section").asText()).path("numberMatched").asInt() == 1)
            .findFirst().orElseThrow();
        String code = work.path("section").asText();
        assertThat(surfaces("2022-12-31", code)).containsExactlyInAnyOrder(work.path("surface").asText() + " true", "earth false");
        assertThat(surfaces("2021-12-31", code)).containsExactly("earth false");
    }

    /** Of all its parts, in the tiles of its ends. */
    private static Set<String> surfaces(String day, String code) {
        JsonNode line = APP.json("/ogc/collections/roads/items/" + code).at("/geometry/coordinates");
        Set<String> surfaces = new TreeSet<>();
        for (JsonNode end : List.of(line.get(0), line.get(line.size() - 1))) {
            Mvt.features(tile("roads/14/" + column(end.get(0).asDouble(), 14) + "/" + row(end.get(1).asDouble(), 14) + ".mvt?asOf=" + day)).stream()
                .map(Mvt.Feature::properties).filter(one -> one.get("code").equals(code))
                .forEach(one -> surfaces.add(one.get("surface") + " " + one.get("hardened")));
        }
        return surfaces;
    }

    @Test
    void anAcceptedWorkChangesItsTileAtOnceAndANeighbourStays() {
        try (TestDatabase data = TestApp.sample(); TestApp app = TestApp.start(data.urls(), Map.of()); Database database = Database.open(data.urls(), 1)) {
            record Place(String work, double lon, double lat) {
            }
            Place place = database.read(tx -> tx.handle().createQuery("""
                    select work.code, ST_X(ST_StartPoint(section.geom)), ST_Y(ST_StartPoint(section.geom)) from work
                    join network_section section on section.id = work.section_id
                    where work.state = 'done' and work.kind = 'hardening' and section.surface = 'earth' order by work.code limit 1""")
                .map((row, context) -> new Place(row.getString(1), row.getDouble(2), row.getDouble(3))).one());
            String path = "/tiles/roads/14/" + column(place.lon(), 14) + "/" + row(place.lat(), 14) + ".mvt";
            String neighbour = "/tiles/roads/14/" + (column(place.lon(), 14) + 20) + "/" + row(place.lat(), 14) + ".mvt";
            String etag = app.get(path).headers().firstValue("ETag").orElseThrow();
            String other = app.get(neighbour).headers().firstValue("ETag").orElseThrow();
            assertThat(app.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
            database.write(Actor.LOADER, tx -> {
                tx.handle().createUpdate("update work set state = 'accepted', accepted_on = '2022-12-31' where code = :code").bind("code", place.work()).execute();
                tx.touch("network");
            });
            assertThat(app.get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
            assertThat(app.get(neighbour, "If-None-Match", other).statusCode()).isEqualTo(304);
        }
    }

    static byte[] tile(String address) {
        HttpResponse<byte[]> answer = APP.get("/tiles/" + address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        return answer.body();
    }

    static int column(double lon, int z) {
        return (int) Math.floor((lon + 180) / 360 * (1 << z));
    }

    static int row(double lat, int z) {
        double sine = Math.sin(Math.toRadians(lat));
        return (int) Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * (1 << z));
    }
}

package langmap.importer.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.db.Tx;
import langmap.importer.Issue;
import langmap.importer.Issues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What people send that cannot be stored as it stands: each is named, and none is a failure of the program. */
final class ImportFaultsTest {
    private static final String ROAD = "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"class\":\"lane\",\"surface\":\"earth\"%s},"
        + "\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}";
    private static final String LINE = "[[106.70,21.85],[106.71,21.85]]";
    @RegisterExtension
    static final TestApp app = TestApp.own();
    @TempDir
    private Path folder;

    private static String road(String code, String more, String line) {
        return ROAD.formatted(code, more, "LineString", line);
    }

    @Test
    void aGeometryOfWhichNothingIsLeftIsNamed() {
        Sent roads = Sent.send(app, "roads", "ngan.geojson", Sent.collection(road("R-1", "", "[[106.7000000001,21.85],[106.7000000002,21.85]]"),
            road("R-2", "", "[[106.70,21.85],[106.70,21.85]]"), road("R-3", "", LINE)));
        assertThat(roads.issues()).containsExactly("error geometry-nothing-left feature 1 geometry", "error geometry-nothing-left feature 2 geometry");
        assertThat(roads.counts().get(4)).isEqualTo(2);
        Sent areas = Sent.send(app, "command-areas", "dep.geojson", Sent.collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"A-1\",\"active\":true},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[106.70,21.85],[106.71,21.85],[106.72,21.85],[106.70,21.85]]]}}"));
        areas.choose("{\"repair\":true}");
        assertThat(areas.issues()).containsExactly("error geometry-nothing-left feature 1 geometry");
        roads.decide("reject");
        areas.decide("reject");
    }

    @Test
    void daysOutsideTheYearsThereCanBeAreNamed() {
        Sent sent = Sent.send(app, "roads", "nam.geojson", Sent.collection(road("N-1", ",\"validFrom\":\"0000-01-01\"", LINE),
            road("N-2", ",\"validFrom\":\"0001-01-01\"", LINE), road("N-3", ",\"validTo\":\"31/12/9999\"", LINE), road("N-4", ",\"validFrom\":\"1900-01-01\"", LINE)));
        assertThat(sent.issues()).containsExactly("error day-out-of-reason feature 1 validFrom", "error day-out-of-reason feature 2 validFrom",
            "error day-out-of-reason feature 3 validTo");
        assertThat(sent.get("/issues.geojson").at("/features/0/properties/vi/detail").asText()).isEqualTo("“0000-01-01” của “Có từ ngày” nằm ngoài các năm 1900–2199.");
        sent.decide("reject");
    }

    @Test
    void aCheckThatFailsByItselfSaysSoAndCanBeLetGo() throws IOException {
        TableLayer broken = new TableLayer("roads", "", "", Shape.LINE, "network", null, tx -> List.of(Field.of("code", Field.Type.TEXT, "Mã", "Code", "ma").needed()),
            ImportFaultsTest::fail);
        try (Database database = Database.open(app.database().urls(), 2); Imports imports = new Imports(database, List.of(broken))) {
            Path file = Files.write(folder.resolve("hong.geojson"), Sent.collection(road("H-1", "", LINE)));
            long id = imports.receive(file, "hong.geojson", "roads", Actor.LOADER).id();
            assertThatThrownBy(() -> imports.check(id)).isInstanceOf(StackOverflowError.class);
            assertThat(database.read(tx -> imports.get(tx, id, false)).state()).isEqualTo("failed");
            List<String> codes = database.read(tx -> imports.issues(tx, id).stream().map(Issue::code).toList());
            assertThat(codes).containsExactly("check-stopped");
            database.write(Actor.LOADER, tx -> imports.reject(tx, id, Actor.LOADER));
            assertThat(database.read(tx -> imports.get(tx, id, false)).state()).isEqualTo("rejected");
        }
    }

    private static void fail(Tx tx, TargetLayer.Staged staged, Issues issues) {
        throw new StackOverflowError();
    }

    @Test
    void textThatCannotBeReadIsNotMissingAsWell() {
        byte[] file = Sent.ogr(folder, Sent.collection(road("CHU-1", "", LINE), road("CHU-2", "", LINE)), "chu.shz", "-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8");
        byte[] table = replaced(file);
        Sent sent = Sent.send(app, "roads", "chu.zip", table);
        assertThat(sent.issues()).containsExactly("error text-undecodable feature 2 code");
        assertThat(sent.counts().get(4)).isEqualTo(1);
        sent.decide("reject");
    }

    private static String spans() {
        return Loads.one(app.database(), "select string_agg(valid::text || class, ' ' order by valid) from network_section where code = 'S-1'");
    }

    private static Sent spanned(String name, String more) {
        return Sent.send(app, "roads", name, Sent.collection(road("S-1", more, LINE)));
    }

    @Test
    void aDayInTheFileDestroysNoHistory() {
        Sent first = spanned("a.geojson", ",\"validFrom\":\"2015-01-01\",\"validTo\":\"2020-01-01\"");
        first.decide("apply");
        Sent since = spanned("b.geojson", ",\"validFrom\":\"2014-01-01\",\"owner\":\"Xã\"");
        assertThat(since.counts().subList(0, 3)).containsExactly(0, 1, 0);
        assertThat(since.decide("apply").statusCode()).isEqualTo(200);
        assertThat(spans()).isEqualTo("[2014-01-01,2020-01-01)lane");
        Sent later = spanned("c.geojson", ",\"validFrom\":\"2021-01-01\"");
        assertThat(later.counts().subList(0, 3)).containsExactly(1, 0, 0);
        assertThat(later.issues()).isEmpty();
        assertThat(later.decide("apply").statusCode()).isEqualTo(200);
        assertThat(spans()).isEqualTo("[2014-01-01,2020-01-01)lane [2021-01-01,)lane");
        Sent following = spanned("d.geojson", ",\"validFrom\":\"2023-01-01\",\"owner\":\"Huyện\"");
        assertThat(following.issues()).containsExactly("warning span-follows feature 1 -");
        assertThat(following.decide("apply").statusCode()).isEqualTo(200);
        assertThat(spans()).isEqualTo("[2014-01-01,2020-01-01)lane [2021-01-01,2023-01-01)lane [2023-01-01,)lane");
        Sent same = spanned("e.geojson", ",\"validFrom\":\"2023-01-01\",\"owner\":\"Huyện\"");
        assertThat(same.counts().subList(0, 3)).containsExactly(0, 0, 1);
        same.decide("reject");
        List.of(following, later).forEach(sent -> assertThat(sent.decide("undo").statusCode()).isEqualTo(200));
        assertThat(spans()).isEqualTo("[2014-01-01,2020-01-01)lane");
        List.of(since, first).forEach(sent -> assertThat(sent.decide("undo").statusCode()).isEqualTo(200));
    }

    @Test
    void ofVeryManyIssuesTheRealNumberIsTold() {
        Sent sent = Sent.send(app, "roads", "nhieu.geojson", Sent.collection(java.util.stream.IntStream.range(0, 112).mapToObj(i -> road("", "", LINE)).toArray(String[]::new)));
        assertThat(sent.issues()).hasSize(100).containsOnlyOnce("error value-missing feature 1 code");
        assertThat(sent.state().path("errors").asInt()).isEqualTo(112);
        assertThat(sent.state().at("/found/issues/value-missing").asInt()).isEqualTo(112);
        assertThat(TestApp.text(sent.decide("apply"))).contains("112 errors");
        sent.decide("reject");
    }

    @Test
    void fieldsThatAreNowhereAreRefusedByName() {
        Sent sent = Sent.send(app, "roads", "truong.geojson", Sent.collection(road("T-1", ",\"Te\u0302n\":\"Nà\"", LINE)));
        String path = "/api/imports/" + sent.state().path("id");
        assertThat(TestApp.text(app.asAdmin("PUT", path + "/choices", "{\"mapping\":{\"code\":\"MA_XX\",\"codes\":\"code\"}}"))).contains("“MA_XX”", "“codes”");
        sent.choose("{\"mapping\":{\"code\":\"code\",\"class\":\"class\",\"surface\":\"surface\",\"name\":\"Te\u0302n\"}}");
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.get("/features.geojson").at("/features/0/properties/values/name").asText()).isEqualTo("Nà");
        sent.choose("{\"encoding\":\"UTF-8\",\"mapping\":{\"code\":\"MA_XX\",\"class\":\"class\",\"surface\":\"surface\"}}");
        assertThat(sent.issues()).containsExactly("error field-absent file MA_XX", "error field-unmapped file code");
        sent.decide("reject");
    }

    @Test
    void aRepairIsShownBeforeAndAfter() {
        Sent sent = Sent.send(app, "command-areas", "no.geojson", Sent.collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"A-2\",\"active\":true},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[106.70,21.85],[106.72,21.87],[106.72,21.85],[106.70,21.87],[106.70,21.85]]]}}"));
        sent.choose("{\"repair\":true}");
        JsonNode feature = sent.get("/features.geojson?state=new").at("/features/0");
        assertThat(feature.at("/properties/before/coordinates/0")).hasSize(5);
        assertThat(feature.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
        sent.decide("reject");
    }

    @Test
    void anEmptyColumnGivesWayToOneWithValues() {
        Sent sent = Sent.send(app, "villages", "thon.kml", ("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name></name><ExtendedData>"
            + "<Data name=\"Tên\"><value>Nà Pàn</value></Data><Data name=\"code\"><value>V-1</value></Data><Data name=\"unit\"><value>06046</value></Data></ExtendedData>"
            + "<Point><coordinates>106.71,21.85</coordinates></Point></Placemark></Document></kml>").getBytes(StandardCharsets.UTF_8));
        assertThat(sent.state().at("/found/mapping/name").asText()).isEqualTo("Tên");
        assertThat(sent.get("/features.geojson?state=new").at("/features/0/properties/values/name").asText()).isEqualTo("Nà Pàn");
        sent.decide("reject");
    }

    @Test
    void aPointStandsBetweenThousandsWhereDecimalsHaveCommas() {
        String width = ",\"widthM\":\"%s\",\"length_reported_m\":\"%s\"";
        Sent sent = Sent.send(app, "roads", "so.geojson", Sent.collection(road("SO-1", width.formatted("3.500", "4.760"), LINE), road("SO-2", width.formatted("3.5", "4.760,5"), LINE)));
        JsonNode values = sent.get("/features.geojson?state=new").at("/features/0/properties/values");
        assertThat(values.path("lengthReportedM").asDouble()).isEqualTo(4760);
        assertThat(values.path("widthM").asDouble()).isEqualTo(3.5);
        assertThat(sent.issues()).containsExactly("warning number-of-two-meanings feature 1 widthM");
        sent.decide("reject");
    }

    @Test
    void pointsAndLinesTogetherAreNothingOddAmongWorks() {
        Sent sent = Sent.send(app, "works", "ct.geojson", Sent.collection("{\"type\":\"Feature\",\"properties\":{\"code\":\"C-1\",\"kind\":\"?\",\"state\":\"?\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.71,21.85]}}",
            "{\"type\":\"Feature\",\"properties\":{\"code\":\"C-2\",\"kind\":\"?\",\"state\":\"?\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":" + LINE + "}}"));
        assertThat(sent.issues()).isNotEmpty().noneMatch(issue -> issue.contains("geometry-mixed"));
        sent.decide("reject");
    }

    @Test
    void whatAFileCannotSayIsOneValueForAll() {
        Sent sent = Sent.send(app, "roads", "vet.gpx", ("<gpx version=\"1.1\" creator=\"x\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><name>R-GPX</name><trkseg>"
            + "<trkpt lat=\"21.85\" lon=\"106.70\"/><trkpt lat=\"21.85\" lon=\"106.71\"/></trkseg></trk></gpx>").getBytes(StandardCharsets.UTF_8));
        assertThat(sent.issues()).contains("error field-unmapped file class", "error field-unmapped file surface");
        sent.choose("{\"mapping\":{\"code\":\"name\"},\"constants\":{\"class\":\"Đường xã\",\"surface\":\"earth\"}}");
        assertThat(sent.issues()).isEmpty();
        assertThat(sent.get("/features.geojson").at("/features/0/properties/values/class").asText()).isEqualTo("commune_road");
        assertThat(sent.decide("apply").statusCode()).isEqualTo(200);
        assertThat(Loads.one(app.database(), "select class || surface from network_section where code = 'R-GPX'")).isEqualTo("commune_roadearth");
        assertThat(sent.decide("undo").statusCode()).isEqualTo(200);
        String path = "/api/imports/" + Sent.send(app, "roads", "b.geojson", Sent.collection(road("B-1", "", LINE))).state().path("id");
        assertThat(TestApp.text(app.asAdmin("PUT", path + "/choices", "{\"constants\":{\"klass\":\"lane\"}}"))).contains("“klass”");
    }

    /** The same zip with half a letter of UTF-8 in the code of its second row. */
    private static byte[] replaced(byte[] zip) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip));
                java.util.zip.ZipOutputStream out = new java.util.zip.ZipOutputStream(bytes)) {
            for (java.util.zip.ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                out.write(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).replace("CHU-2", "CHU\u00e1\u00ba").getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

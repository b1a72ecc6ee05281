package langmap.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import langmap.TestApp;
import langmap.db.TestDatabase;
import langmap.gdal.Gdal;
import langmap.problem.Problem;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out comes back the same, up to what the format is known to lose, and says what it is. */
final class ExportsTest {
    private static final double EXACT = 0.5e-7;
    /** A centimetre, in degrees. */
    private static final double CENTIMETRE = 0.9e-7;

    @TempDir
    private Path folder;

    private static Map<String, JsonNode> expected(String address) {
        return Exported.byKey(TestApp.shared().json("/api/exports/" + address).path("features"), "code");
    }

    private static void assertSameGeometry(Map<String, JsonNode> found, Map<String, JsonNode> expected, double tolerance) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((code, feature) -> {
            List<Double> numbers = Exported.numbers(feature.path("geometry"));
            List<Double> others = Exported.numbers(found.get(code).path("geometry"));
            assertThat(others).as(code).hasSameSizeAs(numbers);
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(others.get(i)).as(code).isCloseTo(numbers.get(i), within(tolerance));
            }
        });
    }

    /** Days come back with slashes and yes as 1 where GDAL writes them so. */
    private static String plain(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() ? "1" : "0" : value.isNumber() ? Double.toString(value.asDouble()) : value.asText().replaceAll(
            "^([0-9]{4})/([0-9]{2})/([0-9]{2})$", "$1-$2-$3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"communes", "urban-units", "districts", "province", "canals", "power-lines", "substations", "command-areas", "villages", "works"})
    void aGeoPackageInDegreesIsTheSameToTheSeventhPlaceAndInEveryAttribute(String layer) {
        Map<String, JsonNode> expected = expected(layer + ".geojson");
        Map<String, JsonNode> found = Exported.read(Exported.fetch(folder, layer + ".gpkg?crs=4326"), layer);
        assertSameGeometry(found, expected, EXACT);
        expected.forEach((code, feature) -> feature.path("properties").properties().forEach(property ->
            assertThat(plain(found.get(code).path("properties").path(property.getKey()))).as(code + " " + property.getKey())
                .isEqualTo(plain(property.getValue()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"communes", "roads", "villages", "works", "command-areas"})
    void aGeoJsonReadByGdalIsTheSame(String layer) {
        String part = layer + ".geojson?unit=178";
        Path file = Exported.fetch(folder, part);
        Map<String, JsonNode> found = Exported.read(file, file.getFileName().toString().replace(".geojson", ""));
        assertSameGeometry(found, expected(part), EXACT);
    }

    @ParameterizedTest
    @CsvSource({"gpkg, 9215", "gpkg, 3405", "gpkg, 3857", "shp.zip, 9215", "shp.zip, 3405", "shp.zip, 3857", "shp.zip, 4326", "kml, 4326"})
    void theOthersAreWithinACentimetre(String format, int crs) throws IOException {
        Map<String, JsonNode> expected = expected("roads.geojson?unit=06046");
        Path file = Exported.fetch(folder, "roads." + format + "?unit=06046&crs=" + crs);
        Path map = format.equals("shp.zip") ? unpack(file, "roads.shp") : file;
        Map<String, JsonNode> found = Exported.read(map, "roads", "-s_srs", "EPSG:" + crs);
        assertSameGeometry(found, expected, CENTIMETRE);
        expected.forEach((code, road) -> assertThat(found.get(code).path("properties").path(format.equals("kml") ? "Name" : "name").asText(""))
            .isEqualTo(road.path("properties").path("name").asText("")));
    }

    private Path unpack(Path archive, String name) throws IOException {
        try (var zip = FileSystems.newFileSystem(archive)) {
            for (Path file : Files.list(zip.getPath("/")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        return folder.resolve(name);
    }

    /** PROJ in a program of its own and PROJ in the database choose the same way from WGS 84 to VN-2000. */
    @ParameterizedTest
    @ValueSource(ints = {9215, 3405, 3857})
    void gdalAndPostgisPutAVillageInTheSamePlace(int crs) throws Exception {
        String map = Exported.run("ogrinfo", "-ro", "-al", "-where", "code='05986-01'", Exported.fetch(folder, "villages.gpkg?crs=" + crs).toString());
        String[] place = map.replaceAll("(?s).*POINT \\(([0-9. ]+)\\).*", "$1").split(" ");
        try (TestDatabase database = TestApp.sample(); var connection = DriverManager.getConnection(database.adminUrl());
             var row = connection.createStatement().executeQuery("select ST_X(at), ST_Y(at) from (select ST_Transform(centre, " + crs
                 + ") as at from village where code = '05986-01') one")) {
            assertThat(row.next()).isTrue();
            assertThat(Double.parseDouble(place[0])).isCloseTo(row.getDouble(1), within(0.01));
            assertThat(Double.parseDouble(place[1])).isCloseTo(row.getDouble(2), within(0.01));
        }
    }

    @Test
    void theTableInAShapefileNamesEveryColumnThereIs() throws IOException {
        Path shapes = unpack(Exported.fetch(folder, "works.shp.zip"), "works.shp");
        String readme = Files.readString(folder.resolve("README.txt"));
        assertThat(readme).contains("SỐ LIỆU MINH HỌA", "Tại ngày: 2022-12-31", "EPSG:9215", "accept_on  = acceptedOn = Nghiệm thu · Accepted");
        List<String> columns = Exported.run("ogrinfo", "-ro", "-so", "-al", shapes.toString()).lines().filter(line -> line.matches("[a-z_]+: (String|Real|Date|Integer).*"))
            .map(line -> line.replaceAll(":.*", "")).toList();
        assertThat(readme.lines().filter(line -> line.matches("[a-z_]{1,10} +=.*")).map(line -> line.replaceAll(" .*", "")).toList()).isEqualTo(columns);
    }

    @Test
    void aSpreadsheetHoldsNumbersAndDaysAndASheetThatSaysWhatTheyAre() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(Exported.fetch(folder, "works.xlsx").toFile())) {
            List<Row> rows = book.getFirstSheet().read();
            List<String> heads = columns(rows.get(0));
            assertThat(heads).contains("Tên", "Loại", "Loại đoạn", "Xã", "Tình trạng", "Mặt sau khi nghiệm thu", "Nguồn vốn").doesNotContain("Mã tình trạng", "Mã loại", "Mã nguồn vốn");
            assertThat(rows).hasSize(1036);
            int cost = columns(rows.get(0)).indexOf("Kinh phí (triệu đồng)");
            assertThat(rows.get(1).getCellAsNumber(cost)).hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("402"));
            assertThat(Stream.of("Loại đoạn", "Tình trạng", "Mặt sau khi nghiệm thu", "Xã").map(name -> rows.get(1).getCellText(heads.indexOf(name))).toList())
                .containsExactly("Đường", "Đã nghiệm thu", "Bê tông hóa", "Gia Cát");
            assertThat(rows.get(1).getCellText(heads.indexOf("Nguồn vốn"))).startsWith("Vốn đầu tư trực tiếp");
            assertThat(rows.get(1).getCellText(heads.indexOf("Tên"))).isEqualTo("Cứng hóa đường ngõ xóm Gia Cát");
            assertThat(rows.get(1).getCellAsDate(columns(rows.get(0)).indexOf("Nghiệm thu"))).hasValueSatisfying(day ->
                assertThat(day.toLocalDate()).isEqualTo("2021-03-09"));
            assertThat(book.getSheet(1).orElseThrow().read().stream().map(row -> row.getCellText(0) + ": " + row.getCellText(1)).toList())
                .contains("Tại ngày: 2022-12-31", "Minh họa: SỐ LIỆU MINH HỌA, không phải số liệu chính thức", "Số dòng: 1035");
        }
    }

    private static List<String> columns(Row head) {
        return Stream.iterate(0, i -> i + 1).limit(head.getCellCount()).map(head::getCellText).toList();
    }

    @Test
    void aTableForPeopleWritesNumbersAsTheyDoAndOneForMachinesDoesNot() {
        assertThat(text("communes.csv?unit=06046")).startsWith("\ufeffMã;Tên;").contains(";31/12/2022;", "VN-2000 / TM-3 107-15");
        assertThat(text("communes.csv?unit=05986")).contains(";24,60;", ";446.333,");
        assertThat(text("communes.csv?unit=05986&lang=en&bom=false")).startsWith("Code,Name,").contains(",24.60,", "\"446,333.");
        assertThat(text("communes.csv?unit=05986&form=machine&crs=4326")).startsWith("code,name,").contains(",24.6,", ",2022-12-31,true,", "MULTIPOLYGON(((106.");
    }

    @Test
    void tablesForPeopleHoldWordsInTheirLanguageAndThoseForMachinesTheirCodesToo() {
        String vi = text("works.csv?unit=06046");
        assertThat(vi).contains(";Tình trạng;", ";Đã nghiệm thu;", ";Bê tông hóa;").doesNotContain("accepted", "concrete", ";road;", "F-1");
        assertThat(text("works.csv?unit=06046&lang=en")).contains(",State,", ",Accepted,", ",Concreted,").doesNotContain(",accepted,", ",hardening,", "F-1");
        assertThat(text("works.csv?unit=06046&form=machine")).contains(",state,stateLabel,", ",accepted,Đã nghiệm thu,", ",concrete,", ",F-1,");
        assertThat(text("roads.csv?unit=06046")).contains(";Đường xã;", ";Đề Thám;").doesNotContain("commune_road", "asphalt", ";earth");
        assertThat(text("communes.csv?unit=05986&measure=criterion-2")).contains("Giao thông").doesNotContain("criterion-2;", "not_met", ";met;");
    }

    private static String text(String address) {
        return TestApp.text(TestApp.shared().get("/api/exports/" + address));
    }

    @Test
    void aMeasureGoesOutWithTheClassesItIsPaintedBy() {
        JsonNode painted = TestApp.shared().json("/api/measures/road-hardened-share/values");
        Map<String, JsonNode> found = expected("communes.geojson?measure=road-hardened-share");
        assertThat(found).hasSize(181);
        painted.path("values").forEach(value -> {
            JsonNode properties = found.get(value.path("unit").asText()).path("properties");
            assertThat(properties.path("value")).isEqualTo(value.path("value"));
            assertThat(properties.path("class").asInt()).isEqualTo(value.path("class").asInt());
        });
        assertThat(expected("communes.geojson?measure=road-hardened-share&group=border")).hasSize(20);
        Path file = Exported.fetch(folder, "communes.gpkg?measure=road-hardened-share");
        String style = Exported.run("ogrinfo", "-ro", "-al", file.toString(), "layer_styles");
        assertThat(style).contains("f_table_name (String) = communes", "useAsDefault (Integer(Boolean)) = 1", "attr=\"class\"", "<StyledLayerDescriptor");
        painted.path("legend").path("classes").forEach(one -> assertThat(style).contains("label=\"" + one.path("label").asText().replace("<", "&lt;") + "\""));
    }

    /** A style for lines is not taken by a layer that may hold anything. */
    @Test
    void worksInAGeoPackageAreLinesDrawnByTheirState() {
        Path file = Exported.fetch(folder, "works.gpkg?unit=06046");
        assertThat(Exported.run("ogrinfo", "-ro", "-so", "-al", file.toString())).contains("Geometry: Multi Line String");
        assertThat(Exported.run("ogrinfo", "-ro", "-al", file.toString(), "layer_styles")).contains("attr=\"state\"", "type=\"line\"", "SimpleLine",
            "value=\"accepted\"").doesNotContain("SimpleMarker", "SimpleFill");
    }

    @ParameterizedTest
    @CsvSource({"geojson, 'SỐ LIỆU MINH HỌA'", "kml, 'SỐ LIỆU MINH HỌA'", "csv, 'Số liệu minh họa'"})
    void whatIsIllustrativeIsMarkedInTexts(String format, String mark) {
        assertThat(text("villages." + format + "?unit=06046")).contains(mark, "Thôn minh họa");
    }

    @Test
    void whatIsIllustrativeIsMarkedInAGeoPackage() {
        assertThat(Exported.run("ogrinfo", "-ro", "-so", "-al", Exported.fetch(folder, "villages.gpkg").toString()))
            .contains("ILLUSTRATIVE=YES", "AS_OF=2022-12-31", "SỐ LIỆU MINH HỌA", "illustrative: Integer(Boolean)");
    }

    @Test
    void aSurfaceIsAsHardAsOnTheDayAsked() {
        double before = sum("2021-12-31");
        assertThat(sum("2022-12-31") - before).isGreaterThan(300_000);
    }

    @Test
    void worksAreAsTheyWereKnownOnTheDayAsked() {
        String day = "2021-06-30";
        Map<String, JsonNode> found = expected("works.geojson?asOf=" + day);
        Map<String, JsonNode> all = expected("works.geojson");
        assertThat(found.keySet()).isSubsetOf(all.keySet()).hasSizeLessThan(all.size()).contains("CT-2021-0001").noneMatch(code -> code.startsWith("CT-2023-"));
        found.values().forEach(work -> {
            JsonNode is = work.path("properties");
            String expected = !is.path("acceptedOn").isNull() ? "accepted" : !is.path("doneOn").isNull() ? "done" : is.path("startedOn").isNull() ? "planned" : "under_way";
            assertThat(is.path("state").asText()).as(is.toString()).isEqualTo(expected);
            assertThat(List.of(is.path("startedOn").asText(""), is.path("doneOn").asText(""), is.path("acceptedOn").asText(""))).as(is.toString())
                .allMatch(known -> known.equals("null") || known.compareTo(day) <= 0);
        });
        assertThat(found.values().stream().map(work -> work.at("/properties/state").asText()).distinct()).contains("planned", "under_way", "accepted");
        assertThat(expected("works.geojson?asOf=2021-06-30&state=accepted").keySet()).isSubsetOf(found.keySet()).isNotEmpty();
    }

    private static double sum(String day) {
        double[] sum = {0};
        expected("roads.geojson?asOf=" + day).values().forEach(road -> sum[0] += road.path("properties").path("hardenedM").asDouble());
        return sum[0];
    }

    @Test
    void whatDoesNotGoTogetherIsNamedAtOnce() {
        assertThat(TestApp.text(TestApp.shared().get("/api/exports/villages.kml?crs=9215&class=lane&measure=criterion-2&form=people&bbox=5,4,3,2")))
            .contains("\"crs\"", "\"class\"", "\"measure\"", "\"form\"", "\"bbox\"");
        assertThat(text("roads.csv?class=nope&surface=none")).contains("national_road", "other_hardened");
    }

    @Test
    void withoutGdalOneSentenceSaysWhatToInstall() {
        Gdal missing = new Gdal("no-such-ogr2ogr");
        assertThat(catchThrowableOfType(Problem.class, () -> missing.run(new Gdal.Job(folder, List.of("ogrinfo"), Set.of(),
            Map.of(), new Gdal.Bounds(1 << 30, Duration.ofSeconds(5), 1)), out -> true)))
            .hasMessageContaining("gdal-bin").returns(Problem.Kind.UNAVAILABLE, Problem::kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpkg", "shp.zip", "kml", "csv", "xlsx", "geojson"})
    void aLayerOfWhichNothingIsWantedIsAnEmptyFile(String format) throws IOException {
        Path file = Exported.fetch(folder, "works." + format + "?kind=new_line&state=planned&unit=05986&asOf=2022-12-31");
        if (format.equals("gpkg") || format.equals("shp.zip")) {
            Path map = format.equals("gpkg") ? file : unpack(file, "works.shp");
            assertThat(Exported.run("ogrinfo", "-ro", "-so", map.toString(), "works")).contains("Feature Count: 0", "code: String");
        }
    }

    @Test
    void nothingStaysOnTheDisk() throws IOException {
        List<Path> before = workspaces();
        Exported.fetch(folder, "communes.shp.zip");
        TestApp.shared().get("/api/exports/communes.csv?measure=no-such-measure");
        assertThat(workspaces()).isSubsetOf(before);
    }

    private static List<Path> workspaces() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("langmap-files-" + ProcessHandle.current().pid() + "-")).toList();
        }
    }
}

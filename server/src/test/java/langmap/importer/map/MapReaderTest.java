package langmap.importer.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import langmap.geo.Crs;
import langmap.geo.LonLat;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.file.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;

/** What comes out of map files: text, places, what can be said beforehand. */
final class MapReaderTest {
    private static final double CENTIMETRE = 0.01;
    /** MapInfo keeps whole numbers of a step that the bounds of its file allow. */
    private static final double STEP_OF_TAB = 0.02;
    private static final Coordinate[] ROAD = {new Coordinate(106.70, 21.80), new Coordinate(106.72, 21.82), new Coordinate(106.75, 21.83)};
    @TempDir
    private Path folder;

    private static Inspection inspect(String file) {
        return Maps.READER.inspect(Upload.of(Maps.faulty(file)), Choices.NONE, new Issues());
    }

    @ParameterizedTest
    @CsvSource({"shapefile-good-vn2000.zip,", "shapefile-tcvn3-declared.zip,", "shapefile-1258-declared.zip,", "shapefile-tcvn3-stated.zip, encoding=TCVN3",
        "shapefile-prj-custom-vn2000.zip,", "shapefile-in-folders.zip,", "shapefile-without-prj-stated.zip, crs=9215", "shapefile-axes-swapped-stated.zip, swapped",
        "shapefile-prj-wgs84-tm3-stated.zip, crs=9215", "geopackage-good-vn2000.zip,", "geopackage-other-geometry-column.zip,", "geopackage-layer-chosen.zip, layer=cau",
        "geojson-good.geojson,", "geojson-byte-order-mark.geojson,", "geojson-crs-9215.geojson,", "geojson-decomposed-text.geojson,", "geojson-lines.geojsons,",
        "geojson-sequence.geojsons,", "geojson-heights.geojson,", "mapinfo-tab-good-vn2000.zip,", "mapinfo-mif-good-vn2000.zip,", "mapinfo-mif-vietnamese-charset.zip,",
        "mapinfo-mif-neutral-tcvn3-stated.zip, encoding=TCVN3", "mapinfo-tab-upper-case-in-folder.zip,", "flatgeobuf-good.fgb,", "kml-heights-and-extended-data.kml,",
        "kml-utf16.kml,", "kmz-good.kmz,"})
    void theSameRoadComesOutOfEveryFormat(String file, String choices) {
        assertThat(Maps.features(Maps.faulty(file), Maps.choices(choices == null ? "" : choices))).anySatisfy(feature -> {
            assertThat(feature.values().values()).contains("Đường Nà Pàn");
            Coordinate[] found = feature.geometry().getCoordinates();
            assertThat(found).hasSize(ROAD.length);
            for (int i = 0; i < ROAD.length; i++) {
                assertThat(Crs.metres(new LonLat(found[i].x, found[i].y), new LonLat(ROAD[i].x, ROAD[i].y))).isLessThan(file.contains("tab") ? STEP_OF_TAB : CENTIMETRE);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"gpx-good.gpx,", "osm-good.pbf, layer=lines", "dxf-crs-stated.dxf, crs=9215"})
    void vietnameseNamesComeOutOfFormatsWithTheirOwnFields(String file, String choices) {
        assertThat(Maps.features(Maps.faulty(file), Maps.choices(choices == null ? "" : choices)))
            .anySatisfy(feature -> assertThat(feature.values().values()).contains("Đường Nà Pàn"));
    }

    @Test
    void coordinatesInDegreesAreKeptToTheLastBit() throws IOException {
        Path file = folder.resolve("a.geojson");
        Files.writeString(file, "{\"type\":\"Point\",\"coordinates\":[106.71234567890123,21.812345678901234]}");
        Coordinate at = Maps.features(file, Choices.NONE).get(0).geometry().getCoordinate();
        assertThat(at.x).isEqualTo(106.71234567890123);
        assertThat(at.y).isEqualTo(21.812345678901234);
    }

    @Test
    void namesOfDataInKmlKeepTheirMarks() throws IOException {
        Path file = Files.writeString(folder.resolve("a.kml"), "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><ExtendedData><Data name=\"Tên đường\">"
            + "<value>Nà Pàn</value></Data></ExtendedData><Point><coordinates>106.71,21.81</coordinates></Point></Placemark></Document></kml>");
        assertThat(Maps.features(file, Choices.NONE).get(0).values()).containsEntry("Tên đường", "Nà Pàn");
        assertThat(Maps.READER.inspect(Upload.of(file), Choices.NONE, new Issues()).layers().get(0).layer().fields()).contains(new MapLayer.Field("Tên đường", "String"));
    }

    @Test
    void aLayerIsFoundHoweverItsMarksAreWritten() {
        Path file = folder.resolve("hai.gpkg");
        for (String layer : List.of("duong", "ca\u0302\u0300u")) {
            gpkg(file, layer);
        }
        assertThat(Maps.features(file, Choices.NONE.layer("cầu"))).hasSize(1);
        assertThat(Maps.features(file, Choices.NONE.layer("ca\u0302\u0300u"))).hasSize(1);
    }

    private void gpkg(Path file, String layer) {
        try {
            Path from = Files.writeString(folder.resolve("a.geojson"), "{\"type\":\"Point\",\"coordinates\":[106.71,21.81]}");
            List<String> command = List.of("ogr2ogr", "-f", "GPKG", "-update", "-append", file.toString(), from.toString(), "-nln", layer);
            assertThat(new ProcessBuilder(Files.exists(file) ? command : command.stream().filter(word -> !word.startsWith("-up") && !word.startsWith("-ap")).toList())
                .start().waitFor()).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Integer> vn2000() {
        return List.of(3405, 3406, 4756, 5896, 5897, 5899, 9205, 9210, 9213, 9214, 9215, 9216, 9218);
    }

    @ParameterizedTest
    @MethodSource("vn2000")
    void ogr2ogrPutsWhatWeStateWhereGeotoolsDoes(int code) throws IOException {
        Crs crs = Crs.ofEpsg(code);
        LonLat place = new LonLat(106.76, 21.85);
        double[] xy = crs.fromDegrees(place).orElseThrow();
        Path file = folder.resolve("a.geojson");
        Files.writeString(file, String.format(Locale.ROOT, "{\"type\":\"Point\",\"coordinates\":[%.9f,%.9f]}", xy[0], xy[1]));
        Coordinate at = Maps.features(file, Choices.NONE.crs(crs)).get(0).geometry().getCoordinate();
        assertThat(Crs.metres(new LonLat(at.x, at.y), place)).isLessThan(CENTIMETRE);
    }

    @Test
    void anInspectionTellsLayersFieldsPlaceAndSystem() {
        Inspection inspection = inspect("shapefile-tcvn3-declared.zip");
        MapLayer layer = inspection.layers().get(0).layer();
        assertThat(layer.name()).isEqualTo("duong");
        assertThat(layer.format()).isEqualTo("Shapefile");
        assertThat(layer.count()).isEqualTo(2);
        assertThat(layer.fields()).containsExactly(new MapLayer.Field("ma", "String"), new MapLayer.Field("ten", "String"));
        assertThat(layer.crs()).contains(Crs.ofEpsg(9215));
        assertThat(layer.encoding()).contains("TCVN3");
        assertThat(inspection.layers().get(0).bbox().west()).isBetween(106.59, 106.61);
        assertThat(inspection.layers().get(0).candidates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"shapefile-without-prj.zip, EPSG:9215, false", "shapefile-wrong-zone.zip, EPSG:9215, false", "shapefile-axes-swapped.zip, EPSG:9215, true",
        "geojson-axes-swapped.geojson, EPSG:4326, true", "geojson-metres-unsaid.geojson, EPSG:9215, false"})
    void whatIsLikelyMeantIsOfferedAndNotApplied(String file, String system, boolean swapped) {
        Inspection.Candidate first = inspect(file).layers().get(0).candidates().get(0);
        assertThat(first.crs().definition()).isEqualTo(system);
        assertThat(first.swapped()).isEqualTo(swapped);
        assertThat(Maps.verdict(Maps.faulty(file), Choices.NONE)).contains("features: 0");
    }

    @Test
    void whoStatesTheSystemOfTheFileAsItStandsIsObeyed() {
        Path file = Maps.faulty("shapefile-prj-wgs84-tm3.zip");
        Crs own = inspect("shapefile-prj-wgs84-tm3.zip").layers().get(0).layer().crs().orElseThrow();
        Coordinate there = Maps.features(file, Choices.NONE.crs(own)).get(0).geometry().getCoordinate();
        assertThat(Crs.metres(new LonLat(there.x, there.y), new LonLat(ROAD[0].x, ROAD[0].y))).isBetween(220.0, 230.0);
    }

    @Test
    void aRepairShowsTheGeometryBeforeAndAfter() {
        Feature area = Maps.features(Maps.faulty("geojson-bow-tie.geojson"), Choices.NONE.repairing()).get(0);
        assertThat(area.before().isValid()).isFalse();
        assertThat(area.geometry().isValid()).isTrue();
        assertThat(area.geometry().getNumGeometries()).isEqualTo(2);
    }

    @Test
    void anIssueWithAFeatureStandsOnTheMap() {
        Issues issues = new Issues();
        Maps.READER.stream(Upload.of(Maps.faulty("geojson-bow-tie.geojson")), Choices.NONE, feature -> { }, issues);
        assertThat(issues.found().get(0).where()).isEqualTo(new Issue.Where("geojson-bow-tie.geojson", "feature 1", "geometry", new LonLat(106.75, 21.85)));
    }

    @Test
    void everyVietnameseLetterSurvivesTcvn3AndWindows1258() {
        String letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂĐÊÔƠƯ";
        assertThat(TextEncoding.find("TCVN3").orElseThrow().decode(toBytes(letters))).contains(letters);
        String decomposed = letters.chars().mapToObj(Character::toString).map(MapReaderTest::asWindows1258).collect(Collectors.joining());
        assertThat(TextEncoding.find("1258").orElseThrow().decode(decomposed)).contains(letters);
    }

    private static String toBytes(String letters) {
        TextEncoding tcvn3 = TextEncoding.find("TCVN3").orElseThrow();
        return letters.chars().mapToObj(letter -> java.util.stream.IntStream.rangeClosed(0xa1, 0xff).mapToObj(Character::toString)
            .filter(code -> tcvn3.decode(code).filter(Character.toString(letter)::equals).isPresent()).findFirst().orElseThrow()).collect(Collectors.joining());
    }

    /** Letters with circumflex, breve and horn are one byte there, tones another. */
    private static String asWindows1258(String letter) {
        String tones = "\u0300\u0301\u0309\u0303\u0323";
        String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
        String tone = parts.chars().filter(c -> tones.indexOf(c) >= 0).mapToObj(Character::toString).collect(Collectors.joining());
        String base = Normalizer.normalize(parts.chars().filter(c -> tones.indexOf(c) < 0).mapToObj(Character::toString).collect(Collectors.joining()), Normalizer.Form.NFC);
        return new String((base + tone).getBytes(java.nio.charset.Charset.forName("windows-1258")), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}

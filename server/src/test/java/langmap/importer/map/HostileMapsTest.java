package langmap.importer.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import langmap.gdal.Gdal;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.file.Limits;
import langmap.importer.file.MapFormat;
import langmap.importer.file.Source;
import langmap.importer.file.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files made to harm: what is too large is refused in bounded memory, nothing else is read, nothing is left behind. */
final class HostileMapsTest {
    private static final Limits SMALL = new Limits(20 << 20, 100, 50, 1 << 20, 1L << 30, Duration.ofSeconds(30));
    @TempDir
    private Path folder;

    private static List<String> codes(Path file, Limits limits) {
        Issues issues = new Issues();
        new MapReader(Maps.province(), limits).stream(Upload.of(file), Choices.NONE, feature -> { }, issues);
        return issues.found().stream().map(Issue::code).distinct().toList();
    }

    private static long workspaces() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("langmap-files-" + ProcessHandle.current().pid() + "-")).count();
        }
    }

    private Path zip(String name, int members, int megabytesEach) throws IOException {
        Path file = folder.resolve(name);
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int member = 0; member < members; member++) {
                zip.putNextEntry(new ZipEntry("a" + member + ".geojson"));
                for (int i = 0; i < megabytesEach; i++) {
                    zip.write(zeros);
                }
            }
        }
        return file;
    }

    /** A line of many points in one feature. */
    private Path longLine(int points) throws IOException {
        Path file = folder.resolve("long.geojson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[");
            for (int i = 0; i < points; i++) {
                out.write((i == 0 ? "[106." : ",[106.") + (100_000 + i % 800_000) + ",21.8]");
            }
            out.write("]}}]}");
        }
        return file;
    }

    @Test
    void aZipThatGrowsAThousandTimesIsNotUnpacked() throws IOException {
        assertThat(codes(zip("bomb.zip", 1, 200), Limits.USUAL)).containsExactly("archive-bomb");
    }

    @Test
    void aZipThatLiesAboutTheSizeOfItsFilesIsStoppedAtTheLimit() throws IOException {
        Path file = zip("liar.zip", 1, 30);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int entry = text.indexOf("PK\u0001\u0002");
        System.arraycopy(new byte[] {1, 0, 0, 0}, 0, bytes, entry + 24, 4);
        Files.write(file, bytes);
        assertThat(codes(file, SMALL)).hasSize(1).first().asString().isIn("archive-bomb", "archive-damaged");
    }

    @Test
    void aZipOfThousandsOfFilesIsNotUnpacked() throws IOException {
        assertThat(codes(zip("many.zip", 2_000, 0), Limits.USUAL)).containsExactly("archive-members");
    }

    @Test
    void aFileLargerThanAllowedIsNotRead() throws IOException {
        Path file = folder.resolve("large.gpkg");
        Files.write(file, new byte[21 << 20]);
        assertThat(codes(file, SMALL)).containsExactly("file-too-large");
    }

    @Test
    void aFeatureOfHundredsOfThousandsOfPointsIsNamedAndLeftOut() throws IOException {
        assertThat(codes(longLine(200_000), SMALL)).contains("feature-too-large");
    }

    @Test
    void aReadingThatTakesTooLongIsEnded() {
        Limits brief = new Limits(SMALL.bytes(), SMALL.members(), SMALL.ratio(), SMALL.featureBytes(), SMALL.memory(), Duration.ofMillis(200));
        Source source = new Source(MapFormat.GEOJSON, folder.resolve("data.geojson"), "data", Optional.empty());
        Issues issues = new Issues();
        Issue.Where where = Issue.Where.ofFile("data.geojson");
        Complaints.report(new Ogr(brief).run(source, List.of("sleep", "600"), line -> true), where, number -> where, issues);
        assertThat(issues.found()).extracting(Issue::code).containsExactly("reading-too-long");
    }

    @Test
    void aReadingThatTakesTooMuchMemoryFails() {
        Source source = new Source(MapFormat.GEOJSON, folder.resolve("data.geojson"), "data", Optional.empty());
        Gdal.Ending ending = new Ogr(SMALL).run(source, List.of("dd", "if=/dev/zero", "of=/dev/null", "bs=2G", "count=1"), line -> true);
        assertThat(ending.exitCode()).isNotZero();
    }

    @Test
    void aReadingCannotFillTheDisk() {
        Source source = new Source(MapFormat.GEOJSON, folder.resolve("data.geojson"), "data", Optional.empty());
        Gdal.Ending ending = new Ogr(SMALL).run(source, List.of("dd", "if=/dev/zero", "of=full", "bs=1M", "count=100"), line -> true);
        assertThat(ending.exitCode()).isNotZero();
        assertThat(folder.resolve("full")).satisfies(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(2 * SMALL.bytes()));
    }

    @ParameterizedTest
    @EnumSource(MapFormat.class)
    void aVirtualDataSetPassedOffAsAnyFormatReadsNothing(MapFormat format) throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "secret\nplain\n");
        Path file = folder.resolve("data." + format.name().toLowerCase(java.util.Locale.ROOT));
        Files.writeString(file, "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource relativeToVRT=\"1\">secret.csv</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
        List<String> lines = new ArrayList<>();
        new Ogr(SMALL).run(new Source(format, file, "data", Optional.empty()), List.of("ogrinfo", "-ro", "-al", file.toString()), line -> lines.add(line));
        assertThat(String.join("\n", lines)).doesNotContain("plain");
    }

    @Test
    void neitherTheNetworkNorOurEnvironmentIsWithinReach() throws IOException {
        Path file = folder.resolve("data.geojson");
        Files.writeString(file, "{}");
        List<String> lines = new ArrayList<>();
        new Ogr(SMALL).run(new Source(MapFormat.GEOJSON, file, "data", Optional.empty()), List.of("env"), line -> lines.add(line));
        assertThat(lines).contains("PROJ_NETWORK=OFF", "GDAL_HTTP_PROXY=127.0.0.1:9", "GDAL_DRIVER_PATH=disable", "OGR_SQLITE_STATIC_VIRTUAL_OGR=NO")
            .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).matches("(https?_proxy|all_proxy|pg.*|aws_.*)=.*"));
    }

    @Test
    void aConsumerThatFailsEndsTheProgramAndNothingIsLeftBehind() throws IOException {
        long before = workspaces();
        assertThatThrownBy(() -> Maps.READER.stream(Upload.of(Maps.faulty("geojson-good.geojson")), Choices.NONE, feature -> {
            throw new IllegalStateException("full");
        }, new Issues())).hasMessage("full");
        assertThat(workspaces()).isEqualTo(before);
    }
}

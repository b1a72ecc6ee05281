package langmap.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import langmap.geo.LonLat;
import langmap.house.Checkout;
import langmap.importer.staging.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** The kinds of issue with map files. */
final class IssueCatalogueTest {
    private static final Pattern BLANK = Pattern.compile("\\{([0-9])[^}]*}");
    /** Shown by files that are too large to be kept; {@code HostileMapsTest} makes them. */
    private static final Set<String> MADE_WHEN_TESTED = Set.of("archive-members", "feature-too-large", "file-too-large", "reading-too-long");

    private static JsonNode kinds(String file) throws IOException {
        return new YAMLMapper().readTree(Checkout.root().resolve("server/src/main/resources/importer/" + file + ".yaml").toFile());
    }

    private static Set<String> blanks(JsonNode texts) {
        return BLANK.matcher(texts.path("detail").asText() + texts.path("remedy").asText()).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"issues", "staging-issues"})
    void everyKindSaysTheSameInBothLanguages(String file) throws IOException {
        assertThat(kinds(file).properties()).isNotEmpty().allSatisfy(kind -> {
            for (String language : new String[] {"vi", "en"}) {
                assertThat(kind.getValue().path(language).path("detail").asText()).as(kind.getKey()).endsWith(".");
                assertThat(kind.getValue().path(language).path("remedy").asText()).as(kind.getKey()).endsWith(".");
            }
            assertThat(blanks(kind.getValue().path("vi"))).as(kind.getKey()).isEqualTo(blanks(kind.getValue().path("en")));
        });
    }

    @Test
    void everyKindOfAFileByItselfIsShownByAFaultyFile() throws IOException {
        Set<String> shown = Checkout.files("gis-data/faulty", ".txt").stream().flatMap(file -> Checkout.text(file).lines())
            .filter(line -> line.matches("(note|warning|error) [a-z0-9-]+: .*")).map(line -> line.split(" ")[1].replace(":", "")).collect(Collectors.toSet());
        List<String> codes = new ArrayList<>();
        kinds("issues").fieldNames().forEachRemaining(codes::add);
        assertThat(IssueCatalogue.codes()).containsAll(codes);
        assertThat(codes).filteredOn(code -> !shown.contains(code) && !MADE_WHEN_TESTED.contains(code)).isEmpty();
    }

    @Test
    void anIssueHasAPlaceInTheFileAndOnTheMapAndSentencesInBothLanguages() {
        Issue issue = IssueCatalogue.of("crs-probably-vn2000", Issue.Where.ofFile("đường.zip").place("layer đường").at(new LonLat(106.7, 21.8)), "TM-3", 225.4);
        assertThat(issue.severity()).isEqualTo(Severity.ERROR);
        assertThat(issue.where().at()).isEqualTo(new LonLat(106.7, 21.8));
        assertThat(issue.vi().detail()).contains("có lẽ là VN-2000, cách khoảng 225 m");
        assertThat(issue).hasToString("đường.zip, layer đường, -: TM-3 has the scale 0.9999 and the 500,000 m of VN-2000 but another datum: "
            + "probably VN-2000, about 225 m apart. State VN-2000, or the system of the file as it stands.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"geometry-invalid", "geometry-repaired"})
    void whyAGeometryIsNotValidIsSaidInVietnameseToo(String code) {
        for (int reason = TopologyValidationError.HOLE_OUTSIDE_SHELL; reason <= TopologyValidationError.RING_NOT_CLOSED; reason++) {
            String message = new TopologyValidationError(reason).getMessage();
            Issue issue = IssueCatalogue.of(code, Issue.Where.ofFile("a"), message, 1, 2, 0.1);
            assertThat(issue.en().detail()).contains("(" + message + ")");
            assertThat(issue.vi().detail()).contains("(").doesNotContain(message);
        }
    }

    @Test
    void numbersAndFieldsAreSaidAsEachLanguageWritesThem() {
        Issue area = IssueCatalogue.of("geometry-repaired", Issue.Where.ofFile("a"), "Self-intersection", 1, 1200, 4760.5);
        assertThat(area.vi().detail()).endsWith("từ 1 phần thành 1.200, diện tích đổi +4.760,50 ha.");
        assertThat(area.en().detail()).endsWith("went from 1 to 1,200, its area changed by +4,760.50 ha.");
        assertThat(IssueCatalogue.of("geometry-repaired", Issue.Where.ofFile("a"), "", 1, 1, -0.25).vi().detail()).endsWith("diện tích đổi -0,25 ha.");
        Issue cell = IssueCatalogue.of("value-missing", Issue.Where.ofFile("a"), new Issue.Words("Mặt đường", "Surface"));
        assertThat(List.of(cell.vi().detail(), cell.en().detail())).containsExactly("Thiếu giá trị của “Mặt đường”.", "The value of “Surface” is missing.");
    }

    @Test
    void kindsOfGeometryAreSaidInVietnameseToo() {
        assertThat(Shape.values()).allSatisfy(shape -> assertThat(another("MultiLineString", shape).vi().detail())
            .startsWith("Hình học là đường nhiều đoạn rời, lớp này cần ").doesNotContain(shape.word()));
        assertThat(another("LinearRing", Shape.AREA).vi().detail()).as("one nobody has a word for").isEqualTo("Hình học là LinearRing, lớp này cần vùng.");
        assertThat(another("Point", Shape.LINE)).hasToString("a, file, -: The geometry is a Point, the layer wants: line. Send that kind of geometry, lines in one piece each.");
    }

    private static Issue another(String type, Shape shape) {
        return IssueCatalogue.of("geometry-of-another-kind", Issue.Where.ofFile("a"), type, shape.word());
    }

    @Test
    void aMillionIssuesOfAKindAreCountedAndAHundredKept() {
        Issues issues = new Issues();
        for (int i = 0; i < 1_000_000; i++) {
            issues.report("feature-outside", Issue.Where.ofFile("a"));
        }
        assertThat(issues.found()).hasSize(100);
        assertThat(issues.counts()).isEqualTo(Map.of("feature-outside", 1_000_000));
        assertThat(issues.hasErrors()).isFalse();
    }
}

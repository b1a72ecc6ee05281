package langmap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must not lie about. */
final class HygieneTest {
    private static final Pattern UNFINISHED = Pattern.compile("TO" + "DO|FIX" + "ME|\\bX" + "XX\\b|@Dis" + "abled|assume" + "True|\\.sk" + "ip\\(\\)");

    @Test
    void nothingIsLeftUnfinishedOrSkipped() {
        List<Path> code = Stream.of(Checkout.javaFiles(), Checkout.files("web/src", ".js"), Checkout.files("scripts", ""),
            Checkout.files("server/src/main/resources", ".sql")).flatMap(List::stream).toList();
        assertThat(code).isNotEmpty().filteredOn(file -> UNFINISHED.matcher(Checkout.text(file)).find()).isEmpty();
    }

    @Test
    void textIsUtf8NormalizedAndEndsItsLinesAsAgreed() {
        List<Path> texts = Stream.of(".java", ".js", ".css", ".html", ".sql", ".yaml", ".csv", ".md", ".xml").flatMap(ending ->
            Stream.of("server", "web", "gis-data", "scripts").flatMap(folder -> Checkout.files(folder, ending).stream())).toList();
        assertThat(texts).isNotEmpty().allSatisfy(file -> {
            String text = Checkout.text(file);
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as("%s is NFC", file).isTrue();
            assertThat(text).as("%s has no carriage returns", file).doesNotContain("\r");
        });
    }

    @Test
    void theTopLevelHoldsWhatWasAgreedAndNothingElse() {
        String[] names = Checkout.root().toFile().list((folder, name) -> !name.startsWith("."));
        assertThat(names).containsExactlyInAnyOrder("pom.xml", "server", "web", "gis-data", "scripts", "README.md");
    }

    @Test
    void oneSlf4jAndOneGuavaAreOnTheClassPathBeforeAnyCopy() throws IOException {
        ClassLoader loader = HygieneTest.class.getClassLoader();
        String first = Collections.list(loader.getResources("org/slf4j/LoggerFactory.class")).get(0).toString();
        assertThat(first).contains("slf4j-api-2");
        assertThat(Collections.list(loader.getResources("com/google/common/base/Strings.class")).get(0).toString()).contains("guava-33");
    }
}

package langmap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;

/** Documents written by hand name their reader, and whatever file, address or test they name is there. */
final class WrittenDocumentsTest {
    private static final int ROWS = 122;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ROUTE = Pattern.compile("(?m)^### GET (\\S+)$");
    private static final Pattern TEST = Pattern.compile("(\\w+Test)\\.(\\w+)");
    private static final List<String> PLACES = List.of("", "web/src", "gis-data", "server/src/main/java/langmap", "server/src/main/resources");
    private static final List<List<String>> CHECKLIST = Markdown.rows(text("server/docs/checklist.md"));

    @Test
    void everyDocumentNamesItsReaderInItsFirstLine() {
        assertThat(Checkout.documents()).hasSizeGreaterThan(10)
            .allSatisfy(document -> assertThat(Checkout.text(document).lines().findFirst().orElse("")).as("%s", document).matches("# .+, for who\\w+ .+"));
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertThat(named(LINK, link -> !link.matches("[a-z]+:.*"), (document, link) -> Files.exists(document.resolveSibling(link)))).isEmpty();
    }

    @Test
    void everyFileThatIsNamedIsThere() {
        assertThat(named(CODE, word -> word.matches("(server|web|gis-data|scripts)/[\\w./-]+"), (document, word) -> Files.exists(Checkout.root().resolve(word)))).isEmpty();
    }

    @Test
    void everyAddressThatIsNamedIsServed() {
        assertThat(named(CODE, word -> word.matches("/(api|ogc)(/.*)?"), (document, word) -> isServed(word))).isEmpty();
    }

    @Test
    void theArchitectureListsThePackagesThereAre() {
        List<String> listed = Markdown.rows(text("server/ARCHITECTURE.md")).stream().map(row -> row.get(0).replace("`", "")).toList();
        Path root = Checkout.root().resolve("server/src/main/java/langmap");
        assertThat(listed).containsExactlyInAnyOrderElementsOf(Checkout.files("server/src/main/java", "package-info.java").stream()
            .map(file -> file.getParent().equals(root) ? "langmap" : root.relativize(file.getParent()).toString().replace('/', '.')).toList());
    }

    @Test
    void everyRowOfTheChecklistStandsOnceWithAState() {
        assertThat(CHECKLIST).extracting(row -> row.get(0)).containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS).mapToObj("S-%02d"::formatted).toList());
        Map<String, Long> states = CHECKLIST.stream().collect(Collectors.groupingBy(row -> row.get(2), Collectors.counting()));
        assertThat(states).containsOnlyKeys("holds", "in part", "not yet");
        assertThat(text("server/docs/checklist.md")).contains("Of the %d rows %d hold, %d hold in part and %d are not yet there."
            .formatted(ROWS, states.get("holds"), states.get("in part"), states.get("not yet")));
    }

    @Test
    void everyPlaceOfTheChecklistIsThere() {
        assertThat(CHECKLIST).filteredOn(row -> !row.get(2).equals("not yet")).allSatisfy(row -> assertThat(row.get(3)).contains("`"));
        assertThat(CHECKLIST).allSatisfy(row -> assertThat(all(CODE, row.get(3))).as(row.get(0)).allMatch(WrittenDocumentsTest::isPlace));
    }

    private static boolean isPlace(String word) {
        var test = TEST.matcher(word);
        if (test.matches()) {
            return Checkout.javaFiles().stream().filter(file -> file.endsWith(test.group(1) + ".java"))
                .anyMatch(file -> Checkout.text(file).contains("void " + test.group(2) + "("));
        }
        return word.startsWith("/") ? isServed(word) : PLACES.stream().anyMatch(place -> Files.exists(Checkout.root().resolve(place).resolve(word)));
    }

    /** An address as it is asked for, or as the route table writes it. */
    private static boolean isServed(String address) {
        String path = address.replaceFirst("\\?.*", "");
        return all(ROUTE, text("server/docs/http-api.md")).stream().anyMatch(route -> route.equals(path)
            || path.matches(Stream.of(route.split("\\{\\w+}", -1)).map(Pattern::quote).collect(Collectors.joining("[^/{}]+"))));
    }

    /** What documents name and is not there, with the document. */
    private static List<String> named(Pattern pattern, Predicate<String> isMeant, BiPredicate<Path, String> isThere) {
        List<String> missing = new ArrayList<>();
        for (Path document : Checkout.documents()) {
            all(pattern, Checkout.text(document)).stream().flatMap(code -> Stream.of(code.split("\\s+"))).filter(isMeant)
                .filter(word -> !isThere.test(document, word)).forEach(word -> missing.add(Checkout.root().relativize(document) + " names " + word));
        }
        return missing;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String text(String file) {
        return Checkout.text(Checkout.root().resolve(file));
    }
}

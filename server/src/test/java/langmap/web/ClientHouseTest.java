package langmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;

/** The client keeps to its house: directions of imports, one fetch, no HTML strings, every sentence in both languages. */
final class ClientHouseTest {
    private static final Path SOURCES = Checkout.root().resolve("web/src");
    private static final List<Path> MODULES = Checkout.files("web/src", ".js");
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import\\s[^;]*?|\\s*import\\()['\"]([^'\"]+)['\"]");
    private static final Pattern SENTENCE = Pattern.compile("(?m)^ {2}'([^']+)': '(.*)',$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    /** Who may import whom: main → panels → map, ui → state, api → text. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
        "main", Set.of("panels", "ui", "state", "text"),
        "panels", Set.of("map", "ui", "state", "api", "text"),
        "map", Set.of("map", "ui", "leaflet", "pbf"),
        "ui", Set.of("ui", "state", "text"),
        "state", Set.of("state", "api", "text"),
        "api", Set.of(),
        "text", Set.of("text"));

    @Test
    void modulesImportOnlyDownwards() {
        List<String> wrong = new ArrayList<>();
        for (Path module : MODULES) {
            for (String name : imports(module)) {
                if (!MAY_IMPORT.get(layer(module)).contains(layerOf(module, name))) {
                    wrong.add(SOURCES.relativize(module) + " imports " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyModuleIsReachedFromMainAndEveryImportIsThere() {
        Set<Path> imported = MODULES.stream().flatMap(module -> imports(module).stream().filter(name -> name.startsWith("."))
            .map(name -> module.getParent().resolve(name).normalize())).collect(Collectors.toSet());
        imported.add(SOURCES.resolve("main.js"));
        assertThat(imported).containsExactlyInAnyOrderElementsOf(MODULES);
    }

    @Test
    void onlyApiAsksTheServer() {
        assertThat(modulesWith("\\bfetch\\s*\\(|XMLHttpRequest|sendBeacon|new WebSocket|await import\\(")).containsExactly("api.js");
    }

    /** The room, the map and files call the states of a work the same. */
    @Test
    void aStateOfAWorkHasOneWordInEachLanguage() {
        Map<String, String> vi = states(SOURCES.resolve("text/network.vi.js"), "'work\\.(\\w+)': '(.*)'");
        Map<String, String> en = states(SOURCES.resolve("text/network.en.js"), "'work\\.(\\w+)': '(.*)'");
        assertThat(vi).containsOnlyKeys("planned", "under_way", "done", "accepted");
        for (String rules : List.of("style", "exporter")) {
            Path file = Checkout.root().resolve("server/src/main/resources/" + rules + "/layers.yaml");
            String state = "(?:state: |value: )(planned|under_way|done|accepted)\\b.* ";
            assertThat(states(file, state + "vi: ([^,]+), en: ")).as(rules).isEqualTo(vi);
            assertThat(states(file, state + "en: ([^,}]+)")).as(rules).isEqualTo(en);
        }
    }

    private static Map<String, String> states(Path file, String pattern) {
        return Pattern.compile(pattern).matcher(Checkout.text(file)).results().collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    @Test
    void elementsAreNeverMadeFromStrings() {
        assertThat(modulesWith("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|\\beval\\s*\\(|new Function|srcdoc")).isEmpty();
        assertThat(modulesWith("createElementNS|createElement\\('(?!canvas)|createElement\\(tag")).containsExactly("ui/dom.js");
    }

    @Test
    void nothingComesFromAnotherHost() {
        for (String ending : List.of(".js", ".css", ".html", ".json", ".svg")) {
            for (Path file : Checkout.files("web/src", ending)) {
                String text = Checkout.text(file).replace("http://www.w3.org/2000/svg", "");
                assertThat(text).as("%s", file).doesNotContainPattern("https?://|url\\(//|src=\"//|@import");
            }
        }
    }

    @Test
    void everySentenceIsThereInBothLanguagesWithTheSamePlaceholders() {
        Map<String, String> vi = sentences("vi");
        Map<String, String> en = sentences("en");
        assertThat(vi.keySet()).isNotEmpty().isEqualTo(en.keySet());
        assertThat(vi).allSatisfy((key, sentence) -> {
            assertThat(sentence).as(key).isNotBlank();
            assertThat(en.get(key)).as(key).isNotBlank();
            assertThat(placeholders(sentence)).as(key).isEqualTo(placeholders(en.get(key)));
        });
    }

    @Test
    void everySentenceAskedForIsThere() {
        Set<String> known = sentences("vi").keySet();
        for (Path module : MODULES) {
            for (String key : all(Pattern.compile("\\bt\\('([^']+)'"), Checkout.text(module))) {
                assertThat(known).as("%s", module).contains(key);
            }
        }
    }

    @Test
    void everySentenceIsAskedForByNameOrByTheStartOfItsName() {
        String code = MODULES.stream().filter(module -> !module.getParent().endsWith("text")).map(Checkout::text)
            .collect(Collectors.joining("\n"));
        List<String> starts = all(Pattern.compile("`([a-z.]+\\.)\\$\\{"), code);
        assertThat(sentences("vi").keySet()).allSatisfy(key -> assertThat(code.contains("'" + key + "'")
            || starts.stream().anyMatch(key::startsWith)).as(key).isTrue());
    }

    @Test
    void everyModuleIsCheckedByTypes() {
        assertThat(MODULES).allSatisfy(module -> assertThat(Checkout.text(module)).startsWith("// @ts-check\n"));
    }

    private static List<String> imports(Path module) {
        return all(IMPORT, Checkout.text(module));
    }

    private static String layerOf(Path module, String imported) {
        return imported.startsWith(".") ? layer(module.getParent().resolve(imported).normalize()) : imported;
    }

    /** The folder of a module, or the name of one that lies on top. */
    private static String layer(Path module) {
        return SOURCES.relativize(module).getName(0).toString().replace(".js", "");
    }

    private static List<String> modulesWith(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return MODULES.stream().filter(module -> wanted.matcher(Checkout.text(module)).find())
            .map(module -> SOURCES.relativize(module).toString()).toList();
    }

    private static Map<String, String> sentences(String language) {
        return MODULES.stream().filter(module -> module.getParent().endsWith("text") && module.getFileName().toString().matches("(.+\\.)?" + language + "\\.js"))
            .flatMap(module -> SENTENCE.matcher(Checkout.text(module)).results()).collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}

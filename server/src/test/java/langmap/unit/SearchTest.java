package langmap.unit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.StreamSupport;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units are found however their names are typed. */
final class SearchTest {
    private static List<JsonNode> find(String text) {
        JsonNode found = TestApp.shared().json("/api/search?limit=100&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).path("results");
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    private static List<String> names(String text) {
        return find(text).stream().map(unit -> unit.path("name").asText()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đề Thám", "đề thám", "ĐỀ THÁM", "de tham", "DE THAM", "De Tham", "đe tham", "de thám", "  de tham  ", "de  tham", "xã đề thám",
        "xa de tham", "06046"})
    void findsTheCommuneHoweverItIsTyped(String text) {
        assertThat(find(text).get(0).path("code").asText()).isEqualTo("06046");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đề Thám", "Hữu Lũng", "Thất Khê", "Mẫu Sơn"})
    void decomposedInputFindsTheSameInTheSameOrder(String text) {
        assertThat(find(Normalizer.normalize(text, Normalizer.Form.NFD))).isNotEmpty().isEqualTo(find(text));
    }

    @Test
    void exactAccentsComeFirst() {
        assertThat(names("Tân Thành")).startsWith("Tân Thành");
        assertThat(names("ba")).contains("Bắc Sơn");
        assertThat(names("Lộc")).isNotEmpty().first().asString().contains("Lộc");
        assertThat(names("lóc")).as("no name has that accent, and all are found").isNotEmpty();
        assertThat(names("tân")).satisfies(found -> {
            int last = found.stream().filter(name -> name.contains("Tân")).mapToInt(found::lastIndexOf).max().orElseThrow();
            assertThat(found.subList(0, last + 1)).allMatch(name -> name.contains("Tân"));
        });
    }

    @Test
    void unitsOf2022ComeBeforeTheirNamesakesOf2025() {
        List<JsonNode> found = find("Đoàn Kết");
        assertThat(found).extracting(unit -> unit.path("valid").path("from").asText()).startsWith("2020-01-01").contains("2025-07-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "!", "d%m", "d_ tham", "'; drop table unit; --", "0%"})
    void aSignOfPatternsFoundEverything(String text) {
        assertThat(find(text)).isEmpty();
    }
}

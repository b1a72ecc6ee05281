package langmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import langmap.TestApp;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** The benchmark works; what it says is for people to judge. */
final class BenchTest {
    @Test
    void givesTheRatiosOfARouteToItsOwnSqlToGeoJsonOfTheDatabaseAndToNginx() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (TestDatabase database = TestApp.sample()) {
            Comparison.compare(database, Set.of("OGC items in a box, communes")::contains, 0.2, new PrintStream(told, true, StandardCharsets.UTF_8));
        }
        List<List<String>> lines = told.toString(StandardCharsets.UTF_8).lines().skip(2).filter(line -> line.startsWith("OGC")).map(line -> List.of(line.split("\\s{2,}")))
            .toList();
        assertThat(lines).extracting(line -> line.get(2).replaceFirst(" +[0-9].*", "")).startsWith("uncached: its SQL in pgbench", "uncached: ST_AsGeoJSON")
            .hasSize(Nginx.isHere() ? 4 : 2);
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain("0.00", "NaN", "Infinity"));
        assertThat(told.toString(StandardCharsets.UTF_8).contains("nginx is not on this machine")).isNotEqualTo(Nginx.isHere());
    }
}

package langmap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The benchmark works; what it says is for people to judge. */
final class BenchTest {
    @Test
    void givesTheRatiosOfARouteToItsOwnSql() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Bench.compare(Set.of("OGC items in a box"), 0.2, new PrintStream(told, true, StandardCharsets.UTF_8));
        List<String> lines = told.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(lines.size() - 1).strip().split("\\s{2,}")).hasSize(7).doesNotContain("0.00", "NaN", "Infinity");
    }
}

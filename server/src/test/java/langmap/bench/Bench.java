package langmap.bench;

import java.nio.file.Path;
import langmap.TestApp;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.Test;

/** Run by scripts/bench; {@link BenchTest} holds that it works. Its own name keeps it out of the tests. */
final class Bench {
    @Test
    void everyHotRoute() {
        String home = System.getProperty("bench.home", "");
        String wanted = System.getProperty("bench.routes", "");
        try (TestDatabase database = home.isEmpty() ? TestApp.sample() : TestDatabase.in(Path.of(home))) {
            Comparison.compare(database, name -> name.matches(".*(" + wanted + ").*"), Double.parseDouble(System.getProperty("bench.seconds", "5")), System.out);
        }
    }
}

package langmap.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import langmap.Loads;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One folder a fault, with the issues a person is to read in {@code issues.txt}: all of them at once, and nothing is stored. */
final class FaultyFilesTest {
    private static TestDatabase database;
    private static Map<String, String> before;

    @BeforeAll
    static void load() {
        database = Loads.small();
        before = Loads.contents(database);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static List<String> faults() throws IOException {
        try (Stream<Path> folders = Files.list(Loads.folder("faulty"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesAFaultyFileWithEveryIssueAndStoresNothing(String fault) throws IOException {
        Path folder = Loads.folder("faulty").resolve(fault);
        if (Boolean.getBoolean("langmap.write")) {
            Files.writeString(folder.resolve("issues.txt"), String.join("\n", Loads.refusals(database.urls(), folder)) + "\n");
        }
        assertThat(Loads.refusals(database.urls(), folder)).isEqualTo(Checkout.text(folder.resolve("issues.txt")).lines().toList());
        assertThat(Loads.contents(database)).isEqualTo(before);
    }
}

package langmap.importer.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import langmap.house.Checkout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One file a fault or oddity in {@code gis-data/faulty}; the text beside it says which issues a person is to read, all of them and no others. */
final class FaultyMapsTest {
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Maps.faulty("."))) {
            return files.filter(file -> !file.toString().endsWith(".txt")).map(Path::normalize).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileGivesExactlyItsIssues(Path file) {
        List<String> expected = Checkout.text(file.resolveSibling(file.getFileName() + ".txt")).lines().toList();
        boolean chosen = expected.get(0).startsWith("with ");
        assertThat(Maps.verdict(file, Maps.choices(chosen ? expected.get(0) : ""))).isEqualTo(chosen ? expected.subList(1, expected.size()) : expected);
    }
}

package langmap.sample.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import langmap.Loads;
import langmap.db.Migrations;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small one of the made-up countries. */
final class NationalGeneratorTest {
    private static final Path CLASSES = Checkout.root().resolve("gis-data/plan/network.yaml");
    private static final int COMMUNES = 20;

    @TempDir
    private Path folder;

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void theSameNumberOfCommunesGivesTheSameBytes() throws IOException {
        NationalGenerator.write(folder.resolve("one"), CLASSES, COMMUNES);
        NationalGenerator.write(folder.resolve("other"), CLASSES, COMMUNES);
        assertThat(contents(folder.resolve("one"))).hasSize(9).isEqualTo(contents(folder.resolve("other")));
    }

    @Test
    void aMillionSectionsLieInTenThousandSixHundredCommunes() {
        assertThat(Lattice.of(Land.of(NationalGenerator.COMMUNES), 10, 820_000).knots()).isEqualTo(7);
        assertThat(Math.round(NationalGenerator.COMMUNES * NationalGenerator.SECTIONS_A_COMMUNE)).isEqualTo(1_000_000);
    }

    @Test
    void loadsIntoAnEmptyDatabaseWithEachMetreInOneCommuneAndEndsThatMeet() {
        int sections = NationalGenerator.write(folder, CLASSES, COMMUNES);
        try (TestDatabase database = TestDatabase.fresh()) {
            Migrations.migrate(database.urls());
            Loads.load(database.urls(), folder);
            assertThat(Loads.rows(database, "select count(*), min(ST_NPoints(geom)) >= 10, max(ST_NPoints(geom)) <= 20, bool_and(illustrative) from network_section "
                + "join data_set on data_set.id = data_set_id")).containsExactly(List.of(Integer.toString(sections), "t", "t", "t"));
            assertThat(Loads.rows(database, "select count(*), count(distinct resolution) from boundary join unit on unit.id = unit_id and level = 'commune'"))
                .containsExactly(List.of(Integer.toString(3 * COMMUNES), "3"));
            // A line between two communes on the rim may lie outside for a little.
            assertThat(Double.parseDouble(Loads.one(database, "select (select sum(length_m) from section_part) / sum(length_m) from network_section"))).isBetween(0.99, 1.0);
            assertThat(Double.parseDouble(Loads.one(database, "select count(*)::float8 / count(distinct node) from section_junction"))).isGreaterThan(2.5);
            assertThat(Loads.one(database, "select count(*) from section_twice")).isEqualTo("0");
            assertThat(Integer.parseInt(Loads.one(database, "select count(*) from work where state = 'accepted'"))).isPositive();
        }
    }
}

package langmap.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import langmap.Loads;
import langmap.db.TestDatabase;
import langmap.house.Checkout;
import langmap.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading what is already there, and how texts are read. */
final class ReplacingTest {
    private static final String ENTRY = """
        - id: %s
          kind: %s
          files: [%s]
          title: {vi: Thử, en: Trial}
          origin: {vi: Thử, en: Trial}
          licence: CC0
          illustrative: false
        """;
    private static final String UNITS = "code,level,type,name,parent_code,valid_from,valid_to,centre_lon,centre_lat,area_km2,on_border,seat\n";
    private static final String LINEAGE =
        "valid_from,predecessor_code,predecessor_name,predecessor_district,successor_code,successor_name,share\n";

    @TempDir
    private Path folder;
    private TestDatabase database;

    @BeforeEach
    void load() {
        database = Loads.small();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, String> counts(TestDatabase database) {
        Map<String, String> counts = new TreeMap<>(Loads.contents(database));
        counts.replaceAll((table, content) -> content.replaceFirst(",.*", "]"));
        return counts;
    }

    @Test
    void refusedToReplaceDataTogetherWithWhatRestsOnThem() {
        String names = "select string_agg(code || name || valid::text || ST_AsText(centre), ',' order by code, valid) from unit";
        String unitsBefore = Loads.one(database, names);
        Map<String, String> before = counts(database);
        Loads.load(database.urls(), Loads.folder("small"));
        before.put("register_version", counts(database).get("register_version"));
        assertThat(counts(database)).isEqualTo(before);
        assertThat(Loads.one(database, names)).isEqualTo(unitsBefore);
    }

    @Test
    void saysWhatRestsOnTheUnitsInsteadOfTakingThemOutAlone() throws IOException {
        Map<String, String> before = Loads.contents(database);
        file("data-sets.yaml", ENTRY.formatted("units", "units", "units.csv, lineage.csv"));
        file("units.csv", UNITS);
        file("lineage.csv", LINEAGE);
        assertThatThrownBy(() -> Loads.load(database.urls(), folder)).isInstanceOf(Problem.class).hasMessageContaining("replace both together");
        assertThat(Loads.contents(database)).isEqualTo(before);
    }

    @Test
    void aDataSetOfTheSameIdTakesThePlaceOfTheOlderOne() throws IOException {
        file("data-sets.yaml", ENTRY.formatted("flags", "flags", "flags.csv"));
        file("flags.csv", "unit,flag,valid_from,valid_to\n06004,border,,\n");
        assertThat(Loads.load(database.urls(), folder)).isEqualTo(1);
        assertThat(Loads.rows(database, "select unit.code, lower(flag.valid), upper(flag.valid) from unit_flag flag join unit on unit.id = unit_id"))
            .containsExactly(List.of("06004", "2020-01-01", "2025-07-01"));
    }

    @Test
    void aFlagWithoutAnEndPassedToTheUnitThatTookTheCode() throws IOException {
        file("data-sets.yaml", ENTRY.formatted("flags", "flags", "flags.csv"));
        file("flags.csv", "unit,flag,valid_from,valid_to\n06007,border,2025-07-01,\n06007,border,2021-12-31,\n06001,border,2021-12-31,\n");
        assertThat(Loads.load(database.urls(), folder)).isEqualTo(3);
        assertThat(Loads.rows(database, "select unit.code, unit.valid, flag.valid from unit_flag flag join unit on unit.id = unit_id order by 1, 2"))
            .containsExactly(List.of("06001", "[2020-01-01,2025-07-01)", "[2021-12-31,2025-07-01)"),
                List.of("06007", "[2020-01-01,2025-07-01)", "[2021-12-31,2025-07-01)"), List.of("06007", "[2025-07-01,)", "[2025-07-01,)"));
    }

    @Test
    void anEarlierRecognitionBelongsToTheUnitTheCommuneBecame() {
        assertThat(Loads.rows(database, "select unit.valid, recognition.valid from recognition join unit on unit.id = unit_id"))
            .containsExactly(List.of("[2020-01-01,2025-07-01)", "[2019-05-01,2025-07-01)"));
    }

    @Test
    void eachStateLastsUntilTheNextOrAsLongAsTheSet() {
        assertThat(Loads.rows(database, "select unit.code, number, status, assessment.valid from assessment join unit on unit.id = unit_id order by 1, 2, 4"))
            .containsExactly(List.of("06001", "1", "met", "[2021-12-31,2023-01-01)"), List.of("06001", "2", "not_met", "[2021-12-31,2022-06-01)"),
                List.of("06001", "2", "met", "[2022-06-01,2023-01-01)"), List.of("06004", "1", "met", "[2021-12-31,2023-01-01)"));
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Map<String, String> before = Loads.contents(database);
        file("data-sets.yaml", ENTRY.formatted("more", "flags", "flags.csv"));
        Files.write(folder.resolve("flags.csv"), "unit,flag,valid_from,valid_to\n06004,bordér,,\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Loads.refusals(database.urls(), folder)).containsExactly("flags.csv: The file is not UTF-8. Save it as UTF-8.");
        assertThat(Loads.contents(database)).isEqualTo(before);
    }

    @Test
    void storesDecomposedNamesComposedAndForgivesAByteOrderMarkAndWindowsLines() throws IOException {
        file("data-sets.yaml", ENTRY.formatted("more", "units", "units.csv, lineage.csv"));
        String name = Normalizer.normalize("Hữu Lễ Đường", Normalizer.Form.NFD);
        file("units.csv", "\uFEFF" + (UNITS + "07001,commune,Xã,  " + name + " ,178,2020-01-01,2025-07-01,106.1,22.1,,false,\n").replace("\n", "\r\n"));
        file("lineage.csv", LINEAGE);
        Loads.load(database.urls(), folder);
        assertThat(Loads.one(database, "select name from unit where code = '07001'")).isEqualTo("Hữu Lễ Đường");
    }

    @Test
    void noFileIsLoadedThatIsNotNamedInTheCatalogue() {
        assertThat(Checkout.text(Loads.folder("small").resolve("data-sets.yaml"))).doesNotContain("plan");
        assertThat(Loads.one(database, "select string_agg(id, ' ' order by id) from data_set where kind <> 'plan'"))
            .isEqualTo("assessments-actual boundaries criteria-sets flags groups recognitions units");
    }
}

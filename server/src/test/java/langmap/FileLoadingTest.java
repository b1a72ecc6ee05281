package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import langmap.db.TestDatabase;
import langmap.importer.staging.Sent;
import langmap.importer.staging.TargetLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map file on the command line takes the same way as on the page. */
final class FileLoadingTest {
    @TempDir
    private Path folder;

    private LangMapProcess run(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        LangMapProcess langMap = LangMapProcess.start(Map.of("LANGMAP_DATABASE_URL", database.urls().appUrl(), "LANGMAP_DATABASE_OWNER_URL", database.urls().ownerUrl()),
            all.toArray(String[]::new));
        langMap.exitCode();
        return langMap;
    }

    private String file(String surface) throws IOException {
        byte[] geojson = Sent.collection("{\"type\":\"Feature\",\"properties\":{\"MA\":\"DL-1\",\"LOAI\":\"lane\",\"MAT\":\"" + surface + "\"},"
            + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[106.70,21.85],[106.71,21.85]]}}");
        return Files.write(folder.resolve("duong.geojson"), geojson).toString();
    }

    @Test
    void aFileIsCheckedThenStoredWhenAskedAndRefusedWithItsIssues() throws IOException {
        try (TestDatabase database = Loads.sample()) {
            try (LangMapProcess checked = run(database, file("earth"), "--layer", "roads")) {
                assertThat(checked.exitCode()).as(checked.err()).isZero();
                assertThat(checked.out()).contains("1 new, 0 changed, 0 unchanged", "Nothing is stored yet: look at import 1 on the page, or add --apply.");
            }
            assertThat(Loads.one(database, "select count(*) from network_section where code = 'DL-1'")).isEqualTo("0");
            try (LangMapProcess applied = run(database, file("earth"), "--layer", "roads", "--map", "code=MA,class=LOAI", "--set", "surface=earth", "--source", "UBND xã", "--apply")) {
                assertThat(applied.exitCode()).as(applied.err()).isZero();
            }
            assertThat(Loads.one(database, "select origin_vi from network_section join data_set on data_set.id = data_set_id where code = 'DL-1'")).isEqualTo("UBND xã");
            try (LangMapProcess refused = run(database, file("Gỗ"), "--layer", "roads", "--apply")) {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.out()).contains("error value-unknown, feature 1, MAT: “Gỗ” is not a known word");
                assertThat(refused.err()).contains("Nothing was stored: the errors above stand against it (1).");
            }
        }
    }

    @Test
    void theHelpListsEveryLayer() {
        assertThat(Main.help()).contains(App.layers().stream().map(TargetLayer::id).toList());
    }

    @Test
    void wrongWordsAreToldBeforeAnythingIsDone() throws IOException {
        try (TestDatabase database = Loads.small()) {
            for (List<String> words : List.of(List.<String>of(), List.of("--layer", "streets"), List.of("--layer"), List.of("--layer", "roads", "--crs", "EPSG:1"),
                List.of("--layer", "roads", "--clean", "wide"), List.of("--layer", "roads", "--map", "code"), List.of("--colour"))) {
                List<String> all = new ArrayList<>(List.of(file("earth"), "--repair"));
                all.addAll(words);
                try (LangMapProcess refused = run(database, all.toArray(String[]::new))) {
                    assertThat(refused.exitCode()).as(words + refused.err()).isEqualTo(2);
                    assertThat(refused.err().lines()).hasSize(1);
                }
            }
        }
    }
}

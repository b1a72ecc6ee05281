package langmap.importer.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.db.Tx;
import langmap.importer.Issue;
import langmap.importer.Issues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What people send that cannot be stored as it stands: each is named, and none is a failure of the program. */
final class ImportFaultsTest {
    private static final String ROAD = "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"class\":\"lane\",\"surface\":\"earth\"%s},"
        + "\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}";
    private static final String LINE = "[[106.70,21.85],[106.71,21.85]]";
    @RegisterExtension
    static final TestApp app = TestApp.own();
    @TempDir
    private Path folder;

    private static String road(String code, String more, String line) {
        return ROAD.formatted(code, more, "LineString", line);
    }

    private static String spans() {
        return Loads.one(app.database(), "select string_agg(valid::text || class, ' ' order by valid) from network_section where code = 'S-1'");
    }

    private static Sent spanned(String name, String more) {
        return Sent.send(app, "roads", name, Sent.collection(road("S-1", more, LINE)));
    }

    @Test
    void aDayInTheFileDestroysNoHistory() {
        Sent first = spanned("a.geojson", ",\"validFrom\":\"2015-01-01\",\"validTo\":\"2020-01-01\"");
        first.decide("apply");
        Sent since = spanned("b.geojson", ",\"validFrom\":\"2014-01-01\",\"owner\":\"Xã\"");
        assertThat(since.counts().subList(0, 3)).containsExactly(0, 1, 0);
        assertThat(since.decide("apply").statusCode()).isEqualTo(200);
        assertThat(spans()).isEqualTo("[2014-01-01,2020-01-01)lane");
        Sent later = spanned("c.geojson", ",\"validFrom\":\"2021-01-01\"");
        assertThat(later.counts().subList(0, 3)).containsExactly(1, 0, 0);
        assertThat(later.issues()).isEmpty();
        assertThat(later.decide("apply").statusCode()).isEqualTo(200);
        assertThat(spans()).isEqualTo("[2014-01-01,2020-01-01)lane [2021-01-01,)lane");
        Sent following = spanned("d.geojson", ",\"validFrom\":\"2023-01-01\",\"owner\":\"Huyện\"");
        assertThat(following.issues()).containsExactly("warning span-follows feature 1 -");
        assertThat(following.decide("apply").statusCode()).isEqualTo(200);
        assertThat(spans()).isEqualTo("[2014-01-01,2020-01-01)lane [2021-01-01,2023-01-01)lane [2023-01-01,)lane");
        Sent same = spanned("e.geojson", ",\"validFrom\":\"2023-01-01\",\"owner\":\"Huyện\"");
        assertThat(same.counts().subList(0, 3)).containsExactly(0, 0, 1);
        same.decide("reject");
        List.of(following, later).forEach(sent -> assertThat(sent.decide("undo").statusCode()).isEqualTo(200));
        assertThat(spans()).isEqualTo("[2014-01-01,2020-01-01)lane");
        List.of(since, first).forEach(sent -> assertThat(sent.decide("undo").statusCode()).isEqualTo(200));
    }
}

package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import langmap.db.Migrations;
import langmap.db.TestDatabase;
import langmap.docs.HttpApiDocument;
import langmap.docs.SchemaDocument;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;

/** Generated documents say what the program says. With {@code -Dlangmap.write=true}, as scripts/documents gives it, they are written instead. */
final class DocumentsTest {
    private static final Path DOCUMENTS = Checkout.root().resolve("server/docs");

    @Test
    void httpApiListsTheRoutesThatAreServed() throws IOException {
        check("http-api.md", HttpApiDocument.of(App.routes(null, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))));
    }

    @Test
    void schemaDescribesTheMigratedDatabase() throws IOException, SQLException {
        try (TestDatabase database = migrated()) {
            check("schema.md", SchemaDocument.of(database.adminUrl()));
        }
    }

    @Test
    void everyTableColumnAndFunctionHasAComment() throws SQLException {
        try (TestDatabase database = migrated()) {
            assertThat(SchemaDocument.listUncommented(database.adminUrl())).isEmpty();
        }
    }

    private static TestDatabase migrated() {
        return TestDatabase.fresh("migrated", Migrations::migrate);
    }

    private static void check(String name, String expected) throws IOException {
        Path file = DOCUMENTS.resolve(name);
        if (Boolean.getBoolean("langmap.write")) {
            Files.createDirectories(DOCUMENTS);
            Files.writeString(file, expected, StandardCharsets.UTF_8);
        }
        assertThat(Files.exists(file) ? Checkout.text(file) : "").as("%s is stale: scripts/documents writes it anew", name).isEqualTo(expected);
    }
}

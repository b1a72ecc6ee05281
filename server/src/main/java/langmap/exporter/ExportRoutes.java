package langmap.exporter;

import java.util.Arrays;
import java.util.List;
import langmap.db.Database;
import langmap.gdal.Gdal;
import langmap.http.Route;

/** Layers as files to take away. */
public final class ExportRoutes {
    private final Exporter exporter;

    public ExportRoutes(Database database) {
        this.exporter = new Exporter(database, new Gdal());
    }

    public List<Route> routes() {
        return List.of(Route.plain("/api/exports/{layer}.{format}", "exportLayer",
                "A layer on a day, whole or in part, as a file with a note of its source, its day and what in it is illustrative.", exporter::export)
            .taking(ExportQuery.params()).producing(Arrays.stream(Format.values()).map(format -> format.type).toArray(String[]::new)));
    }
}

package langmap.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import langmap.db.Database;
import langmap.gdal.Gdal;
import langmap.http.Answer;
import langmap.http.Request;
import langmap.importer.file.Workspace;
import langmap.layer.CalendarStore;
import langmap.problem.Problem;
import langmap.style.QmlWriter;

/** Makes the file that is asked for: rows from the database into an empty folder, then, for some formats, GDAL's program on them. */
final class Exporter {
    private static final int AT_ONCE = 2;
    private static final int SECONDS_TO_WAIT = 20;
    private static final Duration LONGEST_READING = Duration.ofMinutes(5);

    private final Database database;
    private final GdalFiles files;
    private final CalendarStore calendar = new CalendarStore();
    private final ExportStore store = new ExportStore();
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Exporter(Database database, Gdal gdal) {
        this.database = database;
        this.files = new GdalFiles(gdal);
    }

    Answer export(Request request) {
        ExportQuery query = database.read(tx -> {
            ExportQuery asked = ExportQuery.of(request, calendar.day(request, tx));
            store.check(tx, asked);
            return asked;
        });
        takePlace();
        try (Workspace workspace = Workspace.make()) {
            Path file = write(query, workspace.folder());
            return Answer.ofFile(query.format().type, query.name() + "." + query.format().extension, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(Problem.Kind.UNAVAILABLE, AT_ONCE + " files are being made at the moment. Ask again in a minute.");
    }

    private Path write(ExportQuery query, Path folder) throws IOException {
        Rows rows = database.read(tx -> {
            store.allowTime(tx, LONGEST_READING);
            return Rows.write(tx, store, query, folder);
        });
        Notes notes = rows.notes();
        switch (query.format()) {
            case GPKG -> {
                files.declare(folder, query, rows.columns(), rows.hasPoints(), false);
                return files.writeGeoPackage(folder, notes, QmlWriter.write(query.layer().geometry(), rows.style()), rows.sld());
            }
            case SHP -> {
                files.declare(folder, query, rows.columns(), rows.hasPoints(), true);
                files.writeShapefile(folder, notes, rows.hasPoints());
                return ShapefileZip.pack(folder, notes, rows.columns());
            }
            case KML -> {
                files.declare(folder, query, rows.columns(), rows.hasPoints(), false);
                List<String> names = rows.columns().stream().map(Column::id).toList();
                return files.writeKml(folder, notes, names.contains("name") ? "name" : "title");
            }
            default -> {
                return rows.file();
            }
        }
    }
}

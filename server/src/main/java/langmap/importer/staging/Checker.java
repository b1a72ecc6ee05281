package langmap.importer.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.db.Tx;
import langmap.geo.Crs;
import langmap.importer.Issues;
import langmap.importer.MapFeature;
import langmap.importer.file.Limits;
import langmap.importer.file.Upload;
import langmap.importer.map.Columns;
import langmap.importer.map.Inspection;
import langmap.importer.map.MapLayer;
import langmap.importer.map.MapReader;
import org.locationtech.jts.geom.GeometryFactory;

/** Checks one import from its file to its counts. If another check of the same import begins, this one stops and leaves it alone. */
final class Checker {
    private static final int CHUNK = 1000;

    private final Database database;
    private final TargetLayer layer;
    private final ImportRecord one;
    private final int attempt;
    private final Issues issues = new Issues();
    private final ImportStore imports = new ImportStore();
    private final StagingStore staging = new StagingStore();
    private final List<StagedRow> rows = new ArrayList<>();
    private long done;

    /** Another check took over. */
    static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("another check began", null, false, false);
        }
    }

    private Checker(Database database, TargetLayer layer, ImportRecord one, int attempt) {
        this.database = database;
        this.layer = layer;
        this.one = one;
        this.attempt = attempt;
    }

    static void check(Database database, TargetLayer layer, long id) {
        ImportStore imports = new ImportStore();
        Checker checker = database.change(Actor.LOADER, tx -> {
            int attempt = imports.beginAttempt(tx, id);
            new StagingStore().delete(tx, id);
            return new Checker(database, layer, imports.findImport(tx, id, false).orElseThrow(), attempt);
        });
        if (!checker.one.state().equals("uploaded")) {
            return;
        }
        Path file = null;
        try {
            file = Files.createTempFile("langmap-import-", "");
            checker.run(file);
        } catch (Overtaken overtaken) {
            // the other check goes on
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Path file) {
        MapReader reader = new MapReader(database.read(tx -> {
            imports.copyFile(tx, one.id(), file);
            return staging.area(tx, new GeometryFactory().toGeometry(MapFeature.VIET_NAM));
        }), Limits.USUAL);
        Upload upload = new Upload(file, one.fileName());
        Inspection inspection = reader.inspect(upload, one.choices().reading(), new Issues());
        Optional<MapLayer> chosen = inspection.layers().stream().map(Inspection.Layer::layer)
            .filter(found -> one.choices().layer() == null ? inspection.layers().size() == 1 : found.name().equals(one.choices().layer())).findFirst();
        List<Field> fields = database.read(layer::fields);
        List<String> given = chosen.map(found -> found.fields().stream().map(MapLayer.Field::name).toList()).orElse(List.of());
        Columns columns = chosen.map(found -> look(reader, upload, fields, found)).orElseGet(Columns::new);
        Map<String, String> mapping = mapping(fields, given, columns);
        Map<String, Object> found = new LinkedHashMap<>(Map.of("layers", inspection.layers().stream().map(Checker::said).toList(), "fields", given,
            "mapping", mapping));
        write(tx -> imports.updateFound(tx, one.id(), found, chosen.map(MapLayer::count).filter(count -> count >= 0).orElse(null)));
        RowReader rowReader = new RowReader(layer, fields, new RowReader.Read(mapping, one.choices().constants(), columns), one.fileName(), issues);
        if (chosen.isPresent()) {
            rowReader.checkMapping(one.choices().mapping() == null ? List.of() : one.choices().mapping().values().stream().filter(name -> !given.contains(name)).toList());
        }
        reader.stream(upload, one.choices().reading(), feature -> {
            rows.add(rowReader.read(feature));
            if (rows.size() == CHUNK) {
                store();
            }
        }, issues);
        store();
        if (layer.shape() == Shape.PLACE) {
            issues.withdraw("geometry-mixed");
        }
        finish(mapping, found);
    }

    /** Reads the file once before, where names of fields or the numbers in its texts leave open what is meant. */
    private Columns look(MapReader reader, Upload upload, List<Field> fields, MapLayer found) {
        Columns columns = new Columns();
        List<String> given = found.fields().stream().map(MapLayer.Field::name).toList();
        Map<String, String> mapping = mapping(fields, given, columns);
        List<String> texts = found.fields().stream().filter(field -> field.type().equals("String")).map(MapLayer.Field::name).toList();
        boolean numbers = fields.stream().anyMatch(field -> List.of(Field.Type.NUMBER, Field.Type.POSITIVE).contains(field.type()) && texts.contains(mapping.get(field.name())));
        if (numbers || FieldMapping.isOpen(fields, given) || found.format().equals("KML")) {
            reader.stream(upload, one.choices().reading(), columns::take, new Issues());
        }
        return columns;
    }

    /** What the person chose, or what was used last for such a file, or what the names say. */
    private Map<String, String> mapping(List<Field> fields, List<String> given, Columns columns) {
        Map<String, String> mapping = one.choices().mapping() != null ? one.choices().mapping()
            : database.read(tx -> imports.findMapping(tx, layer.id(), given.stream().sorted().toList())).orElseGet(() -> FieldMapping.suggest(fields, given, columns));
        Map<String, String> usable = new LinkedHashMap<>(mapping);
        usable.keySet().retainAll(fields.stream().map(Field::name).toList());
        usable.values().retainAll(given);
        return usable;
    }

    private static Map<String, Object> said(Inspection.Layer layer) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", layer.layer().name());
        said.put("format", layer.layer().format());
        said.put("geometry", layer.layer().geometryType());
        said.put("count", layer.layer().count());
        said.put("crs", layer.layer().crs().map(Crs::name).orElse(null));
        said.put("encoding", layer.layer().encoding().orElse(null));
        said.put("candidates", layer.candidates().stream().map(one -> Map.of("crs", one.crs().definition(), "name", one.crs().name(), "swapped", one.swapped())).toList());
        return said;
    }

    private void store() {
        done += rows.size();
        write(tx -> {
            staging.insertRows(tx, one.id(), rows);
            imports.updateProgress(tx, one.id(), done);
        });
        rows.clear();
    }

    private void finish(Map<String, String> mapping, Map<String, Object> found) {
        write(tx -> {
            long version = tx.versions(List.of(layer.register())).get(layer.register());
            if (done > 0) {
                layer.compare(tx, new TargetLayer.Staged(one.id(), one.fileName(), one.choices(), one.choices().filled(mapping)), issues);
            }
            staging.insertIssues(tx, one.id(), issues.found());
            found.put("issues", issues.counts());
            imports.updateFound(tx, one.id(), found, done);
            imports.updateChecked(tx, one.id(), "checked", issues.errors(), version);
        });
    }

    private void write(Consumer<Tx> work) {
        database.write(Actor.LOADER, tx -> {
            if (!imports.isCurrent(tx, one.id(), attempt)) {
                throw new Overtaken();
            }
            work.accept(tx);
        });
    }
}

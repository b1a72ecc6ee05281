package langmap.importer.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.db.Tx;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.problem.Fault;
import langmap.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that can be done with imports. Checks run one after the other in the background; what an end of the process interrupts begins anew. */
public final class Imports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final Database database;
    private final Map<String, TargetLayer> layers = new LinkedHashMap<>();
    private final ImportStore store = new ImportStore();
    private final StagingStore staging = new StagingStore();
    private final ExecutorService checks = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "import");
        thread.setDaemon(true);
        return thread;
    });

    public Imports(Database database, List<TargetLayer> layers) {
        this.database = database;
        layers.forEach(layer -> this.layers.put(layer.id(), layer));
    }

    public List<TargetLayer> layers() {
        return List.copyOf(layers.values());
    }

    /** Begins anew what was being checked when the process ended. */
    public void takeUp() {
        database.read(store::listUnchecked).forEach(this::checkLater);
    }

    /** Keeps a file; it is checked with {@link #check} or {@link #checkLater}. */
    public ImportRecord receive(Path file, String name, String layer, Actor actor) {
        String checksum = checksum(file);
        return database.change(actor, tx -> {
            long id = store.insertImport(tx, Normalizer.normalize(name, Normalizer.Form.NFC), checksum, layer, actor.name());
            store.insertFile(tx, id, file);
            return store.findImport(tx, id, false).orElseThrow();
        });
    }

    private static String checksum(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks an import in the background. */
    public void checkLater(long id) {
        checks.submit(() -> {
            try {
                check(id);
            } catch (RuntimeException | Error bug) {
                LOG.error("import {}", id, bug);
            }
        });
    }

    /** Checks an import until it is checked, or failed. */
    public void check(long id) {
        String layer = database.read(tx -> get(tx, id, false)).layer();
        try {
            Checker.check(database, layers.get(layer), id);
        } catch (RuntimeException | Error bug) {
            database.write(Actor.LOADER, tx -> fail(tx, get(tx, id, true)));
            throw bug;
        }
    }

    /** Says that the check itself failed, so that nobody waits for it. */
    private void fail(Tx tx, ImportRecord one) {
        if (one.state().equals("uploaded")) {
            Issues issues = new Issues();
            issues.report("check-stopped", Issue.Where.ofFile(one.fileName()));
            staging.delete(tx, one.id());
            staging.insertIssues(tx, one.id(), issues.found());
            store.updateChecked(tx, one.id(), "failed", 1, 0);
        }
    }

    /** What is known of an import. */
    public ImportRecord get(Tx tx, long id, boolean toChange) {
        return store.findImport(tx, id, toChange).orElseThrow(() -> Problem.notFound("There is no import " + id + ". GET /api/imports lists them."));
    }

    /** What is wrong with its file, the worst first. */
    public List<Issue> issues(Tx tx, long id) {
        return staging.listFound(tx, id);
    }

    /** Takes other choices; the import has to be checked again. */
    public void choose(long id, ImportChoices choices, Actor actor) {
        database.write(actor, tx -> {
            ImportRecord one = get(tx, id, true);
            if (List.of("applied", "rejected", "undone").contains(one.state())) {
                one.refuseUnless("checked", "checked again");
            }
            TargetLayer layer = layers.get(one.layer());
            refuseUnknown(choices, layer.decisions());
            List<String> fields = layer.fields(tx).stream().map(Field::name).toList();
            refuseUnknown(choices.constants(), fields, List.of());
            if (choices.mapping() != null) {
                refuseUnknown(choices.mapping(), fields, fieldsOf(one, choices));
            }
            store.updateChoices(tx, id, choices);
        });
    }

    /** What a layer knows nothing of is refused, not passed over. */
    private static void refuseUnknown(ImportChoices choices, List<String> known) {
        List<Fault> faults = new ArrayList<>();
        if (choices.closeFrom() != null && !known.contains("closeFrom")) {
            faults.add(new Fault("closeFrom", "What is in this layer does not end because a file lacks it.", "Leave the day out."));
        }
        if (choices.cleanM() != null && !known.contains("cleanM")) {
            faults.add(new Fault("cleanM", "This layer has no areas that must fit each other.", "Leave the width out."));
        }
        if (!faults.isEmpty()) {
            throw Problem.ofFaults(faults);
        }
    }

    /** The fields of the file; none as long as it is not known which the choices would find there. */
    private static List<String> fieldsOf(ImportRecord one, ImportChoices choices) {
        ImportChoices before = one.choices();
        boolean known = one.found() != null && Objects.equals(before.layer(), choices.layer()) && Objects.equals(before.encoding(), choices.encoding());
        return known ? one.fileFields() : List.of();
    }

    private static void refuseUnknown(Map<String, String> mapping, List<String> known, List<String> sources) {
        List<Fault> faults = new ArrayList<>();
        mapping.forEach((field, source) -> {
            if (!known.contains(field)) {
                faults.add(new Fault("mapping", "The layer has no field “" + field + "”.", "It has " + String.join(", ", known) + "."));
            }
            if (!sources.isEmpty() && !sources.contains(source)) {
                faults.add(new Fault("mapping", "The file has no field “" + source + "”.", "It has " + String.join(", ", sources) + "."));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.ofFaults(faults);
        }
    }

    /** Stores a checked import in its layer, all or nothing. */
    public void apply(Tx tx, long id, Actor actor) {
        staging.lock(tx);
        ImportRecord one = get(tx, id, true);
        one.refuseUnless("checked", "applied");
        TargetLayer layer = layers.get(one.layer());
        ImportRecord.Counts counts = one.counts();
        if (one.errors() > 0) {
            throw Problem.of(Problem.Kind.CONFLICT, "Import " + id + " has " + one.errors() + " errors: mend the file or choose otherwise. Nothing was stored.");
        }
        if (counts.added() + counts.changed() + counts.unchanged() == 0) {
            throw Problem.of(Problem.Kind.CONFLICT, "Import " + id + " has no feature that could be stored.");
        }
        if (!one.version().equals(tx.versions(List.of(layer.register())).get(layer.register()))) {
            throw Problem.of(Problem.Kind.CONFLICT, "What is stored has changed since import " + id + " was compared with it: have it checked again.");
        }
        store.insertDataSet(tx, one);
        layer.apply(tx, staged(one), one.dataSet());
        store.updateDecided(tx, id, "applied", actor.name());
        if (one.choices().constants().isEmpty()) {   // what was left out for a constant may be in the next such file
            store.upsertMapping(tx, one.layer(), one.fileFields().stream().sorted().toList(), mapping(one));
        }
    }

    private static Map<String, String> mapping(ImportRecord one) {
        Map<String, String> mapping = new LinkedHashMap<>();
        one.found().path("mapping").properties().forEach(entry -> mapping.put(entry.getKey(), entry.getValue().asText()));
        return mapping;
    }

    private static TargetLayer.Staged staged(ImportRecord one) {
        return new TargetLayer.Staged(one.id(), one.fileName(), one.choices(), one.choices().filled(mapping(one)));
    }

    /** Lets an import go; nothing of it was stored. */
    public void reject(Tx tx, long id, Actor actor) {
        ImportRecord one = get(tx, id, true);
        if (!one.state().equals("uploaded") && !one.state().equals("failed")) {
            one.refuseUnless("checked", "rejected");
        }
        store.updateDecided(tx, id, "rejected", actor.name());
        staging.delete(tx, id);
    }

    /** Brings back what the last import applied to a layer found. */
    public void undo(Tx tx, long id, Actor actor) {
        staging.lock(tx);
        ImportRecord one = get(tx, id, true);
        one.refuseUnless("applied", "undone");
        long last = store.findLastApplied(tx, one.layer()).orElseThrow();
        if (last != id) {
            throw Problem.of(Problem.Kind.CONFLICT, "Import " + last + " was applied to the same layer later: undo that one first.");
        }
        layers.get(one.layer()).undo(tx, staged(one));
        store.deleteDataSet(tx, one.dataSet());
        store.updateUndone(tx, id, actor.name());
    }

    @Override
    public void close() {
        checks.shutdownNow();
    }
}

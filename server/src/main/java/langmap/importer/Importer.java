package langmap.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.problem.Problem;

/** Loads folders of data sets: everything in one transaction, or nothing with all that is wrong. */
public final class Importer {
    private final Database database;
    private final Map<String, RegisterImport> registers;
    private final DataSetStore store = new DataSetStore();

    public Importer(Database database, List<RegisterImport> registers) {
        this.database = database;
        this.registers = registers.stream().collect(Collectors.toMap(RegisterImport::kind, Function.identity()));
    }

    /**
     * What was loaded.
     *
     * @param dataSet the data set
     * @param rows    rows stored
     * @param millis  how long it took, in milliseconds
     */
    public record Loaded(DataSet dataSet, int rows, long millis) {
    }

    public boolean databaseIsEmpty() {
        return database.read(store::isEmpty);
    }

    /**
     * Loads the data sets a folder declares in {@code data-sets.yaml}.
     *
     * @param withSample false leaves out the illustrative ones
     * @param progress   told after each data set
     * @throws Problem with every issue found, and nothing is stored
     */
    public List<Loaded> load(Path root, boolean withSample, Consumer<Loaded> progress) {
        SourceFolder folder = new SourceFolder(root);
        List<Loaded> loaded = new ArrayList<>();
        database.write(Actor.LOADER, tx -> {
            Issues issues = new Issues();
            List<DataSet> sets = DataSet.parseCatalogue(folder, issues);
            issues.refuseIfAny();
            for (DataSet set : sets) {
                if (withSample || !set.illustrative()) {
                    long start = System.nanoTime();
                    store.insertDataSet(tx, set);
                    int rows = register(set.kind()).load(set, folder, issues, tx);
                    issues.refuseIfAny();
                    Loaded done = new Loaded(set, rows, (System.nanoTime() - start) / 1_000_000);
                    loaded.add(done);
                    progress.accept(done);
                }
            }
        });
        return loaded;
    }

    /** Takes every illustrative data set out, the last loaded first; returns their names. */
    public List<String> removeSample() {
        List<String> removed = new ArrayList<>();
        database.write(Actor.LOADER, tx -> {
            for (DataSetStore.Stored stored : store.listIllustrative(tx)) {
                register(stored.kind()).remove(stored.id(), tx);
                store.deleteDataSet(tx, stored.id());
                removed.add(stored.id());
            }
        });
        return removed;
    }

    private RegisterImport register(String kind) {
        RegisterImport register = registers.get(kind);
        if (register == null) {
            throw Problem.ofFault("kind", "There is no register for data of kind '" + kind + "'.",
                "Known are " + String.join(", ", registers.keySet().stream().sorted().toList()) + ".");
        }
        return register;
    }
}

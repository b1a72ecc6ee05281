package langmap.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import langmap.db.Actor;
import langmap.db.Database;
import langmap.db.Tx;
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

    public boolean databaseIsEmpty() {
        return database.read(store::isEmpty);
    }

    /**
     * Loads the data sets a folder declares in {@code data-sets.yaml}. One that was loaded before under the same id takes the place of
     * the older one; the older ones go first, the last first, so that what rests on each other can be replaced together.
     *
     * @param withSample false leaves out the illustrative ones
     * @param progress   told about each data set
     * @return rows stored in all
     * @throws Problem with every issue found, and nothing is stored
     */
    public int load(Path root, boolean withSample, Progress progress) {
        SourceFolder folder = new SourceFolder(root);
        AtomicInteger rows = new AtomicInteger();
        database.write(Actor.LOADER, tx -> {
            Issues issues = new Issues();
            List<DataSet> sets = DataSet.parseCatalogue(folder, issues);
            issues.refuseIfAny();
            List<DataSet> wanted = sets.stream().filter(set -> withSample || !set.illustrative()).toList();
            for (int i = wanted.size() - 1; i >= 0; i--) {
                String id = wanted.get(i).id();
                store.findKind(tx, id).ifPresent(kind -> remove(id, kind, tx));
            }
            for (DataSet set : wanted) {
                SourceFolder files = new SourceFolder(root);
                rows.addAndGet(progress.step(set.texts().get("title_en"), () -> load(set, files, issues, tx), files.share()::percent));
            }
            store.analyze(tx);
        });
        return rows.get();
    }

    private int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        store.insertDataSet(tx, set);
        int rows = register(set.kind()).load(set, folder, issues, tx);
        issues.refuseIfAny();
        return rows;
    }

    /** Takes every illustrative data set out, the last loaded first; returns their names. */
    public List<String> removeSample() {
        List<String> removed = new ArrayList<>();
        database.write(Actor.LOADER, tx -> {
            for (DataSetStore.Stored stored : store.listIllustrative(tx)) {
                remove(stored.id(), stored.kind(), tx);
                removed.add(stored.id());
            }
        });
        return removed;
    }

    private void remove(String id, String kind, Tx tx) {
        register(kind).remove(id, tx);
        store.deleteDataSet(tx, id);
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

package langmap.importer.staging;

import java.util.List;
import langmap.db.Tx;
import langmap.importer.Issues;

/** A layer that map files can fill. The staging rows of an import are in {@code import_feature}; what it does is plain SQL over them. */
public interface TargetLayer {
    /** Its name in addresses and on the command line. */
    String id();

    String vi();

    String en();

    Shape shape();

    /** Register whose version rises when it changes. */
    String register();

    /** What a person can decide besides how the file is read: {@code closeFrom}, {@code cleanM}. */
    default List<String> decisions() {
        return List.of("closeFrom");
    }

    /** Its fields; the field {@code code} is what features are compared by. */
    List<Field> fields(Tx tx);

    /** Compares all staging rows with what is stored: gives each its state, adds those that are missing, and reports what is wrong with them as a set. */
    void compare(Tx tx, Staged staged, Issues issues);

    /** Stores the staging rows under a data set and keeps what is needed to undo that. */
    void apply(Tx tx, Staged staged, String dataSet);

    /** Brings back what an applied import found. */
    void undo(Tx tx, Staged staged);

    /**
     * An import whose features are staged.
     *
     * @param id      its number
     * @param file    name of the file
     * @param choices what a person decided
     * @param mapped  fields of the layer that the file holds
     */
    record Staged(long id, String file, ImportChoices choices, List<String> mapped) {
        public Staged {
            mapped = List.copyOf(mapped);
        }
    }
}

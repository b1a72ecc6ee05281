package langmap.importer;

import langmap.db.Tx;

/** How one kind of data set gets into its register. One implementation a register. */
public interface RegisterImport {
    /** The kind of data set it takes. */
    String kind();

    /**
     * Reads, checks and stores a data set inside a transaction that the importer ends. Everything wrong goes to
     * {@code issues}; if there are any, nothing of the import is kept.
     *
     * @return how many rows were stored
     */
    int load(DataSet set, SourceFolder folder, Issues issues, Tx tx);

    /** Takes the rows of a data set out again. */
    void remove(String dataSetId, Tx tx);
}

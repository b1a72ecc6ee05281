package langmap.importer;

/** What an issue means for an import. */
public enum Severity {
    /** Worth knowing; nothing has to be done. */
    NOTE,
    /** Probably wrong; a person should look before applying. */
    WARNING,
    /** Nothing is applied while it stands. */
    ERROR
}

package langmap.network.edit;

import java.util.List;
import langmap.db.Tx;

/** Reads the words that classes, surfaces and works are chosen from. */
final class WordStore {
    /** A word with its labels. */
    record Word(String kind, String code, Label label) {
    }

    /** A surface, and whether it counts as hardened. */
    record Surface(String kind, String code, Label label, boolean hardened) {
    }

    /** A kind of work: what it can be done to, anything if null, and whether it gives its stretch another surface. */
    record WorkKind(String code, Label label, String sectionKind, boolean improves) {
    }

    /** What people call it. */
    record Label(String vi, String en) {
    }

    List<Word> listClasses(Tx tx) {
        return tx.handle().createQuery("select kind, code, label_vi, label_en from network_class order by kind, ordinal")
            .map((row, context) -> new Word(row.getString("kind"), row.getString("code"), new Label(row.getString("label_vi"), row.getString("label_en"))))
            .list();
    }

    List<Surface> listSurfaces(Tx tx) {
        return tx.handle().createQuery("select kind, code, label_vi, label_en, hardened from network_surface order by kind, ordinal")
            .map((row, context) -> new Surface(row.getString("kind"), row.getString("code"), new Label(row.getString("label_vi"), row.getString("label_en")),
                row.getBoolean("hardened")))
            .list();
    }

    List<WorkKind> listWorkKinds(Tx tx) {
        return tx.handle().createQuery("select code, label_vi, label_en, section_kind, improves from work_kind order by ordinal")
            .map((row, context) -> new WorkKind(row.getString("code"), new Label(row.getString("label_vi"), row.getString("label_en")),
                row.getString("section_kind"), row.getBoolean("improves")))
            .list();
    }
}

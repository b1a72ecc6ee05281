package langmap.network.incoming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import langmap.db.Tx;

/** Words that fields of the network may hold, each with its labels and what else files say. */
final class ChoiceStore {
    Map<String, List<String>> listClasses(Tx tx, String kind) {
        return words(tx, "select code, array[label_vi, label_en] || synonyms from network_class where kind = :kind order by ordinal", kind);
    }

    /** Of all kinds without one; a word that several kinds have stands there once, with all its labels. */
    Map<String, List<String>> listSurfaces(Tx tx, String kind) {
        return words(tx, "select code, array[label_vi, label_en] || synonyms from network_surface where kind = coalesce(:kind, kind) order by ordinal", kind);
    }

    Map<String, List<String>> listWorkKinds(Tx tx) {
        return words(tx, "select code, array[label_vi, label_en] || synonyms from work_kind order by ordinal", null);
    }

    private static Map<String, List<String>> words(Tx tx, String sql, String kind) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        tx.handle().createQuery(sql).bind("kind", kind)
            .map((row, context) -> words.merge(row.getString(1), List.of((String[]) row.getArray(2).getArray()),
                (known, more) -> Stream.concat(known.stream(), more.stream()).toList())).list();
        return words;
    }
}

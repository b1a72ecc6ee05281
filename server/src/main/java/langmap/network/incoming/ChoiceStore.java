package langmap.network.incoming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;

/** Words that fields of the network may hold, each with its labels. */
final class ChoiceStore {
    Map<String, List<String>> listClasses(Tx tx, String kind) {
        return words(tx, "select code, label_vi, label_en from network_class where kind = :kind order by ordinal", kind);
    }

    Map<String, List<String>> listSurfaces(Tx tx, String kind) {
        return words(tx, "select code, label_vi, label_en from network_surface where kind = :kind order by ordinal", kind);
    }

    private static Map<String, List<String>> words(Tx tx, String sql, String kind) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        tx.handle().createQuery(sql).bind("kind", kind)
            .map((row, context) -> words.put(row.getString(1), List.of(row.getString(2), row.getString(3)))).list();
        return words;
    }
}

package langmap.criterion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;

/** Loads the states a criterion can be in, and the versioned sets of criteria with their names. */
public final class CriteriaSetImport implements RegisterImport {
    private final CriteriaSetStore store = new CriteriaSetStore();

    /** A state. */
    public record StatusRow(String code, String vi, String en, int ordinal) {
    }

    /** A set and the days whose assessments it takes; the last day is exclusive, null if open. */
    public record SetRow(String id, String level, String decision, LocalDate issuedOn, LocalDate assessedFrom,
                  LocalDate assessedTo, String note) {
        boolean meets(SetRow other) {
            return (assessedTo == null || other.assessedFrom == null || other.assessedFrom.isBefore(assessedTo))
                && (other.assessedTo == null || assessedFrom == null || assessedFrom.isBefore(other.assessedTo));
        }
    }

    /** A criterion of a set. */
    public record CriterionRow(String setId, Integer number, String vi, String en, String theme) {
    }

    @Override
    public String kind() {
        return "criteria-sets";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        Node top = Node.ofYaml(folder, set.files().get(0), issues);
        List<StatusRow> statuses = new ArrayList<>();
        for (Node node : top.items("statuses")) {
            statuses.add(new StatusRow(node.text("code"), node.text("vi"), node.text("en"), statuses.size()));
        }
        List<SetRow> sets = new ArrayList<>();
        Set<List<?>> keys = new HashSet<>();
        top.items("statuses").forEach(node -> checkOnce(node, "code", List.of("status", node.tree().path("code").asText()), keys));
        List<CriterionRow> criteria = new ArrayList<>();
        for (Node node : top.items("sets")) {
            sets.add(new SetRow(node.text("id"), node.text("level"), node.optionalText("decision"),
                node.optionalDate("issuedOn"), node.optionalDate("assessedFrom"), node.optionalDate("assessedTo"),
                node.optionalText("note")));
            checkOnce(node, "id", List.of("set", node.tree().path("id").asText()), keys);
            check(node, sets);
            for (Node item : node.items("criteria")) {
                criteria.add(new CriterionRow(node.text("id"), item.integer("number"), item.text("vi"), item.text("en"),
                    item.text("theme")));
                checkOnce(item, "number", List.of(sets.size(), item.tree().path("number").asInt()), keys);
            }
        }
        if (!issues.isEmpty()) {
            return 0;
        }
        store.insertStatuses(tx, statuses);
        store.insertSets(tx, set.id(), sets);
        store.insertCriteria(tx, criteria);
        tx.touch("assessment");
        return statuses.size() + sets.size() + criteria.size();
    }

    private static void checkOnce(Node node, String key, List<?> value, Set<List<?>> keys) {
        if (!keys.add(value)) {
            node.fault(key, "'" + value.get(1) + "' stands twice.", "Keep one.");
        }
    }

    /** The last set lasts some time, and no other of its level takes the same days. */
    private static void check(Node node, List<SetRow> sets) {
        SetRow last = sets.get(sets.size() - 1);
        if (last.assessedFrom() != null && last.assessedTo() != null && !last.assessedFrom().isBefore(last.assessedTo())) {
            node.fault("assessedTo", last.assessedTo() + " is not after " + last.assessedFrom() + ".", "Give the first day it takes no more.");
        }
        sets.stream().filter(one -> one != last && one.level() != null && one.level().equals(last.level()) && one.meets(last)).forEach(one ->
            node.fault("assessedFrom", "The set '" + one.id() + "' takes the same days.", "Let one end where the other begins."));
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.deleteSets(tx, dataSetId);
        tx.touch("assessment");
    }
}

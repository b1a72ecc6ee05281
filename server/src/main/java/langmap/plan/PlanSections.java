package langmap.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import langmap.importer.DataSet;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.importer.SourceFolder;
import langmap.plan.PlanImport.SubjectRow;

/** The files of a plan as one: its sections by name, the ids in them, and which doubt is about what. */
final class PlanSections {
    private final Issues issues;
    private final Node nothing;
    private final Map<String, Node> files = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private final List<Mention> mentions = new ArrayList<>();

    /** A link as it stands in a file; the subject is null where what is doubted has no id. */
    private record Mention(Node node, String field, SubjectRow link) {
    }

    PlanSections(DataSet set, SourceFolder folder, Issues issues) {
        this.issues = issues;
        this.nothing = new Node(set.files().get(0), "", MissingNode.getInstance(), issues);
        for (String file : set.files()) {
            Node top = Node.ofYaml(folder, file, issues);
            if (!top.tree().isObject()) {
                issues.add(new Issue(file, "top", "-", "The file has no sections.", "Put everything under named sections."));
            }
            top.tree().fieldNames().forEachRemaining(name -> {
                if (files.putIfAbsent(name, top) != null) {
                    issues.add(new Issue(file, "top", name, "The section stands in two files.", "Keep one."));
                }
            });
            walk(top, null);
        }
    }

    /** A section; one that is not there holds nothing. */
    Node section(String name) {
        return files.getOrDefault(name, nothing).at(name);
    }

    /** The items of a section that is a list; none if there is no such section. */
    List<Node> items(String name) {
        return files.getOrDefault(name, nothing).items(name);
    }

    /** Every section as it stands in the files. */
    Map<String, JsonNode> trees() {
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        files.forEach((name, top) -> trees.put(name, top.tree().path(name)));
        return trees;
    }

    /** Which doubt is about what, said at the doubt or at its subject; a mention of something the plan does not hold is an issue. */
    Set<SubjectRow> links() {
        Set<String> doubts = new LinkedHashSet<>();
        items("discrepancies").forEach(node -> doubts.add(node.tree().path("id").asText()));
        Set<SubjectRow> links = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            SubjectRow link = mention.link();
            if (!doubts.contains(link.discrepancy())) {
                refuse(mention, link.discrepancy(), "Use the id of a doubt listed in discrepancies.");
            } else if (link.subject() != null && !ids.containsKey(link.subject()) && !codes.contains(link.subject())) {
                refuse(mention, link.subject(), "Use an id that stands somewhere in the plan.");
            } else if (link.subject() != null) {
                links.add(link);
            }
        }
        return links;
    }

    private void refuse(Mention mention, String id, String remedy) {
        issues.add(new Issue(mention.node().file(), mention.node().path(), mention.field(), "The plan has no '" + id + "'.", remedy));
    }

    private void walk(Node node, String around) {
        JsonNode tree = node.tree();
        String own = tree.path("id").isTextual() ? tree.path("id").asText() : around;
        if (tree.path("id").isTextual() && ids.putIfAbsent(own, node.path()) != null) {
            issues.add(new Issue(node.file(), node.path(), "id", "'" + own + "' already stands at " + ids.get(own) + ".", "Give every thing an id of its own."));
        }
        if (tree.path("code").isTextual()) {
            codes.add(tree.path("code").asText());
        }
        if (tree.path("discrepancy").isTextual()) {
            mentions.add(new Mention(node, "discrepancy", new SubjectRow(tree.path("discrepancy").asText(), own)));
        }
        for (String subject : node.texts("touches")) {
            mentions.add(new Mention(node, "touches", new SubjectRow(own, subject)));
        }
        tree.fieldNames().forEachRemaining(name -> {
            if (tree.path(name).isObject()) {
                walk(node.at(name), own);
            }
            if (tree.path(name).isArray()) {
                node.items(name).forEach(item -> walk(item, own));
            }
        });
    }
}

package langmap.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.plan.Target.Binding;
import langmap.plan.Target.Figures;

/** Reads the targets of a plan: general goals, communes by criterion, and indicators, which the files each write in their own way. */
final class TargetReader {
    private static final List<String> NATURES = List.of("flow", "stock", "change", "rate", "mean");

    private final Map<String, Node> sections;
    private final Issues issues;
    private final Map<String, Binding> bindings = new HashMap<>();

    TargetReader(Map<String, Node> sections, Issues issues) {
        this.sections = sections;
        this.issues = issues;
    }

    List<Target> targets() {
        for (Node node : PlanImport.items(sections, "bindings")) {
            bindings.put(node.text("target"), new Binding(node.text("measure"), node.optionalText("group"), node.optionalText("each")));
        }
        List<Target> targets = new ArrayList<>();
        PlanImport.items(sections, "general_goals").forEach(goal -> targets.add(figured(goal, "goal", goal.optionalText("parent"))));
        for (Node criterion : PlanImport.items(sections, "criteria")) {
            targets.add(criterion(criterion));
            criterion.items("indicators").forEach(indicator -> targets.add(figured(indicator, "indicator", criterion.text("id"))));
        }
        bindings.keySet().stream().filter(id -> targets.stream().noneMatch(target -> target.id().equals(id))).sorted().forEach(id ->
            issues.add(new Issue("bindings", "target", id, "The plan has no such target.", "Use the id of a goal, criterion or indicator.")));
        return targets;
    }

    private Target figured(Node node, String kind, String parent) {
        boolean band = node.has("value_low");
        Node baseline = node.at("baseline");
        String id = node.text("id");
        Figures figures = new Figures(node.optionalNumber(band ? "value_low" : "value"), node.optionalNumber("value_high"), node.optionalInteger("of"),
            null, node.optionalNumber("percent_printed"), baseline.has("value") ? baseline.optionalNumber("value")
            : baseline.optionalNumber("derived_estimate"), baseline.flag("derived"));
        return new Target(id, kind, parent, node.text("vi"), node.text("en"), node.optionalText("unit"), node.optionalText("scope"),
            comparator(node), node.flag("approx"), node.has("nature") ? node.choice("nature", NATURES) : "stock", figures,
            node.optionalText("measure_from"), node.text("ref"), node.optionalText("note"), binding(id), node.optionalText("discrepancy"));
    }

    private Target criterion(Node node) {
        Node communes = node.at("communes");
        String id = node.text("id");
        BigDecimal baseline = communes.optionalNumber("baseline_derived");
        Figures figures = new Figures(communes.optionalNumber("target"), null, communes.optionalInteger("of"), communes.optionalInteger("increment"),
            communes.optionalNumber("percent_printed"), baseline, baseline != null);
        return new Target(id, "criterion", null, node.text("vi_document"), node.text("en"), "commune", "province", comparator(communes), false, "stock",
            figures, "derived", "I.2/c" + node.integer("number"), communes.optionalText("note"), binding(id), communes.optionalText("discrepancy"));
    }

    private static Comparator comparator(Node node) {
        String code = node.has("comparator") ? node.choice("comparator", Comparator.codes()) : Comparator.AT_LEAST.code;
        return code == null ? Comparator.AT_LEAST : Comparator.ofCode(code);
    }

    private Binding binding(String id) {
        return bindings.getOrDefault(id, new Binding(null, null, null));
    }
}

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
    private static final Binding UNBOUND = new Binding(null, null, null);

    private final PlanSections sections;
    private final Issues issues;
    private final List<String> measures;
    private final List<String> groups;
    private final Map<String, Binding> bindings = new HashMap<>();

    /** {@code measures} and {@code groups} are those that targets can be bound to; null if measures are not known, as without a year. */
    TargetReader(PlanSections sections, Issues issues, List<String> measures, List<String> groups) {
        this.sections = sections;
        this.issues = issues;
        this.measures = measures;
        this.groups = groups;
    }

    List<Target> targets() {
        sections.items("bindings").forEach(this::bind);
        List<Target> targets = new ArrayList<>();
        sections.items("general_goals").forEach(goal -> targets.add(figured(goal, "goal", goal.optionalText("parent"))));
        for (Node criterion : sections.items("criteria")) {
            targets.add(criterion(criterion));
            String parent = targets.get(targets.size() - 1).id();
            criterion.items("indicators").forEach(indicator -> targets.add(figured(indicator, "indicator", parent)));
        }
        List<String> ids = targets.stream().map(Target::id).toList();
        String remedy = "Use the id of a goal, criterion or indicator.";
        sections.items("bindings").stream().filter(node -> !ids.contains(node.tree().path("target").asText())).forEach(node ->
            fault(node, "target", "The plan has no target '" + node.tree().path("target").asText() + "'.", remedy));
        sections.items("general_goals").stream().filter(node -> node.has("parent") && !ids.contains(node.tree().path("parent").asText())).forEach(node ->
            fault(node, "parent", "The plan has no target '" + node.tree().path("parent").asText() + "'.", remedy));
        return targets;
    }

    private void bind(Node node) {
        Binding binding = new Binding(measures == null ? node.text("measure") : node.choice("measure", measures), node.has("group") ? node.choice("group", groups) : null,
            node.has("each") ? node.choice("each", List.of("district")) : null);
        if (bindings.put(node.text("target"), binding) != null) {
            fault(node, "target", "The target is bound twice.", "Keep one.");
        }
    }

    private Target figured(Node node, String kind, String parent) {
        boolean band = node.has("value_low");
        Node baseline = node.at("baseline");
        String id = node.text("id");
        Figures figures = new Figures(node.optionalNumber(band ? "value_low" : "value"), node.optionalNumber("value_high"), node.optionalInteger("of"),
            null, node.optionalNumber("percent_printed"), baseline.has("value") ? baseline.optionalNumber("value")
            : baseline.optionalNumber("derived_estimate"), baseline.flag("derived"));
        check(node, figures, node.has(band ? "value_low" : "value"));
        return new Target(id, kind, parent, node.text("vi"), node.text("en"), node.optionalText("unit"), node.optionalText("scope"),
            comparator(node), node.flag("approx"), nature(node), figures, node.optionalText("measure_from"), node.text("ref"),
            node.optionalText("note"), bindings.getOrDefault(id, UNBOUND));
    }

    private Target criterion(Node node) {
        Node communes = node.at("communes");
        String id = node.text("id");
        BigDecimal baseline = communes.optionalNumber("baseline_derived");
        Figures figures = new Figures(communes.optionalNumber("target"), null, communes.optionalInteger("of"), communes.optionalInteger("increment"),
            communes.optionalNumber("percent_printed"), baseline, baseline != null);
        check(communes, figures, communes.has("target"));
        return new Target(id, "criterion", null, node.text("vi_document"), node.text("en"), "commune", "province", comparator(communes), false,
            Nature.STOCK, figures, "derived", communes.text("ref"), communes.optionalText("note"), bindings.getOrDefault(id, UNBOUND));
    }

    /** What cannot be right, whatever the plan means; {@code given} if it sets a threshold, which may not be readable. */
    private void check(Node node, Figures figures, boolean given) {
        if (figures.high() != null && (figures.low() == null || figures.high().compareTo(figures.low()) < 0)) {
            fault(node, "value_high", "The band does not rise from low to high.", "Give value_low and a value_high that is not below it.");
        }
        if (figures.of() != null && figures.of() <= 0) {
            fault(node, "of", "There is no whole of " + figures.of() + ".", "Give a number over 0.");
        } else if (given == (figures.low() != null) && node.has("of") == (figures.of() != null)) {
            PlanImport.checkPercent(node, figures.percent(figures.low()), issues);
        }
        if (figures.increment() != null && figures.baseline() != null && figures.low() != null
            && figures.baseline().add(BigDecimal.valueOf(figures.increment())).compareTo(figures.low()) != 0) {
            fault(node, "baseline_derived", figures.baseline() + " and " + figures.increment() + " do not make " + figures.low() + ".",
                "Baseline and increment must add up to the target.");
        }
    }

    private static Comparator comparator(Node node) {
        String code = node.has("comparator") ? node.choice("comparator", Comparator.codes()) : null;
        return code == null ? Comparator.AT_LEAST : Comparator.ofCode(code);
    }

    private static Nature nature(Node node) {
        String code = node.choice("nature", Nature.codes());
        return code == null ? Nature.STOCK : Nature.ofCode(code);
    }

    private void fault(Node node, String field, String detail, String remedy) {
        issues.add(new Issue(node.file(), node.path(), field, detail, remedy));
    }
}

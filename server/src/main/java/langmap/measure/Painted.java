package langmap.measure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.style.Legend;
import langmap.style.LegendClass;

/**
 * The answer to a question about a measure: values, their summary, and the classes they are painted by.
 *
 * @param asked        what was asked
 * @param lang         language of the texts in the legend
 * @param values       values by unit
 * @param summary      all communes asked about in one line
 * @param legend       classes with counts
 * @param illustrative true if the figures rest on illustrative data
 */
public record Painted(Asked asked, String lang, List<Value> values, Summary summary, Legend legend, boolean illustrative) {
    public Painted {
        values = List.copyOf(values);
    }

    static Legend.Item item(Value value) {
        return new Legend.Item(value.value(), value.status());
    }

    public LegendClass classOf(Value value) {
        return legend.classes().get(legend.indexOf(item(value)));
    }

    public String title() {
        return asked.measure().label().in(lang);
    }

    /** The legend as it stands beside a map. */
    Map<String, Object> toLegend() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title());
        body.put("unit", asked.measure().unit().in(lang));
        body.put("asOf", asked.asOf());
        body.put("method", legend.method());
        body.put("illustrative", illustrative);
        body.put("classes", legend.classes());
        return body;
    }

    /** What was asked, with every default written out. */
    Map<String, Object> toHead() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("measure", asked.measure().id());
        head.put("level", asked.level());
        head.put("group", asked.group());
        LocalDate asOf = asked.asOf();
        head.put("asOf", asOf);
        head.put("series", asked.series());
        head.put("illustrative", illustrative);
        return head;
    }

    Map<String, Object> toBody() {
        Map<String, Object> body = toHead();
        body.put("values", values.stream().map(this::toRow).toList());
        body.put("summary", summary);
        body.put("legend", toLegend());
        return body;
    }

    private Map<String, Object> toRow(Value value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unit", value.unit());
        row.put("value", value.value());
        row.put("numerator", value.numerator());
        row.put("denominator", value.denominator());
        row.put("missing", value.missing());
        row.put("status", value.status());
        row.put("class", legend.indexOf(item(value)));
        return row;
    }
}

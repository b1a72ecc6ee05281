package langmap.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.layer.Ask;
import langmap.layer.CalendarStore;
import langmap.problem.Problem;
import langmap.style.Classification;
import langmap.style.Legend;

/** Turns a request into the answer about a measure. */
public final class Question {
    static final Param<String> MEASURE = Params.pathWord("measure", "Id of a measure, as listed at /api/measures.", Pattern.compile("[a-z0-9-]{1,60}"));
    static final Param<String> METHOD = Params.choice("method",
        "How numbers are put in classes; fixed classes if the measure has them, else pretty. Ignored by measures that are states.", methods());
    static final Param<Integer> CLASSES = Params.integer("classes", "How many classes at most, for methods that look for them; 5 if not given.",
        Classification.FEWEST, Classification.MOST);
    static final Param<List<Double>> BREAKS = Params.numbers("breaks", "Breaks for the method manual, rising: each class from one (included) to the next "
        + "(excluded), the last one closed.", Classification.FEWEST + 1, Classification.MOST + 1);
    static final Param<?>[] ALL = {MEASURE, Ask.LEVEL, Ask.GROUP, Ask.AS_OF, Ask.SERIES, METHOD, CLASSES, BREAKS, Ask.LANG};
    private static final int USUAL_CLASSES = 5;

    private final MeasureStore measures = new MeasureStore();
    private final CalendarStore calendar = new CalendarStore();

    /** How numbers are to be put in classes, as far as it was said. */
    private record Classes(Optional<String> method, Optional<List<Double>> breaks, Optional<Integer> most) {
        private static final Classes USUAL = new Classes(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> methods() {
        List<String> methods = new ArrayList<>(List.of(Classification.FIXED, Classification.MANUAL));
        methods.addAll(Classification.FOUND);
        return methods;
    }

    /** Methods a measure can be classed by. */
    static List<String> methods(Measure measure) {
        return methods().stream().filter(method -> !measure.breaks().isEmpty() || !method.equals(Classification.FIXED)).toList();
    }

    Asked asked(Request request, Tx tx) {
        var asOf = calendar.day(request, tx);
        Measure measure = measures.getCatalogue(tx, asOf).getMeasure(request.get(MEASURE));
        String group = request.find(Ask.GROUP).orElse(null);
        measures.checkGroup(tx, group);
        return new Asked(measure, request.find(Ask.LEVEL).orElse("commune"), group, asOf, request.find(Ask.SERIES).orElse("actual"));
    }

    Painted answer(Request request, Tx tx) {
        return paint(asked(request, tx), request.find(Ask.LANG).orElse("vi"),
            new Classes(request.find(METHOD), request.find(BREAKS), request.find(CLASSES)), tx);
    }

    /** What was asked about, in the classes it usually has. */
    public Painted paint(Asked asked, String lang, Tx tx) {
        return paint(asked, lang, Classes.USUAL, tx);
    }

    private Painted paint(Asked asked, String lang, Classes wanted, Tx tx) {
        MeasureStore.Measured measured = measures.getMeasured(tx, asked);
        List<Legend.Item> items = measured.values().stream().map(Painted::item).toList();
        Legend legend = legend(wanted, asked, items, lang, tx).counting(items);
        return new Painted(asked, lang, measured.values(), measured.summary(), legend, measures.isIllustrative(tx, asked));
    }

    private Legend legend(Classes wanted, Asked asked, List<Legend.Item> items, String lang, Tx tx) {
        Measure measure = asked.measure();
        boolean each = asked.level().equals("commune");
        if (each && measure.kind() == Measure.Kind.STATUS) {
            Map<String, String> labels = new LinkedHashMap<>();
            measures.listStatuses(tx).forEach((code, label) -> labels.put(code, label.in(lang)));
            return Legend.ofStatuses(labels);
        }
        if (each && measure.kind() == Measure.Kind.FLAG) {
            return Legend.ofFlag(lang).withMissing(items, lang);
        }
        List<Legend.Item> plain = items.stream().map(item -> new Legend.Item(item.value(), null)).toList();
        boolean share = measure.kind() == Measure.Kind.SHARE || measure.kind() == Measure.Kind.STATUS;
        return Legend.ofNumbers(classification(wanted, measure, plain), plain, new Legend.Writing(share, measure.decimals(), lang));
    }

    private static Classification classification(Classes wanted, Measure measure, List<Legend.Item> items) {
        List<Double> values = items.stream().filter(item -> item.value() != null).map(item -> item.value().doubleValue()).toList();
        String method = wanted.method().orElse(wanted.breaks().isPresent() ? Classification.MANUAL
            : measure.breaks().isEmpty() ? "pretty" : Classification.FIXED);
        if (method.equals(Classification.FIXED) && measure.breaks().isEmpty()) {
            throw Problem.ofFault("method", "The measure " + measure.id() + " has no fixed classes.", "Use one of " + String.join(", ", methods(measure)) + ".");
        }
        if (method.equals(Classification.MANUAL)) {
            return Classification.ofBreaks(method, manual(wanted), values);
        }
        return method.equals(Classification.FIXED) ? Classification.ofBreaks(method, measure.breaks(), values)
            : Classification.find(method, values, wanted.most().orElse(USUAL_CLASSES));
    }

    private static List<Double> manual(Classes wanted) {
        List<Double> breaks = wanted.breaks().orElseThrow(() ->
            Problem.ofFault("breaks", "The method manual needs breaks.", "Give them, such as breaks=0,7,10,14,19."));
        for (int i = 1; i < breaks.size(); i++) {
            if (breaks.get(i) <= breaks.get(i - 1)) {
                throw Problem.ofFault("breaks", "The breaks do not rise.", "Give each break once, the smallest first.");
            }
        }
        return breaks;
    }
}

package langmap.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import langmap.network.NetworkStore.ClassLength;

/** Totals of the network as they are sent: kilometres to the millimetre. */
final class NetworkTable {
    private static final Map<String, Object> METHOD = Body.of(
        "vi", "Phần còn lại của kế hoạch được dự báo theo tỷ lệ thực hiện so với kế hoạch đến nay; dải 80 % lấy từ sai số của các dự báo tháng trước.",
        "en", "What is still planned is expected to come at the ratio of reached to planned so far; the 80 % band is from the errors of the guesses of "
            + "earlier months.");

    private NetworkTable() {
    }

    static List<Map<String, Object>> months(int year, List<Double> reached, List<Double> planned) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            boolean known = month < reached.size();
            rows.add(Body.of("month", "%d-%02d".formatted(year, month + 1),
                "accepted", known ? Body.km(reached.get(month) - (month == 0 ? 0 : reached.get(month - 1))) : null,
                "total", known ? Body.km(reached.get(month)) : null, "planned", Body.km(planned.get(month))));
        }
        return rows;
    }

    static Map<String, Object> forecast(Forecast forecast) {
        return forecast == null ? null : Body.of("yearEnd", Body.km(forecast.yearEnd()), "low", Body.km(forecast.low()), "high", Body.km(forecast.high()),
            "method", METHOD, "backtest", Body.of("guesses", forecast.backtests(), "meanErrorKm", Body.km(forecast.meanError())));
    }

    /** All communes together by class; {@code counted} says which classes the flow of the year is made of. */
    static List<Map<String, Object>> classes(List<ClassLength> lengths, List<String> counted) {
        Map<String, List<ClassLength>> byClass = new LinkedHashMap<>();
        lengths.stream().sorted(Comparator.comparingInt(ClassLength::ordinal)).forEach(one -> byClass.computeIfAbsent(one.sort(), sort -> new ArrayList<>()).add(one));
        return byClass.values().stream().map(same -> row(same, counted)).toList();
    }

    private static Map<String, Object> row(List<ClassLength> same, List<String> counted) {
        ClassLength first = same.get(0);
        Map<String, Object> row = Body.of("class", first.sort(), "label", Body.of("vi", first.labelVi(), "en", first.labelEn()),
            "counted", counted.contains(first.sort()));
        row.putAll(sums(same));
        return row;
    }

    /** Totals of the year at the ends of months; {@code running} adds one more of the month that has not ended, up to the day. */
    static Map<String, Object> commune(List<ClassLength> classes, List<String> counted, List<Double> months, boolean running) {
        ClassLength first = classes.get(0);
        List<ClassLength> those = classes.stream().filter(one -> counted.contains(one.sort())).toList();
        Map<String, Object> row = Body.of("unit", first.unit(), "name", first.name(), "district", first.district());
        row.putAll(sums(those));
        row.put("classes", classes.stream().map(one -> {
            Map<String, Object> same = Body.of("class", one.sort());
            same.putAll(sums(List.of(one)));
            return same;
        }).toList());
        List<Object> totals = new ArrayList<>(months.stream().map(Body::km).toList());
        if (running) {
            totals.add(row.get("yearKm"));
        }
        row.put("months", totals);
        return row;
    }

    private static Map<String, Object> sums(List<ClassLength> lengths) {
        return Body.of("totalKm", sum(lengths, ClassLength::total), "hardenedKm", sum(lengths, ClassLength::hardened),
            "pavedKm", sum(lengths, ClassLength::paved), "yearKm", sum(lengths, ClassLength::year));
    }

    private static Object sum(List<ClassLength> lengths, ToDoubleFunction<ClassLength> of) {
        return Body.km(lengths.stream().mapToDouble(of).sum());
    }
}

package langmap.exporter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.measure.Measure.Label;

/**
 * What a file says of itself: where its rows come from, of which day they are, and what is illustrative.
 *
 * @param query        what was asked
 * @param title        what is in it
 * @param sources      title and origin of each data set in it
 * @param illustrative true if anything in it is illustrative
 * @param rows         how many rows it has
 * @param losses       what the format could not hold
 */
record Notes(ExportQuery query, Label title, List<Label> sources, boolean illustrative, int rows, List<Label> losses) {
    private static final Map<Integer, String> SYSTEMS = Map.of(9215, "EPSG:9215, VN-2000 / TM-3 107-15", 3405, "EPSG:3405, VN-2000 / UTM 48N",
        3857, "EPSG:3857, WGS 84 / Pseudo-Mercator", 4326, "EPSG:4326, WGS 84");
    static final Label MARK = new Label("SỐ LIỆU MINH HỌA, không phải số liệu chính thức", "ILLUSTRATIVE DATA, not official figures");

    static String system(int crs) {
        return SYSTEMS.get(crs);
    }

    /** Each thing said, with what it is called, in one language. */
    Map<String, String> lines(String lang) {
        boolean vi = lang.equals("vi");
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(vi ? "Nội dung" : "Content", title.in(lang));
        lines.put(vi ? "Tại ngày" : "As of", query.asOf().toString());
        lines.put(vi ? "Chuỗi số liệu" : "Series", vi ? query.series().equals("actual") ? "Thực tế" : "Kế hoạch" : query.series());
        lines.put(vi ? "Hệ tọa độ" : "Coordinates", system(query.crs()));
        if (!query.filters().isEmpty() || query.bbox().isPresent()) {
            lines.put(vi ? "Lọc theo" : "Filtered by", filters());
        }
        lines.put(vi ? "Minh họa" : "Illustrative", illustrative ? MARK.in(lang) : vi ? "không" : "no");
        lines.put(vi ? "Nguồn" : "Source", source(lang));
        lines.put(vi ? "Số dòng" : "Rows", Integer.toString(rows));
        if (!losses.isEmpty()) {
            lines.put(vi ? "Không giữ được" : "Lost", String.join("; ", losses.stream().map(loss -> loss.in(lang)).toList()));
        }
        return lines;
    }

    String source(String lang) {
        return String.join("; ", sources.stream().map(one -> one.in(lang)).toList());
    }

    private String filters() {
        List<String> parts = new ArrayList<>();
        query.filters().forEach((name, value) -> parts.add(name + "=" + value));
        query.bbox().ifPresent(box -> parts.add("bbox=" + box.west() + "," + box.south() + "," + box.east() + "," + box.north()));
        return String.join(", ", parts);
    }

    /** All of it in one line, Vietnamese first. */
    String text() {
        List<String> parts = new ArrayList<>();
        for (String lang : List.of("vi", "en")) {
            lines(lang).forEach((name, value) -> parts.add(name + ": " + value));
        }
        return String.join(". ", parts);
    }
}

package langmap.docs;

import java.util.ArrayList;
import java.util.List;

/** What the documents need of Markdown: tables, read and written. */
final class Markdown {
    private Markdown() {
    }

    /** A text as it may stand in a cell of a table. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    /** The cells of every line of a text that is a row of a table, heads left out. */
    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean isHead = i + 1 < lines.size() && isRule(lines.get(i + 1));
            if (lines.get(i).startsWith("|") && !isHead && !isRule(lines.get(i))) {
                String[] cells = lines.get(i).substring(1).split("(?<!\\\\)\\|");
                rows.add(List.of(cells).stream().map(String::strip).toList());
            }
        }
        return rows;
    }

    private static boolean isRule(String line) {
        return line.matches("\\|[-:| ]+\\|");
    }
}

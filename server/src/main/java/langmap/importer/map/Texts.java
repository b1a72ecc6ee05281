package langmap.importer.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** The text of one layer while it is read. */
final class Texts {
    private final TextEncoding encoding;
    private final boolean stated;
    private final Issue.Where file;
    private final Issues issues;
    private final Map<String, String> names = new HashMap<>();
    private boolean asked;
    private long foreign;
    private long foreignUtf8;

    /** @param encoding stated by the person or the file; null if nobody did, then it must be UTF-8 */
    Texts(TextEncoding encoding, Issue.Where file, Issues issues) {
        this.stated = encoding != null;
        this.encoding = stated ? encoding : TextEncoding.UTF_8;
        this.file = file;
        this.issues = issues;
    }

    /** A value; null and an issue if it is no text. */
    String value(String raw, Issue.Where where) {
        if (encoding != TextEncoding.DECODED && raw.chars().anyMatch(c -> c >= 0x80 && c <= 0xff)) {
            foreign++;
            foreignUtf8 += TextEncoding.UTF_8.decode(raw).isPresent() ? 1 : 0;
        }
        Optional<String> text = encoding.decode(raw);
        if (text.isEmpty() && stated) {
            issues.report("text-undecodable", where, encoding.name());
        } else if (text.isEmpty() && !asked) {
            asked = true;
            issues.report("encoding-missing", where);
        }
        return text.orElse(null);
    }

    /** A column's name. Those of tables are cut at ten bytes, which can leave half a letter: that one is dropped. */
    String name(String raw) {
        return names.computeIfAbsent(raw, given -> encoding.decode(given)
            .or(() -> encoding.decode(given.substring(0, given.length() - 1)))
            .or(() -> given.length() > 2 ? encoding.decode(given.substring(0, given.length() - 2)) : Optional.empty()).orElse(given));
    }

    /** Text that is UTF-8 throughout hardly ever is anything else. */
    void checkAll() {
        if (stated && !encoding.name().equals(TextEncoding.UTF_8.name()) && foreign > 0 && foreign == foreignUtf8) {
            issues.report("encoding-probably-utf8", file, encoding.name());
        }
    }
}

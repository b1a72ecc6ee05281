package langmap.importer.map;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** The text of one layer while it is read. */
final class Texts {
    /** Bytes that are letters in TCVN3 and signs nearly everywhere else, within a word: no other text has § or ® there. */
    private static final Pattern TCVN3_IN_WORD = Pattern.compile("[A-Za-z][\u00a7-\u00ae\u00b5-\u00b9\u00bb-\u00be]|[\u00a7-\u00ae\u00b5-\u00b9\u00bb-\u00be][A-Za-z]");

    private final TextEncoding encoding;
    private final boolean stated;
    private final Issue.Where file;
    private final Issues issues;
    private final Map<String, String> names = new HashMap<>();
    private boolean asked;
    private long foreign;
    private long foreignUtf8;
    private long foreignTcvn3;

    /**
     * Text of a layer.
     *
     * @param encoding stated by the person or the file; null if nobody did, then it must be UTF-8
     * @param fields   names of fields by what GDAL makes of them, where that is another
     */
    Texts(TextEncoding encoding, Map<String, String> fields, Issue.Where file, Issues issues) {
        fields.forEach((made, name) -> names.put(made, Normalizer.normalize(name, Normalizer.Form.NFC)));
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
            foreignTcvn3 += TCVN3_IN_WORD.matcher(raw).find() ? 1 : 0;
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

    /** Text that is UTF-8 throughout hardly ever is anything else; nor is text that is mostly words of TCVN3. */
    void checkAll() {
        if (!stated || foreign == 0 || List.of(TextEncoding.UTF_8.name(), TextEncoding.DECODED.name()).contains(encoding.name())) {
            return;
        }
        if (foreign == foreignUtf8) {
            issues.report("encoding-probably-utf8", file, encoding.name());
        } else if (!encoding.name().equals("TCVN3") && 2 * foreignTcvn3 > foreign) {
            issues.report("encoding-probably-tcvn3", file, encoding.name());
        }
    }
}

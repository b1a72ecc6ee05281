package langmap.importer.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** The text at the beginning of MapInfo files: what it refers to, and the encoding it declares. */
final class MapInfoHeader {
    private static final int LARGEST = 1 << 20;
    private static final Pattern TYPE = Pattern.compile("(?im)^\\s*type\\s+(\\w+)");
    private static final Pattern ELSEWHERE = Pattern.compile("(?im)^\\s*(create\\s+view|open\\s+table|\"?\\\\?IsSeamless\"?\\s*=\\s*\"?true)|^\\s*begin_metadata[\\s\\S]*IsSeamless\"\\s*=\\s*\"TRUE");
    private static final Pattern CHARSET = Pattern.compile("(?im)((?:^!charset\\s+|\\bcharset\\s+)\"?)([\\w-]+)");
    private static final Map<String, String> NAMES = Map.of("WindowsLatin1", "windows-1252", "WindowsVietnamese", "windows-1258",
        "UTF-8", "UTF-8", "ISO8859-1", "ISO-8859-1");

    private MapInfoHeader() {
    }

    /**
     * Checks the header of our copy, and takes its encoding away, so that the bytes of its text reach us as they are.
     *
     * @return the encoding it declared; empty for none
     */
    static Optional<String> prepare(Path file, MapFormat format, Issue.Where where, Issues issues) throws IOException {
        if (format == MapFormat.MAPINFO_TAB && Files.size(file) > LARGEST) {
            issues.report("file-refers-elsewhere", where, "MapInfo TAB");
            return Optional.empty();
        }
        String head = format == MapFormat.MAPINFO_TAB ? Files.readString(file, StandardCharsets.ISO_8859_1) : Recognition.head(file);
        Matcher type = TYPE.matcher(head);
        if (format == MapFormat.MAPINFO_TAB && (ELSEWHERE.matcher(head).find() || !type.find() || !type.group(1).equalsIgnoreCase("NATIVE"))) {
            issues.report("file-refers-elsewhere", where, "MapInfo TAB");
            return Optional.empty();
        }
        Matcher charset = CHARSET.matcher(head);
        if (!charset.find()) {
            return Optional.empty();
        }
        String declared = charset.group(2);
        if (format == MapFormat.MAPINFO_TAB) {
            Files.writeString(file, CHARSET.matcher(head).replaceAll("$1Neutral"), StandardCharsets.ISO_8859_1);
        } else {
            replaceStart(file, charset);
        }
        return declared.equalsIgnoreCase("Neutral") ? Optional.empty() : Optional.of(NAMES.getOrDefault(declared, declared));
    }

    /** The file may be large: only its first lines are written anew. */
    private static void replaceStart(Path file, Matcher charset) throws IOException {
        Path renamed = file.resolveSibling("before.mif");
        Files.move(file, renamed);
        try (var in = Files.newInputStream(renamed); var out = Files.newOutputStream(file)) {
            out.write(in.readNBytes(charset.start(2)));
            out.write("Neutral".getBytes(StandardCharsets.ISO_8859_1));
            in.skipNBytes(charset.end(2) - charset.start(2));
            in.transferTo(out);
        }
        Files.delete(renamed);
    }
}

package langmap.importer.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** Opens an uploaded file: the data sets in it, by content, each copied into an empty folder under a neutral name. */
public final class MapFile {
    private static final Pattern DXF_CODE_PAGE = Pattern.compile("\\$DWGCODEPAGE\\s+3\\s+(\\w+)");
    private static final Pattern DXF_VERSION = Pattern.compile("\\$ACADVER\\s+1\\s+AC(\\d+)");
    private static final int FIRST_DXF_IN_UTF_8 = 1021;

    private final Upload upload;
    private final Workspace workspace;
    private final Limits limits;
    private final Issues issues;

    private MapFile(Upload upload, Workspace workspace, Limits limits, Issues issues) {
        this.upload = upload;
        this.workspace = workspace;
        this.limits = limits;
        this.issues = issues;
    }

    /** The data sets in a file. Whatever must not be read is an issue, and then there are none. */
    public static List<Source> open(Upload upload, Workspace workspace, Limits limits, Issues issues) {
        try {
            List<Source> sources = new MapFile(upload, workspace, limits, issues).sources();
            return issues.hasErrors() ? List.of() : sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Source> sources() throws IOException {
        Issue.Where where = Issue.Where.ofFile(upload.name());
        long size = Files.size(upload.path());
        if (size == 0) {
            issues.report("file-empty", where);
            return List.of();
        }
        if (size > limits.bytes()) {
            issues.report("file-too-large", where, size >> 20, limits.bytes() >> 20);
            return List.of();
        }
        if (Recognition.isZip(upload.path())) {
            return inArchive();
        }
        Recognition recognition = Recognition.of(upload.path(), where, issues);
        if (!isReadable(recognition, upload.name(), where)) {
            return List.of();
        }
        if (recognition.format().isOfParts()) {
            issues.report("parts-missing", where, recognition.format().label, missing(recognition.format(), List.of(recognition.format().ending())));
            return List.of();
        }
        Path copy = workspace.next().resolve("data." + recognition.format().ending());
        Files.copy(upload.path(), copy);
        return source(recognition, copy, stem(upload.name()), where);
    }

    private boolean isReadable(Recognition recognition, String name, Issue.Where where) {
        if (recognition.format() == null) {
            if (!issues.hasErrors()) {
                issues.report(recognition.what() == null ? "format-unknown" : "format-unsupported", where, recognition.what());
            }
            return false;
        }
        if (!recognition.format().isNamed(name)) {
            issues.report("format-differs-from-name", where, recognition.format().label, "." + MapFormat.endingOf(name));
            return false;
        }
        return !issues.hasErrors();
    }

    private List<Source> inArchive() throws IOException {
        Issue.Where where = Issue.Where.ofFile(upload.name());
        try (Archive archive = Archive.open(upload, limits, issues)) {
            if (archive == null) {
                return List.of();
            }
            List<Source> sources = new ArrayList<>();
            for (String name : archive.names()) {
                Optional<MapFormat> format = MapFormat.findByName(name);
                if (format.isPresent()) {
                    sources.addAll(member(archive, name, format.get()));
                }
            }
            if (sources.isEmpty() && !issues.hasErrors()) {
                issues.report("archive-without-map", where);
            } else if (!List.of("zip", "kmz").contains(MapFormat.endingOf(upload.name()))) {
                issues.report("format-differs-from-name", where, "zip", "." + MapFormat.endingOf(upload.name()));
            }
            return sources;
        }
    }

    private List<Source> member(Archive archive, String name, MapFormat expected) throws IOException {
        Issue.Where where = Issue.Where.ofFile(upload.name()).place(name);
        Path folder = workspace.next();
        Map<String, String> parts = new TreeMap<>();
        String start = name.substring(0, name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (String other : archive.names()) {
            String ending = MapFormat.endingOf(other);
            if (other.equals(name) || other.toLowerCase(Locale.ROOT).equals(start + ending) && expected.parts().contains(ending)) {
                parts.put(other.equals(name) ? expected.ending() : ending, other);
            }
        }
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (!archive.unpack(part.getValue(), folder.resolve("data." + part.getKey()), issues)) {
                return List.of();
            }
        }
        Path main = folder.resolve("data." + expected.ending());
        if (Files.size(main) == 0) {
            issues.report("file-empty", where);
            return List.of();
        }
        Recognition recognition = Recognition.of(main, where, issues);
        if (!isReadable(recognition, name, where)) {
            return List.of();
        }
        String missing = missing(recognition.format(), List.copyOf(parts.keySet()));
        if (!missing.isEmpty()) {
            issues.report("parts-missing", where, recognition.format().label, missing);
            return List.of();
        }
        return source(recognition, main, stem(name), where);
    }

    /** The parts a data set cannot be read without. */
    private static String missing(MapFormat format, List<String> there) {
        List<String> needed = switch (format) {
            case SHAPEFILE -> List.of("shp", "shx", "dbf");
            case MAPINFO_TAB -> List.of("tab", "dat", "map", "id");
            case MAPINFO_MIF -> List.of("mif", "mid");
            default -> List.of();
        };
        return String.join(", ", needed.stream().filter(part -> !there.contains(part)).map(part -> "." + part).toList());
    }

    private List<Source> source(Recognition recognition, Path path, String name, Issue.Where where) throws IOException {
        MapFormat format = recognition.format();
        Optional<String> encoding = switch (format) {
            case SHAPEFILE -> {
                ShapefileCheck.check(path, where, issues);
                Path cpg = path.resolveSibling("data.cpg");
                yield Files.exists(cpg) ? Optional.of(Recognition.head(cpg).replaceAll("^[^!-~]+|[^!-~]+$", "")).filter(text -> !text.isEmpty()) : Optional.empty();
            }
            case MAPINFO_TAB, MAPINFO_MIF -> MapInfoHeader.prepare(path, format, where, issues);
            case DXF -> dxfEncoding(Recognition.head(path));
            case GEOPACKAGE -> {
                checkPages(path, where);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
        return List.of(new Source(format, path, name, encoding, recognition.said()));
    }

    /** A database says at its beginning how many pages it has. */
    private void checkPages(Path file, Issue.Where where) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(Recognition.head(file).getBytes(StandardCharsets.ISO_8859_1));
        int pageSize = Short.toUnsignedInt(head.getShort(16));
        long pages = Integer.toUnsignedLong(head.getInt(28));
        if (pages * (pageSize == 1 ? 1 << 16 : pageSize) > Files.size(file)) {
            issues.report("file-truncated", where);
        }
    }

    private static Optional<String> dxfEncoding(String head) {
        Matcher version = DXF_VERSION.matcher(head);
        if (version.find() && Integer.parseInt(version.group(1)) >= FIRST_DXF_IN_UTF_8) {
            return Optional.of("UTF-8");
        }
        Matcher page = DXF_CODE_PAGE.matcher(head);
        return page.find() ? Optional.of(page.group(1).replaceFirst("(?i)^ansi_", "windows-")) : Optional.empty();
    }

    private static String stem(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String stem = last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
        return Normalizer.normalize(stem, Normalizer.Form.NFC);
    }
}

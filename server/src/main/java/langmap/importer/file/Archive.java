package langmap.importer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import langmap.importer.Issue;
import langmap.importer.Issues;

/** A zip archive, looked through for tricks before anything of it is unpacked; names in it never become paths. */
final class Archive implements AutoCloseable {
    private static final Set<String> ARCHIVES = Set.of("zip", "kmz", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz");
    private static final long HARMLESS = 50L << 20;
    private static final int BLOCK = 1 << 16;

    private final ZipFile zip;
    private final List<ZipDirectory.Entry> entries;
    private final Issue.Where where;
    private final Limits limits;
    private long unpacked;

    private Archive(ZipFile zip, List<ZipDirectory.Entry> entries, Issue.Where where, Limits limits) {
        this.zip = zip;
        this.entries = entries;
        this.where = where;
        this.limits = limits;
    }

    /** The archive; null and issues if it cannot or must not be unpacked. */
    static Archive open(Upload upload, Limits limits, Issues issues) throws IOException {
        Issue.Where where = Issue.Where.ofFile(upload.name());
        ZipDirectory directory = ZipDirectory.find(upload.path()).orElse(null);
        if (directory == null) {
            issues.report("file-truncated", where);
            return null;
        }
        if (!isHarmless(directory, limits, where, issues)) {
            return null;
        }
        ZipFile zip;
        try {
            zip = new ZipFile(upload.path().toFile(), directory.charset());
        } catch (ZipException e) {
            issues.report("archive-damaged", where);
            return null;
        }
        long declared = zip.stream().mapToLong(ZipEntry::getSize).sum();
        if (declared > limits.bytes() || declared > HARMLESS && declared > limits.ratio() * Files.size(upload.path())) {
            issues.report("archive-bomb", where, declared >> 20);
            zip.close();
            return null;
        }
        return new Archive(zip, directory.entries(), where, limits);
    }

    private static boolean isHarmless(ZipDirectory directory, Limits limits, Issue.Where where, Issues issues) {
        if (directory.entries().size() > limits.members()) {
            issues.report("archive-members", where, directory.entries().size(), limits.members());
            return false;
        }
        Set<String> names = new HashSet<>();
        boolean harmless = true;
        for (ZipDirectory.Entry entry : directory.entries()) {
            String fault = fault(entry, names);
            if (fault != null) {
                issues.report(fault, where.field(shown(entry.name())));
                harmless = false;
            }
        }
        return harmless;
    }

    private static String fault(ZipDirectory.Entry entry, Set<String> names) {
        String name = entry.name();
        boolean tricky = name.startsWith("/") || name.contains("\\") || name.matches("(?s)[A-Za-z]:.*") || name.matches("(?s)(.*/)?\\.\\.(/.*)?")
            || name.chars().anyMatch(Character::isISOControl);
        if (tricky) {
            return "archive-path";
        }
        if (entry.isLink()) {
            return "archive-link";
        }
        if (entry.isEncrypted()) {
            return "archive-encrypted";
        }
        if (ARCHIVES.contains(MapFormat.endingOf(name))) {
            return "archive-nested";
        }
        return names.add(name.toLowerCase(Locale.ROOT)) ? null : "archive-twice";
    }

    private static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "?");
        return visible.length() > 80 ? visible.substring(0, 80) + "…" : visible;
    }

    /** Names of the files in it; what an operating system puts beside them is left out. */
    List<String> names() {
        return entries.stream().map(ZipDirectory.Entry::name)
            .filter(name -> !name.endsWith("/") && !name.startsWith("__MACOSX/") && !name.matches("(.*/)?\\._.*")).toList();
    }

    /** Unpacks one file; false and an issue if it is damaged or larger than it says. */
    boolean unpack(String name, Path target, Issues issues) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        byte[] block = new byte[BLOCK];
        try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(target)) {
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                unpacked += length;
                if (unpacked > limits.bytes()) {
                    issues.report("archive-bomb", where, unpacked >> 20);
                    return false;
                }
                out.write(block, 0, length);
            }
            return true;
        } catch (ZipException | java.io.EOFException e) {
            issues.report("archive-damaged", where.field(shown(name)));
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

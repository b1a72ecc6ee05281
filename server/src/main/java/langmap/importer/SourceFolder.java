package langmap.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import langmap.problem.Problem;

/**
 * A folder of files to load: tables as rows, structured files as trees. Always UTF-8.
 *
 * @param root  the folder
 * @param share how far its large files are read
 */
public record SourceFolder(Path root, Share share) {
    /** A key that stands twice would silently lose what it said first. */
    private static final ObjectMapper YAML = new YAMLMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public SourceFolder(Path root) {
        this(root, new Share());
    }

    /** How much is read of the file last opened; whoever reports it asks from another thread. */
    static final class Share {
        private volatile long read;
        private volatile long all;

        /** Percent, or -1 if no large file was opened. */
        int percent() {
            return all == 0 ? -1 : (int) (read * 100 / all);
        }

        private InputStream watched(Path path) throws IOException {
            read = 0;
            all = Files.size(path);
            return new FilterInputStream(Files.newInputStream(path)) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int count = super.read(bytes, from, length);
                    read += Math.max(0, count);
                    return count;
                }
            };
        }
    }

    /** The rows of a CSV file with a header; a missing column is an issue and gives no rows, a line of another length is one and is left out. */
    public List<Row> rows(String file, List<String> columns, Issues issues) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(text(file))) {
            List<Row> rows = new ArrayList<>();
            List<String> header = null;
            for (CsvRecord line : csv) {
                if (header == null) {
                    header = line.getFields().stream().map(Row::clean).toList();
                    if (!hasColumns(header, columns, file, issues)) {
                        return List.of();
                    }
                } else {
                    row(line, header, columns, file, issues).ifPresent(rows::add);
                }
            }
            if (header == null) {
                issues.add(new Issue(file, "header", String.join(", ", columns), "The file is empty.", "Start it with a line that names the columns."));
            }
            return rows;
        } catch (CsvParseException e) {
            issues.add(new Issue(file, "file", "-", "This is not a CSV file: " + e.getMessage(),
                "Separate cells with commas, put quotes around text with commas."));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasColumns(List<String> header, List<String> columns, String file, Issues issues) {
        List<String> missing = columns.stream().filter(column -> !header.contains(column)).toList();
        List<String> twice = columns.stream().filter(column -> Collections.frequency(header, column) > 1).toList();
        if (!missing.isEmpty()) {
            issues.add(new Issue(file, "header", String.join(", ", missing), "The column is missing.",
                "The columns are " + String.join(", ", columns) + "."));
        }
        if (!twice.isEmpty()) {
            issues.add(new Issue(file, "header", String.join(", ", twice), "The column stands twice.", "Keep one."));
        }
        return missing.isEmpty() && twice.isEmpty();
    }

    private static Optional<Row> row(CsvRecord line, List<String> header, List<String> columns, String file, Issues issues) {
        if (line.getFieldCount() != header.size()) {
            issues.add(new Issue(file, "line " + line.getStartingLineNumber(), "-", "The line has " + line.getFieldCount() + " cells and the header "
                + header.size() + ".", "Give every column its cell, and put quotes around text with commas."));
            return Optional.empty();
        }
        Map<String, String> cells = new HashMap<>();
        columns.forEach(column -> cells.put(column, Row.clean(line.getField(header.indexOf(column)))));
        return Optional.of(new Row(file, line.getStartingLineNumber(), cells, issues));
    }

    public JsonNode yaml(String file) {
        try {
            return YAML.readTree(text(file));
        } catch (MismatchedInputException e) {
            throw Problem.ofFault(file, "Something follows after the end of the file.", "Keep one document.");
        } catch (JsonProcessingException e) {
            throw Problem.ofFault(file, "The file cannot be read: " + e.getOriginalMessage() + ".",
                "See line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ".");
        }
    }

    private Path path(String file) {
        Path path = root.resolve(file).normalize();
        if (!path.startsWith(root.normalize()) || !Files.isRegularFile(path)) {
            throw Problem.ofFault(file, "There is no file " + file + " in " + root.getFileName() + ".", "Check the name.");
        }
        return path;
    }

    /** The file from its beginning, for those too large to be held. */
    InputStream open(String file) {
        try {
            return new BufferedInputStream(share.watched(path(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String file) {
        try {
            String text = Files.readString(path(file), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.ofFault(file, "The file is not UTF-8.", "Save it as UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 over the named files, in order, as hexadecimal text. */
    String checksum(List<String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                try (InputStream in = open(file)) {
                    in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

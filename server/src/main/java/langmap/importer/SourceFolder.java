package langmap.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import langmap.problem.Problem;

/**
 * A folder of files to load: tables as rows, structured files as trees. Always UTF-8.
 *
 * @param root the folder
 */
public record SourceFolder(Path root) {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The rows of a CSV file with a header; a missing column is an issue and gives no rows. */
    public List<Row> rows(String file, List<String> columns, Issues issues) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            List<Row> rows = new ArrayList<>();
            for (NamedCsvRecord line : csv) {
                List<String> missing = columns.stream().filter(column -> !line.getHeader().contains(column)).toList();
                if (!missing.isEmpty()) {
                    issues.add(new Issue(file, "header", String.join(", ", missing), "The column is missing.",
                        "The columns are " + String.join(", ", columns) + "."));
                    return List.of();
                }
                Map<String, String> cells = new HashMap<>();
                columns.forEach(column -> cells.put(column, Row.clean(line.getField(column))));
                rows.add(new Row(file, line.getStartingLineNumber(), cells, issues));
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

    public JsonNode yaml(String file) {
        return tree(YAML, file);
    }

    public JsonNode json(String file) {
        return tree(JSON, file);
    }

    private JsonNode tree(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(text(file));
        } catch (JsonProcessingException e) {
            throw Problem.ofFault(file, "The file cannot be read: " + e.getOriginalMessage() + ".",
                "See line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ".");
        }
    }

    private String text(String file) {
        Path path = root.resolve(file).normalize();
        if (!path.startsWith(root.normalize()) || !Files.isRegularFile(path)) {
            throw Problem.ofFault(file, "There is no file " + file + " in " + root.getFileName() + ".", "Check the name.");
        }
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
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
            files.forEach(file -> digest.update(text(file).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

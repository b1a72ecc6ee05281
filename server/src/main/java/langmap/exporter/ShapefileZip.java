package langmap.exporter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import langmap.measure.Measure.Label;

/** The files of a Shapefile in one archive, with a table of what its short names stand for and of what it could not hold. */
final class ShapefileZip {
    /** Bytes a text may have. */
    static final int LONGEST_TEXT = 254;
    static final List<Label> ALWAYS_LOST = List.of(
        new Label("tên cột dài hơn 10 ký tự (xem bảng)", "names of columns longer than 10 letters (see the table)"),
        new Label("đúng và sai viết là 1 và 0", "true and false are written 1 and 0"));
    private static final String README = "README.txt";

    private ShapefileZip() {
    }

    static Label cut(Column column, int count) {
        return new Label("cột " + column.shortName() + ": " + count + " giá trị bị cắt còn 254 byte", "column " + column.shortName() + ": " + count
            + " values cut to 254 bytes");
    }

    static Path pack(Path folder, Notes notes, List<Column> columns) throws IOException {
        Path zip = folder.resolve("layer.zip");
        String name = notes.query().layer().id();
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream packed = new ZipOutputStream(out, StandardCharsets.UTF_8);
             Stream<Path> files = Files.list(folder)) {
            packed.putNextEntry(new ZipEntry(README));
            packed.write(readme(notes, columns).getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(one -> one.getFileName().toString().matches(name + "(-points)?\\.(shp|shx|dbf|prj|cpg)")).sorted().toList()) {
                packed.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, packed);
            }
        }
        return zip;
    }

    private static String readme(Notes notes, List<Column> columns) {
        StringBuilder text = new StringBuilder();
        for (String lang : List.of("vi", "en")) {
            notes.lines(lang).forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
            text.append("\r\n");
        }
        text.append("Tên cột · Names of columns\r\n");
        columns.forEach(column -> text.append(String.format("%-10s = %s = %s · %s%n", column.shortName(), column.id(), column.label().vi(),
            column.label().en()).replace("\n", "\r\n")));
        return text.toString();
    }
}

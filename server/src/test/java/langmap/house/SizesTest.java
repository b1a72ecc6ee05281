package langmap.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Files stay small enough to be read in one go. A ceiling may be raised for one file by name, with a reason, here. */
final class SizesTest {
    private static final int METHOD = 40;
    private static final int KERNEL = 80;
    private static final int PARAMETERS = 5;

    @Test
    void javaFilesStaySmall() {
        assertThat(longer(Checkout.javaFiles(), 300)).isEmpty();
    }

    @Test
    void modulesMigrationsScriptsAndDocumentsStaySmall() {
        assertThat(longer(Checkout.files("web/src", ".js"), 250)).isEmpty();
        assertThat(longer(Checkout.files("server/src/main/resources/db/migration", ".sql"), 150)).isEmpty();
        assertThat(longer(Checkout.files("scripts", ""), 120)).isEmpty();
        assertThat(longer(Checkout.documents(), 200)).isEmpty();
    }

    @Test
    void packagesHoldAtMostFifteenFilesAndSayWhatTheyAreFor() {
        Map<Path, List<Path>> packages = Checkout.files("server/src/main/java", ".java").stream()
            .collect(Collectors.groupingBy(Path::getParent));
        assertThat(packages).isNotEmpty().allSatisfy((folder, files) -> {
            assertThat(files.stream().filter(file -> !file.endsWith("package-info.java"))).as("%s", folder).hasSizeLessThanOrEqualTo(15);
            assertThat(longer(List.of(folder.resolve("package-info.java")), 10)).isEmpty();
        });
    }

    @Test
    void methodsStayShortAndTakeFewParameters() throws IOException {
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, manager, null, List.of(), null,
                manager.getJavaFileObjectsFromPaths(Checkout.javaFiles()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, positions, found).scan(unit, null);
            }
        }
        assertThat(found).isEmpty();
    }

    /** Walks the methods of one file. */
    private static final class Methods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;
        private final int ceiling;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
            boolean kernel = Stream.of("langmap.geo", "langmap.sample").anyMatch(unit.getPackageName().toString()::startsWith);
            this.ceiling = kernel ? KERNEL : METHOD;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap lines = unit.getLineMap();
            long length = lines.getLineNumber(positions.getEndPosition(unit, method))
                - lines.getLineNumber(positions.getStartPosition(unit, method)) + 1;
            String name = Path.of(unit.getSourceFile().toUri()).getFileName() + ": " + method.getName();
            if (length > ceiling) {
                found.add(name + " has " + length + " lines");
            }
            boolean constructorOfRecord = method.getReturnType() == null;
            if (!constructorOfRecord && method.getParameters().size() > PARAMETERS) {
                found.add(name + " takes " + method.getParameters().size() + " parameters");
            }
            return super.visitMethod(method, nothing);
        }
    }

    private static List<String> longer(List<Path> files, int ceiling) {
        return files.stream().map(file -> Map.entry(file, lines(file))).filter(entry -> entry.getValue() > ceiling)
            .map(entry -> entry.getKey() + " has " + entry.getValue() + " lines, at most " + ceiling + " are agreed").toList();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

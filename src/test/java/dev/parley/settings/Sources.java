package dev.parley.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** The main sources that mention settings, parsed but not compiled, since classes have no Javadoc. */
final class Sources {
    private static final Path MAIN = Path.of("src/main/java");
    private static final List<String> SIGNS = List.of("@ConfigMapping(", "@ConfigProperty(", "@Scheduled(",
            "SocketLimits {");

    private Sources() {}

    record Type(CompilationUnitTree file, ClassTree tree, Comments comments) {
        String packageName() {
            return Objects.toString(file.getPackageName());
        }
    }

    /** All types of these files, inner ones after their outer ones. */
    static List<Type> types() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(withSettings()));
            DocTrees trees = DocTrees.instance(task);
            List<Type> found = new ArrayList<>();
            for (CompilationUnitTree file : task.parse()) {
                new TreePathScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                        found.add(new Type(file, type, new Comments(trees, getCurrentPath())));
                        return super.visitClass(type, null);
                    }
                }.scan(file, null);
            }
            return found;
        }
    }

    private static List<Path> withSettings() throws IOException {
        try (Stream<Path> all = Files.walk(MAIN)) {
            List<Path> found = new ArrayList<>();
            for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                String text = Files.readString(file);
                if (SIGNS.stream().anyMatch(text::contains)) {
                    found.add(file);
                }
            }
            return found;
        }
    }
}

package io.encord4j.conformance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Everything public has a comment. Doclint would besides demand a tag for each parameter, whether or not there is something to say. */
class DocumentedApiTest {

    private static final List<Path> PACKAGES = List.of(
            Path.of("../client/src/main/java/io/encord4j"),
            Path.of("../fake-server/src/main/java/io/encord4j/fake"),
            Path.of("../fake-server/src/main/java/io/encord4j/fake/faults"),
            Path.of("../fake-server/src/main/java/io/encord4j/fake/journal"),
            Path.of("../fake-server/src/main/java/io/encord4j/fake/junit"));

    @Test
    void everythingPublicHasAComment() throws IOException {
        assertThat(findings().missing).isEmpty();
    }

    private static Findings findings() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources()));
            Findings findings = new Findings(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                findings.scan(unit, null);
            }
            return findings;
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : PACKAGES) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    /** Walks through what users see: public types, and in them public and protected members. */
    private static final class Findings extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final List<String> missing = new ArrayList<>();

        Findings(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isVisible(type.getModifiers())) {
                return null;
            }
            examine(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            if (isVisible(method.getModifiers()) && !overrides) {
                examine(method.getName().toString());
            }
            return null;
        }

        private boolean isVisible(ModifiersTree modifiers) {
            TreePath parent = getCurrentPath().getParentPath();
            boolean inInterface = parent.getLeaf().getKind() == Tree.Kind.INTERFACE;
            Set<Modifier> flags = modifiers.getFlags();
            return flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED)
                    || (inInterface && !flags.contains(Modifier.PRIVATE));
        }

        private void examine(String name) {
            if (docs.getDocCommentTree(getCurrentPath()) == null) {
                missing.add(
                        getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + name);
            }
        }
    }
}

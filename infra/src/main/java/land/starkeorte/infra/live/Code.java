package land.starkeorte.infra.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The functions' classes. What is saved is compiled alone; only when others can see that it changed, is everything compiled, so
 * that whoever no longer fits it is told of.
 */
final class Code {
    private final Path root;
    private final Path sources;
    private final Path classes;
    private final Path fresh;
    private final Path generated;
    private final Templates templates;
    private final String libraries;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    /** The generated sources that the classes are made of. */
    private Map<String, String> known = Map.of();

    Code(Path root, Path work) throws IOException {
        this.root = root;
        this.sources = root.resolve("functions/src/main/java");
        this.classes = work.resolve("classes");
        this.fresh = work.resolve("fresh");
        this.generated = work.resolve("generated");
        this.templates = new Templates(root, generated);
        try (Stream<Path> jars = Files.list(root.resolve("infra/target/lib"))) {
            this.libraries = jars.map(Path::toString)
                    .filter(jar -> !jar.contains("/functions-"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** Where they are. */
    Path classes() {
        return classes;
    }

    /** Compiles all templates once, for nothing. */
    void warmUp() throws IOException, Broken {
        known = templates.generate();
        Folders.empty(fresh);
        compile(sourcesIn(generated));
    }

    /** Makes what was saved live; whether a class or a resource is different now. */
    boolean make(Set<Path> saved) throws IOException, Broken {
        Folders.empty(fresh);
        Map<String, String> now = templates.generate();
        var changed = new TreeSet<Path>();
        saved.stream()
                .filter(file -> file.startsWith(sources) && Files.exists(file))
                .forEach(changed::add);
        now.forEach((place, source) -> {
            if (!source.equals(known.get(place))) {
                changed.add(generated.resolve(place));
            }
        });
        boolean gone = !now.keySet().containsAll(known.keySet())
                || saved.stream().anyMatch(file -> file.startsWith(sources) && !Files.exists(file));
        if (!changed.isEmpty()) {
            compile(changed);
        }
        if (gone || Api.differs(classes, fresh)) {
            Folders.empty(fresh);
            compile(everything());
            gone |= removeAllBut(fresh);
        }
        boolean compiled = Folders.copy(fresh, classes);
        boolean copied = Folders.copy(root.resolve("functions/src/main/resources"), classes);
        known = now;
        return compiled || copied || gone;
    }

    private Set<Path> everything() throws IOException {
        var all = sourcesIn(sources);
        all.addAll(sourcesIn(generated));
        return all;
    }

    private static Set<Path> sourcesIn(Path tree) throws IOException {
        return Folders.files(tree).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean removeAllBut(Path wanted) throws IOException {
        boolean removed = false;
        for (Path file : Folders.files(classes)) {
            if (file.toString().endsWith(".class")
                    && !Files.exists(wanted.resolve(classes.relativize(file).toString()))) {
                Files.delete(file);
                removed = true;
            }
        }
        return removed;
    }

    private void compile(Set<Path> files) throws IOException, Broken {
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var manager = compiler.getStandardFileManager(found, Locale.ENGLISH, UTF_8)) {
            // As the build does it, but for its checks.
            var options = List.of(
                    "-classpath",
                    classes + File.pathSeparator + libraries,
                    "-d",
                    fresh.toString(),
                    "-parameters",
                    "-g",
                    "--release",
                    "25",
                    "-proc:none",
                    "-nowarn",
                    "-implicit:none");
            boolean good = compiler.getTask(
                            null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!good) {
                throw new Broken(words(found.getDiagnostics()));
            }
        }
    }

    private String words(List<Diagnostic<? extends JavaFileObject>> found) throws IOException {
        var errors = found.stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        var words = new ArrayList<String>();
        for (var error : errors.subList(0, Math.min(5, errors.size()))) {
            words.add(place(error) + ": " + error.getMessage(Locale.ENGLISH).replaceAll("\\s*\n\\s*", "; "));
        }
        if (errors.size() > 5) {
            words.add("and " + (errors.size() - 5) + " more errors");
        }
        return String.join("\n", words);
    }

    private String place(Diagnostic<? extends JavaFileObject> error) throws IOException {
        if (error.getSource() == null) {
            return "javac";
        }
        Path file = Path.of(error.getSource().toUri());
        return file.startsWith(generated)
                ? root.relativize(templates.folder(generated.relativize(file))) + "/"
                        + Templates.place(Files.readAllLines(file), (int) error.getLineNumber())
                : root.relativize(file) + ":" + error.getLineNumber();
    }
}

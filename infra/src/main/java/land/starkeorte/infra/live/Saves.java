package land.starkeorte.infra.live;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that somebody saves, told by the system: nothing is polled. */
final class Saves implements AutoCloseable {
    private static final List<String> TREES =
            List.of("web", "functions/src/main", "infra/src/main", "infra/localcloud");

    /** What editors save beside the file is theirs. */
    private static final String NOT_OURS = "\\..*|.*~|#.*|\\d+|.*\\.(swp|tmp|bak|pyc)|__pycache__|target|node_modules";

    /** An editor writes a file in several steps, and saves several files at once. */
    private static final long QUIET_MILLIS = 80;

    private final Path root;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    Saves(Path root) throws IOException {
        this.root = root;
        this.service = root.getFileSystem().newWatchService();
        watch(root);
        watch(root.resolve("functions"));
        for (String tree : TREES) {
            watchAll(root.resolve(tree));
        }
    }

    /** Whatever goes into the functions. */
    static boolean isCode(Path file) {
        return file.toString().contains("/functions/src/main/")
                || isPage(file)
                || file.endsWith("web/data/laender.geo.json");
    }

    /** A template of the site's pages. */
    static boolean isPage(Path file) {
        return file.toString().contains("/web/pages/");
    }

    /** What the local cloud reads once, when it starts. */
    static boolean needsRestart(Path file) {
        return file.toString().contains("/infra/")
                || file.endsWith("template.yaml")
                || file.endsWith("pom.xml")
                || file.endsWith("web/data/members.json");
    }

    /** What was saved while the build ran or after it, before anybody watched. */
    Set<Path> sinceTheBuild() throws IOException {
        FileTime built = Files.getLastModifiedTime(root.resolve("infra/target/built"));
        var saved = new TreeSet<Path>();
        for (Path folder : folders.values()) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Saves::isOurs).toList()) {
                    if (Files.isRegularFile(file)
                            && matters(file)
                            && Files.getLastModifiedTime(file).compareTo(built) > 0) {
                        saved.add(file);
                    }
                }
            }
        }
        return saved;
    }

    /** Waits until something is saved, and until that is done. */
    Set<Path> next() throws IOException, InterruptedException {
        var saved = new TreeSet<Path>();
        while (saved.isEmpty()) {
            for (WatchKey key = service.take(); key != null; key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
                Path folder = folders.get(key);
                for (WatchEvent<?> event : key.pollEvents()) {
                    note(folder, event, saved);
                }
                if (!key.reset()) {
                    folders.remove(key);
                }
            }
        }
        return saved;
    }

    private void note(@Nullable Path folder, WatchEvent<?> event, Set<Path> saved) throws IOException {
        if (event.kind().equals(OVERFLOW)) {
            saved.addAll(sinceTheBuild());
        } else if (folder != null && event.context() instanceof Path name) {
            Path file = folder.resolve(name);
            if (!isOurs(file)) {
                return;
            }
            if (Files.isDirectory(file)) {
                if (folders.containsValue(folder) && !folder.equals(root) && !folder.endsWith("functions")) {
                    watchAll(file);
                    try (Stream<Path> files = Files.walk(file)) {
                        files.filter(Files::isRegularFile).filter(Saves::isOurs).forEach(saved::add);
                    }
                }
            } else if (matters(file)) {
                saved.add(file);
            }
        }
    }

    private static boolean isOurs(Path file) {
        return !file.getFileName().toString().matches(NOT_OURS);
    }

    /** In the root and beside the functions' sources few things do. */
    private boolean matters(Path file) {
        return TREES.stream().anyMatch(tree -> file.startsWith(root.resolve(tree)))
                || needsRestart(root.relativize(file));
    }

    private void watchAll(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path folder :
                    files.filter(Files::isDirectory).filter(Saves::isOurs).toList()) {
                watch(folder);
            }
        }
    }

    private void watch(Path folder) throws IOException {
        folders.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}

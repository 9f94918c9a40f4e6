package land.starkeorte.infra.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Trees of files. */
final class Folders {
    private Folders() {}

    /** A folder without anything in it. */
    static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> old;
        try (Stream<Path> files = Files.walk(folder)) {
            old = files.filter(file -> !file.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }

    /** Every file of a tree. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Copies what is different; the target has nothing half written at any time. Whether there was any difference. */
    static boolean copy(Path from, Path to) throws IOException {
        boolean changed = false;
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (!same(file, target)) {
                Files.createDirectories(target.getParent());
                Path beside = target.resolveSibling(target.getFileName() + ".new");
                Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
                changed = true;
            }
        }
        return changed;
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(other)
                && Files.size(one) == Files.size(other)
                && Arrays.equals(Files.readAllBytes(one), Files.readAllBytes(other));
    }
}

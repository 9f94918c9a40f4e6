package land.starkeorte.infra.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Waits for what is saved and makes it live. Arguments: the repository's root, and a folder to work in, where {@code classes} and
 * {@code site} hold what is live. Says on standard output, in lines, what it did: {@code made code}, {@code made pages} and
 * {@code made site}, each with the time of the save in milliseconds and the names of what was saved, are for the local cloud, which
 * answers each with a line; everything else is for the console. Ends with its input.
 */
public final class Live {
    /** The local cloud has put into its place what was made. */
    private static final Semaphore told = new Semaphore(0);

    private final Path root;
    private final Code code;
    private final Site site;

    /** What was saved and is not live, because it does not compile. */
    private final Set<Path> waiting = new TreeSet<>();

    private Live(Path root, Path work) throws IOException {
        this.root = root;
        this.code = new Code(root, work);
        this.site = new Site(root, work, code.classes());
    }

    /** Goes on until its input ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().start(Live::listen);
        Path root = Path.of(arguments[0]);
        try (var saves = new Saves(root)) {
            var live = new Live(root, Path.of(arguments[1]));
            live.warmUp();
            live.make(saves.sinceTheBuild());
            say("Watching web/ and functions/: what is saved is live.");
            while (true) {
                live.make(saves.next());
            }
        }
    }

    private static void listen() {
        try {
            while (System.in.read() >= 0) {
                told.release();
            }
        } catch (IOException e) {
            say(String.valueOf(e.getMessage()));
        }
        Runtime.getRuntime().halt(0);
    }

    /** A compiler's first work takes seconds that nobody shall wait for when something is saved. */
    private void warmUp() throws IOException {
        try {
            code.warmUp();
            site.build();
        } catch (Broken broken) {
            say(broken.words());
        }
    }

    private void make(Set<Path> saved) throws IOException, InterruptedException {
        long since = System.currentTimeMillis();
        var afresh = saved.stream().filter(Saves::needsRestart).toList();
        if (!afresh.isEmpty()) {
            say(names(afresh) + ": seen by a new infra/start only.");
        }
        waiting.addAll(saved);
        waiting.removeAll(afresh);
        if (waiting.isEmpty()) {
            return;
        }
        try {
            if (waiting.stream().anyMatch(Saves::isCode) && code.make(waiting)) {
                made(waiting.stream().anyMatch(Saves::isPage) ? "pages" : "code", since);
            }
            site.build();
            made("site", since);
            waiting.clear();
        } catch (Broken broken) {
            say(broken.words() + "\nNot live: " + names(waiting) + ". What ran before goes on.");
        }
    }

    private void made(String what, long since) throws InterruptedException {
        say("made " + what + " " + since + " " + names(waiting));
        told.acquire();
    }

    private String names(Collection<Path> files) {
        var few = files.stream()
                .limit(3)
                .map(file -> root.relativize(file).toString())
                .collect(Collectors.joining(", "));
        return files.size() > 3 ? few + " and " + (files.size() - 3) + " more" : few;
    }

    private static void say(String words) {
        System.out.println(words);
    }
}

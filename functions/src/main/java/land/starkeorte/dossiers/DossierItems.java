package land.starkeorte.dossiers;

import static land.starkeorte.store.Items.sortable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.Note;
import land.starkeorte.store.Condition;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;
import land.starkeorte.tasks.Task;
import land.starkeorte.tasks.TaskKind;
import land.starkeorte.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * The applications table:
 *
 * <pre>
 * pk             sk             what
 * (dossier id)   dossier        the dossier as it is now
 * (dossier id)   step#0001      its history, append-only
 * (dossier id)   message#(time) the thread; note#(time), task#(id), correction#0001, mended#0001 likewise
 * (dossier id)   copy#0001      what was sent, as a paper
 * mail#(key)     (dossier id)   which dossiers a person may open
 * ags#(key)      claim          which dossier (or member) a municipality has; at most one
 * ref#(code)     reference      which dossier has the reference; at most one
 * find#(ab)      (word)#(id)    which dossiers a word finds, by the word's first two letters
 * counts         (state)        how many dossiers stand there
 * staff          (person's id)  who has signed in
 * once#(key)     answer         what a request was answered
 * </pre>
 *
 * Indexes: a sent dossier stands under its state ({@code board}) by submission, change and municipality; what waits for
 * somebody ({@code waiting}: a task, a question, a correction, a copy to be printed) by time.
 */
public final class DossierItems {
    public static final String DOSSIER = "dossier";
    static final String CLAIM = "claim";

    /** Under which it stands how many dossiers stand where. */
    public static final String COUNTS = "counts";

    private final Table table;
    private final Tasks tasks;

    /** Over the applications table. */
    public DossierItems(Table table) {
        this.table = table;
        this.tasks = new Tasks(table);
    }

    /** Which dossier has it. */
    private record Reference(String dossier) {}

    /** @param expires as the dossier */
    private record Access(@Nullable Long expires) {}

    /** That a word finds a dossier. */
    private record Word() {}

    /** A dossier that nobody has seen yet, with the first step of its history. */
    public Transaction begin(Dossier draft) {
        return Transaction.of(table.add(draft.id(), DOSSIER, draft), step(draft))
                .and(Transaction.of(draft.officials().keySet().stream().map(key -> access(key, draft))));
    }

    /** Everything that changes when {@code before} becomes {@code after}; fails where somebody else wrote in between. */
    public Transaction change(Dossier before, Dossier after) {
        var writes = Transaction.of(dossier(before, after));
        if (after.lastStep().number() > before.lastStep().number()) {
            writes = writes.and(step(after));
        }
        if (before.state() == DossierState.DRAFT && after.state() != DossierState.DRAFT) {
            writes = writes.and(claim(after))
                    .and(table.add("ref#" + after.reference(), "reference", new Reference(after.id())));
        }
        if (after.state().isOver() && !before.state().isOver()) {
            writes = writes.and(table.delete(
                    municipality(after.municipality().ags()), CLAIM, new Condition.Holds("dossier", after.id())));
        }
        if (after.state() != before.state()) {
            writes = writes.and(count(before.state(), after.state()));
        }
        if (before.state() == DossierState.DRAFT || !before.answers().equals(after.answers())) {
            writes = writes.and(find(before, after));
        }
        return writes.and(access(before, after));
    }

    /** Who may open it from now on, and who no longer. */
    private Transaction access(Dossier before, Dossier after) {
        var opened = after.officials().keySet().stream()
                .filter(key ->
                        !before.officials().containsKey(key) || !Objects.equals(before.expires(), after.expires()))
                .map(key -> access(key, after));
        var closed = before.officials().keySet().stream()
                .filter(key -> !after.officials().containsKey(key))
                .map(key -> table.delete(official(key), after.id(), new Condition.Any()));
        return Transaction.of(Stream.concat(opened, closed));
    }

    /** Holds nowhere: what was planned is not true any more. */
    Write stale(String dossier) {
        return table.check(dossier, DOSSIER, Integer.MAX_VALUE);
    }

    /** Fails where the municipality is a member or applies already. */
    Write claim(Dossier dossier) {
        return table.add(municipality(dossier.municipality().ags()), CLAIM, new MunicipalityClaim(dossier.id(), null));
    }

    private Transaction count(DossierState from, DossierState to) {
        var more = Transaction.of(table.count(COUNTS, to.name(), Map.of("dossiers", 1)));
        return from == DossierState.DRAFT ? more : more.and(table.count(COUNTS, from.name(), Map.of("dossiers", -1)));
    }

    /** It is found by the words of its answers, as soon as it was sent. */
    private Transaction find(Dossier before, Dossier after) {
        Set<String> found = SearchTerms.of(before);
        Set<String> find = SearchTerms.of(after);
        var added = find.stream()
                .filter(word -> !found.contains(word))
                .map(word -> table.put(bucket(word), word + "#" + after.id(), new Word()));
        var removed = found.stream()
                .filter(word -> !find.contains(word))
                .map(word -> table.delete(bucket(word), word + "#" + after.id(), new Condition.Any()));
        return Transaction.of(Stream.concat(added, removed));
    }

    /** A row beside the dossier. */
    Write row(String dossier, Record row) {
        return switch (row) {
            case Message message -> table.add(dossier, "message#" + place(message), message);
            case Note note -> table.add(dossier, "note#" + place(note), note);
            case Task task -> tasks.save(task);
            case Correction correction ->
                table.add(dossier, "correction#%04d".formatted(correction.number()), correction);
            case AppliedCorrection mended -> table.add(dossier, mended(mended.number()), mended);
            case ApplicationCopy copy -> copy(copy);
            default -> throw new IllegalArgumentException("No row of a dossier: " + row.getClass());
        };
    }

    static String place(Message message) {
        return sortable(message.at()) + "#" + message.id();
    }

    static String place(Note note) {
        return sortable(note.at()) + "#" + note.id();
    }

    static String mended(int number) {
        return "mended#%04d".formatted(number);
    }

    /** What was sent, over what was known of its paper; as long as there is none it stands in the index of what waits. */
    public Write copy(ApplicationCopy copy) {
        var put = table.save(copy.dossier(), copy(copy.number()), copy)
                .with("expires", copy.at().plus(ApplicationCopy.KEPT).getEpochSecond());
        return copy.paper() == null ? put.in(Index.waiting("copy", sortable(copy.at()))) : put;
    }

    /** Where the copy of this number stands. */
    public static String copy(int number) {
        return "copy#%04d".formatted(number);
    }

    /** In which list of words it stands. */
    public static String bucket(String word) {
        return "find#" + word.substring(0, SearchTerms.SHORTEST);
    }

    static String official(String key) {
        return "mail#" + key;
    }

    static String municipality(String ags) {
        return "ags#" + ags;
    }

    private Write access(String official, Dossier dossier) {
        return table.put(official(official), dossier.id(), new Access(dossier.expires()));
    }

    private Write step(Dossier dossier) {
        return table.add(dossier.id(), "step#%04d".formatted(dossier.lastStep().number()), dossier.lastStep());
    }

    private Write dossier(Dossier before, Dossier after) {
        var put = table.put(after.id(), DOSSIER, after, new Condition.Version(before.version()));
        if (after.state() == DossierState.DRAFT) {
            return put;
        }
        var listed = put.with(places(after));
        Instant question = after.conversation().unansweredSince();
        Correction correction = after.correction();
        if (question != null) {
            return listed.in(Index.waiting(TaskKind.QUESTION.word(), sortable(question)));
        }
        return correction == null
                ? listed
                : listed.in(Index.waiting(TaskKind.CORRECTION.word(), sortable(correction.askedAt())));
    }

    private static Map<String, Object> places(Dossier dossier) {
        DossierListItem line = DossierListItem.of(dossier);
        var places = new HashMap<String, Object>();
        places.put("board", dossier.state());
        places.put("bySubmitted", sortable(line.submittedAt()) + "#" + dossier.id());
        places.put("byChanged", sortable(line.changedAt()) + "#" + dossier.id());
        places.put("byMunicipality", GermanFormat.plain(line.municipality()) + "#" + dossier.id());
        places.put("line", line);
        return places;
    }
}

package land.starkeorte.documents;

import static land.starkeorte.store.Items.sortable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.http.Caller;
import land.starkeorte.store.Condition;
import land.starkeorte.store.Index;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;
import land.starkeorte.tasks.TaskKind;

/**
 * What is known about documents; each write is over exactly the version that was read:
 *
 * <pre>
 * pk         sk             what
 * (dossier)  document#(id)  a document
 * (dossier)  count          how many it has, which keeps their number in bounds
 * </pre>
 *
 * Index: what waits for an upload, a check, a scan or its deletion, by time.
 */
class Documents {
    /** No dossier needs more. */
    static final int MOST = 20;

    private final Table table;
    private final DossierTransitions transitions;

    Documents(Table table, DossierTransitions transitions) {
        this.table = table;
        this.transitions = transitions;
    }

    /** How announcing a document ended. */
    enum Added {
        DONE,
        THERE_ALREADY,
        FULL
    }

    /** Which document of which dossier. */
    record Key(String dossier, String id) {}

    Optional<Document> find(String dossier, String id) {
        return table.find(dossier, sk(id), Document.class);
    }

    /** All that are not being deleted, oldest first. */
    List<Document> of(String dossier) {
        return table.all(dossier, sk(""), Document.class).stream()
                .filter(document -> document.state() != Document.State.DELETING)
                .sorted(Comparator.comparing(Document::addedAt))
                .toList();
    }

    /** At most {@link #MOST} at a time, however many are announced at once; refused ones do not count. */
    Added add(Document document) {
        Write put = save(document);
        Write count = table.count(
                document.dossier(), "count", Map.of("documents", 1), new Condition.Below("documents", MOST));
        return table.store()
                .refused(Transaction.of(put, count))
                .map(refused -> refused.equals(put) ? Added.THERE_ALREADY : Added.FULL)
                .orElse(Added.DONE);
    }

    /** Keeps what a check or a scan found, as long as the document waits for it. */
    void keep(String dossier, String id, UnaryOperator<Document> change) {
        var _ = table.store()
                .writing(() -> find(dossier, id)
                        .filter(before -> before.state() == Document.State.AWAITED)
                        .filter(before -> !change.apply(before).equals(before))
                        .map(before -> Transaction.of(save(change.apply(before))))
                        .orElse(Transaction.NONE));
    }

    /** Ends the waiting, with a line in the dossier's history and, for a refusal, a task of the office. */
    boolean decide(Document after) {
        if (after.refusal() == null) {
            return write(after, () -> transitions.note(after.dossier(), after.addedBy(), "Dokument aufgenommen"));
        }
        return write(
                after,
                () -> transitions
                        .noteAndTask(
                                after.dossier(),
                                Caller.SYSTEM,
                                "Dokument abgelehnt",
                                TaskKind.DOCUMENT,
                                after.key(),
                                "Ein Dokument wurde abgelehnt. Fragen Sie nach, ob Hilfe gebraucht wird.")
                        .and(oneLess(after.dossier())));
    }

    /** It is to go, by the wish of {@code who}; nothing where it is gone already. */
    Optional<Document> startDeleting(String dossier, String id, String who) {
        return table.store().retrying(() -> {
            Optional<Document> found = find(dossier, id);
            Document before = found.orElse(null);
            if (before == null || before.state() == Document.State.DELETING) {
                return new Planned<>(Transaction.NONE, found);
            }
            Document going = before.deleting();
            var writes = Transaction.of(save(going)).and(transitions.note(dossier, who, "Dokument gelöscht"));
            return new Planned<>(
                    before.state() == Document.State.REFUSED ? writes : writes.and(oneLess(dossier)),
                    Optional.of(going));
        });
    }

    /** It was never uploaded: gone without a trace. */
    boolean forgetAwaited(Document document) {
        return whileUnchanged(
                document,
                () -> Transaction.of(
                        table.delete(document.dossier(), sk(document.id()), document.version()),
                        oneLess(document.dossier())));
    }

    /** Its files are gone, so its line goes. */
    void deleted(Document document) {
        find(document.dossier(), document.id())
                .filter(found -> found.state() == Document.State.DELETING)
                // Where another run was quicker, there is nothing left to do.
                .ifPresent(found -> table.write(table.delete(found.dossier(), sk(found.id()), found.version())));
    }

    /** Those that were waiting, or being deleted, before then. */
    List<Key> pendingSince(Instant before, int most) {
        return table.first(Index.WAITING, "document", "0", sortable(before), most, Waiting.class).stream()
                .map(one -> new Key(one.pk(), one.sk().substring(sk("").length())))
                .toList();
    }

    private record Waiting(String pk, String sk) {}

    /** @param more made anew for each try, because it depends on the dossier as it is stored */
    private boolean write(Document after, Supplier<Transaction> more) {
        return whileUnchanged(after, () -> Transaction.of(save(after)).and(more.get()));
    }

    /** Writes as long as the document is the one that was read; false when it is not. */
    private boolean whileUnchanged(Document document, Supplier<Transaction> writes) {
        return table.store()
                .retrying(
                        () -> new Planned<>(writes.get(), true),
                        () -> find(document.dossier(), document.id())
                                        .filter(now -> now.version() == document.version())
                                        .isPresent()
                                ? Optional.empty()
                                : Optional.of(false));
    }

    private Write oneLess(String dossier) {
        return table.count(dossier, "count", Map.of("documents", -1));
    }

    private Write save(Document document) {
        var put = table.save(document.dossier(), sk(document.id()), document);
        return switch (document.state()) {
            case AWAITED, DELETING -> put.in(Index.waiting("document", sortable(document.addedAt())));
            case ACCEPTED, REFUSED -> put;
        };
    }

    private static String sk(String id) {
        return "document#" + id;
    }
}

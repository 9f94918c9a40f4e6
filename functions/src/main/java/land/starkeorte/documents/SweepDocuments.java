package land.starkeorte.documents;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.platform.Batch;

/**
 * Finishes what events did not, so that nothing waits for ever and no file lies around that nobody knows of. What stands in
 * the index of those that wait is looked at every quarter of an hour; all that lies in the buckets once a day, because that
 * asks for each.
 */
final class SweepDocuments implements TriggeredFunction {
    /** A check takes seconds, and an event is told again after one and two minutes; a look more does no harm. */
    static final Duration SOON = Duration.ofMinutes(5);

    /** Longer than an upload form is valid, whoever asks for a new one, and than any scan takes. */
    static final Duration PATIENCE = Duration.ofHours(7);

    private static final int BATCH = 1000;

    /** What is not begun by then waits for the next run: the function lives for ten minutes, a check for one. */
    private static final Duration ENOUGH = Duration.ofMinutes(8);

    private final Documents documents;
    private final DocumentStorage storage;
    private final DocumentProcessing processing;
    private final Clock clock;

    SweepDocuments(Documents documents, DocumentStorage storage, DocumentProcessing processing, Clock clock) {
        this.documents = documents;
        this.storage = storage;
        this.processing = processing;
        this.clock = clock;
    }

    /** @param trigger says {@code "only": "pending"} where the buckets need not be looked through */
    @Override
    public void accept(Trigger trigger) {
        boolean tidies = !trigger.event().path("only").asString("").equals("pending");
        Instant now = clock.instant();
        var batch = new Batch("document not tidied");
        batch.attempt("pending", () -> finish(now, batch));
        if (tidies) {
            Instant before = now.minus(PATIENCE);
            batch.attempt(
                    "quarantine",
                    () -> tidy(
                            storage.quarantined(), before, Document.State.AWAITED, batch, storage::discardQuarantined));
            batch.attempt(
                    "archive",
                    () -> tidy(storage.archived(), before, Document.State.ACCEPTED, batch, storage::discardArchived));
        }
        batch.end("Documents not tidied");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        var _ = documents.pendingSince(Instant.EPOCH, 1);
    }

    private void finish(Instant now, Batch batch) {
        for (Documents.Key key : documents.pendingSince(now.minus(SOON), BATCH)) {
            if (clock.instant().isAfter(now.plus(ENOUGH))) {
                throw new IllegalStateException("Left for the next run");
            }
            batch.attempt(
                    key.id(),
                    () -> documents.find(key.dossier(), key.id()).ifPresent(document -> finish(document, now)));
        }
    }

    private void finish(Document document, Instant now) {
        if (document.state() == Document.State.DELETING) {
            processing.delete(document);
            return;
        }
        processing.uploaded(document.dossier(), document.id());
        boolean late = document.addedAt().isBefore(now.minus(PATIENCE));
        documents
                .find(document.dossier(), document.id())
                .filter(later -> later.state() == Document.State.AWAITED)
                .ifPresent(later -> {
                    if (later.isUncheckable() || (late && later.checked() != null)) {
                        processing.giveUp(later);
                    } else if (late) {
                        documents.forgetAwaited(later);
                    }
                });
    }

    private void tidy(
            Stream<DocumentStorage.Stored> stored,
            Instant before,
            Document.State expected,
            Batch batch,
            Consumer<String> discard) {
        try (stored) {
            stored.filter(file -> file.storedAt().isBefore(before))
                    .forEach(file -> batch.attempt(file.key(), () -> {
                        if (isNot(expected, file.key())) {
                            discard.accept(file.key());
                        }
                    }));
        }
    }

    private boolean isNot(Document.State state, String key) {
        String[] names = key.split("/", 2);
        return names.length < 2
                || documents
                        .find(names[0], names[1])
                        .filter(document -> document.state() == state)
                        .isEmpty();
    }
}

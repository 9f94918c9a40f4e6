package land.starkeorte.documents;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import land.starkeorte.lambda.Batch;
import land.starkeorte.lambda.LambdaFunction;

/** Daily: finishes what events did not, so that nothing waits for ever and no file lies around that nobody knows of. */
final class SweepDocuments implements LambdaFunction {
    /** Longer than an upload form is valid and any retry of an event takes. */
    static final Duration PATIENCE = Duration.ofHours(7);

    private static final int BATCH = 1000;

    private final Documents documents;
    private final Files files;
    private final Intake intake;
    private final Clock clock;

    SweepDocuments(Documents documents, Files files, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.intake = new Intake(documents, files);
        this.clock = clock;
    }

    @Override
    public byte[] apply(InputStream event) {
        Instant before = clock.instant().minus(PATIENCE);
        var batch = new Batch("document not tidied");
        documents.pendingSince(before, BATCH).forEach(document -> batch.attempt(document.key(), () -> end(document)));
        try (Stream<Files.Stored> quarantined = files.quarantined()) {
            quarantined
                    .filter(file -> file.storedAt().isBefore(before))
                    .filter(file -> isNot(Document.State.AWAITED, file.key()))
                    .forEach(file -> batch.attempt(file.key(), () -> files.discardQuarantined(file.key())));
        }
        try (Stream<Files.Stored> archived = files.archived()) {
            archived.filter(file -> file.storedAt().isBefore(before))
                    .filter(file -> isNot(Document.State.ACCEPTED, file.key()))
                    .forEach(file -> batch.attempt(file.key(), () -> files.discardArchived(file.key())));
        }
        batch.end("Documents not tidied");
        return new byte[0];
    }

    @Override
    public void prime(Function<InputStream, byte[]> registered) {
        var _ = documents.pendingSince(Instant.EPOCH, 1);
    }

    private void end(Document document) {
        if (document.state() == Document.State.DELETING) {
            intake.delete(document);
            return;
        }
        intake.uploaded(document.dossier(), document.id());
        documents
                .find(document.dossier(), document.id())
                .filter(now -> now.state() == Document.State.AWAITED)
                .ifPresent(now -> {
                    if (now.checked() == null) {
                        documents.forgetAwaited(now);
                    } else {
                        intake.giveUp(now);
                    }
                });
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

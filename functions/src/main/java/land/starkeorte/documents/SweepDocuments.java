package land.starkeorte.documents;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.lambda.Log;

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
        var failed = new ArrayList<String>();
        documents.pendingSince(before, BATCH).forEach(document -> attempt(document.key(), failed, () -> end(document)));
        try (Stream<Files.Stored> quarantined = files.quarantined()) {
            quarantined
                    .filter(file -> file.storedAt().isBefore(before))
                    .filter(file -> isNot(Document.State.AWAITED, file.key()))
                    .forEach(file -> attempt(file.key(), failed, () -> files.discardQuarantined(file.key())));
        }
        try (Stream<Files.Stored> archived = files.archived()) {
            archived.filter(file -> file.storedAt().isBefore(before))
                    .filter(file -> isNot(Document.State.ACCEPTED, file.key()))
                    .forEach(file -> attempt(file.key(), failed, () -> files.discardArchived(file.key())));
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("Documents not tidied: " + failed);
        }
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

    private static void attempt(String key, List<String> failed, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Log.error("document not tidied", key, e);
            failed.add(key);
        }
    }
}

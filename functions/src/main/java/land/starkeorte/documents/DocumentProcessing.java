package land.starkeorte.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import land.starkeorte.store.Retry;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document in. Told twice, in any order, or after a crash at any point, it comes to the same end: either the
 * checked and scanned version lies in the archive and is accepted, or it is refused and nothing of it is left.
 */
final class DocumentProcessing {
    private final Documents documents;
    private final DocumentStorage storage;
    private final BiFunction<Path, FileType, Optional<RejectionReason>> check;

    DocumentProcessing(Documents documents, DocumentStorage storage) {
        this(documents, storage, new ContentCheck()::refuse);
    }

    /** @param check why a file cannot be taken */
    DocumentProcessing(
            Documents documents, DocumentStorage storage, BiFunction<Path, FileType, Optional<RejectionReason>> check) {
        this.documents = documents;
        this.storage = storage;
        this.check = check;
    }

    /** An object was stored in quarantine. */
    void uploaded(String dossier, String id) {
        Document document = awaited(dossier, id);
        if (document != null && document.checked() == null && !document.isUncheckable()) {
            check(document);
        }
        settle(dossier, id);
    }

    /** The scan has an opinion about an object in quarantine. */
    void scanned(String dossier, String id, Document.Scan scan) {
        documents.keep(dossier, id, document -> {
            // A late verdict about another version must not replace the one about the version that was checked.
            boolean known = document.scan() != null
                    && document.checked() != null
                    && document.scan().version().equals(document.checked().version());
            return known ? document : document.scanned(scan);
        });
        settle(dossier, id);
    }

    /** Ends the waiting of a document that no scan has come for, or whose check always ended with its process. */
    void giveUp(Document document) {
        refuse(document, document.isUncheckable() ? RejectionReason.UNCHECKED : RejectionReason.UNSCANNED);
    }

    /** Deletes the files of a document that is to go, then its line. */
    void delete(Document document) {
        storage.discardQuarantined(document.key());
        storage.discardArchived(document.key());
        documents.deleted(document);
    }

    private void check(Document document) {
        Path copy = temporary();
        try {
            Optional<DocumentStorage.Fetched> fetched = storage.fetch(document.key(), copy);
            if (fetched.isEmpty()) {
                return;
            }
            documents.keep(document.dossier(), document.id(), Document::looked);
            DocumentStorage.Fetched file = fetched.get();
            Optional<RejectionReason> found = file.size() != document.size()
                    ? Optional.of(RejectionReason.SIZE)
                    : check.apply(copy, FileType.of(document.type()).orElseThrow());
            var result = new Document.Checked(file.version(), file.sha256(), found.orElse(null));
            documents.keep(document.dossier(), document.id(), now -> now.checked() == null ? now.checked(result) : now);
        } finally {
            remove(copy);
        }
    }

    /** Decides as soon as one opinion refuses, or both are there. */
    private void settle(String dossier, String id) {
        var _ = Retry.until(() -> decide(dossier, id) ? Optional.of(true) : Optional.empty());
    }

    /** False when somebody else wrote in between. */
    private boolean decide(String dossier, String id) {
        Document document = awaited(dossier, id);
        if (document == null) {
            tidy(dossier, id);
            return true;
        }
        Document.Checked looked = document.checked();
        Document.Scan scan = document.scan();
        if (looked != null && looked.refusal() != null) {
            return refuse(document, looked.refusal());
        }
        if (scan != null && scan.verdict() != Document.Verdict.CLEAN) {
            return refuse(
                    document,
                    scan.verdict() == Document.Verdict.MALWARE ? RejectionReason.MALWARE : RejectionReason.UNSCANNED);
        }
        return !document.isClean() || accept(document);
    }

    private boolean accept(Document document) {
        String version = java.util.Objects.requireNonNull(document.checked()).version();
        if (!storage.archive(document.key(), version)) {
            // Another run was here, or somebody deleted it: what is stored now tells.
            return documents
                    .find(document.dossier(), document.id())
                    .filter(now -> now.version() == document.version())
                    .map(now -> refuse(now, RejectionReason.SIZE))
                    .orElse(false);
        }
        if (!documents.decide(document.accepted())) {
            return false;
        }
        storage.discardQuarantined(document.key());
        return true;
    }

    private boolean refuse(Document document, RejectionReason reason) {
        if (!documents.decide(document.refused(reason))) {
            return false;
        }
        storage.discardQuarantined(document.key());
        return true;
    }

    /** Nothing waits under this id any more: what lies there was uploaded too late, or a run died before cleaning up. */
    private void tidy(String dossier, String id) {
        String key = dossier + "/" + id;
        storage.discardQuarantined(key);
        boolean archived = documents
                .find(dossier, id)
                .filter(document -> document.state() == Document.State.ACCEPTED)
                .isPresent();
        if (!archived) {
            storage.discardArchived(key);
        }
    }

    private @Nullable Document awaited(String dossier, String id) {
        return documents
                .find(dossier, id)
                .filter(document -> document.state() == Document.State.AWAITED)
                .orElse(null);
    }

    private static Path temporary() {
        try {
            return java.nio.file.Files.createTempFile("document", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path copy) {
        try {
            java.nio.file.Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

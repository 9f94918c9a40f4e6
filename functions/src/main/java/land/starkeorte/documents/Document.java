package land.starkeorte.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a dossier and how far it has got. The check and the scan may come in either order; whichever is second decides.
 *
 * @param name as the person called it, made safe
 * @param type media type, one of {@link FileType}
 * @param size bytes
 * @param addedBy the official's key
 * @param refusal why it was not taken
 * @param looks how often a check of it was begun; one that ends with its process leaves nothing but this
 * @param version counts the changes, so that two events cannot overwrite each other
 */
record Document(
        String id,
        String dossier,
        String name,
        String type,
        long size,
        State state,
        Instant addedAt,
        String addedBy,
        @Nullable Checked checked,
        @Nullable Scan scan,
        @Nullable RejectionReason refusal,
        @Nullable Integer looks,
        int version) {
    /** An event is told three times, and the sweep looks once more. */
    private static final int MOST_LOOKS = 4;

    enum State {
        /** Announced; the upload, the check or the scan is still to come. */
        AWAITED,
        ACCEPTED,
        REFUSED,
        /** Its files are being deleted; nobody sees it any more. */
        DELETING
    }

    /**
     * @param version of the object that was looked into, so that one uploaded over it later is not mistaken for it
     * @param refusal what the look found, if anything
     */
    record Checked(String version, String sha256, @Nullable RejectionReason refusal) {}

    /** @param version of the object that was scanned */
    record Scan(String version, Verdict verdict) {}

    enum Verdict {
        CLEAN,
        MALWARE,
        /** Skipped, failed or not possible: not clean. */
        UNKNOWN
    }

    static Document awaited(String id, String dossier, String name, FileType kind, long size, String by, Instant now) {
        return new Document(id, dossier, name, kind.type, size, State.AWAITED, now, by, null, null, null, null, 0);
    }

    /** Where its object lies, in quarantine as in the archive. */
    String key() {
        return dossier + "/" + id;
    }

    /** A check of it begins. */
    Document looked() {
        int more = looks == null ? 1 : looks + 1;
        return new Document(
                id, dossier, name, type, size, state, addedAt, addedBy, checked, scan, refusal, more, version);
    }

    /** Whether each check that was begun ended with its process. */
    boolean isUncheckable() {
        return checked == null && looks != null && looks >= MOST_LOOKS;
    }

    Document checked(Checked result) {
        return changed(state, result, scan, refusal);
    }

    Document scanned(Scan result) {
        return changed(state, checked, result, refusal);
    }

    Document accepted() {
        return changed(State.ACCEPTED, checked, scan, null);
    }

    Document refused(RejectionReason reason) {
        return changed(State.REFUSED, checked, scan, reason);
    }

    Document deleting() {
        return changed(State.DELETING, checked, scan, refusal);
    }

    /** Whether the scan that is known is of the object that was checked. */
    boolean isClean() {
        return checked != null
                && scan != null
                && scan.verdict() == Verdict.CLEAN
                && scan.version().equals(checked.version());
    }

    private Document changed(
            State newState, @Nullable Checked newCheck, @Nullable Scan newScan, @Nullable RejectionReason newRefusal) {
        return new Document(
                id,
                dossier,
                name,
                type,
                size,
                newState,
                addedAt,
                addedBy,
                newCheck,
                newScan,
                newRefusal,
                looks,
                version);
    }
}

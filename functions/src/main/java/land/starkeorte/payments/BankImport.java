package land.starkeorte.payments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that the office dropped, and what came of it.
 *
 * @param name as the file was called
 * @param bytes announced
 * @param fault German; why nothing of it was used, empty where it was
 * @param passedOver names of files in an archive that are no statements; absent where nothing was read
 * @param version counts the saves
 */
record BankImport(
        String id,
        String name,
        long bytes,
        Instant at,
        String by,
        State state,
        Counts counts,
        String fault,
        @Nullable List<String> passedOver,
        int version) {
    enum State {
        /** The browser is sending, or the file is being read. */
        WAITING,
        DONE,
        /** Nothing of it was used. */
        REFUSED
    }

    /**
     * How many of its bookings…
     *
     * @param booked …were booked to fees
     * @param queued …wait for the office
     * @param known …had come with an earlier file
     * @param passed …left the account and name no fee
     * @param elsewhere …belong to another account
     */
    record Counts(int booked, int queued, int known, int passed, int elsewhere) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    static BankImport announced(String id, String name, long bytes, Instant now, String by) {
        return new BankImport(id, name, bytes, now, by, State.WAITING, Counts.NONE, "", null, 0);
    }

    BankImport done(Counts newCounts, List<String> others) {
        return new BankImport(id, name, bytes, at, by, State.DONE, newCounts, "", others, version);
    }

    BankImport refused(String newFault) {
        return new BankImport(id, name, bytes, at, by, State.REFUSED, Counts.NONE, newFault, null, version);
    }
}

package land.starkeorte.preselection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * The pre-selection's table:
 *
 * <pre>
 * pk            sk      what
 * founders      (AGS)   a founding municipality
 * digests       (AGS)   what it was told last
 * (dossier id)  poll    its vote
 * </pre>
 *
 * Index: open votes by deadline, closed ones by when they were closed.
 */
final class Polls {
    private static final String FOUNDERS = "founders";

    private final Table table;

    Polls(Table table) {
        this.table = table;
    }

    List<Founder> founders() {
        return table.all(FOUNDERS, Founder.class);
    }

    Optional<Founder> founder(String ags) {
        return table.find(FOUNDERS, ags, Founder.class);
    }

    Transaction put(Founder founder) {
        return Transaction.of(table.save(FOUNDERS, founder.ags(), founder));
    }

    Transaction remove(Founder founder) {
        return Transaction.of(table.delete(FOUNDERS, founder.ags(), founder.version()));
    }

    VoteDigest digest(String ags) {
        return table.find("digests", ags, VoteDigest.class).orElseGet(() -> VoteDigest.none(ags));
    }

    Transaction put(VoteDigest digest) {
        return Transaction.of(table.save("digests", digest.ags(), digest));
    }

    Optional<Poll> find(String dossier) {
        return table.find(dossier, "poll", Poll.class);
    }

    /** The votes on these dossiers, by dossier. */
    Map<String, Poll> find(List<String> dossiers) {
        return table.each(dossiers, "poll", Poll.class);
    }

    Transaction put(Poll poll) {
        var waiting = poll.closedAt() == null
                ? Index.waiting("open", sortable(poll.deadline()) + "#" + poll.dossier())
                : Index.waiting("closed", sortable(poll.closedAt()) + "#" + poll.dossier());
        return Transaction.of(table.save(poll.dossier(), "poll", poll, waiting));
    }

    /** Open ones, the most urgent first. */
    List<Poll> open(int most) {
        return table.first(Index.WAITING, "open", "0", "9", most, Poll.class);
    }

    /** Closed ones, the latest first. */
    List<Poll> closed(int most) {
        return table.last(Index.WAITING, "closed", "0", "9", most, Poll.class);
    }

    private static String sortable(Instant time) {
        return time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }
}

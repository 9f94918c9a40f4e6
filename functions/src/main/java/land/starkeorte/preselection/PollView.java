package land.starkeorte.preselection;

import java.time.Instant;
import java.util.List;
import land.starkeorte.municipalities.Municipalities;
import org.jspecify.annotations.Nullable;

/**
 * A vote for the office: how many, and only after the result who.
 *
 * @param cast absent for whoever may vote and has not: nobody reads a count before
 * @param votes absent while the vote is open
 */
record PollView(
        boolean open,
        Instant deadline,
        int quorum,
        int electorate,
        @Nullable Integer cast,
        @Nullable PollResult result,
        @Nullable List<CastVote> votes) {
    /** Who voted what: for founders and the office, after the result. */
    record CastVote(String municipality, VoteChoice choice, String reason) {}

    /** A vote that is open, for the office's board. */
    record Line(
            String dossier,
            Instant deadline,
            int electorate,
            @Nullable Integer cast) {
        static Line of(Poll poll, String ags) {
            return new Line(poll.dossier(), poll.deadline(), poll.electorate().size(), PollView.cast(poll, ags));
        }
    }

    /** @param ags the municipality that the reader votes for, if any */
    static PollView of(Poll poll, String ags) {
        return new PollView(
                poll.isOpen(),
                poll.deadline(),
                poll.quorum(),
                poll.electorate().size(),
                cast(poll, ags),
                poll.result(),
                votes(poll));
    }

    static @Nullable List<CastVote> votes(Poll poll) {
        return poll.isOpen()
                ? null
                : poll.votes().entrySet().stream()
                        .map(entry -> new CastVote(
                                Municipalities.named(entry.getKey()).label(),
                                entry.getValue().choice(),
                                entry.getValue().reason()))
                        .toList();
    }

    private static @Nullable Integer cast(Poll poll, String ags) {
        boolean hidden = poll.isOpen()
                && poll.electorate().contains(ags)
                && !poll.votes().containsKey(ags);
        return hidden ? null : poll.votes().size();
    }
}

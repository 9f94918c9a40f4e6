package land.starkeorte.preselection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a founder votes on.
 *
 * @param answers of the application, without people's addresses and without where the invoice goes
 * @param reason why this founder voted so, and {@code cast} how many have voted: absent before they have
 * @param votes absent while the vote is open
 * @param next what to vote on after this; absent where nothing waits
 */
record FounderPollView(
        @JsonUnwrapped Line line,
        ObjectNode answers,
        int quorum,
        int electorate,
        boolean canVote,
        @Nullable String reason,
        @Nullable Integer cast,
        @Nullable List<PollView.CastVote> votes,
        @Nullable Next next) {
    /**
     * One of many.
     *
     * @param yours absent as long as this founder has not voted
     * @param ended how the dossier ended; absent as long as nothing is decided
     */
    record Line(
            String dossier,
            String municipality,
            String reference,
            Instant deadline,
            boolean open,
            @Nullable VoteChoice yours,
            @Nullable PollResult result,
            Poll.@Nullable Ended ended) {
        static Line of(Poll poll, Founder founder) {
            Vote yours = poll.votes().get(founder.ags());
            return new Line(
                    poll.dossier(),
                    poll.municipality(),
                    poll.reference(),
                    poll.deadline(),
                    poll.isOpen(),
                    yours == null ? null : yours.choice(),
                    poll.result(),
                    poll.ended());
        }
    }

    /** The most urgent of the others. */
    record Next(String dossier, String municipality, Instant deadline) {
        static Next of(Poll poll) {
            return new Next(poll.dossier(), poll.municipality(), poll.deadline());
        }
    }

    static FounderPollView of(Poll poll, Founder founder, ObjectNode answers, boolean canVote, @Nullable Next next) {
        Vote yours = poll.votes().get(founder.ags());
        return new FounderPollView(
                Line.of(poll, founder),
                answers,
                poll.quorum(),
                poll.electorate().size(),
                canVote,
                yours == null ? null : yours.reason(),
                yours == null ? null : poll.votes().size(),
                PollView.votes(poll),
                next);
    }
}

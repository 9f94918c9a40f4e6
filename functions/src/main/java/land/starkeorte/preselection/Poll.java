package land.starkeorte.preselection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.forms.GermanFormat;
import org.jspecify.annotations.Nullable;

/**
 * The founders' vote on one applicant. All of it is one record, so that a voice and the result it brings are written
 * together.
 *
 * @param municipality label of the applicant
 * @param deadline the end of a day
 * @param electorate keys (AGS) of the municipalities that were founders when it was opened
 * @param quorum so many voices make it valid, abstentions included
 * @param votes by AGS
 * @param ended how the dossier ended; from then on the founders read it no more. Absent as long as nothing is decided
 */
record Poll(
        String dossier,
        String municipality,
        String reference,
        Instant openedAt,
        Instant deadline,
        int quorum,
        List<String> electorate,
        Map<String, Vote> votes,
        @Nullable PollResult result,
        @Nullable Instant closedAt,
        @Nullable Ended ended,
        int version) {
    /** What became of the dossier. */
    enum Ended {
        WITHDRAWN,
        DECLINED,
        ADMITTED
    }

    /** A correction that crossed the deadline leaves the founders this long to look at it. */
    private static final Period AFTER_CORRECTION = Period.ofDays(3);

    static Poll open(
            String dossier,
            String municipality,
            String reference,
            List<String> electorate,
            int quorum,
            Period length,
            Instant now) {
        return new Poll(
                dossier,
                municipality,
                reference,
                now,
                in(length, now),
                quorum,
                electorate,
                Map.of(),
                null,
                null,
                null,
                0);
    }

    private static Instant in(Period length, Instant now) {
        return GermanFormat.endOf(GermanFormat.dayOf(now).plus(length));
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** With this voice instead of the municipality's earlier one. */
    Poll with(String ags, Vote vote) {
        var all = new LinkedHashMap<>(votes);
        all.put(ags, vote);
        return changed(deadline, all, null, null);
    }

    /** How many take part: whoever stepped aside does not. */
    int cast() {
        return votes.size() - count(VoteChoice.ASIDE);
    }

    int count(VoteChoice choice) {
        return (int)
                votes.values().stream().filter(vote -> vote.choice() == choice).count();
    }

    /** The municipalities that have not said anything yet. */
    List<String> silent() {
        return electorate.stream().filter(ags -> !votes.containsKey(ags)).toList();
    }

    /**
     * The result, as soon as there is one: when the quorum is reached and the voices do not stand even, when it cannot be
     * reached any more, when all have spoken, or at the deadline.
     */
    Optional<PollResult> result(Instant now) {
        boolean over = !now.isBefore(deadline) || silent().isEmpty();
        boolean even = count(VoteChoice.YES) == count(VoteChoice.NO);
        if (cast() + silent().size() < quorum || (over && cast() < quorum)) {
            return Optional.of(PollResult.NO_QUORUM);
        }
        if (cast() < quorum || (even && !over)) {
            return Optional.empty();
        }
        if (even) {
            return Optional.of(PollResult.TIE);
        }
        return Optional.of(count(VoteChoice.YES) > count(VoteChoice.NO) ? PollResult.YES : PollResult.NO);
    }

    /** @param end its result; absent where there is nothing to vote on any more */
    Poll closed(@Nullable PollResult end, Instant now) {
        return changed(deadline, votes, end, now);
    }

    /** The dossier has ended; a vote that was open ends without a result. */
    Poll ended(Ended how, Instant now) {
        return new Poll(
                dossier,
                municipality,
                reference,
                openedAt,
                deadline,
                quorum,
                electorate,
                votes,
                result,
                closedAt == null ? now : closedAt,
                how,
                version);
    }

    /** The dossier waits for a correction: nobody can vote on it, and the time goes on afterwards. */
    Poll extended(Instant now) {
        return changed(in(AFTER_CORRECTION, now), votes, null, null);
    }

    /** How urgent it is: 1 when it is new, 2 from halfway on, 3 on the last two days. */
    int urgency(LocalDate today) {
        LocalDate last = GermanFormat.dayOf(deadline);
        if (!today.isBefore(last.minusDays(1))) {
            return 3;
        }
        LocalDate first = GermanFormat.dayOf(openedAt);
        return today.isBefore(first.plusDays(ChronoUnit.DAYS.between(first, last) / 2)) ? 1 : 2;
    }

    private Poll changed(
            Instant newDeadline, Map<String, Vote> newVotes, @Nullable PollResult end, @Nullable Instant closed) {
        return new Poll(
                dossier,
                municipality,
                reference,
                openedAt,
                newDeadline,
                quorum,
                electorate,
                newVotes,
                end,
                closed,
                ended,
                version);
    }
}

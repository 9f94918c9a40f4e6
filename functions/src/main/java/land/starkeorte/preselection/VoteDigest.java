package land.starkeorte.preselection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a founding municipality was told last of the votes in which its voice is missing; one mail a day at most.
 *
 * @param day of the last mail; absent before the first
 * @param told by dossier: until when, and how urgently
 */
record VoteDigest(String ags, @Nullable LocalDate day, Map<String, String> told, int version) {
    VoteDigest {
        told = Map.copyOf(told);
    }

    static VoteDigest none(String ags) {
        return new VoteDigest(ags, null, Map.of(), 0);
    }

    /** Whether they were never told of this vote. */
    boolean isNew(Poll poll) {
        return !told.containsKey(poll.dossier());
    }

    /** Whether there is something to say about it that was not said yet. */
    boolean isNews(Poll poll, LocalDate today) {
        return !words(poll, today).equals(told.get(poll.dossier()));
    }

    /** After the mail about these. */
    VoteDigest telling(Collection<Poll> polls, LocalDate today) {
        var said = polls.stream().collect(Collectors.toMap(Poll::dossier, poll -> words(poll, today)));
        return new VoteDigest(ags, today, said, version);
    }

    private static String words(Poll poll, LocalDate today) {
        return poll.deadline() + "#" + poll.urgency(today);
    }
}

package land.starkeorte.preselection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.ScheduledJob;
import land.starkeorte.store.Table;

/**
 * A founding municipality is told of all votes in which its voice is missing, in one mail, on days on which one of them is
 * new, half over or nearly over. The schedule starts this by day alone, and as often as it likes.
 */
final class VoteDigests implements ScheduledJob {
    private static final int MOST = 500;

    private final Polls polls;
    private final DossierTransitions transitions;
    private final Outbox outbox;
    private final Table table;

    VoteDigests(Polls polls, DossierTransitions transitions, Outbox outbox, Table table) {
        this.polls = polls;
        this.transitions = transitions;
        this.outbox = outbox;
        this.table = table;
    }

    @Override
    public void go(Instant now, ScheduledJob.Attempts each) {
        LocalDate today = GermanFormat.dayOf(now);
        List<Poll> open = polls.open(MOST).stream()
                .filter(poll -> now.isBefore(poll.deadline()))
                .toList();
        for (Founder founder : polls.founders()) {
            each.attempt(founder.ags(), () -> tell(founder, open, today, now));
        }
    }

    private void tell(Founder founder, List<Poll> open, LocalDate today, Instant now) {
        VoteDigest before = polls.digest(founder.ags());
        List<Poll> missing = open.stream()
                .filter(poll -> poll.silent().contains(founder.ags()))
                .toList();
        if (today.equals(before.day()) || missing.stream().noneMatch(poll -> before.isNews(poll, today))) {
            return;
        }
        // While a municipality corrects its answers nobody can vote on it.
        var candidates = transitions.find(missing.stream().map(Poll::dossier).toList());
        List<Poll> waiting = missing.stream()
                .filter(poll -> candidates.containsKey(poll.dossier())
                        && candidates.get(poll.dossier()).state() == DossierState.SUBMITTED)
                .toList();
        if (waiting.stream().noneMatch(poll -> before.isNews(poll, today))) {
            return;
        }
        // Written together, so that of two rounds at the same moment one tells nothing.
        var writes = polls.put(before.telling(waiting, today));
        table.write(writes.and(outbox.put(PollMails.missing(founder, waiting, before), now)));
    }
}

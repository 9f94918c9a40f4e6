package land.starkeorte.preselection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import land.starkeorte.applications.Candidate;
import land.starkeorte.forms.German;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Mail;

/** What founders and applicants are told. */
final class Occasions {
    private Occasions() {}

    /** There is something to vote on. */
    static List<Mail> opened(Poll poll, Collection<Founder> founders) {
        return toFounders("vote", poll, founders);
    }

    /** To those who have not voted yet. */
    static List<Mail> reminder(Poll poll, Collection<Founder> founders) {
        return toFounders(
                "votereminder",
                poll,
                founders.stream()
                        .filter(founder -> poll.silent().contains(founder.ags()))
                        .toList());
    }

    /** The founders want to meet the municipality: it can book its interview. */
    static List<Mail> preselected(Candidate candidate) {
        return candidate.mails().stream()
                .map(to -> new Mail(Secrets.id(), to, "preselected", model(candidate), candidate.id(), candidate.id()))
                .toList();
    }

    private static Map<String, String> model(Candidate candidate) {
        return Map.of(
                "municipality", candidate.municipality().label(),
                "dossier", candidate.id(),
                "reference", candidate.reference());
    }

    private static List<Mail> toFounders(String template, Poll poll, Collection<Founder> founders) {
        var mails = new ArrayList<Mail>();
        for (Founder founder : founders) {
            for (String to : founder.mails()) {
                // About no dossier: a founder's mail must not tell, in the ledger, who has not voted yet.
                mails.add(new Mail(Secrets.id(), to, template, model(poll), null, null));
            }
        }
        return mails;
    }

    private static Map<String, String> model(Poll poll) {
        return Map.of(
                "municipality", poll.municipality(),
                "dossier", poll.dossier(),
                "reference", poll.reference(),
                "until", until(poll.deadline()));
    }

    private static String until(Instant deadline) {
        return German.moment(deadline);
    }
}

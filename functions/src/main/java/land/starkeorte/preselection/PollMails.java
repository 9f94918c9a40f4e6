package land.starkeorte.preselection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;

/** What founders and applicants are told. */
final class PollMails {
    private PollMails() {}

    /**
     * To a founding municipality: all votes in which its voice is missing, the most urgent first. About no dossier: the ledger
     * must not tell who has not voted yet.
     */
    static List<Mail> missing(Founder founder, Collection<Poll> polls, VoteDigest before) {
        var model = new HashMap<String, String>();
        model.put("votes", Integer.toString(polls.size()));
        int i = 0;
        for (Poll poll : polls) {
            model.put("municipality" + i, poll.municipality());
            model.put("dossier" + i, poll.dossier());
            model.put("until" + i, GermanFormat.day(GermanFormat.dayOf(poll.deadline())));
            model.put("new" + i, before.isNew(poll) ? "neu" : "");
            i++;
        }
        return founder.mails().stream()
                .map(to -> new Mail(Secrets.id(), to, "votes", model, null, null))
                .toList();
    }

    /** The founders want to meet the municipality: it can book its interview. */
    static List<Mail> preselected(DossierSummary summary) {
        return summary.mails().stream()
                .map(to -> new Mail(
                                Secrets.id(),
                                to,
                                "preselected",
                                model(summary),
                                new LinkTarget.OneDossier(summary.id()),
                                summary.id())
                        .saying("greeting", summary.greeting(to)))
                .toList();
    }

    private static Map<String, String> model(DossierSummary summary) {
        return Map.of(
                "municipality", summary.municipality().label(),
                "dossier", summary.id(),
                "reference", summary.reference());
    }
}

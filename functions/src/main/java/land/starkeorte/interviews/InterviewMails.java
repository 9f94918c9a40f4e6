package land.starkeorte.interviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Invitation;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;

/** Who is told what about an interview, with what goes into their calendars. */
final class InterviewMails {
    private InterviewMails() {}

    static List<Mail> booked(DossierSummary summary, Interview interview) {
        return both("booked", "bookedhost", summary, interview, Invitation.Method.REQUEST);
    }

    static List<Mail> moved(DossierSummary summary, Interview interview) {
        return both("moved", "movedhost", summary, interview, Invitation.Method.REQUEST);
    }

    static List<Mail> cancelled(DossierSummary summary, Interview interview) {
        return both("cancelled", "cancelledhost", summary, interview, Invitation.Method.CANCEL);
    }

    /** We cancel, and say why. */
    static List<Mail> calledOff(DossierSummary summary, Interview interview, String reason) {
        var invitation = invitation(summary, interview, Invitation.Method.CANCEL, interview.sequence());
        var mails = new ArrayList<Mail>();
        for (Mail mail : toOfficials("calledoff", summary, interview, invitation)) {
            mails.add(mail.saying(Mail.TEXT, reason));
        }
        mails.add(toHost("cancelledhost", summary, interview, invitation));
        return mails;
    }

    /** To the host whose slot was given up for another host's. */
    static Mail gone(DossierSummary summary, Interview interview, int sequence) {
        var invitation = invitation(summary, interview, Invitation.Method.CANCEL, sequence);
        return toHost("cancelledhost", summary, interview, invitation);
    }

    static List<Mail> reminder(DossierSummary summary, Interview interview) {
        var mails = new ArrayList<>(toOfficials("interviewreminder", summary, interview, null));
        mails.add(toHost("interviewreminderhost", summary, interview, null));
        return mails;
    }

    static List<Mail> missed(DossierSummary summary) {
        return summary.mails().stream()
                .map(to -> new Mail(
                                Secrets.id(),
                                to,
                                "missed",
                                model(summary),
                                new LinkTarget.OneDossier(summary.id()),
                                summary.id())
                        .saying("greeting", summary.greeting(to)))
                .toList();
    }

    private static List<Mail> both(
            String forOfficials,
            String forHost,
            DossierSummary summary,
            Interview interview,
            Invitation.Method method) {
        var invitation = invitation(summary, interview, method, interview.sequence());
        var mails = new ArrayList<>(toOfficials(forOfficials, summary, interview, invitation));
        mails.add(toHost(forHost, summary, interview, invitation));
        return mails;
    }

    private static List<Mail> toOfficials(
            String template, DossierSummary summary, Interview interview, @Nullable Invitation invitation) {
        return summary.mails().stream()
                .map(to -> new Mail(
                                Secrets.id(),
                                to,
                                template,
                                model(summary, interview),
                                new LinkTarget.OneDossier(summary.id()),
                                summary.id(),
                                invitation)
                        .saying("greeting", summary.greeting(to)))
                .toList();
    }

    private static Mail toHost(
            String template, DossierSummary summary, Interview interview, @Nullable Invitation invitation) {
        return new Mail(
                Secrets.id(),
                interview.hostMail(),
                template,
                model(summary, interview),
                null,
                summary.id(),
                invitation);
    }

    private static Invitation invitation(
            DossierSummary summary, Interview interview, Invitation.Method method, int sequence) {
        return new Invitation(
                "interview-" + summary.id(),
                sequence,
                method,
                interview.start(),
                interview.end(),
                "Kennenlerngespräch Starke Orte: " + summary.municipality().label(),
                interview.link());
    }

    private static Map<String, String> model(DossierSummary summary, Interview interview) {
        var model = new java.util.HashMap<>(model(summary));
        model.put("when", GermanFormat.moment(interview.start()));
        model.put("link", interview.link());
        return model;
    }

    private static Map<String, String> model(DossierSummary summary) {
        return Map.of(
                "municipality", summary.municipality().label(),
                "dossier", summary.id(),
                "reference", summary.reference());
    }
}

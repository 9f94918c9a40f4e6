package land.starkeorte.interviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import land.starkeorte.applications.DossierSummary;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Invitation;
import land.starkeorte.mail.Mail;
import org.jspecify.annotations.Nullable;

/** Who is told what about an interview, with what goes into their calendars. */
final class InterviewMails {
    private InterviewMails() {}

    static List<Mail> booked(DossierSummary candidate, Interview interview) {
        return both("booked", "bookedhost", candidate, interview, Invitation.Method.REQUEST);
    }

    static List<Mail> moved(DossierSummary candidate, Interview interview) {
        return both("moved", "movedhost", candidate, interview, Invitation.Method.REQUEST);
    }

    static List<Mail> cancelled(DossierSummary candidate, Interview interview) {
        return both("cancelled", "cancelledhost", candidate, interview, Invitation.Method.CANCEL);
    }

    /** We cancel, and say why. */
    static List<Mail> calledOff(DossierSummary candidate, Interview interview, String reason) {
        var invitation = invitation(candidate, interview, Invitation.Method.CANCEL, interview.sequence());
        var mails = new ArrayList<Mail>();
        for (Mail mail : toOfficials("calledoff", candidate, interview, invitation)) {
            mails.add(mail.saying(Mail.TEXT, reason));
        }
        mails.add(toHost("cancelledhost", candidate, interview, invitation));
        return mails;
    }

    /** To the host whose slot was given up for another host's. */
    static Mail gone(DossierSummary candidate, Interview interview, int sequence) {
        var invitation = invitation(candidate, interview, Invitation.Method.CANCEL, sequence);
        return toHost("cancelledhost", candidate, interview, invitation);
    }

    static List<Mail> reminder(DossierSummary candidate, Interview interview) {
        var mails = new ArrayList<>(toOfficials("interviewreminder", candidate, interview, null));
        mails.add(toHost("interviewreminderhost", candidate, interview, null));
        return mails;
    }

    static List<Mail> missed(DossierSummary candidate) {
        return candidate.mails().stream()
                .map(to -> new Mail(Secrets.id(), to, "missed", model(candidate), candidate.id(), candidate.id())
                        .saying("greeting", candidate.greeting(to)))
                .toList();
    }

    private static List<Mail> both(
            String forOfficials,
            String forHost,
            DossierSummary candidate,
            Interview interview,
            Invitation.Method method) {
        var invitation = invitation(candidate, interview, method, interview.sequence());
        var mails = new ArrayList<>(toOfficials(forOfficials, candidate, interview, invitation));
        mails.add(toHost(forHost, candidate, interview, invitation));
        return mails;
    }

    private static List<Mail> toOfficials(
            String template, DossierSummary candidate, Interview interview, @Nullable Invitation invitation) {
        return candidate.mails().stream()
                .map(to -> new Mail(
                                Secrets.id(),
                                to,
                                template,
                                model(candidate, interview),
                                candidate.id(),
                                candidate.id(),
                                invitation)
                        .saying("greeting", candidate.greeting(to)))
                .toList();
    }

    private static Mail toHost(
            String template, DossierSummary candidate, Interview interview, @Nullable Invitation invitation) {
        return new Mail(
                Secrets.id(),
                interview.hostMail(),
                template,
                model(candidate, interview),
                null,
                candidate.id(),
                invitation);
    }

    private static Invitation invitation(
            DossierSummary candidate, Interview interview, Invitation.Method method, int sequence) {
        return new Invitation(
                "interview-" + candidate.id(),
                sequence,
                method,
                interview.start(),
                interview.end(),
                "Kennenlerngespräch Starke Orte: " + candidate.municipality().label(),
                interview.link());
    }

    private static Map<String, String> model(DossierSummary candidate, Interview interview) {
        var model = new java.util.HashMap<>(model(candidate));
        model.put("when", GermanFormat.moment(interview.start()));
        model.put("link", interview.link());
        return model;
    }

    private static Map<String, String> model(DossierSummary candidate) {
        return Map.of(
                "municipality", candidate.municipality().label(),
                "dossier", candidate.id(),
                "reference", candidate.reference());
    }
}

package land.starkeorte.applications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierStatus;
import land.starkeorte.dossiers.Official;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Attachment;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;
import land.starkeorte.questionnaire.Salutation;

/** What the applicant and the staff are told, and when. */
public final class ApplicationMails {
    private ApplicationMails() {}

    /** Somebody is named in a draft: the link with which to go on writing. */
    static List<Mail> named(Collection<Official> newcomers, String dossier) {
        return newcomers.stream()
                .map(official -> new Mail(
                        Secrets.id(), official.mail(), "draft", Map.of(), new LinkTarget.OneDossier(dossier), dossier))
                .toList();
    }

    /** The application was sent: the staff at once, everybody named in it as soon as their paper is printed. */
    static List<Mail> submitted(Dossier dossier, String staffAddress) {
        return List.of(toStaff("arrived", dossier, staffAddress));
    }

    /** The application was sent: everybody named in it, with what they sent. */
    static List<Mail> received(Dossier dossier, Attachment paper) {
        return toOfficials("received", dossier, Map.of()).stream()
                .map(mail -> mail.with(paper))
                .toList();
    }

    /** The application was withdrawn: everybody named in it, and the staff. */
    static List<Mail> withdrawn(Dossier dossier, String staffAddress) {
        return both("withdrawn", "withdrawal", dossier, staffAddress);
    }

    /** Somebody may open the dossier from now on. */
    static List<Mail> invited(Collection<Official> newcomers, Dossier dossier) {
        return newcomers.stream()
                .map(official -> toOfficial("invited", official, dossier, Map.of()))
                .toList();
    }

    /** Staff ask for a correction; what exactly stands in the dossier, not in the mail. */
    public static List<Mail> asked(Dossier dossier) {
        var until = DossierStatus.correctionDue(Objects.requireNonNull(dossier.correction()));
        return toOfficials("correction", dossier, Map.of("until", GermanFormat.day(until)));
    }

    /** A mail to every official of the dossier. */
    public static List<Mail> toOfficials(String template, Dossier dossier, Map<String, String> more) {
        return dossier.officials().values().stream()
                .map(official -> toOfficial(template, official, dossier, more))
                .toList();
    }

    /** What staff write to many at once; the same order makes the same mail, however often it is made. */
    public static List<Mail> notice(Dossier dossier, String subject, String text, String order) {
        return toOfficials("notice", dossier, Map.of("subject", subject, Mail.TEXT, text)).stream()
                .map(mail -> new Mail(
                        Secrets.derivedId(order + "\n" + dossier.id() + "\n" + mail.to()),
                        mail.to(),
                        mail.template(),
                        mail.model(),
                        mail.links(),
                        mail.about()))
                .toList();
    }

    /** The same to somebody of the office, who wants to see what it will look like: without links, in nobody's ledger. */
    public static Mail trial(Mail notice, String to, String order) {
        var model = new HashMap<>(notice.model());
        model.computeIfPresent("subject", (name, subject) -> "Test: " + subject);
        return new Mail(Secrets.derivedId(order + "\ntrial"), to, notice.template(), model, null, null);
    }

    /** A mail to the office about a dossier. */
    static Mail toStaff(String template, Dossier dossier, String staffAddress) {
        return new Mail(Secrets.id(), staffAddress, template, model(dossier), null, dossier.id());
    }

    /** Somebody says that {@code standing} is not their municipality's, and would send {@code draft}. */
    static Mail disputed(Dossier standing, Dossier draft, String staffAddress) {
        var model = new HashMap<>(model(standing));
        model.put("standing", people(standing));
        model.put("disputing", people(draft));
        model.put(
                "until",
                GermanFormat.day(DossierStatus.day(Instant.ofEpochSecond(Objects.requireNonNull(draft.expires())))));
        return new Mail(Secrets.id(), staffAddress, "disputed", model, null, standing.id());
    }

    private static String people(Dossier dossier) {
        return dossier.answers()
                .path("contacts")
                .valueStream()
                .map(contact -> "%s, %s, %s"
                        .formatted(
                                contact.path("name").asString(""),
                                contact.path("office").asString(""),
                                contact.path("mail").asString("")))
                .collect(Collectors.joining("; "));
    }

    /** Somebody asks for links; whether there are any is decided when the mail is sent, so that the answer tells nothing. */
    static Mail linksRequested(String address) {
        return new Mail(Secrets.id(), address, "links", Map.of(), new LinkTarget.EveryDossier(), null);
    }

    /** Somebody comes with a link that works no longer. */
    static Mail linkRequested(Official official, String dossier) {
        return new Mail(Secrets.id(), official.mail(), "links", Map.of(), new LinkTarget.OneDossier(dossier), null);
    }

    private static List<Mail> both(String forOfficials, String forStaff, Dossier dossier, String staffAddress) {
        var mails = new ArrayList<>(toOfficials(forOfficials, dossier, Map.of()));
        mails.add(toStaff(forStaff, dossier, staffAddress));
        return mails;
    }

    private static Mail toOfficial(String template, Official official, Dossier dossier, Map<String, String> more) {
        var model = new HashMap<>(model(dossier));
        model.put(Salutation.NAME, Salutation.of(dossier.answers(), official.mail()));
        model.putAll(more);
        return new Mail(
                Secrets.id(), official.mail(), template, model, new LinkTarget.OneDossier(dossier.id()), dossier.id());
    }

    private static Map<String, String> model(Dossier dossier) {
        return Map.of(
                "municipality", dossier.municipality().label(),
                "ags", dossier.municipality().ags(),
                "dossier", dossier.id(),
                "reference", Dossier.readable(Objects.requireNonNull(dossier.reference())));
    }
}

package land.starkeorte.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Mail;

/** What the applicant and the staff are told, and when. */
final class Occasions {
    private Occasions() {}

    /** Somebody is named in a draft: the link with which to go on writing. */
    static List<Mail> named(List<Official> newcomers, String dossier) {
        return newcomers.stream()
                .map(official -> new Mail(Secrets.id(), official.mail(), "draft", Map.of(), dossier))
                .toList();
    }

    /** The application was sent: everybody named in it, and the staff. */
    static List<Mail> submitted(Dossier dossier, String staffAddress) {
        var model = Map.of(
                "municipality", dossier.municipality().label(),
                "ags", dossier.municipality().ags(),
                "reference", readable(Objects.requireNonNull(dossier.reference())));
        var mails = new ArrayList<Mail>();
        dossier.officials()
                .values()
                .forEach(official ->
                        mails.add(new Mail(Secrets.id(), official.mail(), "received", model, dossier.id())));
        mails.add(new Mail(Secrets.id(), staffAddress, "arrived", model, null));
        return mails;
    }

    /** Somebody asks for links; whether there are any is decided when the mail is sent, so that the answer tells nothing. */
    static Mail linksRequested(String address) {
        return new Mail(Secrets.id(), address, "links", Map.of(), Mail.ALL_DOSSIERS);
    }

    /** Two groups of four are easier to read out. */
    static String readable(String reference) {
        return reference.substring(0, 4) + "-" + reference.substring(4);
    }
}

package land.starkeorte.members;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;

/** What members, and the office, are told. */
final class MemberMails {
    private MemberMails() {}

    static List<Mail> welcome(Member member, Collection<String> mails) {
        return mails(mails, "welcome", member, Map.of());
    }

    /** To the office: somebody would like to change a profile. */
    static List<Mail> proposed(Member member, String staffAddress) {
        return mails(List.of(staffAddress), "profileproposed", member, Map.of());
    }

    static List<Mail> published(Member member) {
        return mails(member.mails(), "profilepublished", member, Map.of());
    }

    static List<Mail> rejected(Member member, String reason) {
        return mails(member.mails(), "profilerejected", member, Map.of("text", reason));
    }

    private static List<Mail> mails(Collection<String> to, String template, Member member, Map<String, String> more) {
        var model = new java.util.HashMap<>(more);
        model.put("municipality", member.municipality().name());
        model.put("ags", member.ags());
        return to.stream()
                .map(mail -> new Mail(Secrets.id(), mail, template, model, null, member.dossier()))
                .toList();
    }
}

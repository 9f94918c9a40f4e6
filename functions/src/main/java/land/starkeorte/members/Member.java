package land.starkeorte.members;

import java.time.Instant;
import java.util.List;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.municipalities.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * A municipality that belongs to the network.
 *
 * @param dossier of its application; absent for the founders
 * @param mails of those who act for it
 * @param since absent for the founders, whose day nobody wrote down
 * @param ambassador whether it belongs to Starke Orte Plus
 * @param welcomed whether the membership has begun; before, it has only paid
 */
record Member(
        String ags,
        @Nullable String dossier,
        List<String> mails,
        @Nullable Instant since,
        boolean ambassador,
        boolean welcomed,
        int version) {
    Member {
        mails = List.copyOf(mails);
    }

    static Member paid(String ags, String dossier) {
        return new Member(ags, dossier, List.of(), null, false, false, 0);
    }

    Member welcomed(List<String> newMails, Instant now) {
        return new Member(ags, dossier, newMails, now, ambassador, true, version);
    }

    Member ambassador(boolean is) {
        return new Member(ags, dossier, mails, since, is, welcomed, version);
    }

    Member with(List<String> newMails) {
        return new Member(ags, dossier, newMails, since, ambassador, welcomed, version);
    }

    Municipality municipality() {
        return Municipalities.named(ags);
    }
}

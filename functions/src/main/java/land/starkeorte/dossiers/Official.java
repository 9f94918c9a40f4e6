package land.starkeorte.dossiers;

import land.starkeorte.access.Holder;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.platform.Secrets;

/**
 * A person of the municipality who may open the dossier.
 *
 * @param grant drawn anew each time the person is named, so that links and sessions of before a removal stay void
 */
public record Official(String mail, String grant) {
    public static Official named(String mail) {
        return new Official(MailAddresses.normal(mail), Secrets.id());
    }

    /** Names the person where the address must not stand. */
    public String key() {
        return key(mail);
    }

    /** Whom links and sessions of this person belong to. */
    public Holder holder() {
        return new Holder(key(), grant);
    }

    public static String key(String mail) {
        return Secrets.derivedId("official\n" + MailAddresses.normal(mail));
    }
}

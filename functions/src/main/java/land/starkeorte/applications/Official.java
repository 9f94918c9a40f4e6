package land.starkeorte.applications;

import land.starkeorte.forms.Addresses;
import land.starkeorte.lambda.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A person of the municipality who may open the dossier.
 *
 * @param link fingerprint of the secret in the newest link mailed to this person; an older link is void
 */
record Official(String mail, @Nullable String link) {
    static Official unlinked(String mail) {
        return new Official(Addresses.normal(mail), null);
    }

    /** Names the person where the address must not stand. */
    String key() {
        return key(mail);
    }

    static String key(String mail) {
        return Secrets.hash("official\n" + Addresses.normal(mail)).substring(0, 32);
    }
}

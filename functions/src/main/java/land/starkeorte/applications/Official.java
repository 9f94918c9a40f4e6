package land.starkeorte.applications;

import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.forms.Addresses;
import land.starkeorte.lambda.Secrets;

/**
 * A person of the municipality who may open the dossier.
 *
 * @param links fingerprints of the secrets in the newest links mailed to this person, newest first; older ones are void
 */
record Official(String mail, List<String> links) {
    /** A mail about the dossier must not shut the window in which somebody reads it. */
    private static final int MOST_LINKS = 10;

    static Official unlinked(String mail) {
        return new Official(Addresses.normal(mail), List.of());
    }

    /** @param onlyThis whether the older links are void from now on */
    Official linked(String fingerprint, boolean onlyThis) {
        var newest = Stream.concat(Stream.of(fingerprint), onlyThis ? Stream.empty() : links.stream())
                .limit(MOST_LINKS)
                .toList();
        return new Official(mail, newest);
    }

    /** Names the person where the address must not stand. */
    String key() {
        return key(mail);
    }

    static String key(String mail) {
        return Secrets.id("official\n" + Addresses.normal(mail));
    }
}

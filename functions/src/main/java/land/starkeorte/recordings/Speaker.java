package land.starkeorte.recordings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is seen or heard. They are shown only with their consent (Art. 6 (1) a, Art. 7 (1) GDPR: it must be possible
 * to prove it).
 *
 * @param office of which house, for whom
 * @param consentOn the day of the consent; absent where there is none, or no longer
 * @param consentIn where it is filed
 */
record Speaker(String name, String office, @Nullable LocalDate consentOn, String consentIn) {
    boolean hasConsented() {
        return consentOn != null && !consentIn.isEmpty();
    }
}

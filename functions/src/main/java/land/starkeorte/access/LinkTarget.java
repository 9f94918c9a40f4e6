package land.starkeorte.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What links open. It is stored with the mail that will carry them as a single word: the id of a dossier, {@code all}, or
 * {@code registration#(event)#(id)}.
 */
public sealed interface LinkTarget {
    /** One dossier of the receiver. */
    record OneDossier(String id) implements LinkTarget {
        @Override
        public String word() {
            return id;
        }
    }

    /** Every dossier that the receiver may open. */
    record EveryDossier() implements LinkTarget {
        @Override
        public String word() {
            return ALL;
        }
    }

    /** A delegation to an event. */
    record OneRegistration(String event, String id) implements LinkTarget {
        @Override
        public String word() {
            return String.join("#", REGISTRATION, event, id);
        }
    }

    /** How every dossier is written. */
    String ALL = "all";

    /** What a registration's word begins with. */
    String REGISTRATION = "registration";

    /** As it is stored. */
    @JsonValue
    String word();

    /** What a stored word means. */
    @JsonCreator
    static LinkTarget of(String word) {
        String[] parts = word.split("#", -1);
        if (parts.length == 3 && parts[0].equals(REGISTRATION)) {
            return new OneRegistration(parts[1], parts[2]);
        }
        return word.equals(ALL) ? new EveryDossier() : new OneDossier(word);
    }
}

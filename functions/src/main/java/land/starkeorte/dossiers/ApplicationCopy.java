package land.starkeorte.dossiers;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the municipality sent, as a paper of its own: the application, then each correction. The answers stand here until it is
 * printed, so that it shows what was sent whatever happens meanwhile.
 *
 * @param number 1 is the application as it was first sent
 * @param sender name and address, as they stand in the answers
 * @param paper where the paper lies, once it is printed
 */
public record ApplicationCopy(
        String dossier,
        int number,
        Instant at,
        String sender,
        @Nullable ObjectNode answers,
        @Nullable String paper,
        int version) {
    /** As long as the bucket keeps the paper (template.yaml, CopiesBucket), which is as long as the ledger keeps its mail. */
    static final Duration KEPT = Duration.ofDays(400);

    /**
     * What is sent now.
     *
     * @param by the {@link Official#key()} of the sender
     */
    public static ApplicationCopy of(Dossier sent, int number, String by, Instant at) {
        return new ApplicationCopy(sent.id(), number, at, sender(sent, by), sent.answers(), null, 0);
    }

    public ApplicationCopy printed(String where) {
        return new ApplicationCopy(dossier, number, at, sender, null, where, version);
    }

    private static String sender(Dossier sent, String by) {
        Official official = sent.officials().get(by);
        if (official == null) {
            return "der Kommune";
        }
        return sent.answers()
                .path("contacts")
                .valueStream()
                .filter(contact ->
                        Official.key(contact.path("mail").asString("")).equals(by))
                .map((JsonNode contact) -> contact.path("name").asString("") + ", " + official.mail())
                .findFirst()
                .orElse(official.mail());
    }
}

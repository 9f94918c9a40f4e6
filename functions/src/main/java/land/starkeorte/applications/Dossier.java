package land.starkeorte.applications;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.municipalities.Municipality;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One municipality's way into the network, from the first draft on.
 *
 * @param version counts the saves, so that two people cannot overwrite each other unknowingly
 * @param answers the cleaned form, see {@link ApplicationForm}
 * @param officials by {@link Official#key()}
 * @param starter key of the person who began it
 * @param invited how many people were ever mailed a link because somebody typed their address
 * @param tabLink fingerprint of the secret that the browser drew when it began the draft
 * @param expires epoch seconds after which a draft is forgotten; absent once it was sent
 */
record Dossier(
        String id,
        int version,
        ObjectNode answers,
        Map<String, Official> officials,
        String starter,
        @Nullable String tabLink,
        int invited,
        Step lastStep,
        @Nullable String reference,
        @Nullable Instant submittedAt,
        @Nullable Long expires) {
    /** A draft is kept this long after its last save. */
    static final Duration DRAFT_KEPT = Duration.ofDays(60);

    /** Nobody needs more; without a limit a draft could be used to write to strangers. */
    static final int MOST_INVITED = 12;

    static Dossier start(String id, ObjectNode answers, String tabLink, Instant now) {
        var officials = officials(answers, Map.of());
        String starter = officials.keySet().iterator().next();
        var began = Step.first(now, starter, "begonnen");
        return new Dossier(
                id, 1, answers, officials, starter, tabLink, officials.size(), began, null, null, expiry(now));
    }

    /** @param keep the person who saves, who stays an official even when the contacts no longer say so */
    Dossier saved(ObjectNode newAnswers, @Nullable String keep, Instant now) {
        var newOfficials = officials(newAnswers, officials);
        Official saver = keep == null ? null : officials.get(keep);
        if (keep != null && saver != null) {
            newOfficials.put(keep, saver);
        }
        long newcomers = newOfficials.keySet().stream()
                .filter(key -> !officials.containsKey(key))
                .count();
        return new Dossier(
                id,
                version + 1,
                newAnswers,
                newOfficials,
                starter,
                tabLink,
                invited + (int) newcomers,
                lastStep,
                reference,
                submittedAt,
                expiry(now));
    }

    /** @param who the {@link Official#key()} of the sender */
    Dossier submitted(String newReference, String who, Instant now) {
        var sent = lastStep.next(now, who, "Antrag gesendet", State.SUBMITTED);
        return new Dossier(
                id, version + 1, answers, officials, starter, tabLink, invited, sent, newReference, now, null);
    }

    State state() {
        return lastStep.state();
    }

    boolean isExpired(Instant now) {
        return expires != null && expires <= now.getEpochSecond();
    }

    /** Whether this is the secret of the browser tab in which the draft was begun. */
    boolean isTab(String secret) {
        return matches(tabLink, Secrets.hash(secret));
    }

    /** The key of the person whose secret this is, if it is anybody's; compared in constant time. */
    @Nullable
    String opener(String secret) {
        String fingerprint = Secrets.hash(secret);
        String opener = matches(tabLink, fingerprint) ? starter : null;
        for (var official : officials.entrySet()) {
            if (matches(official.getValue().link(), fingerprint)) {
                opener = official.getKey();
            }
        }
        return opener;
    }

    /** Officials that {@code before} did not have. */
    List<Official> newcomers(Dossier before) {
        return officials.entrySet().stream()
                .filter(entry -> !before.officials.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The municipality of a complete form. */
    Municipality municipality() {
        String ags = answers.path("municipality").path("ags").asString("");
        return Municipalities.find(ags).orElseThrow(() -> new IllegalStateException("Unknown AGS " + ags));
    }

    private static LinkedHashMap<String, Official> officials(ObjectNode answers, Map<String, Official> present) {
        var officials = new LinkedHashMap<String, Official>();
        contacts(answers)
                .map(contact -> contact.path("mail").asString(""))
                .filter(mail -> !mail.isEmpty())
                .forEach(mail -> officials.put(
                        Official.key(mail), present.getOrDefault(Official.key(mail), Official.unlinked(mail))));
        return officials;
    }

    private static Stream<JsonNode> contacts(ObjectNode answers) {
        return answers.path("contacts").valueStream();
    }

    private static boolean matches(@Nullable String stored, String fingerprint) {
        return stored != null && MessageDigest.isEqual(stored.getBytes(US_ASCII), fingerprint.getBytes(US_ASCII));
    }

    private static long expiry(Instant now) {
        return now.plus(DRAFT_KEPT).getEpochSecond();
    }
}

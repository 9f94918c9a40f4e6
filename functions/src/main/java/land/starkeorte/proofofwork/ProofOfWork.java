package land.starkeorte.proofofwork;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import land.starkeorte.platform.Json;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Proof of work by ALTCHA: a browser computes for about a second before it may write something without a secret. No third
 * party, nothing to click, nothing to see.
 */
public final class ProofOfWork {
    /** Half of it on average: some 0.3 s on an office computer, some seconds on an old telephone. */
    private static final long LARGEST_NUMBER = 30_000;

    /** Long enough to type an address slowly. */
    private static final Duration VALID = Duration.ofMinutes(20);

    private static final Pattern EXPIRY = Pattern.compile("[?&]expires=(\\d{1,12})(?:&|$)");

    private final Supplier<String> signingKey;
    private final Clock clock;
    private @Nullable String key;

    /** @param signingKey asked once, at the first use */
    public ProofOfWork(Supplier<String> signingKey, Clock clock) {
        this.signingKey = signingKey;
        this.clock = clock;
    }

    /** A task for the browser, as ALTCHA's widget reads it. */
    public record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    /** A task for the browser. */
    public Challenge challenge() {
        var options = new Altcha.ChallengeOptions();
        options.algorithm = Altcha.Algorithm.SHA256;
        options.maxNumber = LARGEST_NUMBER;
        options.hmacKey = key();
        options.expires = clock.instant().plus(VALID).getEpochSecond();
        try {
            var challenge = Altcha.createChallenge(options);
            return new Challenge(
                    challenge.algorithm, challenge.challenge, challenge.maxnumber, challenge.salt, challenge.signature);
        } catch (Exception e) {
            throw new IllegalStateException("ALTCHA could not make a challenge", e);
        }
    }

    /**
     * Checks a solution.
     *
     * @param header ALTCHA's payload: base64 of a JSON object
     */
    public Optional<Proof> check(String header) {
        try {
            JsonNode solution = Json.MAPPER.readTree(Base64.getDecoder().decode(header));
            var payload = new Altcha.Payload();
            payload.algorithm = solution.path("algorithm").asString("");
            payload.challenge = solution.path("challenge").asString("");
            payload.number = solution.path("number").asLong(-1);
            payload.salt = solution.path("salt").asString("");
            payload.signature = solution.path("signature").asString("");
            // The library reads its own clock for the expiry, so it is checked here, by ours.
            Instant expires = Instant.ofEpochSecond(expiry(payload.salt));
            return Altcha.verifySolution(payload, key(), false) && expires.isAfter(clock.instant())
                    ? Optional.of(new Proof(payload.challenge, expires))
                    : Optional.empty();
        } catch (Exception e) {
            // The library declares nothing narrower; whatever it cannot read is no proof.
            return Optional.empty();
        }
    }

    private String key() {
        if (key == null) {
            key = signingKey.get();
        }
        return key;
    }

    /** The signed salt ends in {@code ?expires=<epoch seconds>}, followed by an ampersand where there are more. */
    private static long expiry(String salt) {
        var parameter = EXPIRY.matcher(salt);
        return parameter.find() ? Long.parseLong(parameter.group(1)) : 0;
    }
}

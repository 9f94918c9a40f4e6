package land.starkeorte.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether Stripe itself sent this, and just now (Stripe, "Verify webhook signatures manually"): HMAC-SHA256 over time, dot and
 * body as it came, compared in constant time.
 */
final class CardSignature {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String secret;

    CardSignature(String secret) {
        this.secret = secret;
    }

    boolean isValid(String header, String body, Instant now) {
        String time = "";
        var signatures = new ArrayList<String>();
        for (String part : header.split(",", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equals("t")) {
                time = pair[1].strip();
            } else if (pair.length == 2 && pair[0].strip().equals("v1")) {
                signatures.add(pair[1].strip());
            }
        }
        // A secret that is not set must not be one that everybody knows.
        if (secret.equals("-") || !time.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
        byte[] expected = HexFormat.of().formatHex(hmac(time + "." + body)).getBytes(UTF_8);
        boolean known = false;
        for (String signature : signatures) {
            known |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
        }
        return known && Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private byte[] hmac(String data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(data.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}

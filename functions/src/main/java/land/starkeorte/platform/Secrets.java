package land.starkeorte.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Random secrets, ids and their fingerprints: the one random source. */
public final class Secrets {
    /** No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: read aloud on the telephone and typed by hand. */
    private static final String UNAMBIGUOUS = "ACDEFGHJKMNPQRTUWXY34679";

    private Secrets() {}

    /** 256 random bits, base64url. A fresh generator each time, because a restored snapshot would repeat a kept one. */
    public static String secret() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** 128 random bits, hexadecimal. */
    public static String id() {
        byte[] bits = new byte[16];
        new SecureRandom().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** The id that follows from its cause: whoever works it out again comes to the same. */
    public static String derivedId(String cause) {
        return hash(cause).substring(0, 32);
    }

    /** Eight characters nobody confuses, for example {@code KX3M9RTA}. */
    public static String reference() {
        RandomGenerator random = new SecureRandom();
        var reference = new StringBuilder();
        random.ints(8, 0, UNAMBIGUOUS.length()).forEach(index -> reference.append(UNAMBIGUOUS.charAt(index)));
        return reference.toString();
    }

    /** SHA-256, hexadecimal: what is stored instead of a secret. */
    public static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

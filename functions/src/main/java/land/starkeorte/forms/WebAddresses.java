package land.starkeorte.forms;

import java.util.regex.Pattern;

/** Addresses on the web that others click on: encrypted, with a name that says whose they are, and nothing that hides it. */
public final class WebAddresses {
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";

    /** No user before an @, no number in place of a name, no character that ends an attribute or a line. */
    private static final Pattern VALID = Pattern.compile(
            "https://(?:" + LABEL + "\\.)+\\p{L}[\\p{L}\\p{N}-]{1,62}(?::\\d{1,5})?(?:[/?#][^\\s\"<>\\\\]*)?");

    private WebAddresses() {}

    /** Whether a page may link there. */
    public static boolean isValid(String address) {
        return VALID.matcher(address).matches();
    }
}

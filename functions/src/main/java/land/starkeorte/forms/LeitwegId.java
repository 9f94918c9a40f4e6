package land.starkeorte.forms;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The address of an invoice to a public body (KoSIT, format specification 2.0.2): coarse part of digits that begins with
 * the Land or 99, optional fine part, two check digits by ISO 7064 mod 97-10.
 */
public final class LeitwegId {
    private static final Pattern FORM = Pattern.compile(
            "(?:0[1-9]|1[0-6]|99)(?:\\d(?:\\d{2}(?:\\d{3}(?:\\d(?:\\d{3})?)?)?)?)?(?:-[0-9A-Z]{1,30})?-\\d{2}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private LeitwegId() {}

    /** Whether form and check digits are right. */
    public static boolean isValid(String id) {
        return FORM.matcher(id).matches() && digits(id).mod(MODULUS).intValue() == 1;
    }

    /** Letters count as two digits, A = 10 to Z = 35. */
    private static BigInteger digits(String id) {
        var digits = new StringBuilder();
        id.chars().filter(c -> c != '-').forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString());
    }
}

package land.starkeorte.forms;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;

/** Mail addresses as people have them: one mailbox at a domain with a dot, nothing that a mail header could be made of. */
public final class MailAddresses {
    private static final EmailValidator VALID = JMail.strictValidator()
            .requireTopLevelDomain()
            .disallowIpDomain()
            .disallowQuotedIdentifiers()
            .disallowObsoleteWhitespace()
            .disallowExplicitSourceRouting();

    /** SMTP's limit of a path, RFC 5321 section 4.5.3.1.3. */
    public static final int LONGEST = 254;

    private MailAddresses() {}

    /** Whether mail can be sent there. */
    public static boolean isValid(String address) {
        return address.length() <= LONGEST
                && address.chars().allMatch(c -> c > 32 && c < 127)
                && VALID.isValid(address);
    }

    /** The form in which two spellings of one address are equal. */
    public static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}

package land.starkeorte.questionnaire;

import java.util.regex.Pattern;
import land.starkeorte.forms.MailAddresses;
import tools.jackson.databind.node.ObjectNode;

/** How mails begin: with the name, where the application tells whose address it is. */
public final class Salutation {
    /** A model's entry that templates begin with. */
    public static final String NAME = "greeting";

    private static final String PLAIN = "Guten Tag";

    private static final Pattern TYPED = Pattern.compile(
            "(guten (tag|morgen|abend)|sehr geehrte|liebe|hallo|moin|grüß|werte)[^\\n]{0,100}[,!]\\s*(\\n.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private Salutation() {}

    /** Nobody is called Frau or Herr: the form asks for names alone. */
    public static String of(ObjectNode answers, String mail) {
        return answers.path("contacts")
                .valueStream()
                .filter(contact ->
                        MailAddresses.normal(contact.path("mail").asString("")).equals(MailAddresses.normal(mail)))
                .map(contact -> contact.path("name").asString(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> PLAIN + " " + name)
                .orElse(PLAIN);
    }

    /** Whether a text begins with a greeting of its own. */
    public static boolean begins(String text) {
        return TYPED.matcher(text.strip()).matches();
    }
}

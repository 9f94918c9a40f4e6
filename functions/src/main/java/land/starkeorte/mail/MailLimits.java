package land.starkeorte.mail;

import static java.util.function.UnaryOperator.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * How much mail somebody can bring about at an address by typing it: one line for each template, and a template without a
 * line cannot be sent. Two rules hold for all: how often somebody may name others is refused in words, because whoever acts
 * knows of it; what an address has had enough of is left out silently, because nobody is told what others wrote to it. The
 * act itself stands then, and the ledger tells that no mail left.
 *
 * <p>It is counted when a mail leaves, where every mail has to pass, by the mail's id: so no route gets round it, and what is
 * asked for or tried twice counts once.
 */
public final class MailLimits {
    /** How long the ledger tells what was sent: a year and a reminder's length. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int ANY = Integer.MAX_VALUE;

    /** So many strangers can be named in one dossier, whoever is taken out again. */
    public static final int NAMED_IN_DOSSIER = 12;

    /** So often somebody can be named in one registration, by a change of people or of the date. */
    public static final int NAMED_IN_REGISTRATION = 20;

    /** So often an interview is booked, moved and cancelled; each time all officials are told. */
    public static final int CHANGES_OF_INTERVIEW = 12;

    /** A line of the table. */
    private record Limit(String template, int forCause, int toAddress, Duration within) {}

    /** Mails to one address:                 for one cause, in all within. */
    private static final Map<String, Limit> TABLE = Stream.of(
                    // Asked for by anybody who knows an address.
                    limited("links", ANY, 1, Duration.ofMinutes(10)),
                    limited("eventalready", ANY, 1, Duration.ofMinutes(10)),
                    limited("eventlink", ANY, 1, Duration.ofMinutes(10)),
                    limited("eventconfirm", 1, 5, DAY),
                    limited("draft", 1, 5, DAY),
                    // Somebody was named by somebody else: told once.
                    limited("invited", 1, 5, DAY),
                    limited("received", 1, 10, DAY),
                    limited("withdrawn", 1, 10, DAY),
                    limited("eventregistered", 1, 10, DAY),
                    limited("eventcancelled", 1, 10, DAY),
                    limited("eventbind", 1, 10, DAY),
                    limited("eventwaiting", 1, 10, DAY),
                    limited("booked", CHANGES_OF_INTERVIEW, 10, DAY),
                    limited("moved", CHANGES_OF_INTERVIEW, 10, DAY),
                    limited("cancelled", CHANGES_OF_INTERVIEW, 10, DAY),
                    // To whoever is to pay, as whoever booked says; the office can have an invoice made anew.
                    limited("tripinvoice", ANY, 20, DAY),
                    limited("tripreminder", ANY, 20, DAY),
                    limited("tripcancelled", ANY, 20, DAY),
                    limited("trippaid", ANY, 20, DAY),
                    // To the office, when a member says so.
                    limited("profileproposed", ANY, 20, DAY),
                    // To the office, when a stranger says so.
                    limited("disputed", ANY, 20, DAY),
                    // To those who work here.
                    free("arrived"),
                    free("withdrawal"),
                    free("question"),
                    free("corrected"),
                    free("bookedhost"),
                    free("movedhost"),
                    free("cancelledhost"),
                    free("interviewreminderhost"),
                    free("votes"),
                    free("decisionproposed"),
                    free("recordingexpiring"),
                    // The office's own word, a decision's, or a date's.
                    free("correction"),
                    free("message"),
                    free("notice"),
                    free("preselected"),
                    free("calledoff"),
                    free("interviewreminder"),
                    free("missed"),
                    free("admitted"),
                    free("declined"),
                    free("invoice"),
                    free("invoicecancelled"),
                    free("feereminder"),
                    free("paid"),
                    free("welcome"),
                    free("profilepublished"),
                    free("profilerejected"),
                    free("recordingsnew"),
                    free("eventoffer"),
                    free("eventlapsed"),
                    free("eventchanged"),
                    free("eventoff"),
                    free("eventreminder"))
            .collect(toUnmodifiableMap(Limit::template, identity()));

    private MailLimits() {}

    private static Limit limited(String template, int forCause, int toAddress, Duration within) {
        return new Limit(template, forCause, toAddress, within);
    }

    private static Limit free(String template) {
        return new Limit(template, ANY, ANY, DAY);
    }

    /**
     * Mails that are counted together.
     *
     * @param key a fingerprint: no address stands in it
     * @param within after so long it is counted anew
     */
    record Count(String key, int most, Duration within) {}

    /** What a mail is counted for; nothing where it is not limited. */
    static List<Count> of(String template, String address, @Nullable String cause) {
        Limit limit = limit(template);
        String to = mailbox(address);
        return Stream.of(
                        new Count(
                                key(template, "cause", Objects.requireNonNullElse(cause, ""), to),
                                limit.forCause(),
                                KEPT),
                        new Count(key(template, "address", to), limit.toAddress(), limit.within()))
                .filter(count -> count.most() != ANY)
                .toList();
    }

    /** Whether mails of this template must say at whose word they are written. */
    static boolean needsCause(String template) {
        return limit(template).forCause() != ANY;
    }

    private static Limit limit(String template) {
        Limit limit = TABLE.get(template);
        if (limit == null) {
            throw new IllegalArgumentException("Nothing says how often " + template + " may be sent");
        }
        return limit;
    }

    /** One mailbox under all the names that many providers give it: what follows a plus is the owner's own mark. */
    private static String mailbox(String address) {
        return MailAddresses.normal(address).replaceFirst("\\+[^@]*@", "@");
    }

    private static String key(String... parts) {
        return "limit#" + Secrets.hash(String.join("\n", parts));
    }
}

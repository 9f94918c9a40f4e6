package land.starkeorte.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import land.starkeorte.testing.TestTables;

/** Delivers what lies in the outbox, for tests of who is written to. */
public final class Mailman {
    private final Outbox outbox;
    private static final MailRenderer LETTERS =
            new MailRenderer("https://starke-orte.example", "netzwerk@starke-orte.example", key -> new byte[] {1});

    private final MailSender sender;
    private final Fakes.MemoryPost transport = new Fakes.MemoryPost();
    private final Clock clock;

    public Mailman(TestTables tables, Clock clock) {
        this.outbox = new Outbox(tables.store().table(tables.table("OutboxTable")));
        this.clock = clock;
        LinkIssuer links =
                (asked, address) -> List.of(new LinkIssuer.Link("Öffnen", "https://starke-orte.example/#id.secret"));
        this.sender = new MailSender(outbox, links, LETTERS, transport, clock);
    }

    /** Sends all that is due, then says where mail has gone since the beginning. */
    public List<String> deliver() {
        List<String> due = outbox.due(clock.instant(), 1000);
        while (!due.isEmpty()) {
            sender.send(due);
            due = outbox.due(clock.instant(), 1000);
        }
        return List.copyOf(transport.posted);
    }

    /** The mail as it would be written, its first line the subject. */
    public static String text(Mail mail) {
        RenderedMail letter = LETTERS.write(
                mail, List.of(new LinkIssuer.Link("Öffnen", "https://starke-orte.example/#id.secret")), Instant.EPOCH);
        return letter.subject() + "\n" + letter.text();
    }
}

package land.starkeorte.mail;

import static java.time.temporal.ChronoUnit.SECONDS;
import static land.starkeorte.store.Items.sortable;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;

/**
 * The mails still to be sent, and the ledger of those that were:
 *
 * <pre>
 * pk                   sk       what
 * (mail id)            mail     a mail and how far it has got
 * suppressed#(address) address  that nothing may be sent there; a fingerprint
 * limit#(key)          count    what a mail is counted for, see {@link MailLimits}
 * pace                 turn     whose second it is to send what is for many
 * </pre>
 *
 * Indexes: what is still to be sent by the time at which it is due; all mails about a dossier. Its stream tells of new mails.
 */
public final class Outbox {
    private static final Index ABOUT = new Index("about", "about", "queuedAt");

    private final Table table;

    /** Over the outbox's table. */
    public Outbox(Table table) {
        this.table = table;
    }

    /** All of them; belongs into the transaction of whatever the mails tell about. */
    public Transaction put(Collection<Mail> mails, Instant now) {
        return Transaction.all(mails.stream().map(mail -> Transaction.of(put(mail, now))));
    }

    /** Of its own accord; one of the same id that is there already stays as it is. */
    public void add(Mail mail, Instant now) {
        var _ = table.write(put(mail, now));
    }

    /** One of very many: it leaves at once, too, but at SES's pace. */
    public Write putOfMany(Mail mail, Instant now) {
        return put(mail.ofMany(), now);
    }

    /** Belongs into the transaction of whatever the mail tells about. */
    public Write put(Mail mail, Instant now) {
        return save(OutboxEntry.queued(mail, now));
    }

    /** Takes the mail for this sender alone until {@code lease}; nothing if it is gone, not due, or somebody else's. */
    Optional<OutboxEntry> claim(String id, Instant now, Instant lease) {
        return find(id).filter(entry -> entry.isDue(now))
                .map(entry -> entry.claimed(lease))
                .filter(claimed -> table.write(save(claimed)));
    }

    /** It left, saying this; a bounce that was told before this stays noted. */
    void sent(String id, String messageId, SentText written) {
        change(id, entry -> entry.isQueued() ? entry.sent(messageId, written) : entry);
    }

    /** It is over: not sent or come back, for the reason given (no personal data). */
    void closed(String id, OutboxEntry.State state, String reason) {
        change(id, entry -> entry.closed(state, reason));
    }

    /** It stays, to be tried again. */
    void retry(String id, Instant due) {
        change(id, entry -> entry.isQueued() ? entry.due(due, entry.attempts()) : entry);
    }

    /** It stays until then, and this was no attempt. */
    void postpone(String id, Instant due) {
        change(id, entry -> entry.isQueued() ? entry.due(due, entry.attempts() - 1) : entry);
    }

    private void change(String id, UnaryOperator<OutboxEntry> change) {
        var _ = table.store()
                .writing(() -> find(id).filter(before -> !change.apply(before).equals(before))
                        .map(before -> Transaction.of(save(change.apply(before))))
                        .orElse(Transaction.NONE));
    }

    /** A mail that is still to be sent. */
    private record Waiting(String pk) {}

    /** Ids of mails that are due and still here, oldest first. */
    List<String> due(Instant now, int most) {
        return table.first(Index.WAITING, "mail", "0", sortable(now), most, Waiting.class).stream()
                .map(Waiting::pk)
                .toList();
    }

    /** The mail's line in the ledger. */
    public Optional<OutboxEntry> find(String id) {
        return table.find(id, "mail", OutboxEntry.class);
    }

    /** Every mail about this dossier, newest first; the ledger forgets after {@link MailLimits#KEPT}. */
    public List<OutboxEntry> about(String dossier, int most) {
        return table.last(ABOUT, dossier, "0", "9", most, OutboxEntry.class);
    }

    /** How far a mail has got. */
    private record Status(OutboxEntry.State state) {}

    /** How many of these, which were written for many, stand how; those that were never written are left out. */
    public Map<OutboxEntry.State, Integer> standing(List<Mail> mails) {
        var standing = new EnumMap<OutboxEntry.State, Integer>(OutboxEntry.State.class);
        List<String> ids = mails.stream().map(mail -> mail.ofMany().id()).toList();
        table.each(ids, "mail", Status.class)
                .values()
                .forEach(status -> standing.merge(status.state(), 1, Integer::sum));
        return standing;
    }

    /** The second that somebody has taken. */
    private record Turn(Instant second, int version) {}

    /** Takes this second for whoever sends what is for many; false where another has it. */
    boolean isTurn(Instant now) {
        Instant second = now.truncatedTo(SECONDS);
        Turn before = table.find("pace", "turn", Turn.class).orElse(new Turn(Instant.EPOCH, 0));
        return before.second().isBefore(second)
                && table.write(table.save("pace", "turn", new Turn(second, before.version())));
    }

    /**
     * Counts the mail for all of these, or for none where one of them is full: false then. What is counted already is not
     * counted again.
     */
    boolean count(String id, List<MailLimits.Count> counts, Instant now) {
        return new MailCounters(table).count(id, counts, now);
    }

    /** That nothing may be sent to an address. */
    private record Suppressed(String reason, Instant since) {}

    /** Whether nothing may be sent there, because mail came back or its receiver complained. */
    public boolean isSuppressed(String address) {
        return table.find(suppressed(address), "address", Suppressed.class).isPresent();
    }

    /** Nothing is sent there any more, until somebody of the office releases the address. */
    public void suppress(String address, String reason, Instant now) {
        var _ = table.write(table.put(suppressed(address), "address", new Suppressed(reason, now)));
    }

    /** Mail may go to this address again. */
    public void release(String address) {
        // Where nothing is in its way, there is nothing to release.
        var _ = table.write(table.delete(suppressed(address), "address"));
    }

    private static String suppressed(String address) {
        return "suppressed#" + Secrets.hash("suppressed\n" + MailAddresses.normal(address));
    }

    private Write save(OutboxEntry entry) {
        Mail mail = entry.mail();
        var put = table.save(mail.id(), "mail", entry)
                .with("queuedAt", sortable(entry.queuedAt()))
                .with("expires", entry.queuedAt().plus(MailLimits.KEPT).getEpochSecond());
        if (mail.about() != null) {
            put = put.with("about", mail.about());
        }
        return entry.isQueued() ? put.in(Index.waiting("mail", sortable(entry.due()))) : put;
    }
}

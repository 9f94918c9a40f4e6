package land.starkeorte.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails still to be sent, and the ledger of those that were. */
interface Outbox {
    /** Takes the mail for this sender alone until {@code lease}; nothing if it is gone, not due, or somebody else's. */
    Optional<OutboxEntry> claim(String id, Instant now, Instant lease);

    /** It left, saying this; a bounce that was told before this stays noted. */
    void sent(String id, String messageId, SentText written);

    /** It is over: not sent or come back, for the reason given (no personal data). */
    void closed(String id, OutboxEntry.State state, String reason);

    /** It stays, to be tried again. */
    void retry(String id, Instant due);

    /** It stays until then, and this was no attempt. */
    void postpone(String id, Instant due);

    /** Ids of mails that are due and still here, oldest first. */
    List<String> due(Instant now, int most);

    /** Takes this second for whoever sends what is for many; false where another has it. */
    boolean isTurn(Instant now);

    /** The mail's line in the ledger. */
    Optional<OutboxEntry> find(String id);

    /**
     * Counts the mail for all of these, or for none where one of them is full: false then. What is counted already is not
     * counted again.
     */
    boolean count(String id, List<MailLimits.Count> counts, Instant now);

    /** Whether nothing may be sent there, because mail came back or its receiver complained. */
    boolean isSuppressed(String address);

    /** Nothing is sent there any more, until somebody of the office releases the address. */
    void suppress(String address, String reason, Instant now);
}

package land.starkeorte.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;

/**
 * Mailed links and sessions, in a table of their own: under what they open stand {@code link#} and {@code session#}, each with an
 * id that follows from the secret. No secret is stored.
 *
 * <p>A link works until it is used, {@link MailedLink#WORKS} at most. Asking for another one voids nothing, so that a stranger
 * who knows an address cannot shut anybody out.
 */
public final class Sessions {
    /** 256 bits, base64url, as browsers draw them. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Table table;

    /** Over the access table. */
    public Sessions(Table table) {
        this.table = table;
    }

    /** Whether a browser drew this, and drew enough of it. */
    public static boolean isSecret(String secret) {
        return SECRET.matcher(secret).matches();
    }

    /** A new link's secret. */
    public String issue(String subject, Holder holder, Instant now) {
        String secret = Secrets.secret();
        if (!table.write(table.save(subject, linkKey(secret), MailedLink.issued(holder, now)))) {
            throw new IllegalStateException("256 random bits came twice");
        }
        return secret;
    }

    /** The session of the browser in which something was begun; belongs into the transaction of that. */
    public Write begin(String subject, Holder holder, String secret, Instant now) {
        return save(subject, Session.starting(id(secret), holder, Session.Kind.BEGUN, now));
    }

    /**
     * Uses a link. A repeat with the same secrets finds the session that the first try began.
     *
     * @param secret what the browser will come with from now on, see {@link #isSecret}
     * @return nothing where the link is unknown, too old, or was used by another browser
     */
    public Optional<Session> open(String subject, String link, String secret, Session.Kind kind, Instant now) {
        String id = id(secret);
        return table.store().retrying(() -> {
            var found = table.find(subject, linkKey(link), MailedLink.class).filter(mailed -> mailed.opens(id, now));
            if (found.isEmpty()) {
                return new Planned<>(Transaction.NONE, Optional.empty());
            }
            if (found.get().session() != null) {
                return new Planned<>(Transaction.NONE, find(subject, secret, now));
            }
            var session = Session.starting(id, found.get().holder(), kind, now);
            return new Planned<>(
                    Transaction.of(
                            table.save(subject, linkKey(link), found.get().usedFor(id)), save(subject, session)),
                    Optional.of(session));
        });
    }

    /** The living session of this secret; that it was seen is noted. */
    public Optional<Session> find(String subject, String secret, Instant now) {
        var session = table.find(subject, sessionKey(id(secret)), Session.class).filter(found -> found.isAlive(now));
        session.filter(found -> found.isToBeNoted(now))
                // Where another request was quicker, it has noted the same.
                .ifPresent(found -> table.write(save(subject, found.seenAt(now))));
        return session;
    }

    /** Whom the secret of a link or a session belongs to, or belonged to until it was used or over. */
    public Optional<Holder> formerHolder(String subject, String secret) {
        return table.find(subject, linkKey(secret), MailedLink.class)
                .map(MailedLink::holder)
                .or(() -> table.find(subject, sessionKey(id(secret)), Session.class)
                        .map(Session::holder));
    }

    /** All that live, in no order. */
    public List<Session> all(String subject, Instant now) {
        return table.all(subject, "session#", Session.class).stream()
                .filter(session -> session.isAlive(now))
                .toList();
    }

    /** Nobody comes in by it any more; one that is over already stays so. */
    public void end(String subject, String id) {
        table.write(table.delete(subject, sessionKey(id)));
    }

    private Write save(String subject, Session session) {
        return table.save(subject, sessionKey(session.id()), session);
    }

    private static String id(String secret) {
        return Secrets.derivedId("session\n" + secret);
    }

    private static String sessionKey(String id) {
        return "session#" + id;
    }

    private static String linkKey(String secret) {
        return "link#" + Secrets.derivedId("link\n" + secret);
    }
}

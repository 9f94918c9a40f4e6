package land.starkeorte.participants;

import java.util.Optional;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * Addresses of members' own calendars, in the registrations' table:
 *
 * <pre>
 * pk                  sk    what
 * calendar#(secret)   feed  whose calendar a fingerprint of a secret opens
 * calendar-of#(who)   feed  the same, by whom it belongs to
 * </pre>
 */
final class CalendarFeeds {
    private final Table table;

    CalendarFeeds(Table table) {
        this.table = table;
    }

    /**
     * The address of somebody's own calendar.
     *
     * @param fingerprint of the secret in it
     * @param person and their mail, as they signed in
     */
    record Feed(String fingerprint, String person, String mail, String ags, int version) {}

    Optional<Feed> find(String fingerprint) {
        return table.find("calendar#" + fingerprint, "feed", Feed.class);
    }

    Optional<Feed> of(String person) {
        return table.find("calendar-of#" + person, "feed", Feed.class);
    }

    /** It stands under its secret and under its owner; the one before goes. */
    Transaction put(Feed feed, Optional<Feed> before) {
        var writes = Transaction.of(
                table.save("calendar-of#" + feed.person(), "feed", feed),
                table.add("calendar#" + feed.fingerprint(), "feed", feed));
        return before.map(old -> writes.and(table.delete("calendar#" + old.fingerprint(), "feed")))
                .orElse(writes);
    }

    Transaction remove(Feed feed) {
        return Transaction.of(
                table.delete("calendar-of#" + feed.person(), "feed", feed.version()),
                table.delete("calendar#" + feed.fingerprint(), "feed"));
    }
}

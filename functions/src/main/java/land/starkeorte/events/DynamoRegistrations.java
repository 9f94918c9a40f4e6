package land.starkeorte.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.Transaction;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The registrations' table, besides the seats (see {@link Seats}):
 *
 * <pre>
 * pk       sk                        what
 * (event)  registration#(id)         a delegation
 * (event)  turn#(since)#(id)         its turn, as long as it waits
 * (event)  share#(who)               what a municipality or a guest has of the event
 * (event)  making                    that seats are to be made
 * (event)  mailing#(id)              something that all who come are told
 * (event)  attendance#(id)#(number)  whether this person was there
 * (event)  forgotten#(what)          that this was forgotten after the event
 *
 * pk                  sk    what
 * calendar#(secret)   feed  whose calendar a fingerprint of a secret opens
 * calendar-of#(who)   feed  the same, by whom it belongs to
 * </pre>
 *
 * Index: seats held until a time ({@code hold}), mailings under way. Its stream tells
 * of turns, kept seats, seats to be made and mailings.
 */
final class DynamoRegistrations {
    /** DynamoDB's limit for one reading. */
    private static final int MOST_READ = 100;

    /** So many people do not write the same thing at the same moment. */
    private static final int TRIES = 12;

    private final DynamoTable table;

    DynamoRegistrations(DynamoTable table) {
        this.table = table;
    }

    /**
     * What a municipality or a guest has of an event.
     *
     * @param registrations ids of those that have not ended
     * @param people in all of them
     */
    record Quota(List<String> registrations, int people, int version) {
        Quota with(Registration registration) {
            var all = new ArrayList<>(registrations);
            all.add(registration.id());
            return new Quota(all, people + registration.size(), version);
        }

        Quota without(Registration registration) {
            return new Quota(
                    registrations.stream()
                            .filter(id -> !id.equals(registration.id()))
                            .toList(),
                    people - registration.size(),
                    version);
        }
    }

    Optional<Registration> find(String event, String id) {
        return table.find(event, "registration#" + id, Registration.class);
    }

    List<Registration> of(String event) {
        return table.all(event, "registration#", Registration.class);
    }

    /** Those that come after {@code id}, in the order of their ids. */
    List<Registration> after(String event, String id, int most) {
        return table.first(event, "registration#" + id + "!", "registration#~", most, Registration.class);
    }

    Quota share(String event, String who) {
        return table.find(event, "share#" + who, Quota.class).orElse(new Quota(List.of(), 0, 0));
    }

    List<WaitlistEntry> line(String event) {
        return table.all(event, "turn#", WaitlistEntry.class);
    }

    boolean somebodyWaits(String event) {
        return !table.first(event, "turn#", "turn#~", 1, WaitlistEntry.class).isEmpty();
    }

    Optional<WaitlistEntry> turn(Registration registration) {
        return line(registration.event()).stream()
                .filter(turn -> turn.registration().equals(registration.id()))
                .findFirst();
    }

    TransactWriteItem put(Registration registration) {
        String key = "registration#" + registration.id();
        return registration.isHeld() && registration.until() != null
                ? table.save(
                        registration.event(),
                        key,
                        registration,
                        new DynamoTable.IndexEntry("hold", registration.until().toString()))
                : table.save(registration.event(), key, registration);
    }

    TransactWriteItem put(String event, String who, Quota share) {
        return table.save(event, "share#" + who, share);
    }

    TransactWriteItem put(WaitlistEntry turn) {
        return table.save(turn.event(), turn.key(), turn);
    }

    TransactWriteItem take(WaitlistEntry turn) {
        return table.delete(turn.event(), turn.key(), turn.version());
    }

    /** Whoever has not acted in time. */
    List<Registration> expired(Instant now, int most) {
        return table.queryIndex("hold", "0", now.toString(), true, most, Registration.class);
    }

    /** Seats are to be made. */
    record Making(int version) {}

    Transaction making(String event) {
        return Transaction.of(table.save(
                event, "making", table.find(event, "making", Making.class).orElse(new Making(0))));
    }

    Optional<BulkMail> mailing(String event, String id) {
        return table.find(event, "mailing#" + id, BulkMail.class);
    }

    TransactWriteItem put(BulkMail bulkMail) {
        String key = "mailing#" + bulkMail.id();
        return bulkMail.done()
                ? table.save(bulkMail.event(), key, bulkMail)
                : table.save(bulkMail.event(), key, bulkMail, new DynamoTable.IndexEntry("mailing", bulkMail.event()));
    }

    /** Those of an event that are under way; read from the table, because the stream is quicker than the index. */
    List<BulkMail> mailings(String event) {
        return everyMailing(event).stream().filter(bulkMail -> !bulkMail.done()).toList();
    }

    /** Those that have ended, too. */
    List<BulkMail> everyMailing(String event) {
        return table.all(event, "mailing#", BulkMail.class);
    }

    /** Events of which people are still to be told something. */
    List<String> told(int most) {
        return table.queryIndex("mailing", " ", "~", true, most, BulkMail.class).stream()
                .map(BulkMail::event)
                .distinct()
                .toList();
    }

    /**
     * The address of somebody's own calendar.
     *
     * @param fingerprint of the secret in it
     * @param person and their mail, as they signed in
     */
    record Feed(String fingerprint, String person, String mail, String ags, int version) {}

    Optional<Feed> feed(String fingerprint) {
        return table.find("calendar#" + fingerprint, "feed", Feed.class);
    }

    Optional<Feed> feedOf(String person) {
        return table.find("calendar-of#" + person, "feed", Feed.class);
    }

    /** It stands under its secret and under its owner; the one before goes. */
    Transaction put(Feed feed, Optional<Feed> before) {
        var writes = Transaction.of(
                table.save("calendar-of#" + feed.person(), "feed", feed),
                table.add("calendar#" + feed.fingerprint(), "feed", feed));
        before.ifPresent(old -> writes.and(table.delete("calendar#" + old.fingerprint(), "feed")));
        return writes;
    }

    Transaction remove(Feed feed) {
        return Transaction.of(
                table.delete("calendar-of#" + feed.person(), "feed", feed.version()),
                table.delete("calendar#" + feed.fingerprint(), "feed"));
    }

    /** What {@code who} has of each of these events. */
    Map<String, Quota> shares(List<String> events, String who) {
        var shares = new HashMap<String, Quota>();
        for (int from = 0; from < events.size(); from += MOST_READ) {
            shares.putAll(table.find(
                    events.subList(from, Math.min(from + MOST_READ, events.size())), "share#" + who, Quota.class));
        }
        return shares;
    }

    List<Attendance> attendance(String event) {
        return table.all(event, "attendance#", Attendance.class);
    }

    Optional<Attendance> attendance(String event, String registration, int person) {
        return table.find(event, "attendance#" + registration + "#" + person, Attendance.class);
    }

    TransactWriteItem put(String event, Attendance attendance) {
        return table.save(event, attendance.key(), attendance);
    }

    /** What was forgotten of those who came. */
    record Forgotten(String what) {}

    boolean isForgotten(String event, String what) {
        return table.find(event, "forgotten#" + what, Forgotten.class).isPresent();
    }

    Transaction forgotten(String event, String what) {
        return Transaction.of(table.add(event, "forgotten#" + what, new Forgotten(what)));
    }

    /** Everything that somebody must answer, of all events. */
    List<Registration> held(int most) {
        return table.queryIndex("hold", "0", "~", true, most, Registration.class);
    }

    /** Plans and writes until nobody else was quicker. */
    Transaction retrying(Supplier<Transaction> plan) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Transaction planned = plan.get();
            if (write(planned)) {
                return planned;
            }
        }
        throw new IllegalStateException("Somebody else is always quicker");
    }

    boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}

package land.starkeorte.registrations;

import static land.starkeorte.store.Items.sortable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import land.starkeorte.seats.Seats;
import land.starkeorte.seats.WaitlistEntry;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;

/**
 * The registrations' table, besides the seats (see {@link Seats}):
 *
 * <pre>
 * pk       sk                        what
 * (event)  registration#(id)         a delegation
 * (event)  turn#(since)#(id)         its turn, as long as it waits
 * (event)  share#(who)               what a municipality or a guest has of the event
 * (event)  making                    that seats are to be made
 * (event)  forgotten#(what)          that this was forgotten after the event
 * </pre>
 *
 * Index: seats held until a time ({@code hold}). Its stream tells of turns, kept seats and seats to be made.
 */
public final class Registrations {
    private final Table table;

    Registrations(Table table) {
        this.table = table;
    }

    /**
     * What a municipality or a guest has of an event.
     *
     * @param registrations ids of those that have not ended
     * @param people in all of them
     */
    public record Quota(List<String> registrations, int people, int version) {
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

    /** A registration, however it stands. */
    public Optional<Registration> find(String event, String id) {
        return table.find(event, "registration#" + id, Registration.class);
    }

    /** All of an event, in the order of their ids. */
    public List<Registration> of(String event) {
        return table.all(event, "registration#", Registration.class);
    }

    /** Those that come after {@code id}, in the order of their ids. */
    public List<Registration> after(String event, String id, int most) {
        return table.first(event, "registration#" + id + "!", "registration#~", most, Registration.class);
    }

    /** What a municipality or a guest has of an event. */
    public Quota share(String event, String who) {
        return table.find(event, "share#" + who, Quota.class).orElse(new Quota(List.of(), 0, 0));
    }

    /** Who waits, the first one first. */
    public List<WaitlistEntry> line(String event) {
        return table.all(event, "turn#", WaitlistEntry.class);
    }

    /** Whether what comes free belongs to somebody. */
    public boolean somebodyWaits(String event) {
        return !table.first(event, "turn#", "turn#~", 1, WaitlistEntry.class).isEmpty();
    }

    Optional<WaitlistEntry> turn(Registration registration) {
        return line(registration.event()).stream()
                .filter(turn -> turn.registration().equals(registration.id()))
                .findFirst();
    }

    /** Over the version that was read; what must be answered in time stands in the index. */
    public Write put(Registration registration) {
        String key = "registration#" + registration.id();
        return registration.isHeld() && registration.until() != null
                ? table.save(
                        registration.event(), key, registration, Index.waiting("hold", sortable(registration.until())))
                : table.save(registration.event(), key, registration);
    }

    Write put(String event, String who, Quota share) {
        return table.save(event, "share#" + who, share);
    }

    Write put(WaitlistEntry turn) {
        return table.save(turn.event(), turn.key(), turn);
    }

    Write take(WaitlistEntry turn) {
        return table.delete(turn.event(), turn.key(), turn.version());
    }

    /** Whoever has not acted in time. */
    List<Registration> expired(Instant now, int most) {
        return table.first(Index.WAITING, "hold", "0", sortable(now), most, Registration.class);
    }

    /** Seats are to be made. */
    record Making(int version) {}

    /** Belongs into the transaction of what makes seats necessary: the stream tells of it, and they are made. */
    public Transaction making(String event) {
        return Transaction.of(table.save(
                event, "making", table.find(event, "making", Making.class).orElse(new Making(0))));
    }

    /** What {@code who} has of each of these events. */
    public Map<String, Quota> shares(List<String> events, String who) {
        return table.each(events, "share#" + who, Quota.class);
    }

    /** What was forgotten of those who came. */
    record Forgotten(String what) {}

    /** Whether this was forgotten after the event. */
    public boolean isForgotten(String event, String what) {
        return table.find(event, "forgotten#" + what, Forgotten.class).isPresent();
    }

    /** It was, and need not be looked for again. */
    public Transaction forgotten(String event, String what) {
        return Transaction.of(table.add(event, "forgotten#" + what, new Forgotten(what)));
    }

    /** Everything that somebody must answer, of all events. */
    public List<Registration> held(int most) {
        return table.first(Index.WAITING, "hold", "0", "~", most, Registration.class);
    }

    /** Plans and writes until nobody else was quicker. */
    public Transaction retrying(Supplier<Transaction> plan) {
        return table.store().writing(plan);
    }

    /** All or nothing; false when somebody else was quicker. */
    public boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}

package land.starkeorte.registrations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import land.starkeorte.events.Event;
import land.starkeorte.events.Event.Terms.Room;
import land.starkeorte.events.EventKind;
import org.jspecify.annotations.Nullable;

/** A published event with ten seats that costs nothing, unless a test says otherwise, and who might come to it. */
final class SampleEvent {
    static final Instant START = Instant.parse("2026-12-09T14:00:00Z");

    /** Sixteen days before. */
    static final Instant NOW = START.minus(Duration.ofDays(16));

    private String id = "treffen";
    private String series = "";
    private Event.State state = Event.State.PUBLISHED;
    private int capacity = 10;
    private int limit;
    private long cents;
    private final List<Room> rooms = new ArrayList<>();
    private @Nullable Instant opens;
    private @Nullable Instant closes;
    private @Nullable Instant cancelBy;
    private @Nullable Instant freeUntil;
    private @Nullable Integer owedAfter;

    static Event plain() {
        return new SampleEvent().event();
    }

    static Event paid(long cents) {
        return new SampleEvent().costs(cents).event();
    }

    SampleEvent of(String newSeries, String newId) {
        series = newSeries;
        id = newId;
        return this;
    }

    SampleEvent is(Event.State newState) {
        state = newState;
        return this;
    }

    SampleEvent seats(int newCapacity, int newLimit) {
        capacity = newCapacity;
        limit = newLimit;
        return this;
    }

    SampleEvent costs(long newCents) {
        cents = newCents;
        return this;
    }

    SampleEvent room(String name, long price, int places) {
        rooms.add(new Room(name, price, places));
        return this;
    }

    SampleEvent opens(Instant moment) {
        opens = moment;
        return this;
    }

    SampleEvent closes(Instant moment) {
        closes = moment;
        return this;
    }

    SampleEvent cancelBy(Instant moment) {
        cancelBy = moment;
        return this;
    }

    SampleEvent freeUntil(Instant moment, int percentAfter) {
        freeUntil = moment;
        owedAfter = percentAfter;
        return this;
    }

    Event event() {
        var terms = new Event.Terms(
                capacity, limit, opens, closes, cancelBy, false, List.of(), cents, rooms, freeUntil, owedAfter);
        var details = new Event.Details(
                EventKind.MEETUP,
                "Treffen",
                "Text",
                "",
                List.of(),
                START,
                START.plus(Duration.ofHours(2)),
                "Ort",
                "",
                Event.Audience.PUBLIC,
                "",
                "amt@starke-orte.example",
                terms);
        return new Event(id, details, state, "", NOW, NOW, 1, series, false, 1);
    }

    /** The first of them has an address, the others as many as are asked for. */
    static Delegation people(int size, String... mails) {
        return new Delegation(
                IntStream.range(0, size)
                        .mapToObj(i -> new Delegation.Person(
                                "P" + i,
                                "",
                                i == 0 ? "erste@ort.example" : i <= mails.length ? mails[i - 1] : "",
                                "",
                                0))
                        .toList(),
                List.of(),
                null);
    }

    /** The same people in these rooms. */
    static Delegation inRooms(Integer... rooms) {
        return people(rooms.length).in(List.of(rooms));
    }

    /** A member's, which nobody has answered yet. */
    static Registration asked(Event event, Delegation delegation) {
        return Registration.asked("r1", event.id(), "12073008", "12073008", delegation, NOW);
    }

    /** A guest's. */
    static Registration guest(Event event, Delegation delegation) {
        return Registration.asked("r1", event.id(), "fingerprint", "", delegation, NOW);
    }

    /** A member's that stands like this. */
    static Registration standing(Event event, RegistrationState state, int size) {
        Registration asked = asked(event, people(size));
        var hold = Registration.Hold.of(IntStream.range(0, size).boxed().toList());
        return switch (state) {
            case WAITING -> asked;
            case PENDING -> asked.begun(state, hold.until(START));
            case REGISTERED -> asked.begun(state, hold);
            case OFFERED -> asked.moved(state, hold.until(START));
            case CANCELLED, LAPSED -> asked.ended(state, "");
        };
    }
}

package land.starkeorte.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import land.starkeorte.events.Event.Terms.Room;
import org.jspecify.annotations.Nullable;

/** A published event with ten seats that costs nothing, unless a test says otherwise. */
public final class SampleEvent {
    /** When it begins. */
    public static final Instant START = Instant.parse("2026-12-09T14:00:00Z");

    /** Sixteen days before. */
    public static final Instant NOW = START.minus(Duration.ofDays(16));

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

    /** As it stands. */
    public static Event plain() {
        return new SampleEvent().event();
    }

    /** Each person pays so much. */
    public static Event paid(long cents) {
        return new SampleEvent().costs(cents).event();
    }

    /** A date of a series. */
    public SampleEvent of(String newSeries, String newId) {
        series = newSeries;
        id = newId;
        return this;
    }

    /** In another state. */
    public SampleEvent is(Event.State newState) {
        state = newState;
        return this;
    }

    /** So many, and so many for one municipality. */
    public SampleEvent seats(int newCapacity, int newLimit) {
        capacity = newCapacity;
        limit = newLimit;
        return this;
    }

    /** Each person pays so much. */
    public SampleEvent costs(long newCents) {
        cents = newCents;
        return this;
    }

    /** With beds of a kind. */
    public SampleEvent room(String name, long price, int places) {
        rooms.add(new Room(name, price, places));
        return this;
    }

    /** Registration opens then. */
    public SampleEvent opens(Instant moment) {
        opens = moment;
        return this;
    }

    /** Registration closes then. */
    public SampleEvent closes(Instant moment) {
        closes = moment;
        return this;
    }

    /** One cancels by oneself until then. */
    public SampleEvent cancelBy(Instant moment) {
        cancelBy = moment;
        return this;
    }

    /** Cancelling costs nothing until then, and so many percent afterwards. */
    public SampleEvent freeUntil(Instant moment, int percentAfter) {
        freeUntil = moment;
        owedAfter = percentAfter;
        return this;
    }

    /** The event. */
    public Event event() {
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
}

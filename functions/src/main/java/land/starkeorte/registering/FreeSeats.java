package land.starkeorte.registering;

import java.time.Instant;
import land.starkeorte.events.Event;
import land.starkeorte.registrations.MakeSeats;
import land.starkeorte.registrations.RegistrationExpiry;
import land.starkeorte.registrations.RegistrationParts;
import land.starkeorte.registrations.Registrations;
import land.starkeorte.seats.Seats;

/** How many seats are free for whoever asks, and that none is refused because a schedule or the stream is late. */
final class FreeSeats {
    /** More are not counted for the public: "at least so many". */
    private static final int COUNTED = 20;

    private static final int MOST_HELD = 500;

    private final Seats seats;
    private final Registrations registrations;
    private final RegistrationExpiry expiry;
    private final MakeSeats makeSeats;

    FreeSeats(RegistrationParts parts) {
        this.seats = parts.seats();
        this.registrations = parts.registrations();
        this.expiry = parts.expiry();
        this.makeSeats = parts.makeSeats();
    }

    /**
     * What is held for somebody who has not confirmed counts as free: it may be gone in half an hour, and must not tell whether
     * an address was known.
     */
    int count(Event event) {
        int wanted = event.details().terms().capacity();
        int missing = Math.max(0, wanted - seats.capacity(event.id()).made());
        int free = Math.min(COUNTED, seats.free(event.id(), COUNTED) + missing);
        if (free == COUNTED || registrations.somebodyWaits(event.id())) {
            return free;
        }
        int lent = registrations.held(MOST_HELD).stream()
                .filter(held -> held.event().equals(event.id()) && held.isUnconfirmed())
                .mapToInt(held -> held.seats().size())
                .sum();
        return Math.min(COUNTED, free + lent);
    }

    /** Somebody is about to take some. */
    void makeReady(String event, Instant now) {
        expiry.of(event, now);
        if (seats.free(event, RegistrationForm.MOST_PEOPLE) < RegistrationForm.MOST_PEOPLE) {
            makeSeats.begin(event);
        }
    }
}

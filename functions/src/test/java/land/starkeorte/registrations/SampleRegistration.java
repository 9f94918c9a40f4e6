package land.starkeorte.registrations;

import static land.starkeorte.events.SampleEvent.NOW;
import static land.starkeorte.events.SampleEvent.START;

import java.util.List;
import java.util.stream.IntStream;
import land.starkeorte.events.Event;

/** Who might come to an event. */
final class SampleRegistration {
    private SampleRegistration() {}

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

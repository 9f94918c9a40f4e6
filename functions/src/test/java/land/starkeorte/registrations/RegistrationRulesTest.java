package land.starkeorte.registrations;

import static land.starkeorte.events.SampleEvent.NOW;
import static land.starkeorte.events.SampleEvent.START;
import static land.starkeorte.registrations.SampleRegistration.people;
import static land.starkeorte.registrations.SampleRegistration.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import land.starkeorte.events.Event;
import land.starkeorte.events.SampleEvent;
import land.starkeorte.mail.MailLimits;
import land.starkeorte.registrations.Refusal.Because;
import land.starkeorte.registrations.RegistrationRules.By;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may ask for what, and until when. */
class RegistrationRulesTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Event event = SampleEvent.plain();

    @Test
    void oneRegistersUntilTheEventBegins() {
        allows(RegistrationRules.open(event, START.minus(MOMENT)));
        refuses(RegistrationRules.open(event, START), Because.EVENT_BEGUN);
    }

    @Test
    void whatIsCancelledIsToldBeforeAnythingElse() {
        Event off = new SampleEvent().is(Event.State.CANCELLED).event();
        refuses(RegistrationRules.open(off, NOW), Because.EVENT_CANCELLED);
        refuses(RegistrationRules.open(off, START), Because.EVENT_CANCELLED);
    }

    @Test
    void nobodyRegistersForADraftOrWhereThereAreNoSeats() {
        refuses(RegistrationRules.open(new SampleEvent().is(Event.State.DRAFT).event(), NOW), Because.NO_REGISTRATION);
        refuses(RegistrationRules.open(new SampleEvent().seats(0, 0).event(), NOW), Because.NO_REGISTRATION);
    }

    @Test
    void registrationOpensAndClosesToTheMoment() {
        Instant opens = START.minus(Duration.ofDays(10));
        Instant closes = START.minus(Duration.ofDays(1));
        Event inTime = new SampleEvent().opens(opens).closes(closes).event();
        refuses(RegistrationRules.open(inTime, opens.minus(MOMENT)), new Refusal.NotYetOpen(opens));
        allows(RegistrationRules.open(inTime, opens));
        allows(RegistrationRules.open(inTime, closes.minus(MOMENT)));
        refuses(RegistrationRules.open(inTime, closes), Because.CLOSED);
        allows(RegistrationRules.standing(inTime, closes));
    }

    @Test
    void aMunicipalitySendsAsManyAsTheLimitSaysAndTheOfficeMore() {
        Event limited = new SampleEvent().seats(10, 3).event();
        allows(RegistrationRules.fits(limited, 3, 0, By.THEMSELVES));
        allows(RegistrationRules.fits(limited, 1, 2, By.THEMSELVES));
        refuses(RegistrationRules.fits(limited, 2, 2, By.THEMSELVES), new Refusal.OverLimit(3, 2));
        allows(RegistrationRules.fits(limited, 2, 2, By.OFFICE));
    }

    @Test
    void nobodySendsMoreThanThereAreSeats() {
        for (By by : By.values()) {
            allows(RegistrationRules.fits(event, 10, 0, by));
            refuses(RegistrationRules.fits(event, 11, 0, by), new Refusal.OverCapacity(10));
        }
    }

    @Test
    void aGuestConfirmsForADayEvenIfTheSeatsAreGoneBefore() {
        Instant lent = Deadlines.lent(event, NOW);
        Registration guest = SampleRegistration.guest(event, people(2))
                .begun(
                        RegistrationState.PENDING,
                        Registration.Hold.of(List.of(1, 2)).until(lent));
        Instant end = NOW.plus(Duration.ofDays(1));
        assertThat(lent).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        allows(RegistrationRules.acceptance(event, guest, end.minus(MOMENT)));
        refuses(RegistrationRules.acceptance(event, guest, end), Because.LAPSED);
    }

    @Test
    void whatIsOfferedIsTakenInTimeOnly() {
        Registration offered = standing(event, RegistrationState.OFFERED, 2);
        Registration brief = SampleRegistration.asked(event, people(2))
                .moved(
                        RegistrationState.OFFERED,
                        Registration.Hold.of(List.of(1, 2)).until(NOW));
        allows(RegistrationRules.acceptance(event, offered, NOW));
        allows(RegistrationRules.acceptance(event, brief, NOW.minus(MOMENT)));
        refuses(RegistrationRules.acceptance(event, brief, NOW), Because.LAPSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "LAPSED"})
    void whatHasEndedIsNotAccepted(RegistrationState ended) {
        refuses(RegistrationRules.acceptance(event, standing(event, ended, 1), NOW), Because.LAPSED);
    }

    @Test
    void byThemselvesTheyCancelInTimeAndTheOfficeAnyTime() {
        Instant until = START.minus(Duration.ofDays(3));
        Event timed = new SampleEvent().cancelBy(until).event();
        allows(RegistrationRules.cancellation(timed, By.THEMSELVES, until.minus(MOMENT)));
        refuses(RegistrationRules.cancellation(timed, By.THEMSELVES, until), Because.TOO_LATE_TO_CANCEL);
        allows(RegistrationRules.cancellation(timed, By.OFFICE, until));
        allows(RegistrationRules.cancellation(timed, By.OFFICE, START.plus(MOMENT)));
        refuses(
                RegistrationRules.cancellation(
                        new SampleEvent().is(Event.State.CANCELLED).event(), By.OFFICE, NOW),
                Because.NOTHING_TO_CANCEL);
    }

    @Test
    void moreComeWithinTheLimitOnlyAndAsLongAsRegistrationIsOpen() {
        Instant closes = START.minus(Duration.ofDays(2));
        Event limited = new SampleEvent().seats(10, 4).closes(closes).event();
        Registration two = standing(limited, RegistrationState.REGISTERED, 2);
        allows(change(limited, two, people(4), 2, By.THEMSELVES, NOW));
        refuses(change(limited, two, people(4), 3, By.THEMSELVES, NOW), new Refusal.OverLimit(4, 3));
        allows(change(limited, two, people(4), 3, By.OFFICE, NOW));
        refuses(change(limited, two, people(3), 2, By.THEMSELVES, closes), Because.CLOSED);
        allows(change(limited, two, people(3), 2, By.OFFICE, closes));
        allows(change(limited, two, people(1), 2, By.THEMSELVES, closes));
    }

    @Test
    void whoWaitsMayBecomeFewerButNotMore() {
        Registration waiting = standing(event, RegistrationState.WAITING, 2);
        allows(change(event, waiting, people(1), 2, By.THEMSELVES, NOW));
        refuses(change(event, waiting, people(3), 2, By.THEMSELVES, NOW), Because.WAITING_CANNOT_GROW);
        refuses(change(event, waiting, people(3), 2, By.OFFICE, NOW), Because.WAITING_CANNOT_GROW);
    }

    @Test
    void whatWasBookedAtAPriceKeepsItsNumberAndRooms() {
        Event trip = new SampleEvent()
                .room("Einzelzimmer", 120_00, 5)
                .room("Doppelzimmer", 80_00, 5)
                .event();
        Registration booked = SampleRegistration.asked(trip, SampleRegistration.inRooms(0, 1))
                .begun(RegistrationState.REGISTERED, Registration.Hold.of(List.of(1, 2)));
        allows(change(trip, booked, SampleRegistration.inRooms(0, 1), 2, By.THEMSELVES, NOW));
        refuses(change(trip, booked, SampleRegistration.inRooms(1, 1), 2, By.THEMSELVES, NOW), Because.BOUND);
        refuses(change(trip, booked, SampleRegistration.inRooms(0), 2, By.THEMSELVES, NOW), Because.BOUND);
        refuses(change(trip, booked, SampleRegistration.inRooms(0), 2, By.OFFICE, NOW), Because.BOUND_FOR_OFFICE);
    }

    @Test
    void whatIsNotConfirmedOrHasEndedIsNotChanged() {
        Registration guest =
                SampleRegistration.guest(event, people(1)).begun(RegistrationState.PENDING, Registration.Hold.NOTHING);
        refuses(change(event, guest, people(1), 1, By.THEMSELVES, NOW), Because.UNCONFIRMED);
        refuses(
                change(event, standing(event, RegistrationState.LAPSED, 1), people(1), 0, By.OFFICE, NOW),
                Because.ENDED);
    }

    @Test
    void theAddressThatEverythingGoesToStays() {
        var somebodyElse =
                new Delegation(List.of(new Delegation.Person("Q", "", "zweite@ort.example", "", 0)), List.of(), null);
        refuses(
                change(event, standing(event, RegistrationState.REGISTERED, 1), somebodyElse, 1, By.THEMSELVES, NOW),
                Because.OTHER_CONTACT);
    }

    @Test
    void strangersAreNamedOnlySoOften() {
        Registration named = SampleRegistration.asked(event, people(1)).naming(MailLimits.NAMED_IN_REGISTRATION);
        allows(RegistrationRules.naming(named, 1));
        refuses(RegistrationRules.naming(named.naming(1), 1), Because.NAMED_TOO_MANY);
        allows(RegistrationRules.naming(named.naming(1), 0));
    }

    @Test
    void oneMovesToAnotherDateOfTheSameSeries() {
        Event first = new SampleEvent().of("reihe", "eins").event();
        Event second = new SampleEvent().of("reihe", "zwei").event();
        Event elsewhere = new SampleEvent().of("andere", "drei").event();
        Registration comes = standing(first, RegistrationState.REGISTERED, 1);
        allows(RegistrationRules.move(first, comes, second, NOW));
        refuses(RegistrationRules.move(first, comes, first, NOW), Because.NO_DATE_OF_SERIES);
        refuses(RegistrationRules.move(first, comes, elsewhere, NOW), Because.NO_DATE_OF_SERIES);
        refuses(RegistrationRules.move(event, comes, event, NOW), Because.NO_DATE_OF_SERIES);
        refuses(
                RegistrationRules.move(
                        first,
                        comes,
                        new SampleEvent().of("reihe", "zwei").costs(1).event(),
                        NOW),
                Because.BOUND_TO_DATE);
        refuses(RegistrationRules.move(first, comes, second, START), Because.EVENT_BEGUN);
        Event closed = new SampleEvent().of("reihe", "zwei").closes(NOW).event();
        refuses(RegistrationRules.move(first, comes, closed, NOW), Because.CLOSED);
        Event off =
                new SampleEvent().of("reihe", "eins").is(Event.State.CANCELLED).event();
        refuses(RegistrationRules.move(off, comes, second, NOW), Because.EVENT_CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(names = "REGISTERED", mode = EnumSource.Mode.EXCLUDE)
    void onlyWhoComesCanMove(RegistrationState state) {
        Event first = new SampleEvent().of("reihe", "eins").event();
        Event second = new SampleEvent().of("reihe", "zwei").event();
        refuses(RegistrationRules.move(first, standing(first, state, 1), second, NOW), Because.NOT_TO_BE_MOVED);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoWaitsIsPreferred(RegistrationState state) {
        Optional<Refusal> refusal = RegistrationRules.preference(event, standing(event, state, 1), NOW);
        if (state == RegistrationState.WAITING) {
            allows(refusal);
        } else {
            refuses(refusal, Because.NOT_WAITING);
        }
    }

    private static Optional<Refusal> change(
            Event event, Registration before, Delegation after, int has, By by, Instant now) {
        return RegistrationRules.change(event, before, after, has, by, now);
    }

    private static void allows(Optional<Refusal> refusal) {
        assertThat(refusal).isEmpty();
    }

    private static void refuses(Optional<Refusal> refusal, Refusal why) {
        assertThat(refusal).contains(why);
    }
}

package land.starkeorte.events;

import static land.starkeorte.events.SampleEvent.NOW;
import static land.starkeorte.events.SampleEvent.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the office may do with an event, and what stands since it was published. */
class EventRulesTest {
    private static final Instant FREE = START.minus(Duration.ofDays(5));

    @ParameterizedTest
    @CsvSource({
        "DRAFT, DRAFT, false",
        "DRAFT, PUBLISHED, true",
        "DRAFT, CANCELLED, false",
        "PUBLISHED, DRAFT, false",
        "PUBLISHED, PUBLISHED, false",
        "PUBLISHED, CANCELLED, true",
        "CANCELLED, DRAFT, false",
        "CANCELLED, PUBLISHED, false",
        "CANCELLED, CANCELLED, false"
    })
    void anEventIsPublishedAndThenPerhapsCancelled(Event.State from, Event.State to, boolean can) {
        assertThat(from.canBecome(to)).isEqualTo(can);
    }

    @Test
    void theRecordHoldsToTheTable() {
        Event off = new SampleEvent().is(Event.State.CANCELLED).event();
        assertThatThrownBy(() -> off.published(NOW)).isInstanceOf(IllegalStateException.class);
        Event draft = new SampleEvent().is(Event.State.DRAFT).event();
        assertThatThrownBy(() -> draft.cancelled("Sturm", NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(draft.published(NOW).cancelled("Sturm", NOW).state()).isEqualTo(Event.State.CANCELLED);
    }

    @Test
    void whatIsYearsAwayIsAMistakeUnlessItIsSaidToBePast() {
        Event.Details details = SampleEvent.plain().details();
        Event.Details withoutSeats = new SampleEvent().seats(0, 0).event().details();
        Instant after = details.end();
        allows(EventRules.plausible(details, false, NOW));
        refuses(EventRules.plausible(details, false, START.plus(Duration.ofDays(365))), EventRefusal.NOT_NEAR);
        refuses(EventRules.plausible(details, false, START.minus(Duration.ofDays(5 * 365))), EventRefusal.NOT_NEAR);
        refuses(EventRules.plausible(details, true, NOW), EventRefusal.NOT_OVER_YET);
        refuses(EventRules.plausible(details, true, after), EventRefusal.SEATS_FOR_THE_PAST);
        allows(EventRules.plausible(withoutSeats, true, after));
        allows(EventRules.plausible(withoutSeats, true, START.plus(Duration.ofDays(20 * 365))));
        refuses(
                EventRules.plausible(withoutSeats, true, START.plus(Duration.ofDays(31 * 365))),
                EventRefusal.TOO_LONG_AGO);
    }

    @Test
    void onlyADraftThatLiesAheadIsPublishedUnlessItIsEnteredAsPast() {
        Event draft = new SampleEvent().is(Event.State.DRAFT).event();
        Event withoutSeats = new SampleEvent().is(Event.State.DRAFT).seats(0, 0).event();
        Instant over = draft.details().end();
        allows(EventRules.publication(draft, false, NOW));
        refuses(EventRules.publication(SampleEvent.plain(), false, NOW), EventRefusal.IS_PUBLISHED);
        refuses(EventRules.publication(draft, false, START), EventRefusal.BEGINS_IN_THE_PAST);
        refuses(EventRules.publication(draft, true, NOW), EventRefusal.PUBLISHED_AS_PAST_TOO_EARLY);
        refuses(EventRules.publication(draft, true, over), EventRefusal.PUBLISHED_AS_PAST_WITH_SEATS);
        allows(EventRules.publication(withoutSeats, true, over));
    }

    @ParameterizedTest
    @EnumSource(Event.State.class)
    void onlyWhatIsPublishedAndLiesAheadIsCancelled(Event.State state) {
        Event event = new SampleEvent().is(state).event();
        if (state == Event.State.PUBLISHED) {
            allows(EventRules.cancellation(event, event.details().end().minusMillis(1)));
            refuses(EventRules.cancellation(event, event.details().end()), EventRefusal.NOT_TO_BE_CANCELLED);
        } else {
            refuses(EventRules.cancellation(event, NOW), EventRefusal.NOT_TO_BE_CANCELLED);
        }
    }

    @Test
    void pricesAndRoomsStandSinceThePublicationTheNumberOfBedsDoesNot() {
        Event trip =
                new SampleEvent().costs(100_00).room("Einzelzimmer", 50_00, 3).event();
        allows(change(trip, new SampleEvent().costs(100_00).room("Einzelzimmer", 50_00, 9)));
        refuses(change(trip, new SampleEvent().costs(100_01).room("Einzelzimmer", 50_00, 3)), EventRefusal.PRICES_STAY);
        refuses(change(trip, new SampleEvent().costs(100_00).room("Einzelzimmer", 50_01, 3)), EventRefusal.PRICES_STAY);
        refuses(change(trip, new SampleEvent().costs(100_00).room("Kammer", 50_00, 3)), EventRefusal.PRICES_STAY);
        refuses(change(trip, new SampleEvent().costs(100_00)), EventRefusal.PRICES_STAY);
    }

    @Test
    void seatsStayWhereOneRegistersAndCanBeAddedWhereTheyWereForgotten() {
        refuses(change(SampleEvent.plain(), new SampleEvent().seats(0, 0)), EventRefusal.SEATS_STAY);
        allows(change(
                new SampleEvent().seats(0, 0).event(),
                new SampleEvent().seats(10, 0).costs(5_00)));
    }

    @Test
    void aDraftCanBeChangedAsOneLikes() {
        Event draft = new SampleEvent().is(Event.State.DRAFT).costs(5_00).event();
        allows(change(draft, new SampleEvent().seats(0, 0)));
        allows(change(draft, new SampleEvent().costs(900_00)));
    }

    @Test
    void cancellingMayBecomeCheaperAndNeverDearer() {
        Event event = new SampleEvent().costs(100_00).freeUntil(FREE, 50).event();
        allows(change(event, paid().freeUntil(FREE, 50)));
        allows(change(event, paid().freeUntil(FREE.plusSeconds(1), 50)));
        allows(change(event, paid().freeUntil(FREE, 49)));
        allows(change(event, paid()));
        refuses(change(event, paid().freeUntil(FREE.minusSeconds(1), 50)), EventRefusal.CANCELLING_STAYS);
        refuses(change(event, paid().freeUntil(FREE, 51)), EventRefusal.CANCELLING_STAYS);
        refuses(change(paid().event(), paid().freeUntil(FREE, 1)), EventRefusal.CANCELLING_STAYS);
    }

    private static SampleEvent paid() {
        return new SampleEvent().costs(100_00);
    }

    private static Optional<EventRefusal> change(Event before, SampleEvent after) {
        return EventRules.change(before, after.event().details());
    }

    private static void allows(Optional<EventRefusal> refusal) {
        assertThat(refusal).isEmpty();
    }

    private static void refuses(Optional<EventRefusal> refusal, EventRefusal why) {
        assertThat(refusal).contains(why);
    }
}

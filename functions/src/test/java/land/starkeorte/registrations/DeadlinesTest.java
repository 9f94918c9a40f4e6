package land.starkeorte.registrations;

import static land.starkeorte.events.SampleEvent.NOW;
import static land.starkeorte.events.SampleEvent.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import land.starkeorte.events.Event;
import land.starkeorte.events.SampleEvent;
import org.junit.jupiter.api.Test;

/** How long seats wait for somebody. */
class DeadlinesTest {
    private final Event event = SampleEvent.plain();

    @Test
    void longBeforeTheEventEverybodyHasTheFullTime() {
        assertThat(Deadlines.lent(event, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(Deadlines.toBind(event, NOW)).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(Deadlines.toAccept(event, NOW)).isEqualTo(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void aGuestHasADayToConfirmAndTwoWhereItCostsSomething() {
        Event paid = SampleEvent.paid(100_00);
        assertThat(Deadlines.toConfirm(event, SampleRegistration.guest(event, SampleRegistration.people(1))))
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(Deadlines.toConfirm(paid, SampleRegistration.guest(paid, SampleRegistration.people(1))))
                .isEqualTo(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void nearTheEventAnOfferHoldsForAQuarterOfTheTimeThatIsLeft() {
        Instant near = START.minus(Duration.ofHours(8));
        assertThat(Deadlines.toAccept(event, near)).isEqualTo(near.plus(Duration.ofHours(2)));
        assertThat(Deadlines.toBind(event, near)).isEqualTo(near.plus(Duration.ofHours(4)));
    }

    /** Whenever somebody asks: the end lies between now and the beginning, and who asks later has no earlier end. */
    @Test
    void noDeadlineLiesBehindTheBeginningAndNoneRunsBackwards() {
        var random = new Random(7);
        Instant before = Instant.EPOCH;
        long step = Duration.between(NOW, START).toMillis() / 500;
        for (Instant now = NOW; now.isBefore(START); now = now.plusMillis(1 + random.nextLong(step))) {
            Instant end = Deadlines.toAccept(event, now);
            assertThat(end).as("asked %s", now).isBetween(now, START).isAfterOrEqualTo(before);
            assertThat(Deadlines.toBind(event, now)).isAfterOrEqualTo(end).isBeforeOrEqualTo(START);
            before = end;
        }
    }

    @Test
    void inTheLastHourNobodyIsOfferedAnything() {
        Instant last = START.minus(Duration.ofHours(1));
        assertThat(Deadlines.isOffering(event, last)).isTrue();
        assertThat(Deadlines.isOffering(event, last.plusMillis(1))).isFalse();
        assertThat(Deadlines.isOffering(
                        new SampleEvent().is(Event.State.CANCELLED).event(), NOW))
                .isFalse();
    }
}

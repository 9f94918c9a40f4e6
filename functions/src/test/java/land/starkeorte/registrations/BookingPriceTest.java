package land.starkeorte.registrations;

import static land.starkeorte.events.SampleEvent.NOW;
import static land.starkeorte.events.SampleEvent.START;
import static land.starkeorte.registrations.SampleRegistration.inRooms;
import static land.starkeorte.registrations.SampleRegistration.people;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import land.starkeorte.events.Event;
import land.starkeorte.events.SampleEvent;
import land.starkeorte.invoicing.InvoiceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a delegation pays, and what it owes when it does not come: exact cents. */
class BookingPriceTest {
    private static final Instant FREE = START.minus(Duration.ofDays(5));

    @Test
    void whatCostsNothingHasNoLine() {
        Event event = SampleEvent.plain();
        assertThat(BookingPrice.items(event.details().terms(), people(3))).isEmpty();
    }

    @Test
    void eachPaysTheFeeAndTheRoomThatTheyChose() {
        Event trip = new SampleEvent()
                .costs(120_00)
                .room("Einzelzimmer", 240_50, 5)
                .room("Bei Freunden", 0, 5)
                .room("Doppelzimmer", 180_25, 5)
                .event();
        assertThat(BookingPrice.items(trip.details().terms(), inRooms(0, 2, 2, 1)))
                .containsExactly(
                        new InvoiceLine("Kostenbeitrag", 4, 120_00),
                        new InvoiceLine("Einzelzimmer", 1, 240_50),
                        new InvoiceLine("Doppelzimmer", 2, 180_25));
    }

    @Test
    void cancellingCostsNothingInTimeAndAShareAfterwards() {
        Event event = new SampleEvent().costs(99_99).freeUntil(FREE, 50).event();
        assertThat(BookingPrice.owed(event, people(3), FREE.minusMillis(1))).isZero();
        assertThat(BookingPrice.owed(event, people(3), FREE))
                .as("half of 299,97, without the half cent")
                .isEqualTo(149_98);
    }

    @Test
    void nobodyOwesAnythingForWhatDoesNotTakePlaceOrNamesNoRule() {
        Event off = new SampleEvent()
                .costs(100_00)
                .freeUntil(FREE, 100)
                .is(Event.State.CANCELLED)
                .event();
        assertThat(BookingPrice.owed(off, people(1), START)).isZero();
        assertThat(BookingPrice.owed(SampleEvent.paid(100_00), people(1), START))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "33, 33", "50, 50", "100, 100"})
    void theShareIsThatOfTheWholePrice(int percent, long owed) {
        Event event = new SampleEvent().costs(1_00).freeUntil(NOW, percent).event();
        assertThat(BookingPrice.owed(event, people(1), NOW)).isEqualTo(owed);
    }

    /** Nobody owes less than nothing or more than the price, and no cent is made up. */
    @Test
    void whatIsOwedLiesBetweenNothingAndThePrice() {
        var random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            int percent = 1 + random.nextInt(100);
            Event event = new SampleEvent()
                    .costs(random.nextInt(10_000_000))
                    .room("A", random.nextInt(10_000_000), 5)
                    .room("B", random.nextInt(10_000_000), 5)
                    .freeUntil(FREE, percent)
                    .event();
            Delegation delegation = inRooms(IntStream.range(0, 1 + random.nextInt(10))
                    .mapToObj(i -> random.nextInt(2))
                    .toArray(Integer[]::new));
            long price = InvoiceLine.total(BookingPrice.items(event.details().terms(), delegation));
            long owed = BookingPrice.owed(event, delegation, START);
            assertThat(owed).isBetween(0L, price);
            assertThat(price * percent - owed * 100)
                    .as("less than a cent is lost")
                    .isBetween(0L, 99L);
        }
    }
}

package land.starkeorte.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose turn it is, and that nobody waits for ever. */
class WaitlistEntryTest {
    @Test
    void theFirstWhoseWholeDelegationHasRoomIsServed() {
        List<WaitlistEntry> line = line(4, 3, 1);
        assertThat(WaitlistEntry.next(line, 4).orElseThrow().next()).isEqualTo(line.getFirst());
        WaitlistEntry.Choice choice = WaitlistEntry.next(line, 3).orElseThrow();
        assertThat(choice.next()).isEqualTo(line.get(1));
        assertThat(choice.passed()).containsExactly(line.getFirst());
        assertThat(WaitlistEntry.next(line, 0)).isEmpty();
        assertThat(WaitlistEntry.next(List.of(), 5)).isEmpty();
    }

    @Test
    void whoWasPassedTwiceIsPassedNoMore() {
        WaitlistEntry large = line(5).getFirst().skippedOnce();
        WaitlistEntry small = line(0, 1).get(1);
        assertThat(WaitlistEntry.next(List.of(large, small), 1)).isPresent();
        assertThat(WaitlistEntry.next(List.of(large.skippedOnce(), small), 1)).isEmpty();
        assertThat(WaitlistEntry.next(List.of(large.skippedOnce(), small), 5)).isPresent();
    }

    @Test
    void theLineSortsAsTextInTheOrderOfTime() {
        WaitlistEntry early = new WaitlistEntry("e", "z", 1, Instant.ofEpochMilli(999_999_999_999L), 0, 0);
        WaitlistEntry late = new WaitlistEntry("e", "a", 1, Instant.ofEpochMilli(1_000_000_000_000L), 0, 0);
        assertThat(early.key()).isLessThan(late.key());
    }

    @Test
    void theLargestDelegationSaysHowManySeatsAreOfUse() {
        assertThat(WaitlistEntry.largest(line(2, 7, 3))).isEqualTo(7);
        assertThat(WaitlistEntry.largest(List.of())).isZero();
    }

    /** Seats come free one by one, ever again, and are given as soon as somebody has room. */
    @Test
    void everybodyIsServedAtLastAndNobodyIsPassedMoreThanTwice() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            List<WaitlistEntry> line = new ArrayList<>(line(IntStream.range(0, 2 + random.nextInt(12))
                    .map(i -> 1 + random.nextInt(10))
                    .toArray()));
            Map<String, Integer> passed = new HashMap<>();
            int all = line.stream().mapToInt(WaitlistEntry::party).sum();
            int gathered = 0;
            for (int freed = 1; freed <= all; freed++) {
                gathered++;
                for (var choice = WaitlistEntry.next(line, gathered);
                        choice.isPresent();
                        choice = WaitlistEntry.next(line, gathered)) {
                    WaitlistEntry served = choice.get().next();
                    assertThat(served.party()).isLessThanOrEqualTo(gathered);
                    gathered -= served.party();
                    for (WaitlistEntry skipped : choice.get().passed()) {
                        line.set(line.indexOf(skipped), skipped.skippedOnce());
                        passed.merge(skipped.registration(), 1, Integer::sum);
                    }
                    line.remove(served);
                }
            }
            assertThat(line).as("seed %d", seed).isEmpty();
            assertThat(passed.values()).as("seed %d", seed).allMatch(times -> times <= WaitlistEntry.MOST_PASSED);
        }
    }

    private static List<WaitlistEntry> line(int... parties) {
        return IntStream.range(0, parties.length)
                .mapToObj(i -> new WaitlistEntry("event", "r" + i, parties[i], Instant.ofEpochMilli(i), 0, 1))
                .toList();
    }
}

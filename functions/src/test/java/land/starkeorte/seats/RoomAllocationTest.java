package land.starkeorte.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who sleeps in which kind of room. */
class RoomAllocationTest {
    @Test
    void everybodyHasTheRoomThatTheyWishAsLongAsThereIsOne() {
        assertThat(assigned(List.of(0, 1, 1), List.of(1, 2), false)).contains(List.of(0, 1, 1));
        assertThat(assigned(List.of(0, 0), List.of(1, 5), false)).isEmpty();
    }

    @Test
    void whoWaitedTakesAnotherRoomThanNone() {
        assertThat(assigned(List.of(1, 1, 1), List.of(1, 1, 1), true)).contains(List.of(1, 0, 2));
        assertThat(assigned(List.of(1, 1), List.of(0, 1), true)).isEmpty();
    }

    @Test
    void whereThereAreNoRoomsNobodyIsAsked() {
        assertThat(assigned(List.of(0, 0, 0), List.of(), false)).contains(List.of(0, 0, 0));
    }

    /** All or nobody, never more than there are; and where another room will do, all of them as soon as beds suffice. */
    @Test
    void noBedIsGivenTwiceAndNobodyIsLeftOut() {
        var random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            int kinds = 1 + random.nextInt(4);
            List<Integer> left =
                    IntStream.range(0, kinds).mapToObj(i -> random.nextInt(4)).toList();
            List<Integer> wished = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(i -> random.nextInt(kinds))
                    .toList();
            boolean otherwise = random.nextBoolean();
            Optional<List<Integer>> rooms = assigned(wished, left, otherwise);
            rooms.ifPresent(given -> assertThat(
                            IntStream.range(0, kinds).allMatch(kind -> count(given, kind) <= left.get(kind)))
                    .as("%s of %s", given, left)
                    .isTrue());
            assertThat(rooms.isPresent())
                    .as("%s of %s, another too: %s", wished, left, otherwise)
                    .isEqualTo(
                            otherwise
                                    ? wished.size()
                                            <= left.stream()
                                                    .mapToInt(Integer::intValue)
                                                    .sum()
                                    : IntStream.range(0, kinds)
                                            .allMatch(kind -> count(wished, kind) <= left.get(kind)));
        }
    }

    private static long count(List<Integer> rooms, int kind) {
        return rooms.stream().filter(room -> room == kind).count();
    }

    private static Optional<List<Integer>> assigned(List<Integer> wished, List<Integer> left, boolean otherwise) {
        return RoomAllocation.assigned(wished, left, otherwise);
    }
}

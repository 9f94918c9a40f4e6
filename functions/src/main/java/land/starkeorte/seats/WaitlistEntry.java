package land.starkeorte.seats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A delegation's turn in the waiting list.
 *
 * @param party how many they are
 * @param since since when they wait; the list is in this order
 * @param passed how often a smaller delegation was served before them
 */
public record WaitlistEntry(String event, String registration, int party, Instant since, int passed, int version) {
    /**
     * A delegation that the free places are too few for is passed at most so often; then places are gathered for it, and
     * everybody behind it waits.
     */
    public static final int MOST_PASSED = 2;

    /** All that were passed are written in one transaction. */
    private static final int MOST_BEFORE = 50;

    /** Times of one length, so that they sort as text. */
    public String key() {
        return "turn#%013d#%s".formatted(since.toEpochMilli(), registration);
    }

    /** The same turn of a delegation of another size. */
    public WaitlistEntry of(int newParty) {
        return new WaitlistEntry(event, registration, newParty, since, passed, version);
    }

    /** A smaller delegation was served before it. */
    public WaitlistEntry skippedOnce() {
        return new WaitlistEntry(event, registration, party, since, passed + 1, version);
    }

    /**
     * Who is offered places, and who was passed for it.
     *
     * @param passed those before {@code next}, for all of whom the places were too few
     */
    public record Choice(WaitlistEntry next, List<WaitlistEntry> passed) {}

    /** How many they are in the largest delegation that waits. */
    public static int largest(List<WaitlistEntry> line) {
        return line.stream().mapToInt(WaitlistEntry::party).max().orElse(0);
    }

    /** The first in line whose whole delegation has room; nobody while places are gathered for somebody before. */
    public static Optional<Choice> next(List<WaitlistEntry> line, int places) {
        for (int i = 0; i < line.size(); i++) {
            WaitlistEntry turn = line.get(i);
            if (turn.party() <= places) {
                return Optional.of(new Choice(turn, List.copyOf(line.subList(0, i))));
            }
            if (turn.passed() >= MOST_PASSED || i == MOST_BEFORE) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}

package land.starkeorte.store;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The one loop for what somebody else may be quicker at. */
public final class Retry {
    /** So many do not write the same thing at the same moment. */
    static final int TRIES = 16;

    /** Nanoseconds. */
    private static final long FIRST_PAUSE = 2_000_000;

    private static final int DOUBLINGS = 7;

    private Retry() {}

    /**
     * Tries until there is an answer, each time after a longer moment, which is never the same for two that were in each
     * other's way.
     *
     * @throws BusyException when somebody else was always quicker
     */
    public static <T> T until(Supplier<Optional<T>> attempt) {
        for (int tried = 1; tried <= TRIES; tried++) {
            Optional<T> answer = attempt.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause(tried);
        }
        throw new BusyException(TRIES);
    }

    static void pause(int tried) {
        long longest = FIRST_PAUSE << Math.min(tried, DOUBLINGS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}

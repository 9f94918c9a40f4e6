package land.starkeorte.platform;

import java.time.Instant;

/** A feature's part in the scheduled round: everything that is due because time has passed. Repeatable at any point. */
@FunctionalInterface
public interface ScheduledJob {
    /**
     * Does what is due now.
     *
     * @param each tries every thing, whatever became of the one before
     */
    void go(Instant now, Attempts each);

    /** Tries one thing. */
    interface Attempts {
        /**
         * Does {@code work}; a failure is kept until everything was tried.
         *
         * @param what an id, no personal data
         */
        void attempt(String what, Runnable work);
    }
}

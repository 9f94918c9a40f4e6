package land.starkeorte.events;

/** How full events are. */
@FunctionalInterface
public interface Occupancy {
    /**
     * What is known of an event's seats.
     *
     * @param taken seats that somebody has, or that are held for somebody
     * @param waiting delegations in the waiting list
     */
    record Count(int taken, int waiting) {}

    /** Counted now. */
    Count of(String event);
}

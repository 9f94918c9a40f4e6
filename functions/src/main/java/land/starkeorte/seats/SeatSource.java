package land.starkeorte.seats;

import java.util.List;
import java.util.Optional;
import land.starkeorte.store.Transaction;

/** The seats that anybody may take who registers. */
public interface SeatSource {
    /**
     * What takes seats.
     *
     * @param seats their numbers
     * @param writes fail where somebody else was quicker
     */
    record SeatHold(List<Integer> seats, Transaction writes) {}

    /** Takes so many seats of an event; empty where there are fewer. */
    Optional<SeatHold> hold(String event, int party);
}

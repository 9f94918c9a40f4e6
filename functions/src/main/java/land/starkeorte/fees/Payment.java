package land.starkeorte.fees;

import java.time.LocalDate;

/**
 * Something that happened to a fee's account. The same thing has the same id, whoever tells of it and how often.
 *
 * @param cents what came in
 * @param day when it was booked or confirmed
 * @param note where from, or why; for the office
 * @param by id of the person, {@code system} where none
 */
record Payment(String id, Kind kind, long cents, LocalDate day, String note, String by) {
    enum Kind {
        /** Somebody of the office saw the proof. */
        CONFIRMATION,
        /** The office gives up the claim. */
        WAIVER
    }

    Payment {
        if (cents < 0) {
            throw new IllegalArgumentException("No payment is negative");
        }
    }
}

package land.starkeorte.fees;

import java.time.LocalDate;
import land.starkeorte.forms.German;

/**
 * Something that happened to a fee's account. The same thing has the same id, whoever tells of it and how often.
 *
 * @param cents how much, positive; the kind tells the direction
 * @param day when it was booked or confirmed
 * @param note where from, or why; for the office
 * @param by id of the person, {@code system} where none
 * @param from the payer's account; empty where nobody knows
 */
record Payment(String id, Kind kind, long cents, LocalDate day, String note, String by, String from) {
    enum Kind {
        /** The bank booked it. */
        TRANSFER,
        /** The card provider confirmed it. */
        CARD,
        /** Somebody of the office saw a proof; the bank may tell of the same money later. */
        CONFIRMATION,
        /** The office gives up what is still owed. */
        WAIVER,
        /** A payment was taken back, by the bank or by a card dispute. */
        RETURN,
        /** We paid back; the bank or the card provider tells. */
        REFUND,
        /** The office says that it paid back; the bank may tell of the same money later. */
        REFUND_NOTE
    }

    Payment {
        if (cents < 0) {
            throw new IllegalArgumentException("No payment is negative");
        }
    }

    /** For the history; the municipality reads it. */
    String words() {
        String amount = German.euros(cents);
        return switch (kind) {
            case TRANSFER -> "Zahlungseingang " + amount + " laut Kontoauszug";
            case CARD -> "Kartenzahlung " + amount + " eingegangen";
            case CONFIRMATION -> "Aufnahmezahlung bestätigt";
            case WAIVER -> "Aufnahmezahlung erlassen";
            case RETURN -> "Zahlung über " + amount + " zurückgegeben";
            case REFUND -> amount + " zurückgezahlt";
            case REFUND_NOTE -> "Rückzahlung von " + amount + " vermerkt";
        };
    }

    /** Whether it is money that came in, or is said to have come. */
    boolean isIncoming() {
        return kind == Kind.TRANSFER || kind == Kind.CARD || kind == Kind.CONFIRMATION;
    }
}

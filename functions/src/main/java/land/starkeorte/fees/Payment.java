package land.starkeorte.fees;

import java.time.LocalDate;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account. The same thing has the same id, whoever tells of it and how often.
 *
 * @param cents how much, positive; the kind tells the direction
 * @param day when it was booked or confirmed
 * @param note where from, or why; for the office
 * @param by id of the person, {@link land.starkeorte.http.Caller#SYSTEM} where none
 * @param from the payer's account, or the card payment; empty where nobody knows
 * @param altogether what had come in, or gone back, in all with this, where that is what is told; absent where it speaks of
 *     itself alone
 */
public record Payment(
        String id,
        Kind kind,
        long cents,
        LocalDate day,
        String note,
        String by,
        String from,
        @Nullable Long altogether) {
    public enum Kind {
        /** The bank booked it. */
        TRANSFER,
        /** The card provider confirmed it. */
        CARD,
        /** It was begun with a card, and is not sure yet: it counts for nothing. */
        CARD_PENDING,
        /** It was begun with a card, and came to nothing. */
        CARD_FAILED,
        /** Somebody of the office saw a proof; the bank may tell of the same money later. */
        CONFIRMATION,
        /** The office gives up what is still owed. */
        WAIVER,
        /** A payment was taken back, by the bank or by a card dispute. */
        RETURN,
        /** We paid back; the bank or the card provider tells. */
        REFUND,
        /** The card provider could not pay back: see {@link #failureOf}. */
        REFUND_FAILED,
        /** The office says that it paid back; the bank may tell of the same money later. */
        REFUND_NOTE
    }

    public Payment {
        if (cents < 0) {
            throw new IllegalArgumentException("No payment is negative");
        }
    }

    /** One that speaks of itself alone. */
    public Payment(String id, Kind kind, long cents, LocalDate day, String note, String by, String from) {
        this(id, kind, cents, day, note, by, from, null);
    }

    /** The id by which the failure of what has this id is known. */
    public static String failureOf(String id) {
        return Secrets.derivedId(id + "\nfailed");
    }

    /** For the history; the municipality reads it. */
    String words() {
        String amount = GermanFormat.euros(cents);
        return switch (kind) {
            case TRANSFER -> "Zahlungseingang " + amount + " laut Kontoauszug";
            case CARD -> "Kartenzahlung " + amount + " eingegangen";
            case CARD_PENDING -> "Kartenzahlung " + amount + " begonnen, noch nicht bestätigt";
            case CARD_FAILED -> "Kartenzahlung " + amount + " nicht zustande gekommen";
            case CONFIRMATION -> "Zahlung von " + amount + " bestätigt";
            case WAIVER -> amount + " erlassen";
            case RETURN -> "Zahlung über " + amount + " zurückgegeben";
            case REFUND -> amount + " zurückgezahlt";
            case REFUND_FAILED -> "Rückzahlung von " + amount + " nicht zustande gekommen";
            case REFUND_NOTE -> "Rückzahlung von " + amount + " vermerkt";
        };
    }

    /** Whether it is money that came in, or is said to have come. */
    boolean isIncoming() {
        return kind == Kind.TRANSFER || kind == Kind.CARD || kind == Kind.CONFIRMATION;
    }

    /** Whether it takes away what must have come in before. */
    public boolean isTaking() {
        return kind == Kind.RETURN || kind == Kind.REFUND || kind == Kind.REFUND_NOTE;
    }

    /** What it says of the whole; it is part of that. */
    long toldAltogether() {
        return altogether == null ? cents : altogether;
    }
}

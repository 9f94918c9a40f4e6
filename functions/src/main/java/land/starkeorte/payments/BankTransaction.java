package land.starkeorte.payments;

import java.time.LocalDate;
import java.util.List;
import land.starkeorte.fees.Payment;
import land.starkeorte.http.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the bank, or the card provider, told of, and what became of it. The same payment has the same id, in
 * whatever file it comes.
 *
 * @param source the import that brought it first
 * @param why it waits for somebody; absent where it decided itself
 * @param dossiers whose references it names; when it is done, whose fee it was booked to
 * @param done whether nobody has to look at it any more
 * @param note what the office says about it; empty for nothing
 */
record BankTransaction(
        String id,
        String source,
        Details details,
        @Nullable ReviewReason why,
        List<String> dossiers,
        boolean done,
        String note,
        String by,
        int version) {
    /**
     * What was told; it never changes.
     *
     * @param amount as it was booked, with its currency, for people
     * @param cents in euro; 0 where it is another currency
     * @param kind what it does to a fee's account
     * @param party who paid, or was paid
     * @param account that party's
     * @param text what the payer wrote
     * @param altogether see {@link Payment}
     */
    record Details(
            LocalDate day,
            String amount,
            long cents,
            Payment.Kind kind,
            String party,
            String account,
            String text,
            @Nullable Long altogether) {}

    enum ReviewReason {
        /** It takes away more than has come in. */
        UNCOVERED("Nimmt Geld zurück, das auf diese Rechnung nicht eingegangen ist."),
        /** The card provider does not say how much. */
        AMOUNT("Der Kartenanbieter nennt keinen lesbaren Betrag. Sehen Sie dort nach."),
        /** Nothing in it names an invoice. */
        UNKNOWN("Keine Kennung erkannt."),
        /** It names several, but the amount is not their sum. */
        SEVERAL("Nennt mehrere Kennungen, aber der Betrag ist nicht ihre Summe."),
        /** There is no invoice yet. */
        EARLY("Zu dieser Kennung ist noch keine Rechnung gestellt."),
        /** Not in euro. */
        FOREIGN("Der Betrag ist nicht in Euro."),
        /** We paid it, and it came back. */
        CAME_BACK("Eine eigene Überweisung kam zurück. Das ist keine Einnahme."),
        /** A payment was taken back, and nothing tells which. */
        TAKEN_BACK("Eine Zahlung wurde zurückgebucht; keine Kennung erkannt.");

        /** For the office. */
        final String words;

        ReviewReason(String words) {
            this.words = words;
        }
    }

    BankTransaction {
        dossiers = List.copyOf(dossiers);
    }

    /** As it comes. */
    static BankTransaction arrived(
            String id, String source, Details details, @Nullable ReviewReason why, List<String> dossiers) {
        return new BankTransaction(id, source, details, why, dossiers, false, "", Caller.SYSTEM, 0);
    }

    BankTransaction finished(List<String> bookedTo, String newNote, String who) {
        return new BankTransaction(id, source, details, why, bookedTo, true, newNote, who, version);
    }

    BankTransaction waiting(ReviewReason newWhy) {
        return new BankTransaction(id, source, details, newWhy, dossiers, false, note, by, version);
    }

    long cents() {
        return details.cents();
    }

    /** By which the task that asks about it is known; there is one where it takes back what never came in. */
    String task() {
        return "line\n" + id;
    }

    /** Whether it can be booked to a fee at all. */
    boolean isAssignable() {
        return !done && why != ReviewReason.FOREIGN && why != ReviewReason.CAME_BACK && why != ReviewReason.AMOUNT;
    }

    /** This much of it, on a fee's account. */
    Payment payment(long part, String who) {
        String party = details.party();
        String text = details.text();
        String from = text.isEmpty() || party.isEmpty() ? party + text : party + ": " + text;
        return new Payment(id, details.kind(), part, details.day(), from, who, details.account(), details.altogether());
    }
}

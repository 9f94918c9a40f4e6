package land.starkeorte.fees;

import java.util.List;
import java.util.stream.Stream;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * How far the invoice about a fee has come. An invoice that has left is never changed: a credit note takes it back, and the
 * next one follows.
 *
 * @param buyer whom the office has the invoice addressed to; absent where the debtor's own words are right
 * @param invoice as soon as it has its number
 * @param issued whether the invoice has left
 * @param fault why no valid invoice could be made; absent where one could
 * @param cancelling the invoice is being taken back; a new one follows
 * @param cancelled what was taken back before, the earliest first
 */
public record Invoicing(
        @Nullable Buyer buyer,
        @Nullable Invoice invoice,
        boolean issued,
        @Nullable Fault fault,
        @Nullable CreditNote cancelling,
        List<CreditNote> cancelled) {
    static final Invoicing NONE = new Invoicing(null, null, false, null, null, List.of());

    /**
     * Why no valid invoice could be made.
     *
     * @param text German, for the office
     * @param task what the task is known by that tells of it
     */
    public record Fault(String text, String task) {}

    public Invoicing {
        cancelled = List.copyOf(cancelled);
    }

    /** The invoice that was sent and that still holds; nothing before, and while it is taken back. */
    @Nullable
    public Invoice valid() {
        return issued && cancelling == null ? invoice : null;
    }

    Invoicing numbered(Invoice newInvoice) {
        return new Invoicing(buyer, newInvoice, false, null, null, cancelled);
    }

    Invoicing issuing() {
        return new Invoicing(buyer, invoice, true, null, cancelling, cancelled);
    }

    Invoicing faulty(Fault newFault) {
        return new Invoicing(buyer, invoice, issued, newFault, cancelling, cancelled);
    }

    /** Nothing has to be made any more that could not be. */
    Invoicing dropped() {
        return new Invoicing(buyer, invoice, issued, null, cancelling, cancelled);
    }

    /** The office has mended what was wrong: tried again, or taken back and issued anew. */
    Invoicing addressed(Buyer newBuyer, @Nullable CreditNote newCancelling) {
        return new Invoicing(newBuyer, invoice, issued, null, newCancelling, cancelled);
    }

    /** The credit note has its number. */
    Invoicing cancelling(CreditNote numbered) {
        return new Invoicing(buyer, invoice, issued, null, numbered, cancelled);
    }

    /** What was invoiced is too much; what could not be made stays so. */
    Invoicing takenBack(@Nullable CreditNote newCancelling) {
        return new Invoicing(buyer, invoice, issued, fault, newCancelling, cancelled);
    }

    /** The credit note has left; the next invoice is to be made. */
    Invoicing cancelled(CreditNote done) {
        return new Invoicing(
                buyer,
                null,
                false,
                null,
                null,
                Stream.concat(cancelled.stream(), Stream.of(done)).toList());
    }
}

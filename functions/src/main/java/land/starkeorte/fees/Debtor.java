package land.starkeorte.fees;

import java.time.Instant;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.store.Transaction;

/**
 * Who owes a fee: what becomes of whatever it is owed for, and who is told. All of it belongs into the transaction of what
 * happened to the fee; what is the same for everybody is the ledger's.
 */
public interface Debtor {
    /** Whom the invoice is addressed to, unless the office says otherwise. */
    Buyer buyer();

    /** The invoice leaves. */
    Transaction issued(Invoice invoice, Instant now);

    /** The credit note leaves. */
    Transaction cancelled(CreditNote cancellation, Instant now);

    /** It is time to remind of the invoice. */
    Transaction reminded(Invoice invoice, Instant now);

    /**
     * All of it is paid, or given up.
     *
     * @param already whether it was before
     * @param what happened, German; the debtor may read it
     */
    Transaction settled(boolean already, String who, String what, Instant now);

    /** A payment was taken back: it is owed again. */
    Transaction owedAgain(String who, String what, Instant now);

    /** Something else happened that may have to be known later. */
    Transaction noted(String who, String what);

    /**
     * The office has something to do about it, once for each {@code cause}.
     *
     * @param days until it is due
     */
    Transaction task(String cause, String text, int days);

    /** It is done; nothing where it was never opened, or somebody has ticked it off. */
    Transaction taskDone(String cause, String who);
}

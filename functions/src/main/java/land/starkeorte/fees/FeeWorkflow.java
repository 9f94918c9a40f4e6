package land.starkeorte.fees;

import java.time.Instant;
import java.util.stream.Stream;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.TransitionEffects;
import land.starkeorte.http.Caller;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.store.Transaction;

/** What becomes of a fee, whoever owes it. */
public final class FeeWorkflow {
    private final Fees fees;
    private final Debtors debtors;

    public FeeWorkflow(Fees fees, Debtors debtors) {
        this.fees = fees;
        this.debtors = debtors;
    }

    /** Whoever is admitted owes the fee, once. */
    public static TransitionEffects admission(Fees fees) {
        return (before, after, now) -> {
            if (after.state() != DossierState.ADMITTED || fees.of(after.id()).isPresent()) {
                return Transaction.NONE;
            }
            var fee = Fee.due(after.id(), after.municipality().label(), after.reference());
            return fees.put(fee).and(fees.put(Fees.Code.of(fee.reference(), fee.dossier())));
        };
    }

    /** The invoice has left. */
    public Transaction issued(Fee fee, Invoice invoice, Instant now) {
        return fees.put(fee.with(fee.invoicing().issuing())).and(debtors.of(fee).issued(invoice, now));
    }

    /** The credit note has left. */
    public Transaction cancelled(Fee fee, CreditNote cancellation, Instant now) {
        Debtor debtor = debtors.of(fee);
        return fees.put(fee.with(fee.invoicing().cancelled(cancellation)))
                .and(debtor.cancelled(cancellation, now))
                .and(debtor.taskDone(cancellation.invoice().number(), cancellation.by()));
    }

    /** No invoice that is not valid leaves: the office mends what is wrong. */
    public Transaction faulty(Fee fee, String fault) {
        // A fault may follow another one: each is a task of its own.
        String cause = fee.dossier() + "\n" + fee.version();
        return fees.put(fee.with(fee.invoicing().faulty(new Invoicing.Fault(fault, cause))))
                .and(debtors.of(fee)
                        .task(cause, "Die Rechnung lässt sich mit diesen Angaben nicht gültig ausstellen.", 2));
    }

    /** The office has mended it. */
    public Transaction addressed(Fee fee, Invoicing after, String who, String what) {
        return mended(fee, after, who).and(debtors.of(fee).noted(who, what));
    }

    /** Nothing is owed any more, so no invoice has to be made. */
    public Transaction dropped(Fee fee) {
        return mended(fee, fee.invoicing().dropped(), Caller.SYSTEM);
    }

    private Transaction mended(Fee fee, Invoicing after, String who) {
        Invoicing.Fault fault = fee.invoicing().fault();
        return fees.put(fee.with(after))
                .and(fault == null ? Transaction.NONE : debtors.of(fee).taskDone(fault.task(), who));
    }

    /**
     * Something happened to the account, which covers it; nothing when it is known there. A claim that is settled moves its
     * debtor on, a payment that was taken back moves it back again.
     */
    public Transaction booked(Fee before, Payment payment, String who, Instant now) {
        if (before.account().has(payment)) {
            return Transaction.NONE;
        }
        Fee after = before.with(payment);
        Debtor debtor = debtors.of(after);
        String what = payment.words();
        var writes = fees.put(after);
        if (after.isPaid()) {
            return writes.and(nothingToAsk(after, debtor, who)).and(debtor.settled(before.isPaid(), who, what, now));
        }
        if (!before.isPaid()) {
            return writes.and(debtor.noted(who, what));
        }
        return writes.and(debtor.task(
                        payment.id(), "Eine Zahlung wurde zurückgegeben. Klären Sie, wie neu gezahlt wird.", 3))
                .and(debtor.owedAgain(who, what, now));
    }

    /** Neither why it is unpaid nor how it is paid again, after whatever was taken back. */
    private static Transaction nothingToAsk(Fee fee, Debtor debtor, String who) {
        Invoice invoice = fee.invoicing().invoice();
        Stream<String> causes = Stream.concat(
                invoice == null ? Stream.of() : Stream.of(invoice.number()),
                fee.account().payments().values().stream()
                        .filter(Payment::isTaking)
                        .map(Payment::id));
        return Transaction.all(causes.map(cause -> debtor.taskDone(cause, who)));
    }

    public Transaction reminded(Fee fee, Invoice invoice, int due, Instant now) {
        Debtor debtor = debtors.of(fee);
        return fees.put(fee.reminded(due))
                .and(
                        due == 3
                                ? debtor.task(
                                        invoice.number(),
                                        "Die Rechnung ist seit 60 Tagen nicht bezahlt. Fragen Sie nach.",
                                        3)
                                : debtor.reminded(invoice, now));
    }
}

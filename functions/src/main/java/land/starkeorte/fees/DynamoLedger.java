package land.starkeorte.fees;

import java.time.Instant;
import land.starkeorte.applications.Candidate;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.applications.DynamoConsequences;
import land.starkeorte.applications.State;
import land.starkeorte.forms.German;
import land.starkeorte.lambda.Transaction;
import land.starkeorte.mail.DynamoOutbox;

/** What becomes of a fee, of the dossier with it, and who is told. */
final class DynamoLedger {
    /** How long a town hall has to pay anew when a payment was taken back. */
    private static final int DAYS_TO_PAY_AGAIN = 14;

    private final DynamoFees fees;
    private final DynamoChronicle chronicle;
    private final DynamoOutbox outbox;

    DynamoLedger(DynamoFees fees, DynamoChronicle chronicle, DynamoOutbox outbox) {
        this.fees = fees;
        this.chronicle = chronicle;
        this.outbox = outbox;
    }

    /** Whoever is admitted owes the fee. */
    static DynamoConsequences admission(DynamoFees fees) {
        return (before, after, now) -> {
            if (after.state() != State.ADMITTED) {
                return new Transaction();
            }
            var fee = Fee.due(after.id(), after.municipality().label(), after.reference());
            return fees.put(fee).and(fees.put(DynamoFees.Code.of(fee.reference(), fee.dossier())));
        };
    }

    /** The invoice has left. */
    Transaction issued(Fee fee, Invoice invoice, Candidate candidate, Instant now) {
        String what = "Rechnung " + invoice.number() + " gestellt";
        return fees.put(fee.issuing())
                .and(
                        candidate.state() == State.ADMITTED
                                ? chronicle.move(
                                        candidate.id(), State.ADMITTED, State.INVOICED, "system", what, invoice.dueOn())
                                : candidate.state() == State.INVOICED
                                        ? chronicle.note(candidate.id(), "system", what, invoice.dueOn())
                                        : chronicle.note(candidate.id(), "system", what))
                .and(outbox.put(Occasions.invoice(candidate, invoice), now));
    }

    /** The credit note has left. */
    Transaction cancelled(Fee fee, Cancellation cancellation, Candidate candidate, Instant now) {
        Invoice invoice = cancellation.invoice();
        return fees.put(fee.cancelled(cancellation))
                .and(chronicle.note(
                        candidate.id(),
                        cancellation.by(),
                        "Rechnung " + invoice.number() + " storniert (" + cancellation.number() + ")"))
                .and(chronicle.taskDone(candidate.id(), "fee", invoice.number(), cancellation.by()))
                .and(outbox.put(Occasions.cancelled(candidate, cancellation), now));
    }

    /** No invoice that is not valid leaves: the office mends what is wrong. */
    Transaction faulty(Fee fee, String fault, Candidate candidate) {
        return fees.put(fee.faulty(fault))
                .and(chronicle.task(
                        candidate,
                        "fee",
                        faultCause(fee),
                        "Die Rechnung lässt sich mit diesen Angaben nicht gültig ausstellen.",
                        2));
    }

    /** The office has mended it. */
    Transaction addressed(Fee before, Fee after, String who, String what) {
        return fees.put(after)
                .and(chronicle.note(before.dossier(), who, what))
                .and(
                        before.fault() == null
                                ? new Transaction()
                                // The fault was noted by the save that made this version.
                                : chronicle.taskDone(
                                        before.dossier(),
                                        "fee",
                                        before.dossier() + "\n" + (before.version() - 1),
                                        who));
    }

    private static String faultCause(Fee fee) {
        return fee.dossier() + "\n" + fee.version();
    }

    /**
     * Something happened to the account; nothing when it is known there. A claim that is settled moves the dossier on, a payment
     * that was taken back moves it back again.
     */
    Transaction booked(Fee before, Payment payment, Candidate candidate, String who, Instant now) {
        if (before.account().has(payment)) {
            return new Transaction();
        }
        Fee after = before.with(payment);
        String what = payment.words();
        var writes = fees.put(after);
        Invoice invoice = after.invoice();
        if (invoice != null && after.isPaid()) {
            writes.and(chronicle.taskDone(candidate.id(), "fee", invoice.number(), who));
        }
        if (after.isPaid() && candidate.state() == State.INVOICED) {
            return writes.and(chronicle.move(candidate.id(), State.INVOICED, State.PAID, who, what, null))
                    .and(outbox.put(Occasions.paid(candidate), now));
        }
        if (!before.isPaid() || after.isPaid()) {
            return writes.and(chronicle.note(candidate.id(), who, what));
        }
        writes.and(chronicle.task(
                candidate,
                "fee",
                payment.id(),
                "Eine Zahlung wurde zurückgegeben. Klären Sie, wie neu gezahlt wird.",
                3));
        return writes.and(
                candidate.state() == State.PAID
                        ? chronicle.move(
                                candidate.id(),
                                State.PAID,
                                State.INVOICED,
                                who,
                                what,
                                German.dayOf(now).plusDays(DAYS_TO_PAY_AGAIN))
                        : chronicle.note(candidate.id(), who, what));
    }

    Transaction reminded(Fee fee, Invoice invoice, int due, Candidate candidate, Instant now) {
        var writes = fees.put(fee.reminded(due));
        if (due == 3) {
            return writes.and(chronicle.task(
                    candidate,
                    "fee",
                    invoice.number(),
                    "Die Rechnung ist seit 60 Tagen nicht bezahlt. Fragen Sie nach.",
                    3));
        }
        return writes.and(outbox.put(Occasions.reminder(candidate, invoice), now));
    }
}

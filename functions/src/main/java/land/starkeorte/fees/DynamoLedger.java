package land.starkeorte.fees;

import java.time.Instant;
import land.starkeorte.applications.Candidate;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.applications.DynamoConsequences;
import land.starkeorte.applications.State;
import land.starkeorte.lambda.Transaction;
import land.starkeorte.mail.DynamoOutbox;

/** What becomes of a fee, of the dossier with it, and who is told. */
final class DynamoLedger {
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
        return (before, after, now) -> after.state() == State.ADMITTED
                ? fees.put(Fee.due(after.id(), after.municipality().label(), after.reference()))
                : new Transaction();
    }

    /** The invoice has left. */
    Transaction issued(Fee fee, Invoice invoice, Candidate candidate, Instant now) {
        var writes = fees.put(fee.issuing())
                .and(chronicle.move(
                        candidate.id(),
                        State.ADMITTED,
                        State.INVOICED,
                        "system",
                        "Rechnung " + invoice.number() + " gestellt",
                        invoice.dueOn()));
        return writes.and(outbox.put(Occasions.invoice(candidate, invoice), now));
    }

    /** No invoice that is not valid leaves: the office mends what is wrong. */
    Transaction faulty(Fee fee, String fault, Candidate candidate) {
        return fees.put(fee.faulty(fault))
                .and(chronicle.task(
                        candidate,
                        "fee",
                        candidate.id() + "\n" + fee.version(),
                        "Die Rechnung lässt sich mit diesen Angaben nicht gültig ausstellen.",
                        2));
    }

    /** The account as it is now; a claim that is settled moves the dossier on. */
    Transaction booked(Fee before, Fee after, Candidate candidate, String who, String what, Instant now) {
        var writes = fees.put(after);
        Invoice invoice = after.invoice();
        if (invoice != null && after.isPaid()) {
            writes.and(chronicle.taskDone(candidate.id(), "fee", invoice.number(), who));
        }
        if (!before.isPaid() && after.isPaid() && candidate.state() == State.INVOICED) {
            writes.and(chronicle.move(candidate.id(), State.INVOICED, State.PAID, who, what, null));
            writes.and(outbox.put(Occasions.paid(candidate), now));
        } else {
            writes.and(chronicle.note(candidate.id(), who, what));
        }
        return writes;
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

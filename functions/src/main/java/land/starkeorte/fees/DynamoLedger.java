package land.starkeorte.fees;

import java.time.Instant;
import java.util.stream.Stream;
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

    /** Whoever is admitted owes the fee, once. */
    static DynamoConsequences admission(DynamoFees fees) {
        return (before, after, now) -> {
            if (after.state() != State.ADMITTED || fees.of(after.id()).isPresent()) {
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
                .and(outbox.put(Occasions.cancelled(candidate, cancellation, fee.cents() - fee.outstanding()), now));
    }

    /** No invoice that is not valid leaves: the office mends what is wrong. */
    Transaction faulty(Fee fee, String fault, Candidate candidate) {
        // A fault may follow another one: each is a task of its own.
        String cause = fee.dossier() + "\n" + fee.version();
        return fees.put(fee.faulty(fault, cause))
                .and(chronicle.task(
                        candidate,
                        "fee",
                        cause,
                        "Die Rechnung lässt sich mit diesen Angaben nicht gültig ausstellen.",
                        2));
    }

    /** The office has mended it. */
    Transaction addressed(Fee before, Fee after, String who, String what) {
        String task = before.faultTask();
        return fees.put(after)
                .and(chronicle.note(before.dossier(), who, what))
                .and(task == null ? new Transaction() : chronicle.taskDone(before.dossier(), "fee", task, who));
    }

    /**
     * Something happened to the account, which covers it; nothing when it is known there. A claim that is settled moves the
     * dossier on, a payment that was taken back moves it back again.
     */
    Transaction booked(Fee before, Payment payment, Candidate candidate, String who, Instant now) {
        if (before.account().has(payment)) {
            return new Transaction();
        }
        Fee after = before.with(payment);
        String what = payment.words();
        var writes = fees.put(after);
        if (after.isPaid()) {
            writes.and(nothingToAsk(after, who));
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

    /** Neither why it is unpaid nor how it is paid again, after whatever was taken back. */
    private Transaction nothingToAsk(Fee fee, String who) {
        var done = new Transaction();
        Invoice invoice = fee.invoice();
        Stream.concat(
                        invoice == null ? Stream.of() : Stream.of(invoice.number()),
                        fee.account().payments().values().stream()
                                .filter(Payment::isTaking)
                                .map(Payment::id))
                .forEach(cause -> done.and(chronicle.taskDone(fee.dossier(), "fee", cause, who)));
        return done;
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
        return writes.and(outbox.put(Occasions.reminder(candidate, invoice, fee.outstanding()), now));
    }
}

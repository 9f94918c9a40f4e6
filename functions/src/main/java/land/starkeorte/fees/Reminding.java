package land.starkeorte.fees;

import java.time.Instant;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.forms.German;
import land.starkeorte.lambda.Round;

/** Unpaid invoices: reminded after 14 and 30 days, a task of the office after 60. */
final class Reminding implements Round {
    private static final int MOST = 500;

    private final DynamoFees fees;
    private final DynamoLedger ledger;
    private final DynamoChronicle chronicle;

    Reminding(DynamoFees fees, DynamoLedger ledger, DynamoChronicle chronicle) {
        this.fees = fees;
        this.ledger = ledger;
        this.chronicle = chronicle;
    }

    @Override
    public void go(Instant now, Each each) {
        for (Fee fee : fees.unpaid(MOST)) {
            each.attempt(fee.dossier(), () -> remind(fee, now));
        }
    }

    private void remind(Fee fee, Instant now) {
        int due = fee.remindersDue(German.dayOf(now));
        Invoice invoice = fee.invoice();
        if (invoice != null && due > fee.reminders()) {
            chronicle
                    .find(fee.dossier())
                    .ifPresent(candidate -> fees.write(ledger.reminded(fee, invoice, due, candidate, now)));
        }
    }
}

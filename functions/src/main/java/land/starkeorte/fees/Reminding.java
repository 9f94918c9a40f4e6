package land.starkeorte.fees;

import java.time.Instant;
import land.starkeorte.forms.German;
import land.starkeorte.lambda.Round;

/** Unpaid invoices: reminded after 14 and 30 days, a task of the office after 60. */
final class Reminding implements Round {
    private static final int MOST = 500;

    private final DynamoFees fees;
    private final DynamoLedger ledger;
    private final Debtors debtors;

    Reminding(DynamoFees fees, DynamoLedger ledger, Debtors debtors) {
        this.fees = fees;
        this.ledger = ledger;
        this.debtors = debtors;
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
            debtors.find(fee).ifPresent(debtor -> fees.write(ledger.reminded(fee, invoice, due, now)));
        }
    }
}

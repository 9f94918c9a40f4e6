package land.starkeorte.fees;

import java.time.Instant;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.platform.ScheduledJob;

/** Unpaid invoices: reminded after 14 and 30 days, a task of the office after 60. */
final class FeeReminders implements ScheduledJob {
    private static final int MOST = 500;

    private final Fees fees;
    private final FeeWorkflow workflow;
    private final Debtors debtors;

    FeeReminders(Fees fees, FeeWorkflow workflow, Debtors debtors) {
        this.fees = fees;
        this.workflow = workflow;
        this.debtors = debtors;
    }

    @Override
    public void go(Instant now, ScheduledJob.Attempts each) {
        for (Fee fee : fees.unpaid(MOST)) {
            each.attempt(fee.dossier(), () -> remind(fee, now));
        }
    }

    private void remind(Fee fee, Instant now) {
        int due = fee.remindersDue(GermanFormat.dayOf(now));
        Invoice invoice = fee.invoicing().invoice();
        if (invoice != null && due > fee.reminders()) {
            debtors.find(fee).ifPresent(debtor -> fees.write(workflow.reminded(fee, invoice, due, now)));
        }
    }
}

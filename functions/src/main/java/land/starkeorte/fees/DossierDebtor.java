package land.starkeorte.fees;

import java.time.Instant;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.http.Caller;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.mail.Outbox;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.TaskKind;
import tools.jackson.databind.JsonNode;

/** A municipality that was admitted: its dossier goes on when it has paid, and its history tells of everything. */
final class DossierDebtor implements Debtor {
    /** How long a town hall has to pay anew when a payment was taken back. */
    private static final int DAYS_TO_PAY_AGAIN = 14;

    private final DossierSummary summary;
    private final Fee fee;
    private final DossierTransitions transitions;
    private final Outbox outbox;

    DossierDebtor(DossierSummary summary, Fee fee, DossierTransitions transitions, Outbox outbox) {
        this.summary = summary;
        this.fee = fee;
        this.transitions = transitions;
        this.outbox = outbox;
    }

    /** As the application says. */
    @Override
    public Buyer buyer() {
        JsonNode typed = summary.answers().path("invoice");
        JsonNode contact = summary.answers().at("/contacts/0");
        String leitwegId = typed.path("leitwegId").asString("");
        return new Buyer(
                typed.path("recipient").asString(""),
                typed.path("street").asString(""),
                typed.path("postcode").asString(""),
                typed.path("city").asString(""),
                leitwegId.isEmpty() ? null : leitwegId,
                contact.path("name").asString(""),
                contact.path("mail").asString(""));
    }

    @Override
    public Transaction issued(Invoice invoice, Instant now) {
        String what = "Rechnung " + invoice.number() + " gestellt";
        return (switch (summary.state()) {
                    case ADMITTED ->
                        transitions.move(
                                summary.id(),
                                DossierState.ADMITTED,
                                DossierState.INVOICED,
                                Caller.SYSTEM,
                                what,
                                invoice.dueOn());
                    case INVOICED -> transitions.note(summary.id(), Caller.SYSTEM, what, invoice.dueOn());
                    default -> transitions.note(summary.id(), Caller.SYSTEM, what);
                })
                .and(outbox.put(FeeMails.invoice(summary, invoice), now));
    }

    @Override
    public Transaction cancelled(CreditNote cancellation, Instant now) {
        return transitions
                .note(
                        summary.id(),
                        cancellation.by(),
                        "Rechnung " + cancellation.invoice().number() + " storniert (" + cancellation.number() + ")")
                .and(outbox.put(FeeMails.cancelled(summary, cancellation, fee.cents() - fee.outstanding()), now));
    }

    @Override
    public Transaction reminded(Invoice invoice, Instant now) {
        return outbox.put(FeeMails.reminder(summary, invoice, fee.outstanding()), now);
    }

    @Override
    public Transaction settled(boolean already, String who, String what, Instant now) {
        return summary.state() == DossierState.INVOICED
                ? transitions
                        .move(summary.id(), DossierState.INVOICED, DossierState.PAID, who, what, null)
                        .and(outbox.put(FeeMails.paid(summary), now))
                : transitions.note(summary.id(), who, what);
    }

    @Override
    public Transaction owedAgain(String who, String what, Instant now) {
        return summary.state() == DossierState.PAID
                ? transitions.move(
                        summary.id(),
                        DossierState.PAID,
                        DossierState.INVOICED,
                        who,
                        what,
                        GermanFormat.dayOf(now).plusDays(DAYS_TO_PAY_AGAIN))
                : transitions.note(summary.id(), who, what);
    }

    @Override
    public Transaction noted(String who, String what) {
        return transitions.note(summary.id(), who, what);
    }

    @Override
    public Transaction task(String cause, String text, int days) {
        return transitions.task(summary, TaskKind.FEE, cause, text, days);
    }

    @Override
    public Transaction taskDone(String cause, String who) {
        return transitions.taskDone(summary.id(), TaskKind.FEE, cause, who);
    }
}

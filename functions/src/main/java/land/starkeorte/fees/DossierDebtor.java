package land.starkeorte.fees;

import java.time.Instant;
import land.starkeorte.applications.DossierState;
import land.starkeorte.applications.DossierSummary;
import land.starkeorte.applications.DossierTransitions;
import land.starkeorte.billing.Buyer;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.lambda.Transaction;
import land.starkeorte.mail.DynamoOutbox;
import tools.jackson.databind.JsonNode;

/** A municipality that was admitted: its dossier goes on when it has paid, and its history tells of everything. */
final class DossierDebtor implements Debtor {
    private static final String KIND = "fee";

    /** How long a town hall has to pay anew when a payment was taken back. */
    private static final int DAYS_TO_PAY_AGAIN = 14;

    private final DossierSummary candidate;
    private final Fee fee;
    private final DossierTransitions chronicle;
    private final DynamoOutbox outbox;

    DossierDebtor(DossierSummary candidate, Fee fee, DossierTransitions chronicle, DynamoOutbox outbox) {
        this.candidate = candidate;
        this.fee = fee;
        this.chronicle = chronicle;
        this.outbox = outbox;
    }

    /** As the application says. */
    @Override
    public Buyer buyer() {
        JsonNode typed = candidate.answers().path("invoice");
        JsonNode contact = candidate.answers().at("/contacts/0");
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
        return (switch (candidate.state()) {
                    case ADMITTED ->
                        chronicle.move(
                                candidate.id(),
                                DossierState.ADMITTED,
                                DossierState.INVOICED,
                                "system",
                                what,
                                invoice.dueOn());
                    case INVOICED -> chronicle.note(candidate.id(), "system", what, invoice.dueOn());
                    default -> chronicle.note(candidate.id(), "system", what);
                })
                .and(outbox.put(FeeMails.invoice(candidate, invoice), now));
    }

    @Override
    public Transaction cancelled(CreditNote cancellation, Instant now) {
        return chronicle
                .note(
                        candidate.id(),
                        cancellation.by(),
                        "Rechnung " + cancellation.invoice().number() + " storniert (" + cancellation.number() + ")")
                .and(outbox.put(FeeMails.cancelled(candidate, cancellation, fee.cents() - fee.outstanding()), now));
    }

    @Override
    public Transaction reminded(Invoice invoice, Instant now) {
        return outbox.put(FeeMails.reminder(candidate, invoice, fee.outstanding()), now);
    }

    @Override
    public Transaction settled(boolean already, String who, String what, Instant now) {
        return candidate.state() == DossierState.INVOICED
                ? chronicle
                        .move(candidate.id(), DossierState.INVOICED, DossierState.PAID, who, what, null)
                        .and(outbox.put(FeeMails.paid(candidate), now))
                : chronicle.note(candidate.id(), who, what);
    }

    @Override
    public Transaction owedAgain(String who, String what, Instant now) {
        return candidate.state() == DossierState.PAID
                ? chronicle.move(
                        candidate.id(),
                        DossierState.PAID,
                        DossierState.INVOICED,
                        who,
                        what,
                        GermanFormat.dayOf(now).plusDays(DAYS_TO_PAY_AGAIN))
                : chronicle.note(candidate.id(), who, what);
    }

    @Override
    public Transaction noted(String who, String what) {
        return chronicle.note(candidate.id(), who, what);
    }

    @Override
    public Transaction task(String cause, String text, int days) {
        return chronicle.task(candidate, KIND, cause, text, days);
    }

    @Override
    public Transaction taskDone(String cause, String who) {
        return chronicle.taskDone(candidate.id(), KIND, cause, who);
    }
}

package land.starkeorte.fees;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.platform.Secrets;
import land.starkeorte.store.Planned;

/** The office sees what somebody owes, confirms or waives it, and has an invoice issued anew. */
public final class StaffFeeEndpoints {
    private final Fees fees;
    private final FeeViews views;
    private final FeeWorkflow workflow;
    private final Debtors debtors;
    private final IdempotentWriter writer;
    private final Clock clock;

    /** @param views what is told of a fee */
    public StaffFeeEndpoints(
            Fees fees, FeeViews views, FeeWorkflow workflow, Debtors debtors, IdempotentWriter writer, Clock clock) {
        this.fees = fees;
        this.views = views;
        this.workflow = workflow;
        this.debtors = debtors;
        this.writer = writer;
        this.clock = clock;
    }

    public Routes routes() {
        return Routes.NONE
                .staff("GET /api/staff/fees/{id}", this::read)
                .staff("POST /api/staff/fees/{id}/payments", this::confirm)
                .staff("POST /api/staff/fees/{id}/waiver", this::waive)
                .staff("POST /api/staff/fees/{id}/refund", this::refund)
                .staff("POST /api/staff/fees/{id}/invoice", this::issueAnew);
    }

    /** Nothing where nothing is owed yet. */
    private Response read(Request request) {
        return fees.of(request.path("id"))
                .map(fee -> Response.ok(views.staff(fee, buyer(fee))))
                .orElseGet(Response::ok);
    }

    private Optional<Buyer> buyer(Fee fee) {
        return Optional.ofNullable(fee.invoicing().buyer())
                .or(() -> debtors.find(fee).map(Debtor::buyer));
    }

    /** Somebody has seen the money, or a proof of it. */
    private Response confirm(Request request) {
        var typed = FormReader.read(request.json(), true, form -> {
            form.text("proof", 1000, "Schreiben Sie, woran Sie die Zahlung gesehen haben.");
            form.euros("amount", "Geben Sie den Betrag in Euro an, zum Beispiel 40,00.");
        });
        return book(request, (fee, id, day, who) -> {
            unpaid(fee);
            long cents = typed.path("amount").asLong(fee.outstanding());
            if (cents > fee.outstanding()) {
                throw Problem.invalid(
                        "amount",
                        "Offen sind nur " + GermanFormat.euros(fee.outstanding())
                                + ". Was darüber hinaus einging, bucht der Kontoauszug.");
            }
            return fee.account()
                    .confirmation(id, cents, day, typed.path("proof").asString(), who);
        });
    }

    private Response waive(Request request) {
        String reason = FormReader.read(
                        request.json(),
                        true,
                        form -> form.text("reason", 1000, "Schreiben Sie, warum die Zahlung erlassen wird."))
                .path("reason")
                .asString();
        return book(request, (fee, id, day, who) -> {
            unpaid(fee);
            return new Payment(id, Payment.Kind.WAIVER, fee.outstanding(), day, reason, who, "");
        });
    }

    /** More was paid than owed, and the office has paid it back. */
    private Response refund(Request request) {
        String note = FormReader.read(
                        request.json(),
                        true,
                        form -> form.text("note", 1000, "Schreiben Sie, wann und wohin Sie zurückgezahlt haben."))
                .path("note")
                .asString();
        return book(request, (fee, id, day, who) -> {
            if (fee.overpaid() == 0) {
                throw Problem.refused("Auf diesem Konto ist nichts zu viel.");
            }
            return fee.account().refundNote(id, fee.overpaid(), day, note, who);
        });
    }

    /** What the office books by hand. */
    private interface Plan {
        Payment payment(Fee fee, String id, LocalDate day, String who);
    }

    private Response book(Request request, Plan plan) {
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Instant now = clock.instant();
            Fee fee = fees.of(request.path("id"))
                    .filter(owed -> owed.invoicing().issued())
                    .orElseThrow(() -> Problem.refused("Dafür ist noch keine Rechnung gestellt."));
            String who = request.caller().id();
            Payment payment = plan.payment(fee, Secrets.id(), GermanFormat.dayOf(now), who);
            return new Planned<>(workflow.booked(fee, payment, who, now), Response.created());
        });
    }

    private static void unpaid(Fee fee) {
        if (fee.isPaid()) {
            throw Problem.refused("Diese Rechnung ist schon bezahlt oder erlassen.");
        }
    }

    /** An invoice that could not be made is tried again; one that has left is taken back by a credit note first. */
    private Response issueAnew(Request request) {
        var typed = FormReader.read(request.json(), true, form -> {
            form.text("reason", 1000, "Schreiben Sie, warum die Rechnung neu ausgestellt wird.");
            form.group("buyer", Buyer::read);
        });
        Buyer buyer = Buyer.of(typed.path("buyer"));
        return writer.onlyOnce(IdempotencyKey.of(request), () -> {
            Fee fee = fees.of(request.path("id"))
                    .orElseThrow(() -> Problem.refused("Dafür ist noch keine Rechnung fällig."));
            String who = request.caller().id();
            Invoice standing = fee.invoicing().valid();
            if (fee.invoicing().fault() != null) {
                return new Planned<>(
                        workflow.addressed(
                                fee, fee.invoicing().addressed(buyer, null), who, "Rechnungsangaben berichtigt"),
                        Response.created());
            }
            if (fee.cents() == 0) {
                throw Problem.refused("Es ist nichts mehr zu zahlen: Eine neue Rechnung gibt es nicht.");
            }
            if (standing == null) {
                throw Problem.refused("Die Rechnung wird gerade ausgestellt. Warten Sie einen Augenblick.");
            }
            var cancelling = new CreditNote(
                    standing, "", standing.issuedOn(), typed.path("reason").asString(), who);
            return new Planned<>(
                    workflow.addressed(
                            fee, fee.invoicing().addressed(buyer, cancelling), who, "Rechnung wird neu ausgestellt"),
                    Response.created());
        });
    }
}

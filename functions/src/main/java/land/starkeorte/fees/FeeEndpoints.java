package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.dossiers.DossierAccess;
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
import land.starkeorte.invoicing.GiroCode;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.invoicing.Seller;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registering.RegistrationAccess;
import land.starkeorte.store.Planned;

/** Whoever owes something sees what to pay and how; the office confirms or waives it. */
public final class FeeEndpoints {
    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final Fees fees;
    private final FeeWorkflow workflow;
    private final Debtors debtors;
    private final DossierAccess dossierAccess;
    private final RegistrationAccess registrationAccess;
    private final PaperArchive archive;
    private final IdempotentWriter writer;
    private final Seller seller;
    private final CardSettings card;
    private final Clock clock;

    public FeeEndpoints(
            Fees fees,
            FeeWorkflow workflow,
            Debtors debtors,
            DossierAccess dossierAccess,
            RegistrationAccess registrationAccess,
            PaperArchive archive,
            IdempotentWriter writer,
            Seller seller,
            CardSettings card,
            Clock clock) {
        this.fees = fees;
        this.workflow = workflow;
        this.debtors = debtors;
        this.dossierAccess = dossierAccess;
        this.registrationAccess = registrationAccess;
        this.archive = archive;
        this.writer = writer;
        this.seller = seller;
        this.card = card;
        this.clock = clock;
    }

    public Routes routes() {
        return Routes.NONE
                .open("GET /api/dossiers/{id}/fee", this::readAsOfficial)
                .open("GET /api/events/{event}/registrations/{registration}/fee", this::readAsOwner)
                .only(
                        "GET /api/member/events/{event}/registrations/{registration}/fee",
                        this::readAsOwner,
                        "member",
                        "founder")
                .staff("GET /api/staff/fees/{id}", this::read)
                .staff("POST /api/staff/fees/{id}/payments", this::confirm)
                .staff("POST /api/staff/fees/{id}/waiver", this::waive)
                .staff("POST /api/staff/fees/{id}/refund", this::refund)
                .staff("POST /api/staff/fees/{id}/invoice", this::issueAnew);
    }

    private Response readAsOfficial(Request request) {
        return Response.ok(owed(dossierAccess.visitor(request).dossier()));
    }

    private Response readAsOwner(Request request) {
        return Response.ok(owed(registrationAccess.owned(request)));
    }

    private Map<String, Object> owed(String id) {
        var answer = new LinkedHashMap<String, Object>();
        fees.of(id).ifPresent(fee -> {
            common(fee, answer);
            answer.put("surplus", fee.overpaid());
            answer.put("cancelled", fee.cancelled().stream().map(this::notice).toList());
            Invoice invoice = fee.validInvoice();
            answer.put("delayed", invoice == null && fee.fault() != null);
            if (invoice != null && !fee.isPaid()) {
                answer.put("recipient", seller.networkName());
                answer.put("iban", seller.networkIban());
                answer.put("bic", seller.networkBic());
                answer.put("outstanding", fee.outstanding());
                answer.put("giroCode", giroCode(invoice, fee.outstanding()));
                answer.put("pending", fee.account().isPending());
                // The payment page asks for the whole of an admission.
                if (card.isOffered() && fee.booked() == null && fee.outstanding() == fee.cents()) {
                    answer.put("card", card.cardLink() + "?client_reference_id=" + Fees.Code.bare(fee.reference()));
                }
            }
        });
        return answer;
    }

    private Response read(Request request) {
        var answer = new LinkedHashMap<String, Object>();
        fees.of(request.path("id")).ifPresent(fee -> {
            common(fee, answer);
            answer.put("reminders", fee.reminders());
            if (fee.fault() != null) {
                answer.put("fault", fee.fault());
            }
            answer.put("outstanding", fee.outstanding());
            answer.put("surplus", fee.overpaid());
            answer.put(
                    "payments",
                    fee.account().inOrder(fee.cents()).stream()
                            .map(FeeEndpoints::view)
                            .toList());
            answer.put("cancelled", fee.cancelled().stream().map(this::view).toList());
            answer.put("cancelling", fee.cancelling() != null);
            answer.put("who", fee.municipality());
            answer.put("title", fee.matter().title());
            answer.put("items", fee.matter().items());
            answer.put("event", fee.booked() == null ? "" : fee.booked().event());
            Optional.ofNullable(fee.buyer())
                    .or(() -> debtors.find(fee).map(Debtor::buyer))
                    .ifPresent(buyer -> answer.put("buyer", buyer.view()));
        });
        return Response.ok(answer);
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
                    .filter(Fee::issued)
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
            Invoice standing = fee.validInvoice();
            if (fee.fault() != null) {
                return new Planned<>(
                        workflow.addressed(fee, fee.addressed(buyer, null), who, "Rechnungsangaben berichtigt"),
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
                    workflow.addressed(fee, fee.addressed(buyer, cancelling), who, "Rechnung wird neu ausgestellt"),
                    Response.created());
        });
    }

    private static Map<String, Object> view(FeeLedger.Line line) {
        Payment payment = line.payment();
        return Map.of(
                "id", payment.id(),
                "kind", payment.kind().name(),
                "cents", payment.cents(),
                "day", payment.day().toString(),
                "note", payment.note(),
                "by", payment.by(),
                "duplicate", line.duplicate());
    }

    private Map<String, Object> view(CreditNote cancellation) {
        var view = new HashMap<>(notice(cancellation));
        view.put("reason", cancellation.reason());
        return view;
    }

    /** Without why: that is the office's own. */
    private Map<String, Object> notice(CreditNote cancellation) {
        return Map.of(
                "number", cancellation.number(),
                "invoice", cancellation.invoice().number(),
                "day", cancellation.day().toString(),
                "pdf",
                        archive.link(
                                cancellation.pdfKey(), cancellation.number() + ".pdf", "application/pdf", LINK_VALID));
    }

    private void common(Fee fee, Map<String, Object> answer) {
        answer.put("cents", fee.cents());
        answer.put("reference", fee.reference());
        answer.put("paid", fee.isPaid());
        Invoice invoice = fee.validInvoice();
        if (invoice != null) {
            answer.put("number", invoice.number());
            answer.put("issuedOn", invoice.issuedOn().toString());
            answer.put("dueOn", invoice.dueOn().toString());
            answer.put("pdf", archive.link(invoice.pdfKey(), invoice.number() + ".pdf", "application/pdf", LINK_VALID));
            answer.put("xml", archive.link(invoice.xmlKey(), invoice.number() + ".xml", "application/xml", LINK_VALID));
        }
    }

    private String giroCode(Invoice invoice, long cents) {
        String svg = new GiroCode(
                        seller.networkName(),
                        seller.networkIban(),
                        seller.networkBic(),
                        cents,
                        invoice.reference() + " " + invoice.number())
                .svg();
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
    }
}

package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import land.starkeorte.applications.Candidate;
import land.starkeorte.applications.Doors;
import land.starkeorte.applications.DynamoChronicle;
import land.starkeorte.forms.Fields;
import land.starkeorte.forms.German;
import land.starkeorte.http.DynamoActs;
import land.starkeorte.http.DynamoActs.Act;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.Once;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.paper.Archive;

/** The municipality sees what to pay and how; the office confirms or waives it. */
final class FeeEndpoints {
    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final DynamoFees fees;
    private final DynamoLedger ledger;
    private final DynamoChronicle chronicle;
    private final Doors doors;
    private final Archive archive;
    private final DynamoActs acts;
    private final Seller seller;
    private final Clock clock;

    FeeEndpoints(
            DynamoFees fees,
            DynamoLedger ledger,
            DynamoChronicle chronicle,
            Doors doors,
            Archive archive,
            DynamoActs acts,
            Seller seller,
            Clock clock) {
        this.fees = fees;
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.doors = doors;
        this.archive = archive;
        this.acts = acts;
        this.seller = seller;
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        return Map.of(
                "GET /api/dossiers/{id}/fee", this::readAsOfficial,
                "GET /api/staff/dossiers/{id}/fee", ((Endpoint) this::read).onlyFor("staff"),
                "POST /api/staff/dossiers/{id}/payments", ((Endpoint) this::confirm).onlyFor("staff"),
                "POST /api/staff/dossiers/{id}/waiver", ((Endpoint) this::waive).onlyFor("staff"));
    }

    private Response readAsOfficial(Request request) {
        var answer = new LinkedHashMap<String, Object>();
        fees.of(doors.visitor(request).dossier()).ifPresent(fee -> {
            common(fee, answer);
            Invoice invoice = fee.invoice();
            if (invoice != null && fee.issued() && !fee.isPaid()) {
                answer.put("recipient", seller.networkName());
                answer.put("iban", seller.networkIban());
                answer.put("bic", seller.networkBic());
                answer.put("giroCode", giroCode(invoice));
            }
        });
        return Response.ok(answer);
    }

    private Response read(Request request) {
        var answer = new LinkedHashMap<String, Object>();
        fees.of(request.path("id")).ifPresent(fee -> {
            common(fee, answer);
            answer.put("reminders", fee.reminders());
            if (fee.fault() != null) {
                answer.put("fault", fee.fault());
            }
            answer.put("payments", fee.account().inOrder());
        });
        return Response.ok(answer);
    }

    /** Somebody has seen the money, or a proof of it. */
    private Response confirm(Request request) {
        String proof = Fields.read(
                        request.json(),
                        true,
                        form -> form.text("proof", 1000, "Schreiben Sie, woran Sie die Zahlung gesehen haben."))
                .path("proof")
                .asString();
        return book(request, Payment.Kind.CONFIRMATION, proof, "Aufnahmezahlung bestätigt");
    }

    private Response waive(Request request) {
        String reason = Fields.read(
                        request.json(),
                        true,
                        form -> form.text("reason", 1000, "Schreiben Sie, warum die Zahlung erlassen wird."))
                .path("reason")
                .asString();
        return book(request, Payment.Kind.WAIVER, reason, "Aufnahmezahlung erlassen");
    }

    private Response book(Request request, Payment.Kind kind, String note, String what) {
        return acts.once(Once.of(request), () -> {
            Instant now = clock.instant();
            Fee fee = fees.of(request.path("id"))
                    .filter(Fee::issued)
                    .orElseThrow(() -> refused("Für diesen Vorgang ist noch keine Rechnung gestellt."));
            if (fee.isPaid()) {
                throw refused("Diese Rechnung ist schon bezahlt oder erlassen.");
            }
            Candidate candidate = chronicle.find(fee.dossier()).orElseThrow();
            String who = request.caller().id();
            var payment = new Payment(Secrets.id(), kind, fee.cents(), German.dayOf(now), note, who);
            return new Act(
                    ledger.booked(fee, fee.with(payment), candidate, who, what, now), Response.created(Map.of()));
        });
    }

    private void common(Fee fee, Map<String, Object> answer) {
        answer.put("cents", fee.cents());
        answer.put("reference", fee.reference());
        answer.put("paid", fee.isPaid());
        Invoice invoice = fee.invoice();
        if (invoice != null && fee.issued()) {
            answer.put("number", invoice.number());
            answer.put("issuedOn", invoice.issuedOn().toString());
            answer.put("dueOn", invoice.dueOn().toString());
            answer.put("pdf", archive.link(invoice.pdfKey(), invoice.number() + ".pdf", "application/pdf", LINK_VALID));
            answer.put("xml", archive.link(invoice.xmlKey(), invoice.number() + ".xml", "application/xml", LINK_VALID));
        }
    }

    private String giroCode(Invoice invoice) {
        String svg = new GiroCode(
                        seller.networkName(),
                        seller.networkIban(),
                        seller.networkBic(),
                        invoice.cents(),
                        invoice.reference() + " " + invoice.number())
                .svg();
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
    }

    private static Problem refused(String detail) {
        return Problem.conflict("nicht-moeglich", "Das ist gerade nicht möglich", detail, Map.of());
    }
}

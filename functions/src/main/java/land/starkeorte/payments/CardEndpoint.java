package land.starkeorte.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import land.starkeorte.fees.CardSettings;
import land.starkeorte.fees.Fees;
import land.starkeorte.fees.Payment;
import land.starkeorte.http.Caller;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import tools.jackson.databind.JsonNode;

/**
 * What Stripe tells of payments by its payment page. The same payment, refund or dispute is one line, in however many events
 * it is told; what is not settled yet leaves a trace and counts for nothing.
 */
final class CardEndpoint {
    /** So long an event may be about a payment whose own event is still on its way. */
    private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

    private final Fees fees;
    private final PaymentPosting posting;
    private final CardSignature signature;
    private final Clock clock;

    CardEndpoint(Fees fees, PaymentPosting posting, CardSettings settings, Clock clock) {
        this.fees = fees;
        this.posting = posting;
        this.signature = new CardSignature(settings.cardSecret());
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE.open("POST /api/payments/stripe", this::told);
    }

    private Response told(Request request) {
        Instant now = clock.instant();
        String header = request.headers().getOrDefault("stripe-signature", "");
        if (!signature.isValid(header, request.body(), now)) {
            throw Problem.forbidden();
        }
        var event = CardEvent.of(request.json());
        switch (event.type()) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> {
                // Bank debits and the like are completed long before they succeed.
                if (event.says("payment_status", "paid")) {
                    paid(event);
                } else if (event.says("payment_status", "unpaid")) {
                    tried(event, Payment.Kind.CARD_PENDING);
                }
            }
            case "checkout.session.async_payment_failed" -> tried(event, Payment.Kind.CARD_FAILED);
            case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" -> refund(event, now);
            case "charge.refunded" -> refunded(event, now);
            case "charge.dispute.created" -> {
                // An inquiry takes no money yet.
                if (!event.text("status").startsWith("warning_")) {
                    disputed(event, Payment.Kind.RETURN, "", now);
                }
            }
            case "charge.dispute.funds_withdrawn" -> disputed(event, Payment.Kind.RETURN, "", now);
            // Money that came back after a dispute is another thing than the dispute.
            case "charge.dispute.funds_reinstated" -> disputed(event, Payment.Kind.CARD, "#reinstated", now);
            default -> {}
        }
        return Response.ok();
    }

    private void paid(CardEvent event) {
        String payment = event.payment();
        String reference = event.text("client_reference_id");
        List<String> dossiers = dossiers(reference);
        // A refund or dispute names the payment, not the reference.
        for (String dossier : dossiers) {
            if (fees.code(payment).isEmpty()) {
                fees.write(fees.put(Fees.Code.of(payment, dossier)));
            }
        }
        String name = event.thing().at("/customer_details/name").asString("");
        posting.post(event.line(
                CardEvent.id(payment), Payment.Kind.CARD, "amount_total", 0, name, reference, dossiers, null));
    }

    /** What has not succeeded stands in the dossier's history, and with the payments. */
    private void tried(CardEvent event, Payment.Kind kind) {
        String reference = event.text("client_reference_id");
        List<String> dossiers = dossiers(reference);
        if (!dossiers.isEmpty() && event.hasAmount("amount_total")) {
            posting.post(event.line(
                    CardEvent.id(event.payment() + "#" + kind),
                    kind,
                    "amount_total",
                    0,
                    "",
                    reference,
                    dossiers,
                    null));
        }
    }

    private void refund(CardEvent event, Instant now) {
        String id = CardEvent.id(event.text("id"));
        if (event.says("status", "succeeded")) {
            back(
                    event,
                    event.line(id, Payment.Kind.REFUND, "amount", 0, "", event.payment(), payers(event), null),
                    now);
        } else if (event.says("status", "failed")) {
            back(
                    event,
                    event.line(
                            Payment.failureOf(id),
                            Payment.Kind.REFUND_FAILED,
                            "amount",
                            0,
                            "",
                            event.payment(),
                            payers(event),
                            null),
                    now);
        }
    }

    /** Before its API version 2024-10-28 Stripe tells of refunds by their charge: of each, or of all of them together. */
    private void refunded(CardEvent event, Instant now) {
        JsonNode each = event.thing().at("/refunds/data");
        if (!each.isEmpty()) {
            each.forEach(refund -> refund(event.about(refund), now));
        } else if (event.hasAmount("amount_refunded")) {
            long together = event.thing().path("amount_refunded").asLong(0);
            long before = Math.clamp(
                    event.event()
                            .at("/data/previous_attributes/amount_refunded")
                            .asLong(0),
                    0,
                    together);
            String id = CardEvent.id(event.text("id") + "#" + together);
            String text = event.payment() + ", insgesamt zurückgezahlt";
            back(
                    event,
                    event.line(id, Payment.Kind.REFUND, "amount_refunded", before, "", text, payers(event), together),
                    now);
        }
    }

    private void disputed(CardEvent event, Payment.Kind kind, String what, Instant now) {
        String id = CardEvent.id(event.text("id") + what);
        back(event, event.line(id, kind, "amount", 0, "", event.payment(), payers(event), null), now);
    }

    /** Stripe asks again when the payment, which may be on its way, is not here yet. */
    private void back(CardEvent event, BankTransaction line, Instant now) {
        boolean early = line.dossiers().isEmpty()
                || line.dossiers().stream()
                        .flatMap(dossier -> fees.of(dossier).stream())
                        .anyMatch(fee -> !fee.account().covers(line.payment(line.cents(), Caller.SYSTEM)));
        if (early && event.created().plus(OUT_OF_ORDER).isAfter(now)) {
            throw Problem.conflict("zu-frueh", "Diese Zahlung ist noch nicht bekannt", "Später erneut senden.");
        }
        posting.post(line);
    }

    private List<String> payers(CardEvent event) {
        return dossiers(event.payment());
    }

    private List<String> dossiers(String code) {
        return fees.code(code).map(Fees.Code::dossier).stream().toList();
    }
}

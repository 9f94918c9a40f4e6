package land.starkeorte.fees;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import land.starkeorte.fees.Line.Why;
import land.starkeorte.forms.German;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.lambda.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Stripe tells of payments by its payment page. The same payment, refund or dispute is one line, in however many events
 * it is told; what is not settled yet counts for nothing.
 */
final class CardEndpoint {
    /** So long an event may be about a payment whose own event is still on its way. */
    private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

    private final DynamoFees fees;
    private final Cashbook cashbook;
    private final CardSignature signature;
    private final Clock clock;

    CardEndpoint(DynamoFees fees, Cashbook cashbook, CardSettings settings, Clock clock) {
        this.fees = fees;
        this.cashbook = cashbook;
        this.signature = new CardSignature(settings.cardSecret());
        this.clock = clock;
    }

    Map<String, Endpoint> routes() {
        return Map.of("POST /api/payments/stripe", this::told);
    }

    private Response told(Request request) {
        Instant now = clock.instant();
        String header = request.headers().getOrDefault("stripe-signature", "");
        if (!signature.isValid(header, request.body(), now)) {
            throw Problem.forbidden();
        }
        JsonNode event = request.json();
        JsonNode object = event.at("/data/object");
        String intent = object.path("payment_intent").asString("");
        Instant created = Instant.ofEpochSecond(event.path("created").asLong(0));
        switch (event.path("type").asString("")) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> {
                // Bank debits and the like are completed long before they succeed.
                if (object.path("payment_status").asString("").equals("paid")) {
                    paid(object, intent, created);
                }
            }
            case "refund.created", "refund.updated", "charge.refund.updated" -> {
                if (object.path("status").asString("").equals("succeeded")) {
                    back(Payment.Kind.REFUND, object, intent, created, now);
                }
            }
            case "charge.dispute.funds_withdrawn" -> back(Payment.Kind.RETURN, object, intent, created, now);
            case "charge.dispute.funds_reinstated" -> back(Payment.Kind.CARD, object, intent, created, now);
            default -> {}
        }
        return Response.ok(Map.of());
    }

    private void paid(JsonNode session, String intent, Instant created) {
        String reference = session.path("client_reference_id").asString("");
        List<String> dossiers =
                fees.code(reference).map(DynamoFees.Code::dossier).stream().toList();
        // A refund or dispute names the payment, not the reference.
        for (String dossier : dossiers) {
            if (fees.code(intent).isEmpty()) {
                fees.write(fees.put(DynamoFees.Code.of(intent, dossier)));
            }
        }
        String name = session.at("/customer_details/name").asString("");
        cashbook.enter(line(
                intent, Payment.Kind.CARD, session.path("amount_total"), session, created, name, reference, dossiers));
    }

    private void back(Payment.Kind kind, JsonNode object, String intent, Instant created, Instant now) {
        var code = fees.code(intent);
        if (code.isEmpty() && created.plus(OUT_OF_ORDER).isAfter(now)) {
            throw Problem.conflict(
                    "zu-frueh", "Diese Zahlung ist noch nicht bekannt", "Später erneut senden.", Map.of());
        }
        List<String> dossiers = code.map(DynamoFees.Code::dossier).stream().toList();
        // Money that came back after a dispute is another thing than the dispute.
        String id = object.path("id").asString("") + (kind == Payment.Kind.CARD ? "#reinstated" : "");
        cashbook.enter(line(id, kind, object.path("amount"), object, created, "", intent, dossiers));
    }

    private static Line line(
            String id,
            Payment.Kind kind,
            JsonNode amount,
            JsonNode object,
            Instant created,
            String party,
            String text,
            List<String> dossiers) {
        String currency = object.path("currency").asString("").toUpperCase(Locale.ROOT);
        boolean euro = currency.equals("EUR");
        return new Line(
                Secrets.id("stripe\n" + id),
                "stripe",
                German.dayOf(created),
                euro ? German.euros(amount.asLong()) : amount.asLong() + " " + currency + " (kleinste Einheit)",
                euro ? amount.asLong() : 0,
                kind,
                party,
                "",
                "Kartenzahlung " + text,
                why(euro, kind, dossiers),
                dossiers,
                false,
                "",
                "system",
                0);
    }

    private static @Nullable Why why(boolean euro, Payment.Kind kind, List<String> dossiers) {
        if (!euro) {
            return Why.FOREIGN;
        }
        return dossiers.isEmpty() ? (kind == Payment.Kind.CARD ? Why.UNKNOWN : Why.TAKEN_BACK) : null;
    }
}

package land.starkeorte.payments;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import land.starkeorte.fees.Payment;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Stripe says in one event about one thing: a session, a refund, a charge or a dispute.
 *
 * @param thing what it is about
 */
record CardEvent(JsonNode event, JsonNode thing) {
    static CardEvent of(JsonNode event) {
        return new CardEvent(event, event.at("/data/object"));
    }

    /** The same event about another thing. */
    CardEvent about(JsonNode other) {
        return new CardEvent(event, other);
    }

    String type() {
        return event.path("type").asString("");
    }

    Instant created() {
        return Instant.ofEpochSecond(event.path("created").asLong(0));
    }

    String text(String name) {
        return thing.path(name).asString("");
    }

    /** The payment that it is about; where Stripe knows none, the charge, or the thing itself. */
    String payment() {
        return Stream.of("payment_intent", "charge", "id")
                .map(this::text)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    boolean says(String name, String value) {
        return text(name).equals(value);
    }

    /** Whether it says how much; nobody pays nothing, or less. */
    boolean hasAmount(String name) {
        JsonNode amount = thing.path(name);
        return amount.isIntegralNumber() && amount.canConvertToLong() && amount.asLong(0) > 0;
    }

    /**
     * Whatever it tells, by its identity: however many events tell of it, it is one line.
     *
     * @param amount where it says how much, in cents
     * @param before how much of that an earlier event told of
     */
    BankTransaction line(
            String id,
            Payment.Kind kind,
            String amount,
            long before,
            String party,
            String text,
            List<String> dossiers,
            @Nullable Long altogether) {
        String currency = text("currency").toUpperCase(Locale.ROOT);
        boolean euro = currency.equals("EUR");
        long cents = hasAmount(amount) ? thing.path(amount).asLong(0) - before : 0;
        var details = new BankTransaction.Details(
                GermanFormat.dayOf(created()),
                euro ? GermanFormat.euros(cents) : cents + " " + currency + " (kleinste Einheit)",
                euro ? cents : 0,
                kind,
                party,
                payment(),
                "Kartenzahlung " + text,
                altogether);
        return BankTransaction.arrived(id, "stripe", details, why(hasAmount(amount), euro, kind, dossiers), dossiers);
    }

    /** How a thing of Stripe's is known here. */
    static String id(String stripes) {
        return Secrets.derivedId("stripe\n" + stripes);
    }

    private static BankTransaction.@Nullable ReviewReason why(
            boolean amount, boolean euro, Payment.Kind kind, List<String> dossiers) {
        if (!amount) {
            return BankTransaction.ReviewReason.AMOUNT;
        }
        if (!euro) {
            return BankTransaction.ReviewReason.FOREIGN;
        }
        if (!dossiers.isEmpty()) {
            return null;
        }
        return kind == Payment.Kind.RETURN || kind == Payment.Kind.REFUND
                ? BankTransaction.ReviewReason.TAKEN_BACK
                : BankTransaction.ReviewReason.UNKNOWN;
    }
}

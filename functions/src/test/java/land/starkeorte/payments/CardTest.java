package land.starkeorte.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import land.starkeorte.fees.FeeFixture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stripe tells of card payments; signatures are made by Stripe's own library. */
class CardTest {
    private static final String SECRET = "whsec_test";

    private final FeeFixture fees = new FeeFixture();

    @Test
    void theLinkCarriesTheReferenceAndThePaymentConfirmsItOnce() {
        String dossier = fees.invoiced();
        String bare = fees.reference(dossier).replace("-", "");
        assertThat(fees.mine(dossier).body().path("card").asString())
                .isEqualTo("https://pay.example/fee?client_reference_id=" + bare);
        for (int i = 0; i < 3; i++) {
            assertThat(tell(session(bare, "paid"))).isEqualTo(200);
        }
        assertThat(tell(session(bare, "paid").replace("session.completed", "session.async_payment_succeeded")))
                .isEqualTo(200);
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.fee(dossier).path("payments")).hasSize(1);
        assertThat(fees.dossiers.mails("paid")).hasSize(1);
    }

    @Test
    void whatIsNotSettledYetCountsForNothing() {
        String dossier = fees.invoiced();
        String bare = fees.reference(dossier).replace("-", "");
        tell(session(bare, "unpaid"));
        tell(session(bare, "unpaid").replace("session.completed", "session.async_payment_failed"));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(100_00);
        tell(session(bare, "paid").replace("session.completed", "session.async_payment_succeeded"));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void refundsAndDisputesAreRecorded() {
        String dossier = fees.invoiced();
        tell(session(fees.reference(dossier).replace("-", ""), "paid"));
        tell(back("refund.created", "re_1", "pending", 30_00));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isZero();
        tell(back("refund.updated", "re_1", "succeeded", 30_00));
        tell(back("refund.updated", "re_1", "succeeded", 30_00));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(30_00);
        assertThat(fees.dossiers.state(dossier)).isEqualTo("INVOICED");
        tell(back("charge.dispute.funds_withdrawn", "dp_1", "lost", 70_00));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(100_00);
        tell(back("charge.dispute.funds_reinstated", "dp_1", "won", 70_00));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(30_00);
    }

    @Test
    void aDisputeCountsFromItsBeginningAnInquiryDoesNot() {
        String dossier = fees.invoiced();
        tell(session(fees.reference(dossier).replace("-", ""), "paid"));
        tell(back("charge.dispute.created", "dp_0", "warning_needs_response", 100_00));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isZero();
        tell(back("charge.dispute.created", "dp_1", "needs_response", 70_00));
        tell(back("charge.dispute.funds_withdrawn", "dp_1", "needs_response", 70_00));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(70_00);
        assertThat(fees.dossiers.openTasks()).containsOnlyOnce("fee");
        tell(back("charge.dispute.funds_reinstated", "dp_1", "won", 70_00));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.dossiers.openTasks()).doesNotContain("fee");
    }

    /** Endpoints of an API version before 2024-10-28 hear of refunds by their charge alone. */
    @Test
    void whatTheChargeTellsAndWhatTheRefundTellsIsOneRefund() {
        for (boolean chargeFirst : new boolean[] {true, false}) {
            String intent = "pi_" + chargeFirst;
            String dossier = fees.invoiced(chargeFirst ? "12073008" : "12062224");
            tell(session(fees.reference(dossier).replace("-", ""), "paid").replace("pi_1", intent));
            var events = new ArrayList<>(List.of(
                    charge(30_00, 0).replace("pi_1", intent),
                    back("refund.created", "re_1" + intent, "succeeded", 30_00).replace("pi_1\"", intent + "\"")));
            if (!chargeFirst) {
                Collections.reverse(events);
            }
            events.forEach(this::tell);
            events.forEach(this::tell);
            assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(30_00);
            tell(charge(50_00, 30_00).replace("pi_1", intent));
            assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(50_00);
            assertThat(fees.dossiers.history(dossier)).endsWith("20,00\u00a0€ zurückgezahlt");
        }
    }

    @Test
    void anOldChargeThatListsItsRefundsTellsOfEach() {
        String dossier = fees.invoiced();
        tell(session(fees.reference(dossier).replace("-", ""), "paid"));
        tell(
                charge(50_00, 0)
                        .replace(
                                "\"amount_refunded\"",
                                "\"refunds\":{\"data\":[{\"id\":\"re_1\",\"charge\":\"ch_1\",\"payment_intent\":\"pi_1\",\"status\":\"succeeded\",\"amount\":3000,\"currency\":\"eur\"},{\"id\":\"re_2\",\"charge\":\"ch_1\",\"payment_intent\":\"pi_1\",\"status\":\"pending\",\"amount\":2000,\"currency\":\"eur\"}]},\"amount_refunded\""));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(30_00);
        tell(back("refund.updated", "re_1", "succeeded", 30_00));
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(30_00);
    }

    @Test
    void aRefundThatFailsLaterWasNoneInWhateverOrderItIsTold() {
        for (boolean failureFirst : new boolean[] {true, false}) {
            String intent = "pi_" + failureFirst;
            String dossier = fees.invoiced(failureFirst ? "12073008" : "12062224");
            tell(session(fees.reference(dossier).replace("-", ""), "paid").replace("pi_1", intent));
            var events = new ArrayList<>(List.of(
                    back("refund.created", "re_" + intent, "succeeded", 100_00).replace("pi_1\"", intent + "\""),
                    back("refund.failed", "re_" + intent, "failed", 100_00).replace("pi_1\"", intent + "\"")));
            if (failureFirst) {
                Collections.reverse(events);
            }
            events.forEach(this::tell);
            tell(events.getLast().replace("refund.failed", "refund.updated"));
            assertThat(fees.fee(dossier).path("outstanding").asLong()).isZero();
            assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        }
        assertThat(fees.dossiers.openTasks()).doesNotContain("fee");
    }

    @Test
    void aPaymentThatStripeDoesNotNameAndAmountsThatAreNoneAreLookedAt() {
        String dossier = fees.invoiced();
        String bare = fees.reference(dossier).replace("-", "");
        for (String amount : List.of("-5", "0", "\"viel\"", "null", "10.5")) {
            assertThat(tell(session(bare, "paid")
                            .replace(
                                    "\"payment_intent\":\"pi_1\"",
                                    "\"payment_intent\":\"pi_" + amount.replace("\"", "") + "\"")
                            .replace("10000", amount)))
                    .isEqualTo(200);
        }
        assertThat(fees.fee(dossier).path("payments")).isEmpty();
        assertThat(fees.desk().path("lines"))
                .hasSize(5)
                .allSatisfy(
                        line -> assertThat(line.path("assignable").asBoolean()).isFalse());
        for (int i = 0; i < 2; i++) {
            assertThat(tell(session(bare, "paid").replace("\"pi_1\"", "null"))).isEqualTo(200);
        }
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.fee(dossier).path("payments")).hasSize(1);
    }

    @Test
    void whatIsBegunAndWhatFailsLeavesATrace() {
        String dossier = fees.invoiced();
        String bare = fees.reference(dossier).replace("-", "");
        String begun = session(bare, "unpaid");
        tell(begun);
        tell(begun);
        assertThat(fees.mine(dossier).body().path("pending").asBoolean()).isTrue();
        assertThat(fees.dossiers.history(dossier))
                .endsWith("Kartenzahlung 100,00\u00a0€ begonnen, noch nicht bestätigt");
        tell(begun.replace("session.completed", "session.async_payment_failed"));
        assertThat(fees.mine(dossier).body().path("pending").asBoolean()).isFalse();
        assertThat(fees.dossiers.history(dossier)).endsWith("Kartenzahlung 100,00\u00a0€ nicht zustande gekommen");
        assertThat(fees.fee(dossier)
                        .path("payments")
                        .valueStream()
                        .map(payment -> payment.path("kind").asString()))
                .containsExactlyInAnyOrder("CARD_PENDING", "CARD_FAILED");
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(100_00);
    }

    @Test
    void moneyThatGoesBackByCardAndNeverCameWaitsAfterAnHour() {
        String dossier = fees.invoiced();
        tell(session(fees.reference(dossier).replace("-", ""), "paid").replace("10000", "4000"));
        String refund = back("refund.created", "re_1", "succeeded", 100_00);
        assertThat(tell(refund)).as("a payment may be on its way").isEqualTo(409);
        fees.dossiers.clock().pass(Duration.ofHours(2));
        assertThat(tell(refund)).isEqualTo(200);
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(60_00);
        assertThat(fees.desk().at("/lines/0/why").asString()).contains("nicht eingegangen");
        assertThat(fees.dossiers.openTasks()).containsOnlyOnce("fee");
    }

    private String charge(long refunded, long before) {
        return """
                {"id":"evt_%s","created":%d,"type":"charge.refunded","data":{"previous_attributes":{"amount_refunded":%d},"object":{"id":"ch_pi_1","payment_intent":"pi_1","amount":10000,"amount_refunded":%d,"currency":"eur"}}}""".formatted(UUID.randomUUID(), fees.dossiers.clock().instant().getEpochSecond(), before, refunded);
    }

    @Test
    void aRefundThatComesBeforeItsPaymentIsAskedForAgain() {
        String dossier = fees.invoiced();
        String refund = back("refund.created", "re_1", "succeeded", 100_00);
        assertThat(tell(refund)).isEqualTo(409);
        tell(session(fees.reference(dossier).replace("-", ""), "paid"));
        assertThat(tell(refund)).isEqualTo(200);
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(100_00);
    }

    @Test
    void unknownReferencesAndForeignMoneyWaitForTheOffice() {
        String dossier = fees.invoiced();
        tell(session("", "paid"));
        tell(session(fees.reference(dossier).replace("-", ""), "paid")
                .replace("\"eur\"", "\"pln\"")
                .replace("pi_1", "pi_2"));
        assertThat(fees.fee(dossier).path("payments")).isEmpty();
        JsonNode lines = fees.desk().path("lines");
        assertThat(lines).hasSize(2);
        String unknown = lines.valueStream()
                .filter(line -> line.path("assignable").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        fees.desk("POST", "/api/staff/bank/lines/" + unknown + "/assignment", "{\"dossier\":\"" + dossier + "\"}");
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void whatStripeDidNotSignOrSignedTooLongAgoIsRefused() throws Exception {
        String body = session(fees.reference(fees.invoiced()).replace("-", ""), "paid");
        long now = fees.dossiers.clock().instant().getEpochSecond();
        assertThat(send(body, header(body, now, SECRET))).isEqualTo(200);
        assertThat(send(body, header(body, now - 299, SECRET))).isEqualTo(200);
        assertThat(send(body, header(body, now - 301, SECRET))).isEqualTo(403);
        assertThat(send(body, header(body, now + 301, SECRET))).isEqualTo(403);
        assertThat(send(body, header(body, now, "whsec_other"))).isEqualTo(403);
        assertThat(send(body.replace("10000", "1"), header(body, now, SECRET))).isEqualTo(403);
        assertThat(send(body, "t=" + now)).isEqualTo(403);
        assertThat(send(body, "v1=00")).isEqualTo(403);
        assertThat(send(body, "")).isEqualTo(403);
        String two = header(body, now, "whsec_old").replace("t=" + now + ",", "");
        assertThat(send(body, header(body, now, SECRET) + "," + two))
                .as("two secrets while one is replaced")
                .isEqualTo(200);
        assertThat(new CardSignature("-").isValid(header(body, now, "-"), body, Instant.ofEpochSecond(now)))
                .as("no secret is set")
                .isFalse();
    }

    @Test
    void theSignatureIsWhatStripesOwnLibraryTakes() throws Exception {
        String body = "{\"größe\":\"ä\"}";
        long now = Instant.now().getEpochSecond();
        String header = header(body, now, SECRET);
        assertThat(Webhook.Signature.verifyHeader(body, header, SECRET, 300)).isTrue();
        assertThat(new CardSignature(SECRET)
                        .isValid(header, body, Instant.ofEpochSecond(now).plus(Duration.ofMinutes(5))))
                .isTrue();
        assertThat(body.getBytes(UTF_8)).hasSizeGreaterThan(body.length());
    }

    private int tell(String body) {
        try {
            return send(body, header(body, fees.dossiers.clock().instant().getEpochSecond(), SECRET));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int send(String body, String header) {
        return fees.dossiers
                .call(fees.function, "POST", "/api/payments/stripe", body, Map.of("stripe-signature", header))
                .status();
    }

    private static String header(String body, long at, String secret) throws Exception {
        return "t=" + at + ",v1=" + Webhook.Util.computeHmacSha256(secret, at + "." + body);
    }

    private String session(String reference, String status) {
        return """
                {"id":"evt_%s","created":%d,"type":"checkout.session.completed","data":{"object":{"id":"cs_1","payment_intent":"pi_1",
                "client_reference_id":"%s","payment_status":"%s","amount_total":10000,"currency":"eur",
                "customer_details":{"name":"Stadtkasse"}}}}""".formatted(UUID.randomUUID(), fees.dossiers.clock().instant().getEpochSecond(), reference, status);
    }

    private String back(String type, String id, String status, long cents) {
        return """
                {"id":"evt_%s","created":%d,"type":"%s","data":{"object":{"id":"%s","payment_intent":"pi_1","status":"%s","amount":%d,"currency":"eur"}}}""".formatted(
                        UUID.randomUUID(), fees.dossiers.clock().instant().getEpochSecond(), type, id, status, cents);
    }
}

package land.starkeorte.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import land.starkeorte.fees.Payment.Kind;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order: between nothing and the whole fee is outstanding, and whoever pays that has paid. */
class FeeLedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Buyer BUYER = new Buyer("Stadt", "Markt 1", "12345", "Ort", null, "Kasse", "k@stadt.example");
    private static final List<Long> AMOUNTS = List.of(1L, 40_00L, 60_00L, 99_99L, 100_00L, 100_01L, 200_00L);
    private static final int TRIES = 20_000;

    @Test
    void neverIsMoreOutstandingThanTheFeeNorLessThanNothing() {
        int events = 0;
        int refused = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            Fee fee = Fee.due("0".repeat(32), "Ort", "ABCD-EFGH");
            var booked = new ArrayList<Payment>();
            int steps = 1 + random.nextInt(14);
            for (int step = 0; step < steps; step++, events++) {
                if (random.nextInt(8) == 0) {
                    fee = issuedAnew(fee);
                } else {
                    Payment payment = happening(fee, random, booked);
                    long before = fee.outstanding();
                    if (fee.account().covers(payment)) {
                        fee = fee.with(payment);
                        booked.add(payment);
                    } else {
                        refused++;
                        var account = fee.account();
                        assertThat(payment.isTaking()).isTrue();
                        assertThatThrownBy(() -> account.with(payment)).isInstanceOf(IllegalArgumentException.class);
                        assertThat(fee.outstanding()).isEqualTo(before);
                    }
                }
                holds(fee, seed);
            }
            sameInAnyOrder(fee, booked, random, seed);
        }
        assertThat(events).isGreaterThan(TRIES);
        assertThat(refused).as("some of it was never covered").isGreaterThan(TRIES / 10);
    }

    private static void holds(Fee fee, int seed) {
        assertThat(fee.outstanding()).as("seed %d", seed).isBetween(0L, fee.cents());
        assertThat(fee.overpaid()).as("seed %d", seed).isNotNegative();
        assertThat(fee.isPaid()).as("seed %d", seed).isEqualTo(fee.outstanding() == 0);
        Fee paid = fee.with(payment("rest", Kind.TRANSFER, fee.outstanding()));
        assertThat(paid.account().balance() - fee.account().balance())
                .as("seed %d", seed)
                .isBetween(0L, fee.outstanding());
        // What the office has seen and the bank has not told of yet may be this very money; nothing else can keep it
        // open.
        if (fee.account().payments().values().stream().noneMatch(before -> before.kind() == Kind.CONFIRMATION)) {
            assertThat(paid.isPaid()).as("seed %d", seed).isTrue();
        }
    }

    /** Whatever is told again, and in whatever order what was booked is told: it is the same account. */
    private static void sameInAnyOrder(Fee fee, List<Payment> booked, Random random, int seed) {
        var told = new ArrayList<>(booked);
        told.addAll(booked);
        Collections.shuffle(told, random);
        FeeLedger account = FeeLedger.EMPTY;
        for (int left = told.size() + 1; !told.isEmpty() && told.size() < left; ) {
            left = told.size();
            for (Payment payment : List.copyOf(told)) {
                if (account.covers(payment)) {
                    account = account.with(payment);
                    told.remove(payment);
                }
            }
        }
        assertThat(told).as("seed %d: in the end all of it is covered", seed).isEmpty();
        assertThat(account).as("seed %d", seed).isEqualTo(fee.account());
    }

    private static Payment happening(Fee fee, Random random, List<Payment> booked) {
        long cents = AMOUNTS.get(random.nextInt(AMOUNTS.size()));
        String intent = Integer.toString(random.nextInt(5));
        String id = intent + "/" + cents;
        String key = Integer.toString(booked.size());
        return switch (random.nextInt(12)) {
            case 0, 1 -> payment("t" + id, Kind.TRANSFER, cents);
            case 2 -> card("c" + id, Kind.CARD, cents, intent, null);
            case 3 -> payment("d" + id, Kind.RETURN, cents);
            case 4 -> payment("o" + id, Kind.REFUND, cents);
            case 5 -> card("r" + id, Kind.REFUND, cents, intent, null);
            case 6 -> card("a" + id, Kind.REFUND, cents, intent, cents);
            case 7 -> card(Payment.failureOf("r" + id), Kind.REFUND_FAILED, cents, intent, null);
            case 8 ->
                fee.isPaid()
                        ? payment("p" + id, Kind.CARD_PENDING, cents)
                        : fee.account()
                                .confirmation("k" + key, 1 + random.nextLong(fee.outstanding()), DAY, "", "anna");
            case 9 ->
                fee.isPaid()
                        ? payment("f" + id, Kind.CARD_FAILED, cents)
                        : payment("w" + key, Kind.WAIVER, fee.outstanding());
            case 10 ->
                fee.overpaid() == 0
                        ? payment("t" + id, Kind.TRANSFER, cents)
                        : fee.account().refundNote("n" + key, fee.overpaid(), DAY, "", "anna");
            default ->
                booked.isEmpty() ? payment("t" + id, Kind.TRANSFER, cents) : booked.get(random.nextInt(booked.size()));
        };
    }

    private static Fee issuedAnew(Fee before) {
        Invoice first = before.newInvoice("SO-2026-0001", BUYER, DAY);
        var cancelling = new CreditNote(first, "", DAY, "x", "anna");
        CreditNote taken = cancelling.numbered("SO-2026-0002", DAY);
        Fee cancelled = before.with(before.invoicing()
                .numbered(first)
                .issuing()
                .addressed(BUYER, cancelling)
                .cancelling(taken)
                .cancelled(taken));
        Invoice anew = cancelled.newInvoice("SO-2026-0003", BUYER, DAY);
        assertThat(anew.asked()).isEqualTo(before.outstanding());
        return cancelled.with(cancelled.invoicing().numbered(anew).issuing());
    }

    @Test
    void aConfirmationAndTheBanksWordSpeakOfTheSameMoney() {
        var account = FeeLedger.EMPTY.with(payment("t1", Kind.TRANSFER, 60_00));
        account = account.with(account.confirmation("k1", 40_00, DAY, "gesehen", "anna"));
        assertThat(account.balance()).isEqualTo(100_00);
        account = account.with(payment("t2", Kind.TRANSFER, 40_00));
        assertThat(account.balance()).isEqualTo(100_00);
        account = account.with(payment("d1", Kind.RETURN, 100_00));
        assertThat(account.balance()).isZero();
        account = account.with(account.confirmation("k2", 100_00, DAY, "noch einmal", "anna"));
        assertThat(account.balance()).isEqualTo(100_00);
        assertThat(account.with(payment("t3", Kind.TRANSFER, 100_00)).balance()).isEqualTo(100_00);
    }

    @Test
    void whatIsPaidBackTwiceCountsTwiceAndWhatIsToldTwiceOnce() {
        var account =
                FeeLedger.EMPTY.with(payment("t1", Kind.TRANSFER, 200_00)).with(payment("o1", Kind.REFUND, 50_00));
        account = account.with(account.refundNote("n1", 30_00, DAY, "", "anna"));
        assertThat(account.balance()).isEqualTo(120_00);
        assertThat(account.with(payment("o2", Kind.REFUND, 30_00)).balance()).isEqualTo(120_00);
    }

    @Test
    void aRefundThatHasFailedIsTakenFromWhatAllOfThemCameTo() {
        FeeLedger paid = FeeLedger.EMPTY.with(payment("t", Kind.TRANSFER, 100_00));
        FeeLedger refunded = paid.with(refund("r1", 10_00, null)).with(refund("r2", 30_00, 30_00L));
        assertThat(refunded.balance()).as("both speak of the same money").isEqualTo(70_00);
        FeeLedger failed = refunded.with(payment(Payment.failureOf("r1"), Kind.REFUND_FAILED, 10_00));
        assertThat(failed.balance()).isEqualTo(80_00);
    }

    @Test
    void aCardPaymentIsPendingUntilItsOwnEndIsTold() {
        FeeLedger begun = FeeLedger.EMPTY.with(card("b", Kind.CARD_PENDING, "one"));
        assertThat(FeeLedger.EMPTY.isPending()).isFalse();
        assertThat(begun.isPending()).isTrue();
        assertThat(begun.with(card("c", Kind.CARD, "other")).isPending()).isTrue();
        assertThat(begun.with(card("c", Kind.CARD, "one")).isPending()).isFalse();
        assertThat(begun.with(card("c", Kind.CARD_FAILED, "one")).isPending()).isFalse();
        assertThat(begun.balance()).as("what is begun counts for nothing").isZero();
    }

    @Test
    void whatIsToldAgainIsKnownAndTakesNothingMore() {
        Payment back = payment("r", Kind.RETURN, 50_00);
        FeeLedger ledger =
                FeeLedger.EMPTY.with(payment("t", Kind.TRANSFER, 50_00)).with(back);
        assertThat(ledger.has(back)).isTrue();
        assertThat(ledger.covers(back)).as("it is in there").isTrue();
        assertThat(ledger.with(back).balance()).isZero();
        Payment other = payment("s", Kind.RETURN, 1);
        assertThat(ledger.has(other)).isFalse();
        assertThat(ledger.covers(other)).isFalse();
    }

    @Test
    void eachLineTellsWhatItChangedAndWhetherItCameTooMuch() {
        FeeLedger ledger = FeeLedger.EMPTY
                .with(on(1, "whole", Kind.TRANSFER, 60_00))
                .with(on(1, "part", Kind.TRANSFER, 40_00))
                .with(on(2, "more", Kind.TRANSFER, 10_00))
                .with(on(3, "back", Kind.REFUND, 10_00))
                .with(on(4, "again", Kind.REFUND_NOTE, 10_00))
                .with(on(5, "returned", Kind.RETURN, 40_00))
                .with(on(6, "anew", Kind.TRANSFER, 40_00));
        assertThat(ledger.inOrder(100_00))
                .extracting(line -> line.payment().id(), FeeLedger.Line::duplicate, FeeLedger.Line::effect)
                .containsExactly(
                        tuple("part", false, 40_00L),
                        tuple("whole", false, 60_00L),
                        tuple("more", true, 10_00L),
                        tuple("back", false, -10_00L),
                        tuple("again", false, 0L),
                        tuple("returned", false, -40_00L),
                        tuple("anew", false, 40_00L));
    }

    @Test
    void aRefundThatWasToldAlreadyIsMarked() {
        FeeLedger ledger = FeeLedger.EMPTY
                .with(on(1, "t", Kind.TRANSFER, 100_00))
                .with(new Payment("r1", Kind.REFUND, 20_00, DAY.plusDays(2), "", "system", "card"))
                .with(new Payment("r2", Kind.REFUND, 20_00, DAY.plusDays(3), "", "system", "card", 20_00L))
                .with(new Payment("r3", Kind.REFUND, 5_00, DAY.plusDays(4), "", "system", "card"));
        assertThat(ledger.inOrder(100_00))
                .extracting(line -> line.payment().id(), FeeLedger.Line::duplicate, FeeLedger.Line::effect)
                .containsExactly(
                        tuple("t", false, 100_00L),
                        tuple("r1", false, -20_00L),
                        tuple("r2", true, 0L),
                        tuple("r3", false, -5_00L));
    }

    private static Payment refund(String id, long cents, @Nullable Long altogether) {
        return new Payment(id, Kind.REFUND, cents, DAY, "", "system", "card", altogether);
    }

    private static Payment card(String id, Kind kind, String payment) {
        return new Payment(id, kind, 100_00, DAY, "", "system", payment);
    }

    private static Payment on(int day, String id, Kind kind, long cents) {
        return new Payment(id, kind, cents, DAY.plusDays(day), "", "system", "");
    }

    private static Payment payment(String id, Kind kind, long cents) {
        return new Payment(id, kind, cents, DAY, "", "system", "");
    }

    private static Payment card(String id, Kind kind, long cents, String intent, Long altogether) {
        return new Payment(id, kind, cents, DAY, "", "system", intent, altogether);
    }
}

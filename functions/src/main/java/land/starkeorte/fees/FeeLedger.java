package land.starkeorte.fees;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import land.starkeorte.fees.Payment.Kind;

/**
 * What happened to what somebody owes, as a set: in whatever order and however often it is told, the account is the same. More
 * never goes out of it than has come in: what would take it below zero is not {@link #covers covered}, and somebody has to
 * look at it.
 *
 * @param payments by their ids
 */
public record FeeLedger(Map<String, Payment> payments) {
    public static final FeeLedger EMPTY = new FeeLedger(Map.of());

    public FeeLedger {
        payments = Map.copyOf(payments);
    }

    /**
     * One payment, as it stands among the others.
     *
     * @param duplicate whether everything was settled when it came, or it had been told of before
     * @param effect what it changed, in cents: nothing where it tells what was known
     */
    public record Line(Payment payment, boolean duplicate, long effect) {}

    public boolean has(Payment payment) {
        return payments.containsKey(payment.id());
    }

    /** Whether it can be booked: nothing is taken away that has not come in. */
    public boolean covers(Payment payment) {
        return has(payment) || !payment.isTaking() || money(added(payment).values()) >= 0;
    }

    public FeeLedger with(Payment payment) {
        if (!covers(payment)) {
            throw new IllegalArgumentException("Nothing is taken away that has not come in");
        }
        return new FeeLedger(added(payment));
    }

    private Map<String, Payment> added(Payment payment) {
        var all = new TreeMap<>(payments);
        all.putIfAbsent(payment.id(), payment);
        return all;
    }

    /** The office saw so much more come in. */
    public Payment confirmation(String id, long cents, LocalDate day, String proof, String who) {
        return new Payment(id, Kind.CONFIRMATION, cents, day, proof, who, "", received(payments.values()) + cents);
    }

    /** The office has paid so much more back. */
    public Payment refundNote(String id, long cents, LocalDate day, String note, String who) {
        return new Payment(id, Kind.REFUND_NOTE, cents, day, note, who, "", paidBack(payments.values()) + cents);
    }

    /** What counts towards what is owed, in cents; never below zero. */
    public long balance() {
        return balance(payments.values());
    }

    private static long balance(Collection<Payment> payments) {
        return money(payments) + sum(payments, Kind.WAIVER);
    }

    /** What has come in and is still here. */
    private static long money(Collection<Payment> payments) {
        return received(payments) - sum(payments, Kind.RETURN) - paidBack(payments);
    }

    /** A confirmation by the office and the bank's own word speak of the same money: the larger counts, not the sum. */
    private static long received(Collection<Payment> payments) {
        return Math.max(said(payments, Kind.CONFIRMATION), sum(payments, Kind.TRANSFER) + sum(payments, Kind.CARD));
    }

    /** As do a refund that was noted and one that the bank tells of. */
    private static long paidBack(Collection<Payment> payments) {
        return Math.max(said(payments, Kind.REFUND_NOTE), refunds(payments));
    }

    /**
     * The card provider tells of each refund, or of all refunds of a payment together, or both: they speak of the same money.
     * One that has failed was none.
     */
    private static long refunds(Collection<Payment> payments) {
        var failures = of(payments, Kind.REFUND_FAILED).collect(groupingBy(Payment::id));
        return of(payments, Kind.REFUND).collect(groupingBy(Payment::from)).values().stream()
                .mapToLong(refunds -> {
                    long each = refunds.stream()
                            .filter(refund -> refund.altogether() == null)
                            .filter(refund -> !failures.containsKey(Payment.failureOf(refund.id())))
                            .mapToLong(Payment::cents)
                            .sum();
                    long failed = refunds.stream()
                            .filter(refund -> failures.containsKey(Payment.failureOf(refund.id())))
                            .mapToLong(Payment::cents)
                            .sum();
                    long together = refunds.stream()
                            .filter(refund -> refund.altogether() != null)
                            .mapToLong(Payment::toldAltogether)
                            .max()
                            .orElse(0);
                    return Math.max(each, together - failed);
                })
                .sum();
    }

    private static long said(Collection<Payment> payments, Kind kind) {
        return of(payments, kind).mapToLong(Payment::toldAltogether).max().orElse(0);
    }

    private static long sum(Collection<Payment> payments, Kind kind) {
        return of(payments, kind).mapToLong(Payment::cents).sum();
    }

    private static Stream<Payment> of(Collection<Payment> payments, Kind... kinds) {
        return payments.stream().filter(payment -> List.of(kinds).contains(payment.kind()));
    }

    /** A card payment that was begun, of which nothing more has been told. */
    public boolean isPending() {
        return of(payments.values(), Kind.CARD_PENDING)
                .anyMatch(begun -> of(payments.values(), Kind.CARD, Kind.CARD_FAILED)
                        .noneMatch(ended -> ended.from().equals(begun.from())));
    }

    /**
     * In the order in which they were booked. A bank tells days, no times: of one day the smaller come first, so that parts
     * are counted before a whole that came besides them.
     */
    public List<Line> inOrder(long owed) {
        var before = new ArrayList<Payment>();
        var lines = new ArrayList<Line>();
        payments.values().stream()
                .sorted(Comparator.comparing(Payment::day)
                        .thenComparingLong(Payment::cents)
                        .thenComparing(Payment::id))
                .forEach(payment -> {
                    long balance = balance(before);
                    long refunds = refunds(before);
                    before.add(payment);
                    boolean again = payment.kind() == Kind.REFUND && refunds(before) == refunds;
                    lines.add(new Line(
                            payment, (payment.isIncoming() && balance >= owed) || again, balance(before) - balance));
                });
        return lines;
    }
}

package land.starkeorte.fees;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import land.starkeorte.fees.Payment.Kind;

/**
 * What happened to a fee, as a set: in whatever order and however often it is told, the account is the same.
 *
 * @param payments by their ids
 */
record Account(Map<String, Payment> payments) {
    static final Account EMPTY = new Account(Map.of());

    Account {
        payments = Map.copyOf(payments);
    }

    /** @param duplicate whether everything was settled when it came */
    record Line(Payment payment, boolean duplicate) {}

    boolean has(Payment payment) {
        return payments.containsKey(payment.id());
    }

    Account with(Payment payment) {
        var all = new TreeMap<>(payments);
        all.putIfAbsent(payment.id(), payment);
        return new Account(all);
    }

    /**
     * What counts towards the fee, in cents. A confirmation by the office and the bank's own word speak of the same money, as
     * do a refund that was noted and one that the bank tells of: the larger counts, not the sum.
     */
    long balance() {
        return balance(List.copyOf(payments.values()));
    }

    private static long balance(List<Payment> payments) {
        return Math.max(sum(payments, Kind.CONFIRMATION), sum(payments, Kind.TRANSFER) + sum(payments, Kind.CARD))
                + sum(payments, Kind.WAIVER)
                - sum(payments, Kind.RETURN)
                - Math.max(sum(payments, Kind.REFUND_NOTE), sum(payments, Kind.REFUND));
    }

    private static long sum(List<Payment> payments, Kind kind) {
        return payments.stream()
                .filter(payment -> payment.kind() == kind)
                .mapToLong(Payment::cents)
                .sum();
    }

    /**
     * In the order in which they were booked. A bank tells days, no times: of one day the smaller come first, so that parts
     * are counted before a whole that came besides them.
     */
    List<Line> inOrder(long owed) {
        var before = new ArrayList<Payment>();
        var lines = new ArrayList<Line>();
        payments.values().stream()
                .sorted(Comparator.comparing(Payment::day)
                        .thenComparingLong(Payment::cents)
                        .thenComparing(Payment::id))
                .forEach(payment -> {
                    lines.add(new Line(payment, payment.isIncoming() && balance(before) >= owed));
                    before.add(payment);
                });
        return lines;
    }
}

package land.starkeorte.fees;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    Account with(Payment payment) {
        var all = new TreeMap<>(payments);
        all.putIfAbsent(payment.id(), payment);
        return new Account(all);
    }

    /** In the order in which they were booked. */
    List<Payment> inOrder() {
        return payments.values().stream()
                .sorted(Comparator.comparing(Payment::day).thenComparing(Payment::id))
                .toList();
    }

    /** Whether nothing is owed any more: somebody confirmed the payment, or gave up the claim. */
    boolean isSettled() {
        return !payments.isEmpty();
    }
}

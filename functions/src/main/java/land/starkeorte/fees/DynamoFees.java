package land.starkeorte.fees;

import java.util.List;
import java.util.Optional;
import land.starkeorte.lambda.DynamoTable;
import land.starkeorte.lambda.DynamoTable.Waiting;
import land.starkeorte.lambda.Transaction;

/**
 * The fees' table:
 *
 * <pre>
 * pk            sk      what
 * (dossier id)  fee     what a municipality owes
 * numbers       (year)  the last invoice number of the year
 * </pre>
 *
 * Index: fees whose invoice is still to be issued, and those that are not paid yet. Its stream tells of fees.
 */
final class DynamoFees {
    private final DynamoTable table;

    DynamoFees(DynamoTable table) {
        this.table = table;
    }

    /** @param last the highest number given */
    record Numbers(int last, int version) {}

    Optional<Fee> of(String dossier) {
        return table.find(dossier, "fee", Fee.class);
    }

    Transaction put(Fee fee) {
        if (!fee.issued() && fee.fault() == null) {
            return Transaction.of(table.save(fee.dossier(), "fee", fee, new Waiting("issue", fee.dossier())));
        }
        Invoice invoice = fee.invoice();
        return Transaction.of(
                invoice == null || fee.isPaid()
                        ? table.save(fee.dossier(), "fee", fee)
                        : table.save(
                                fee.dossier(),
                                "fee",
                                fee,
                                new Waiting("open", invoice.issuedOn() + "#" + invoice.number())));
    }

    /** Fees whose invoice waits to be issued. */
    List<Fee> unissued(int most) {
        return table.waiting("issue", "0", "g", true, most, Fee.class);
    }

    /** Issued and unpaid, the oldest first. */
    List<Fee> unpaid(int most) {
        return table.waiting("open", "0", "9", true, most, Fee.class);
    }

    Numbers numbers(int year) {
        return table.find("numbers", Integer.toString(year), Numbers.class).orElse(new Numbers(0, 0));
    }

    Transaction put(int year, Numbers numbers) {
        return Transaction.of(table.save("numbers", Integer.toString(year), numbers));
    }

    boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}

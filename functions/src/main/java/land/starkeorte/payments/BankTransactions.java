package land.starkeorte.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.store.Write;

/**
 * The bank's table:
 *
 * <pre>
 * pk          sk           what
 * (line id)   line         a payment that was told of
 * imports     (import id)  a file
 * </pre>
 *
 * Index: lines that wait for somebody, and the latest files.
 */
final class BankTransactions {
    private final Table table;

    BankTransactions(Table table) {
        this.table = table;
    }

    Optional<BankTransaction> line(String id) {
        return table.find(id, "line", BankTransaction.class);
    }

    /** What is there of these, by id; 100 at most. */
    Map<String, BankTransaction> lines(List<String> ids) {
        return table.each(ids, "line", BankTransaction.class);
    }

    Write put(BankTransaction line) {
        return line.done()
                ? table.save(line.id(), "line", line)
                : table.save(
                        line.id(),
                        "line",
                        line,
                        Index.waiting("line", line.details().day() + "#" + line.id()));
    }

    /** All of these anew, 100 at most; false when one of them is there already. */
    boolean add(List<BankTransaction> lines) {
        return table.write(Transaction.of(lines.stream().map(this::put)));
    }

    /** Lines that wait for somebody, the latest first. */
    List<BankTransaction> queue(int most) {
        return table.last(Index.WAITING, "line", "0", "9999-99", most, BankTransaction.class);
    }

    Optional<BankImport> file(String id) {
        return table.find("imports", id, BankImport.class);
    }

    Transaction put(BankImport file) {
        return Transaction.of(
                table.save("imports", file.id(), file, Index.waiting("import", file.at() + "#" + file.id())));
    }

    /** The latest first. */
    List<BankImport> files(int most) {
        return new ArrayList<>(table.last(Index.WAITING, "import", "0", "9999-99", most, BankImport.class));
    }

    boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}

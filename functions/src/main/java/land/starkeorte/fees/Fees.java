package land.starkeorte.fees;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * The fees' table:
 *
 * <pre>
 * pk            sk                    what
 * (dossier id)  fee                   what a municipality owes
 * numbers       (year)                the last invoice number of the year
 * codes         (letters and digits)  whose fee a reference, an invoice number or a card payment means
 * </pre>
 *
 * Index: each fee, under what is to be done: an invoice or credit note to be made, money to be waited for or to be paid back,
 * or nothing. Its stream tells of fees.
 */
public final class Fees {
    private final Table table;

    public Fees(Table table) {
        this.table = table;
    }

    /**
     * The row of a year's invoice numbers.
     *
     * @param last the highest number given
     */
    public record Numbers(int last, int version) {
        Numbers next() {
            return new Numbers(last + 1, version);
        }
    }

    /**
     * What a payment is recognised by.
     *
     * @param code as people and banks cannot spoil it: capitals and digits alone
     */
    public record Code(String code, String dossier, int version) {
        public static Code of(String written, String dossier) {
            return new Code(bare(written), dossier, 0);
        }

        /** Without blanks, hyphens and everything else that gets lost on the way. */
        public static String bare(String written) {
            var bare = new StringBuilder();
            written.toUpperCase(Locale.ROOT).chars().filter(Code::isKept).forEach(sign -> bare.append((char) sign));
            return bare.toString();
        }

        public static boolean isKept(int sign) {
            return ('A' <= sign && sign <= 'Z') || ('0' <= sign && sign <= '9');
        }
    }

    public Optional<Fee> of(String dossier) {
        return table.find(dossier, "fee", Fee.class);
    }

    /** Of these dossiers, by dossier. */
    public Map<String, Fee> of(List<String> dossiers) {
        return table.each(dossiers, "fee", Fee.class);
    }

    public Transaction put(Fee fee) {
        return Transaction.of(table.save(fee.dossier(), "fee", fee, waiting(fee)));
    }

    private static Index.Entry waiting(Fee fee) {
        Invoice invoice = fee.invoicing().invoice();
        if (fee.isUnfinished()) {
            return Index.waiting("issue", fee.dossier());
        }
        if (fee.overpaid() > 0) {
            return Index.waiting("surplus", fee.dossier());
        }
        return invoice == null || fee.isPaid()
                ? Index.waiting("settled", (invoice == null ? "0" : invoice.issuedOn()) + "#" + fee.dossier())
                : Index.waiting("open", invoice.issuedOn() + "#" + invoice.number());
    }

    /** Fees whose invoice or credit note is still to be made. */
    public List<Fee> unfinished(int most) {
        return table.first(Index.WAITING, "issue", "0", "g", most, Fee.class);
    }

    /** Issued and unpaid, the oldest first. */
    public List<Fee> unpaid(int most) {
        return table.first(Index.WAITING, "open", "0", "9", most, Fee.class);
    }

    /** More was paid than owed. */
    public List<Fee> overpaid(int most) {
        return table.first(Index.WAITING, "surplus", "0", "g", most, Fee.class);
    }

    /** Every fee there is. */
    public List<Fee> all() {
        return Stream.of("issue", "open", "surplus", "settled")
                .flatMap(what -> table.all(Index.WAITING, what, Fee.class).stream())
                .toList();
    }

    /** Nothing is to be done, the latest first. */
    public List<Fee> settled(int most) {
        return table.last(Index.WAITING, "settled", "0", "9", most, Fee.class);
    }

    public Transaction put(Code code) {
        return Transaction.of(table.save("codes", code.code(), code));
    }

    public Optional<Code> code(String written) {
        String bare = Code.bare(written);
        return bare.isEmpty() ? Optional.empty() : table.find("codes", bare, Code.class);
    }

    /** Everything that may stand in a bank statement. */
    public List<Code> codes() {
        return table.all("codes", Code.class);
    }

    public Numbers numbers(int year) {
        return table.find("numbers", Integer.toString(year), Numbers.class).orElse(new Numbers(0, 0));
    }

    public Transaction put(int year, Numbers numbers) {
        return Transaction.of(table.save("numbers", Integer.toString(year), numbers));
    }

    public boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}

package land.starkeorte.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One transaction of a booked entry; an entry without details is one transaction.
 *
 * @param account IBAN, or whatever the bank calls it; empty where the statement does not say
 * @param statement position of the statement in what was read, from 1
 * @param day when it was booked, as the bank writes it
 * @param amount as booked, positive
 * @param currency ISO 4217
 * @param credit whether it came in
 * @param reversal whether it takes back what was booked before: a credit is then an own payment coming back
 * @param party who paid, or who was paid; empty where the bank does not say
 * @param partyAccount likewise
 * @param ultimate for whom that party pays, or is paid, where it is another: an association's cash office pays for a
 *     municipality; empty where the bank does not say
 * @param bankReference the bank's own name for it, which need not be unique
 * @param texts everything that may hold a reference: remittance information, structured references, ids
 * @param said what of it came with the payment itself; the rest is the bank's own words, of which it may find more another day
 */
public record StatementEntry(
        String account,
        int statement,
        LocalDate day,
        BigDecimal amount,
        String currency,
        boolean credit,
        boolean reversal,
        String party,
        String partyAccount,
        String ultimate,
        String bankReference,
        List<String> texts,
        List<String> said) {
    /** Copies what may change. */
    public StatementEntry {
        texts = List.copyOf(texts);
        said = List.copyOf(said);
    }
}

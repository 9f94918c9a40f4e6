package land.starkeorte.payments;

import static land.starkeorte.bank.Statements.credit;
import static land.starkeorte.bank.Statements.debit;

import java.util.ArrayList;
import land.starkeorte.bank.Statements;
import land.starkeorte.fees.FeeFixture;
import tools.jackson.databind.JsonNode;

/** How long a bank file takes: half of it leaves the account, half comes in, ten of those are fees. */
public final class BankBench {
    private BankBench() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
        var fees = new FeeFixture();
        String reference = fees.reference(fees.invoiced());
        for (int entries : Boolean.getBoolean("small") ? new int[] {100} : new int[] {1_000, 100_000, 100_000}) {
            byte[] file = file(entries, reference, "Lauf " + System.nanoTime());
            measure(fees, file, entries, "first time");
            measure(fees, file, entries, "again");
        }
        System.exit(0);
    }

    private static void measure(FeeFixture fees, byte[] file, int entries, String what) {
        long start = System.nanoTime();
        JsonNode counts = fees.drop(file).path("counts");
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%,7d bookings (%,d KB), %-10s %6.1f s, %s%n", entries, file.length / 1024, what, seconds, counts);
    }

    private static byte[] file(int entries, String reference, String run) {
        var all = new ArrayList<String>();
        for (int i = 0; i < entries; i++) {
            String amount = "%d.%02d".formatted(1 + i % 900, i % 100);
            String text = run + " Posten " + i + (i % (entries / 5) == 1 ? " " + reference : "");
            all.add(i % 2 == 0 ? debit(amount, "Lieferant " + i, text) : credit(amount, "Zahler " + i, text));
        }
        return Statements.bytes(Statements.statement(all.toArray(String[]::new)));
    }
}

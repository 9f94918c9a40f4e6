package land.starkeorte.payments;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import land.starkeorte.bank.StatementEntry;
import land.starkeorte.fees.Payment;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;

/** Turns what a bank booked into lines that have an identity, whatever file they come in. */
final class TransactionMapper {
    private static final int LONGEST_TEXT = 500;

    private final String source;
    private final Map<String, Integer> seen = new HashMap<>();
    private int statement;

    /** @param source the import that brings them */
    TransactionMapper(String source) {
        this.source = source;
    }

    /**
     * One after the other, in the file's order: no bank gives a booking an id that can be relied on, so it is what it says, and
     * of several that say the same on one statement, the how many-th it is.
     */
    BankTransaction line(StatementEntry booking, List<String> dossiers) {
        if (booking.statement() != statement) {
            statement = booking.statement();
            seen.clear();
        }
        String said = identity(booking);
        int count = seen.merge(said, 1, Integer::sum);
        return BankTransaction.arrived(
                count == 1 ? said : Secrets.derivedId(said + "\n" + count),
                source,
                details(booking),
                why(booking, dossiers),
                dossiers);
    }

    /** Everything that it says. */
    private static String identity(StatementEntry booking) {
        return Secrets.derivedId(String.join(
                "\n",
                booking.account(),
                booking.day().toString(),
                booking.amount().toPlainString(),
                booking.currency(),
                Boolean.toString(booking.credit()),
                Boolean.toString(booking.reversal()),
                booking.party(),
                booking.partyAccount(),
                booking.bankReference(),
                String.join("\n", booking.said())));
    }

    private static BankTransaction.Details details(StatementEntry booking) {
        String text = String.join(
                " · ",
                booking.texts().stream()
                        .filter(part -> !part.equals("NOTPROVIDED"))
                        .distinct()
                        .toList());
        return new BankTransaction.Details(
                booking.day(),
                words(booking),
                cents(booking).orElse(0L),
                kind(booking),
                booking.ultimate().isEmpty() ? booking.party() : booking.party() + " für " + booking.ultimate(),
                booking.partyAccount(),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text,
                null);
    }

    /** Why somebody has to look at it; nothing where it names whose it is. */
    private static BankTransaction.@Nullable ReviewReason why(StatementEntry booking, List<String> dossiers) {
        if (booking.credit() && booking.reversal()) {
            return BankTransaction.ReviewReason.CAME_BACK;
        }
        if (cents(booking).isEmpty()) {
            return BankTransaction.ReviewReason.FOREIGN;
        }
        if (!dossiers.isEmpty()) {
            return null;
        }
        return booking.credit() ? BankTransaction.ReviewReason.UNKNOWN : BankTransaction.ReviewReason.TAKEN_BACK;
    }

    private static Payment.Kind kind(StatementEntry booking) {
        if (booking.credit()) {
            return Payment.Kind.TRANSFER;
        }
        return booking.reversal() ? Payment.Kind.RETURN : Payment.Kind.REFUND;
    }

    /** Exact, or nothing where it is not in euro. */
    static Optional<Long> cents(StatementEntry booking) {
        return booking.currency().equals("EUR")
                ? Optional.of(booking.amount().movePointRight(2).longValueExact())
                : Optional.empty();
    }

    private static String words(StatementEntry booking) {
        return cents(booking)
                .map(GermanFormat::euros)
                .orElseGet(() -> String.format(
                        Locale.GERMANY,
                        "%,." + Math.max(2, booking.amount().scale()) + "f %s",
                        booking.amount(),
                        booking.currency()));
    }
}

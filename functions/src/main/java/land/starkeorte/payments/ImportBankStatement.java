package land.starkeorte.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.bank.BankFile;
import land.starkeorte.bank.StatementEntry;
import land.starkeorte.bank.UnreadableStatementException;
import land.starkeorte.fees.Fees;
import land.starkeorte.store.Retry;

/**
 * Books what a bank's file says. It is read twice: first to the end, so that nothing of a broken file is used, then to act.
 * Started again for the same file, or for one that overlaps, it finds everything done.
 */
final class ImportBankStatement implements TriggeredFunction {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Fees fees;
    private final BankTransactions bank;
    private final PaymentPosting posting;
    private final BankInbox inbox;
    private final String iban;
    private final BankFile reader = new BankFile();

    ImportBankStatement(Fees fees, BankTransactions bank, PaymentPosting posting, BankInbox inbox, String networkIban) {
        this.fees = fees;
        this.bank = bank;
        this.posting = posting;
        this.inbox = inbox;
        this.iban = Fees.Code.bare(networkIban);
    }

    @Override
    public void accept(Trigger trigger) {
        String key = trigger.event().at("/detail/object/key").asString("");
        if (ID.matcher(key).matches()) {
            bank.file(key)
                    .filter(file -> file.state() == BankImport.State.WAITING)
                    .ifPresent(this::take);
        }
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        fees.codes();
        String nothing = "{\"detail\":{\"object\":{\"key\":\"" + "0".repeat(32) + "\"}}}";
        var _ = composed.apply(new ByteArrayInputStream(nothing.getBytes(UTF_8)));
    }

    private void take(BankImport file) {
        Path path = temporary();
        try {
            if (inbox.fetch(file.id(), path)) {
                finish(file.id(), outcome(file.id(), path));
            }
        } finally {
            delete(path);
        }
    }

    private UnaryOperator<BankImport> outcome(String id, Path path) {
        try {
            var check = new Check();
            reader.read(path, check::see);
            if (check.bookings > 0 && check.elsewhere == check.bookings) {
                return file -> file.refused("Dieser Auszug gehört zu einem anderen Konto als dem der Rechnungen.");
            }
            var references = new ReferenceMatcher(fees.codes());
            var posted = new StatementPosting(id, bank, posting, references, this::isElsewhere);
            List<String> passedOver = reader.read(path, posted::take);
            posted.end();
            return file -> file.done(posted.counts(), passedOver);
        } catch (UnreadableStatementException unreadable) {
            return file -> file.refused(unreadable.words());
        }
    }

    private void finish(String id, UnaryOperator<BankImport> change) {
        var _ = Retry.until(() -> {
            BankImport after = change.apply(bank.file(id).orElseThrow());
            return bank.write(bank.put(after)) ? Optional.of(after) : Optional.empty();
        });
    }

    /** A bank may leave the account out, spell it, or name it as it did before there were IBANs; anything else is another. */
    private boolean isElsewhere(StatementEntry booking) {
        String account = Fees.Code.bare(booking.account());
        String domestic = iban.substring(Math.min(4, iban.length()));
        return !account.isEmpty()
                && !account.equals(iban)
                && !account.equals(domestic)
                && !stripped(account).equals(stripped(domestic.substring(Math.max(0, domestic.length() - 10))));
    }

    /** An account's own number in Germany: ten digits, without the noughts before them. */
    private static String stripped(String number) {
        return number.replaceFirst("^0+", "");
    }

    /** The first reading. */
    private final class Check {
        int bookings;
        int elsewhere;

        void see(StatementEntry booking) {
            bookings++;
            elsewhere += isElsewhere(booking) ? 1 : 0;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("statement", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

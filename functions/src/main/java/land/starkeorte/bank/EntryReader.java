package land.starkeorte.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a statement while it is read, and the payments it consists of. */
final class EntryReader {
    /** As many are kept in memory at most: a batch can only be divided when its end is read. */
    static final int MOST_PARTS = 10_000;

    /** So many letters has what is said about one payment, and about all of a batch, at most. */
    private static final int LONGEST_PART = 20_000;

    private static final int LONGEST = 8_000_000;

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private static final Pattern FILLER = Pattern.compile("(?i)not ?provided|nonref|unknown|unbekannt|n/?a|[\\s.\\-]+");

    /** Within an entry. */
    static final String DETAILS = "/NtryDtls/TxDtls";

    @Nullable
    BigDecimal amount;

    @Nullable
    LocalDate day;

    /** As it is written; counts where the bank leaves out the day of the booking. */
    String valueDay = "";

    private int letters;
    private final EntryPart whole = new EntryPart();
    private final List<EntryPart> parts = new ArrayList<>();
    private String currency = "";
    private String status = "";
    private String direction = "";
    private boolean reversal;
    private String bankReference = "";

    void next() {
        parts.add(new EntryPart());
    }

    int parts() {
        return parts.size();
    }

    EntryPart part() {
        return parts.getLast();
    }

    void currency(String at, String value) {
        switch (at) {
            case "/Amt" -> currency = value;
            case DETAILS + "/Amt", DETAILS + "/AmtDtls/TxAmt/Amt" -> part().currency = value;
            default -> {}
        }
    }

    /** Some value that is neither amount nor day; false where it is too much. */
    boolean take(String at, String value) {
        letters += value.length();
        if (letters > Math.min(LONGEST, LONGEST_PART * Math.max(1, parts.size()))) {
            return false;
        }
        switch (at) {
            case "/ValDt/Dt", "/ValDt/DtTm" -> valueDay = value;
            case "/CdtDbtInd" -> direction = value;
            case "/RvslInd" -> reversal = value.equals("true") || value.equals("1");
            case "/Sts", "/Sts/Cd" -> status = value;
            case "/AcctSvcrRef" -> bankReference = value;
            case "/NtryRef", "/AddtlNtryInf" -> whole.remarks.add(value);
            default -> {
                if (at.startsWith(DETAILS + "/")) {
                    part().take(at.substring(DETAILS.length()), value);
                }
            }
        }
        return true;
    }

    /**
     * What was really booked: pending entries and information are not.
     *
     * @param accountCurrency counts where the entry names none
     */
    List<StatementEntry> bookings(
            String account, int statement, String accountCurrency, Function<String, UnreadableStatementException> fault)
            throws UnreadableStatementException {
        // The schema demands a status; a bank that leaves it out sends only what is booked.
        if (!status.isEmpty() && !status.equals("BOOK")) {
            return List.of();
        }
        BigDecimal booked = amount;
        LocalDate on = day;
        String in = currency.isEmpty() ? accountCurrency : currency;
        if (booked == null) {
            throw fault.apply("Einer Buchung fehlt der Betrag.");
        }
        if (on == null) {
            throw fault.apply("Einer Buchung fehlt der Buchungstag.");
        }
        if (!direction.equals("CRDT") && !direction.equals("DBIT")) {
            throw fault.apply("Eine Buchung sagt nicht, ob sie Eingang oder Ausgang ist.");
        }
        if (!CURRENCY.matcher(in).matches()) {
            throw fault.apply("Einer Buchung fehlt die Währung.");
        }
        if (in.equals("EUR") && booked.scale() > 2) {
            throw fault.apply("Ein Betrag in Euro hat mehr als zwei Nachkommastellen.");
        }
        boolean credit = direction.equals("CRDT");
        if (isDivided(booked, in)) {
            return parts.stream()
                    .map(part -> booking(
                            account,
                            statement,
                            on,
                            part.amount == null ? BigDecimal.ZERO : part.amount,
                            in,
                            part.direction.isEmpty() ? credit : part.direction.equals("CRDT"),
                            part))
                    .toList();
        }
        return List.of(booking(account, statement, on, booked, in, credit, joined()));
    }

    /** The only payment; or whatever is said about several of them. */
    private EntryPart joined() {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var joined = new EntryPart();
        parts.forEach(part -> {
            joined.texts.addAll(part.allTexts());
            joined.remarks.addAll(part.remarks);
        });
        return joined;
    }

    private StatementEntry booking(
            String account, int statement, LocalDate on, BigDecimal value, String in, boolean credit, EntryPart part) {
        boolean back = reversal || part.returned;
        // Taken back, the roles stay those of the first payment (EPC 2017/08).
        boolean byDebtor = credit != back;
        String party = byDebtor ? part.debtor : part.creditor;
        // Some banks name only the other side then.
        if (back && party.isEmpty()) {
            byDebtor = !byDebtor;
            party = byDebtor ? part.debtor : part.creditor;
        }
        List<String> said = part.allTexts();
        var texts = new ArrayList<>(said);
        texts.addAll(part.remarks);
        texts.addAll(whole.remarks);
        String ultimate = byDebtor ? part.ultimateDebtor : part.ultimateCreditor;
        return new StatementEntry(
                account,
                statement,
                on,
                value,
                in,
                credit,
                back,
                party,
                byDebtor ? part.debtorAccount : part.creditorAccount,
                isSaying(ultimate) && !ultimate.equals(party) ? ultimate : "",
                part.bankReference.isEmpty() ? bankReference : part.bankReference,
                texts,
                said.stream().anyMatch(EntryReader::isSaying) ? said : texts);
    }

    /** Fields that must be there are filled with words that say nothing (EPC, rulebooks). */
    private static boolean isSaying(String value) {
        return !value.isEmpty() && !FILLER.matcher(value).matches();
    }

    /** A batch whose payments, in the booked currency, come to the booked amount. */
    private boolean isDivided(BigDecimal booked, String in) {
        if (parts.size() < 2) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (EntryPart part : parts) {
            BigDecimal value = part.amount;
            if (value == null || (!part.currency.isEmpty() && !part.currency.equals(in))) {
                return false;
            }
            boolean same = part.direction.isEmpty() || part.direction.equals(direction);
            sum = same ? sum.add(value) : sum.subtract(value);
        }
        return sum.compareTo(booked) == 0;
    }
}

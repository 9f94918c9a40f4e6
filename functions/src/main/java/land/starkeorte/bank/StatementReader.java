package land.starkeorte.bank;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** One statement file while it is read; where it stands is a path of local names, because each bank has its own namespace. */
final class StatementReader {
    private static final String STATEMENT = "/Document/BkToCstmrStmt/Stmt";
    private static final String ENTRY = STATEMENT + "/Ntry";

    /** So deep is no statement; a file that is was made to hurt. */
    private static final int DEEPEST = 30;

    /** ISO 20022 allows 140 characters a line, and many lines. */
    private static final int LONGEST_TEXT = 2_000;

    /** An honest entry or payment takes more than a hundred bytes; a file of the largest size holds fewer. */
    private static final int MOST_ENTRIES = 500_000;

    /** ISO 20022: 18 digits, of which 5 may be decimals. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,5})?");

    /** What has been read so far, in however many files. */
    static final class Tally {
        int statements;

        /** Entries, and the payments in them. */
        int entries;
    }

    private final String file;
    private final Tally tally;
    private final Consumer<StatementEntry> each;
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private int line;
    private String account = "";
    private String currency = "";
    private EntryReader entry = new EntryReader();

    StatementReader(String file, Tally tally, Consumer<StatementEntry> each) {
        this.file = file;
        this.tally = tally;
        this.each = each;
    }

    void event(int event, XMLStreamReader reader) throws UnreadableStatementException {
        line = reader.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
                    throw fault("Ein Wert ist länger, als Banken sie schreiben.");
                }
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw fault("Die Datei enthält eine DOCTYPE-Angabe; das tun Kontoauszüge nicht.");
            default -> {}
        }
    }

    private void start(XMLStreamReader reader) throws UnreadableStatementException {
        if (++depth > DEEPEST) {
            throw fault("Die Datei ist tiefer verschachtelt als jeder Kontoauszug.");
        }
        path.append('/').append(reader.getLocalName());
        text.setLength(0);
        String at = path.toString();
        if (depth == 1 && !at.equals("/Document")) {
            throw fault("Das ist kein Kontoauszug im Format camt.053.");
        }
        if (depth == 2 && !at.equals("/Document/BkToCstmrStmt")) {
            throw fault("Das ist eine andere Nachricht als ein Kontoauszug (camt.053): "
                    + reader.getLocalName().replaceAll("[^A-Za-z0-9]", ""));
        }
        if (at.equals(STATEMENT)) {
            tally.statements++;
            account = "";
            currency = "";
        } else if (at.equals(ENTRY)) {
            entry = new EntryReader();
            count();
        } else if (at.equals(ENTRY + EntryReader.DETAILS)) {
            entry.next();
            count();
            if (entry.parts() > EntryReader.MOST_PARTS) {
                throw fault("Eine Sammelbuchung enthält mehr als " + EntryReader.MOST_PARTS + " Zahlungen.");
            }
        }
        String named = reader.getAttributeValue(null, "Ccy");
        if (named != null && at.startsWith(ENTRY)) {
            entry.currency(at.substring(ENTRY.length()), named);
        }
    }

    private void count() throws UnreadableStatementException {
        if (++tally.entries > MOST_ENTRIES) {
            throw fault("Die Datei enthält mehr Buchungen, als wir auf einmal lesen. Teilen Sie den Zeitraum auf.");
        }
    }

    private void end() throws UnreadableStatementException {
        String at = path.toString();
        if (at.startsWith(ENTRY)) {
            String value = text.toString().strip();
            if (at.length() == ENTRY.length()) {
                if (entry.day == null && !entry.valueDay.isEmpty()) {
                    entry.day = day(entry.valueDay);
                }
                entry.bookings(account, tally.statements, currency, this::fault).forEach(each);
            } else if (!value.isEmpty()) {
                inEntry(at.substring(ENTRY.length()), value);
            }
        } else {
            switch (at) {
                case STATEMENT + "/Acct/Id/IBAN", STATEMENT + "/Acct/Id/Othr/Id" ->
                    account = text.toString().replaceAll("\\s", "");
                case STATEMENT + "/Acct/Ccy" -> currency = text.toString().strip();
                default -> {}
            }
        }
        text.setLength(0);
        path.setLength(path.lastIndexOf("/"));
        depth--;
    }

    private void inEntry(String at, String value) throws UnreadableStatementException {
        switch (at) {
            case "/Amt" -> entry.amount = amount(value);
            case EntryReader.DETAILS + "/Amt", EntryReader.DETAILS + "/AmtDtls/TxAmt/Amt" ->
                entry.part().amount = amount(value);
            case "/BookgDt/Dt", "/BookgDt/DtTm" -> entry.day = day(value);
            default -> {
                if (!entry.take(at, value)) {
                    throw fault("Eine Buchung enthält mehr Text, als Banken schreiben.");
                }
            }
        }
    }

    private BigDecimal amount(String value) throws UnreadableStatementException {
        if (!AMOUNT.matcher(value).matches()) {
            throw fault("Dieser Betrag ist nicht lesbar; erwartet wird zum Beispiel 100.00.");
        }
        return new BigDecimal(value).stripTrailingZeros();
    }

    /** As it is written: a date, or a date and a time. */
    private LocalDate day(String value) throws UnreadableStatementException {
        try {
            return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
        } catch (DateTimeException e) {
            throw fault("Dieses Datum ist nicht lesbar; erwartet wird zum Beispiel 2026-11-23.");
        }
    }

    UnreadableStatementException fault(String reason) {
        return new UnreadableStatementException(file, line, reason);
    }
}

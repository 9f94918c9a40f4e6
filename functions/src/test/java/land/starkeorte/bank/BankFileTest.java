package land.starkeorte.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.bank.Statements.bytes;
import static land.starkeorte.bank.Statements.cameBack;
import static land.starkeorte.bank.Statements.credit;
import static land.starkeorte.bank.Statements.debit;
import static land.starkeorte.bank.Statements.details;
import static land.starkeorte.bank.Statements.entry;
import static land.starkeorte.bank.Statements.statement;
import static land.starkeorte.bank.Statements.takenBack;
import static land.starkeorte.bank.Statements.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxCamt05300102;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what banks really send, and refuses what is none of theirs. */
class BankFileTest {
    @TempDir
    Path folder;

    @Test
    void aCreditTransferIsReadWithWhoAndWhat() throws Exception {
        var booking = only(statement(credit("100.00", "Stadt Süßen", "AUFNAHME KX3M-9R", "TA 2026")));
        assertThat(booking.amount()).isEqualByComparingTo("100");
        assertThat(booking.currency()).isEqualTo("EUR");
        assertThat(booking.credit()).isTrue();
        assertThat(booking.reversal()).isFalse();
        assertThat(booking.day()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(booking.party()).isEqualTo("Stadt Süßen");
        assertThat(booking.partyAccount()).isEqualTo("DE89370400440532013000");
        assertThat(booking.texts()).contains("AUFNAHME KX3M-9R\nTA 2026");
        assertThat(booking.account()).isEqualTo(Statements.ACCOUNT);
    }

    @Test
    void aBatchIsDividedWhereItsPaymentsComeToTheBookedAmount() throws Exception {
        String parts = details("Dbtr", "Eins", "", "a")
                        .replace("</Refs>", "</Refs><AmtDtls><TxAmt><Amt Ccy=\"EUR\">60.00</Amt></TxAmt></AmtDtls>")
                + details("Dbtr", "Zwei", "", "b")
                        .replace("</Refs>", "</Refs><AmtDtls><TxAmt><Amt Ccy=\"EUR\">40</Amt></TxAmt></AmtDtls>");
        assertThat(read(statement(entry("CRDT", "100.00", false, parts))))
                .extracting(StatementEntry::party)
                .containsExactly("Eins", "Zwei");
        var whole = only(statement(entry("CRDT", "101.00", false, parts)));
        assertThat(whole.amount()).isEqualByComparingTo("101");
        assertThat(whole.texts()).contains("a", "b");
    }

    @Test
    void whatOneTransactionSaysOfItsAmountDoesNotReplaceTheBookedOne() throws Exception {
        String foreign = details("Dbtr", "Eins", "")
                .replace("</Refs>", "</Refs><AmtDtls><TxAmt><Amt Ccy=\"CHF\">0</Amt></TxAmt></AmtDtls>");
        var booking = only(statement(entry("CRDT", "8.850", false, foreign)));
        assertThat(booking.amount()).isEqualByComparingTo("8.85");
        assertThat(booking.currency()).isEqualTo("EUR");
    }

    @Test
    void aBatchWithoutDetailsAndTextInTheEntryAloneAreOneBookingEach() throws Exception {
        String entry = entry("CRDT", "474.4", false, "<Btch><NbOfTxs>3</NbOfTxs></Btch>")
                .replace("</Ntry>", "<AddtlNtryInf>KX3M9RTA</AddtlNtryInf></Ntry>");
        var booking = only(statement(entry));
        assertThat(booking.amount()).isEqualByComparingTo("474.40");
        assertThat(booking.texts()).containsExactly("KX3M9RTA");
    }

    @Test
    void onlyWhatWasBookedCounts() throws Exception {
        String pending = credit("1.00", "A").replace("BOOK", "PDNG");
        String information = credit("1.00", "B").replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>INFO</Sts>");
        String old = credit("1.00", "C").replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
        assertThat(read(statement(pending, information, old)))
                .extracting(StatementEntry::party)
                .containsExactly("C");
    }

    @Test
    void whatIsTakenBackKeepsTheRolesOfTheFirstPayment() throws Exception {
        var back = only(statement(takenBack("100", "Stadt A")));
        assertThat(back.credit()).isFalse();
        assertThat(back.reversal()).isTrue();
        assertThat(back.party()).isEqualTo("Stadt A");
        var own = only(statement(cameBack("100", "Stadt B")));
        assertThat(own.credit()).isTrue();
        assertThat(own.reversal()).isTrue();
        assertThat(own.party()).isEqualTo("Stadt B");
        assertThat(only(statement(debit("5", "Bank"))).party()).isEqualTo("Bank");
        String returned = debit("5", "Bank").replace("</TxDtls>", "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls>");
        assertThat(only(statement(returned)).reversal()).isTrue();
    }

    @Test
    void whatIsReturnedIsNamedByWhicheverSideTheBankNames() throws Exception {
        String returned =
                credit("5", "Stadt A").replace("</TxDtls>", "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls>");
        var booking = only(statement(returned));
        assertThat(booking.reversal()).isTrue();
        assertThat(booking.party()).isEqualTo("Stadt A");
        assertThat(booking.partyAccount()).isEqualTo("DE89370400440532013000");
    }

    @Test
    void whoeverAPaymentIsMadeForIsReadInEitherForm() throws Exception {
        for (String name : List.of("<Nm>Gemeinde Süd</Nm>", "<Pty><Nm>Gemeinde Süd</Nm></Pty>")) {
            String entry =
                    credit("5", "Amt Nord").replace("</RltdPties>", "<UltmtDbtr>" + name + "</UltmtDbtr></RltdPties>");
            assertThat(only(statement(entry)).ultimate()).isEqualTo("Gemeinde Süd");
            assertThat(only(statement(entry.replace("Gemeinde Süd", "NOTPROVIDED")))
                            .ultimate())
                    .isEmpty();
        }
    }

    @Test
    void theDayOfTheValueCountsWhereThereIsNoOther() throws Exception {
        String entry = credit("1", "A")
                .replace("<BookgDt><Dt>2026-11-23</Dt></BookgDt>", "")
                .replace("2026-11-23", "2026-11-24");
        assertThat(only(statement(entry)).day()).isEqualTo(LocalDate.of(2026, 11, 24));
        refused(bytes(statement(entry.replace("<ValDt><Dt>2026-11-24</Dt></ValDt>", ""))), "Buchungstag");
        assertThat(only(statement(credit("1", "A").replace("<ValDt><Dt>2026-11-23", "<ValDt><Dt>bald")))
                        .day())
                .isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void anEntryHasNoMoreTextThanBanksWriteAndAFileNoMoreEntries() {
        String line = "<Ustrd>" + "A".repeat(1_000) + "</Ustrd>";
        refused(bytes(statement(credit("1", "A").replace("</RmtInf>", line.repeat(30) + "</RmtInf>"))), "mehr Text");
        String empty = statement("<Ntry><Sts>PDNG</Sts></Ntry>".repeat(300_000));
        byte[] zip = zip(Map.of("a.xml", bytes(empty), "b.xml", bytes(empty)));
        assertThat(zip.length).isLessThan(400_000);
        refused(zip, "mehr Buchungen");
    }

    @Test
    void aDayWithTimeIsTakenAsWritten() throws Exception {
        String entry = credit("1", "A")
                .replace("<BookgDt><Dt>2026-11-23</Dt>", "<BookgDt><DtTm>2026-11-23T23:30:00-05:00</DtTm>");
        assertThat(only(statement(entry)).day()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void aZipOfManyIsReadInItsOrder() throws Exception {
        var files = new TreeMap<String, byte[]>();
        files.put("a.xml", bytes(statement("02", Statements.ACCOUNT, List.of(credit("1", "A")))));
        files.put("b.xml", bytes(statement("08", "DE1", List.of(credit("2", "B")))));
        assertThat(read(zip(files)))
                .extracting(booking -> booking.statement() + booking.account() + booking.party())
                .containsExactly("1" + Statements.ACCOUNT + "A", "2DE1B");
    }

    /** Another reader of the standard finds the same in what is made at random. */
    @Test
    void theSameAsAnotherReaderOfTheStandard() throws Exception {
        var random = new Random(53);
        for (int round = 0; round < 40; round++) {
            var entries = new ArrayList<String>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                String amount = "%d.%02d".formatted(random.nextInt(5000), random.nextInt(100));
                String name = List.of("Stadt Süßen", "Amt &amp; Co", "Łużyce", "<![CDATA[A & B]]>")
                        .get(random.nextInt(4));
                String[] lines = {"Zeile " + i, "KX3M" + random.nextInt(100)};
                entries.add(
                        switch (random.nextInt(4)) {
                            case 0 -> credit(amount, name, lines);
                            case 1 -> debit(amount, name, lines);
                            case 2 -> takenBack(amount, name, lines);
                            default -> cameBack(amount, name, lines);
                        });
            }
            boolean old = random.nextBoolean();
            String xml = statement(old ? "02" : "08", Statements.ACCOUNT, entries);
            if (old) {
                xml = xml.replace("<Pty>", "")
                        .replace("</Pty>", "")
                        .replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
            }
            assertThat(read(xml).stream().map(BankFileTest::words).toList())
                    .containsExactlyElementsOf(old ? oracle02(xml) : oracle08(xml));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\">"
            })
    void anyDoctypeIsRefused(String doctype) {
        String xml = statement(credit("1", "A", "&x;"));
        refused(bytes(xml.replaceFirst("\\?>\\s*", "?>" + doctype)), "DOCTYPE");
    }

    @Test
    void theMessageNamesLineAndReason() {
        String xml = statement(credit("1", "A"), credit("zwei", "B"));
        int line = (int) xml.substring(0, xml.indexOf("zwei"))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        refused(bytes(xml), "Zeile " + line + ": Dieser Betrag ist nicht lesbar");
        refused(zip(Map.of("november.xml", bytes(xml))), "november.xml, Zeile " + line);
        refused(bytes(xml.substring(0, xml.length() / 2)), "kein wohlgeformtes XML");
        refused(bytes(statement(credit("-1", "A"))), "Betrag");
        refused(bytes(statement(credit("1.001", "A"))), "mehr als zwei Nachkommastellen");
        refused(bytes(statement(credit("1", "A").replace("2026-11-23", "23.11.2026"))), "Datum");
        refused(bytes(statement(credit("1", "A").replace("CRDT", "PLUS"))), "Eingang oder Ausgang");
        refused(bytes(statement("").replace("BkToCstmrStmt", "BkToCstmrAcctRpt")), "BkToCstmrAcctRpt");
        refused(bytes("<html/>"), "camt.053");
        refused(bytes(""), "kein wohlgeformtes XML");
        refused("%PDF-1.7".getBytes(UTF_8), "kein wohlgeformtes XML");
        refused(bytes("Buchungstag;Betrag\n23.11.2026;100,00\n"), "im Format camt.053");
        refused(zip(Map.of()), "keinen Kontoauszug");
        refused(new byte[] {'P', 'K', 3, 4, 1, 2, 3}, "keinen Kontoauszug");
        byte[] whole = zip(Map.of("a.xml", bytes(xml.replace("zwei", "2"))));
        refused(Arrays.copyOf(whole, whole.length / 2), "kein wohlgeformtes XML");
        refused(badUtf8(), "XML");
        refused(bytes("<Document>" + "<BkToCstmrStmt>".repeat(100)), "tiefer verschachtelt");
        refused(bytes(statement(credit("1", "A".repeat(3000)))), "länger");
    }

    /** Runs in 32 MB of heap, too. */
    @Test
    void whatIsTooLargeIsRefusedWhereverItHides() throws Exception {
        Path plain = folder.resolve("large.xml");
        try (var out = new BufferedOutputStream(Files.newOutputStream(plain))) {
            endless(out, 100_000_000);
        }
        assertThatThrownBy(() -> new BankFile().read(plain, _ -> {})).hasMessageContaining("95 MB");
        Path bomb = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("a.xml"));
            endless(zip, 1_000_000_000);
        }
        assertThat(Files.size(bomb)).isLessThan(10_000_000);
        assertThatThrownBy(() -> new BankFile().read(bomb, _ -> {})).hasMessageContaining("95 MB");
    }

    private static void endless(java.io.OutputStream out, long bytes) throws IOException {
        String xml = statement("###");
        out.write(bytes(xml.substring(0, xml.indexOf("###"))));
        byte[] entry = bytes(credit("1", "A").repeat(1000));
        for (long written = 0; written < bytes; written += entry.length) {
            out.write(entry);
        }
    }

    private static byte[] badUtf8() {
        byte[] xml = bytes(statement(credit("1", "A")));
        xml[xml.length / 2] = (byte) 0xFF;
        return xml;
    }

    private static String words(StatementEntry booking) {
        return String.join(
                "|",
                booking.amount().setScale(2).toString(),
                booking.currency(),
                Boolean.toString(booking.credit()),
                Boolean.toString(booking.reversal()),
                booking.day().toString(),
                booking.party(),
                booking.partyAccount(),
                booking.texts().getFirst());
    }

    private static List<String> oracle08(String xml) {
        return MxCamt05300108.parse(xml).getBkToCstmrStmt().getStmt().getFirst().getNtry().stream()
                .map(entry -> {
                    var part = entry.getNtryDtls().getFirst().getTxDtls().getFirst();
                    var parties = part.getRltdPties();
                    boolean debtor = parties.getDbtr() != null;
                    return words(
                            entry.getAmt().getValue(),
                            entry.getAmt().getCcy(),
                            entry.getCdtDbtInd().name(),
                            Boolean.TRUE.equals(entry.isRvslInd()),
                            entry.getBookgDt().getDt().toString(),
                            (debtor ? parties.getDbtr() : parties.getCdtr())
                                    .getPty()
                                    .getNm(),
                            (debtor ? parties.getDbtrAcct() : parties.getCdtrAcct())
                                    .getId()
                                    .getIBAN(),
                            part.getRmtInf().getUstrd());
                })
                .toList();
    }

    private static List<String> oracle02(String xml) {
        return MxCamt05300102.parse(xml).getBkToCstmrStmt().getStmt().getFirst().getNtry().stream()
                .map(entry -> {
                    var part = entry.getNtryDtls().getFirst().getTxDtls().getFirst();
                    var parties = part.getRltdPties();
                    boolean debtor = parties.getDbtr() != null;
                    return words(
                            entry.getAmt().getValue(),
                            entry.getAmt().getCcy(),
                            entry.getCdtDbtInd().name(),
                            Boolean.TRUE.equals(entry.isRvslInd()),
                            entry.getBookgDt().getDt().toString(),
                            (debtor ? parties.getDbtr() : parties.getCdtr()).getNm(),
                            (debtor ? parties.getDbtrAcct() : parties.getCdtrAcct())
                                    .getId()
                                    .getIBAN(),
                            part.getRmtInf().getUstrd());
                })
                .toList();
    }

    private static String words(
            BigDecimal amount,
            String currency,
            String direction,
            boolean reversal,
            String day,
            String name,
            String account,
            List<String> lines) {
        return String.join(
                "|",
                amount.setScale(2).toString(),
                currency,
                Boolean.toString(direction.equals("CRDT")),
                Boolean.toString(reversal),
                day,
                name,
                account,
                String.join("\n", lines));
    }

    private void refused(byte[] content, String reason) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        UnreadableStatementException.class,
                        fault -> assertThat(fault.words()).contains(reason));
    }

    private StatementEntry only(String xml) throws Exception {
        var bookings = read(xml);
        assertThat(bookings).hasSize(1);
        return bookings.getFirst();
    }

    private List<StatementEntry> read(String xml) throws Exception {
        return read(bytes(xml));
    }

    private List<StatementEntry> read(byte[] content) throws Exception {
        Path file = Files.write(folder.resolve("file"), content);
        var bookings = new ArrayList<StatementEntry>();
        new BankFile().read(file, bookings::add);
        return bookings;
    }
}

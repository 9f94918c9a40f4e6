package land.starkeorte.fees;

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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import land.starkeorte.bank.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The bank's file finds the payments; what does not decide itself waits with its reason; nothing counts twice. */
class BankTest {
    private final FeeFixture paying = new FeeFixture();

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Aufnahme %s Starke Orte", "aufnahme%saufnahme", "RF18%s"})
    void aReferenceDecidesHoweverItIsWritten(String text) {
        String dossier = paying.invoiced();
        String reference = paying.reference(dossier);
        for (String written : List.of(
                reference,
                reference.replace("-", ""),
                reference.toLowerCase(Locale.ROOT).replace("-", " "),
                String.join(" ", reference.split("")))) {
            assertThat(new ReferenceMatcher(List.of(DynamoFees.Code.of(reference, dossier)))
                            .in(List.of(text.formatted(written))))
                    .containsExactly(dossier);
        }
        paying.drop(credit("100.00", "Wer auch immer", text.formatted(reference)));
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
        assertThat(paying.sending.history(dossier)).endsWith("Zahlungseingang 100,00\u00a0€ laut Kontoauszug");
        assertThat(paying.sending.mails("paid")).hasSize(1);
    }

    @Test
    void cutLinesEndToEndIdsAndInvoiceNumbersDecideToo() {
        for (String ags : List.of("03159016", "12073008", "12062224")) {
            String dossier = paying.invoiced(ags);
            String reference = paying.reference(dossier).replace("-", "");
            String number = paying.fee(dossier).path("number").asString();
            paying.drop(
                    switch (ags) {
                        case "03159016" ->
                            credit(
                                    "100",
                                    "A",
                                    "Verwendungszweck " + reference.substring(0, 3),
                                    reference.substring(3) + " Rechnung");
                        case "12073008" -> entry("CRDT", "100", false, details("Dbtr", "B", reference, "ohne"));
                        default -> credit("100", "C", "zu Ihrer Rechnung " + number.replace("-", " "));
                    });
            assertThat(paying.sending.state(dossier)).as(ags).isEqualTo("PAID");
        }
    }

    @Test
    void withoutAReferenceNothingIsPaidByItselfAndOneClickAssigns() {
        String dossier = paying.invoiced("12073008");
        String other = paying.invoiced("03159016");
        var came = paying.drop(
                credit("100.00", "STADTKASSE ANGERMUENDE", "Mitgliedschaft"), credit("100", "Niemand", "?"));
        assertThat(came.at("/counts/queued").asInt()).isEqualTo(2);
        assertThat(paying.sending.state(dossier)).isEqualTo("INVOICED");
        JsonNode line = line("STADTKASSE ANGERMUENDE");
        assertThat(line.path("why").asString()).contains("Keine Kennung");
        assertThat(line.path("suggestions")
                        .valueStream()
                        .map(fee -> fee.path("dossier").asString()))
                .containsExactly(dossier);
        assertThat(line("Niemand").path("suggestions")).isEmpty();
        assertThat(assign(line, dossier)).isEqualTo(201);
        assertThat(assign(line, other)).as("somebody else was faster").isEqualTo(409);
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
        assertThat(settle(line("Niemand"), "zurück überwiesen")).isEqualTo(201);
        assertThat(paying.desk().path("lines")).isEmpty();
    }

    @Test
    void anAccountThatPaidBeforeIsASuggestion() {
        String dossier = paying.invoiced();
        String reference = paying.reference(dossier);
        paying.drop(
                credit("100", "Kasse", reference), takenBack("100", "Kasse", reference), credit("100", "Kasse", "neu"));
        assertThat(line("Kasse")
                        .path("suggestions")
                        .valueStream()
                        .map(fee -> fee.path("dossier").asString()))
                .containsExactly(dossier);
    }

    @Test
    void severalReferencesWithTheirSumArePaidEachAndOtherwiseWait() {
        String one = paying.invoiced("12073008");
        String two = paying.invoiced("03159016");
        String both = paying.reference(one) + " und " + paying.reference(two);
        paying.drop(credit("150", "Amt", both));
        assertThat(line("Amt").path("why").asString()).contains("nicht ihre Summe");
        assertThat(line("Amt").path("suggestions")).hasSize(2);
        paying.drop(credit("200", "Amt", both));
        assertThat(List.of(paying.sending.state(one), paying.sending.state(two)))
                .containsOnly("PAID");
    }

    @Test
    void tooLittleTooMuchAndTwiceAreExplainedAndSettled() {
        String dossier = paying.invoiced();
        String reference = paying.reference(dossier);
        paying.drop(credit("97.50", "Kasse", reference));
        assertThat(paying.sending.state(dossier)).isEqualTo("INVOICED");
        assertThat(difference(dossier).path("outstanding").asLong()).isEqualTo(2_50);
        assertThat(paying.mine(dossier).body().path("outstanding").asLong()).isEqualTo(2_50);
        paying.drop(credit("2.50", "Kasse", "Rest " + reference));
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
        assertThat(paying.desk().path("differences")).isEmpty();
        paying.drop(credit("100", "Kämmerei", reference));
        assertThat(difference(dossier).path("surplus").asLong()).isEqualTo(100_00);
        assertThat(duplicates(dossier)).containsExactly(false, false, true);
        assertThat(paying.staff("POST", dossier, "refund", "{\"note\":\"überwiesen am 24.11.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(paying.desk().path("differences")).isEmpty();
        paying.drop(debit("100", "Kämmerei", "Rückzahlung " + reference));
        assertThat(paying.fee(dossier).path("outstanding").asLong())
                .as("the bank tells of the refund that was noted")
                .isZero();
        assertThat(paying.sending.mails("paid")).hasSize(1);
    }

    @Test
    void aShortPaymentCanBeLetPass() {
        String dossier = paying.invoiced();
        paying.drop(credit("95", "Bank zog Gebühren ab", paying.reference(dossier)));
        assertThat(paying.staff("POST", dossier, "waiver", "{\"reason\":\"Bankgebühr\"}")
                        .status())
                .isEqualTo(201);
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
        assertThat(paying.fee(dossier)
                        .at("/payments")
                        .valueStream()
                        .filter(payment -> payment.path("kind").asString().equals("WAIVER"))
                        .map(payment -> payment.path("cents").asLong()))
                .containsExactly(5_00L);
    }

    @Test
    void twoWaysForOneInvoiceAreOnePayment() {
        String dossier = paying.invoiced();
        paying.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        paying.drop(credit("100", "Kasse", paying.reference(dossier)));
        assertThat(paying.fee(dossier).path("surplus").asLong()).isZero();
        assertThat(duplicates(dossier)).contains(true);
        assertThat(paying.sending.mails("paid")).hasSize(1);
    }

    @Test
    void moneyThatGoesOutAndNeverCameInWaitsForSomebody() {
        String dossier = paying.invoiced();
        String reference = paying.reference(dossier);
        for (String taking : List.of(debit("100", "Kasse", reference), takenBack("100", "Amt", reference))) {
            assertThat(paying.drop(taking).at("/counts/queued").asInt()).isEqualTo(1);
        }
        assertThat(paying.mine(dossier).body().path("outstanding").asLong()).isEqualTo(100_00);
        assertThat(paying.sending.openTasks()).filteredOn("fee"::equals).hasSize(2);
        assertThat(line("Kasse").path("why").asString()).contains("nicht eingegangen");
        assertThat(line("Kasse").path("suggestions")).isEmpty();
        assertThat(assign(line("Kasse"), dossier)).isEqualTo(422);
        assertThat(settle(line("Kasse"), "ein Irrläufer ging zurück")).isEqualTo(201);
        paying.drop(credit("100", "Kasse", reference));
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
        assertThat(line("Amt").path("suggestions").at("/0/dossier").asString())
                .as("now something has come in")
                .isEqualTo(dossier);
        assertThat(assign(line("Amt"), dossier)).isEqualTo(201);
        assertThat(paying.fee(dossier).path("outstanding").asLong()).isEqualTo(100_00);
        assertThat(paying.desk().path("lines")).isEmpty();
        assertThat(paying.sending.openTasks())
                .as("that the payment was taken back")
                .containsOnlyOnce("fee");
        paying.staff("POST", dossier, "payments", "{\"proof\":\"gesehen\"}");
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
        assertThat(paying.sending.openTasks()).doesNotContain("fee");
    }

    @Test
    void aDayThatListsTheReturnBeforeThePaymentIsBookedAllTheSame() {
        String dossier = paying.invoiced();
        String reference = paying.reference(dossier);
        var came = paying.drop(takenBack("100", "Kasse", reference), credit("100", "Kasse", reference));
        assertThat(came.at("/counts/booked").asInt()).isEqualTo(2);
        assertThat(paying.fee(dossier).path("outstanding").asLong()).isEqualTo(100_00);
    }

    @Test
    void whoeverPaysForAnotherIsShownWithThatOtherAndMatched() {
        String dossier = paying.invoiced();
        paying.drop(credit("100", "Verbandsgemeindekasse", "Aufnahme 2026")
                .replace("</RltdPties>", "<UltmtDbtr><Pty><Nm>Stadt Göttingen</Nm></Pty></UltmtDbtr></RltdPties>"));
        JsonNode line = line("Verbandsgemeindekasse für Stadt Göttingen");
        assertThat(line.at("/suggestions/0/dossier").asString()).isEqualTo(dossier);
    }

    @Test
    void aNumberThatGoesOnIsAnother() {
        var codes = new ReferenceMatcher(
                List.of(DynamoFees.Code.of("SO-2026-0001", "one"), DynamoFees.Code.of("SO-2026-0011", "two")));
        assertThat(codes.in(List.of("SO-2026-00011"))).isEmpty();
        assertThat(codes.in(List.of("Rechnung SO-2026-0001 vom 23.11.2026"))).containsExactly("one");
        assertThat(codes.in(List.of("so20260011/Aufnahme"))).containsExactly("two");
        assertThat(codes.in(List.of("SO-2026-\n0001\n12"))).containsExactly("one");
        var many = new ReferenceMatcher(
                List.of(DynamoFees.Code.of("SO-2026-1000", "one"), DynamoFees.Code.of("SO-2026-10000", "two")));
        assertThat(many.in(List.of("SO-2026-10000"))).containsExactly("two");
    }

    @Test
    void theSameEntryWithMoreOfTheBanksOwnWordsCountsOnce() {
        String dossier = paying.invoiced();
        String first = credit("60", "Kasse", paying.reference(dossier));
        paying.drop(first);
        var again = paying.drop(first.replace("</Ntry>", "<AddtlNtryInf>SEPA-Gutschrift</AddtlNtryInf></Ntry>"));
        assertThat(again.at("/counts/known").asInt()).isEqualTo(1);
        assertThat(paying.fee(dossier).path("outstanding").asLong()).isEqualTo(40_00);
    }

    @Test
    void onlyTheAccountOfTheInvoicesIsOursHoweverItIsSpelled() {
        String dossier = paying.invoiced();
        String entry = credit("100", "K", paying.reference(dossier));
        for (String other : List.of(
                statement("08", "de89370400440532013000", List.of(entry)),
                statement("08", "4711", List.of(entry)).replace("IBAN>4711</IBAN", "Othr><Id>4711</Id></Othr"))) {
            assertThat(paying.drop(bytes(other)).path("fault").asString()).contains("anderen Konto");
        }
        assertThat(paying.fee(dossier).path("payments")).isEmpty();
        for (String own : List.of("de02120300000000202051", "202051", "0000202051", "120300000000202051")) {
            assertThat(paying.drop(bytes(statement("08", own, List.of(credit("1", own, "x")))))
                            .at("/counts/elsewhere")
                            .asInt())
                    .as(own)
                    .isZero();
        }
    }

    @Test
    void whatLiesBesideTheStatementsIsPassedOverAndNamed() {
        String dossier = paying.invoiced();
        byte[] own = bytes(statement(credit("100", "K", paying.reference(dossier))));
        var came = paying.drop(zip(Map.of(
                "liesmich.txt",
                bytes("Ihre Auszüge"),
                "auszug.pdf",
                bytes("%PDF-1.7"),
                "leer",
                bytes(""),
                "b.xml",
                own)));
        assertThat(came.at("/counts/booked").asInt()).isEqualTo(1);
        assertThat(came.path("passedOver").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("liesmich.txt", "auszug.pdf", "leer");
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void aPaymentThatIsTakenBackReopensTheInvoice() {
        String dossier = paying.invoiced();
        String reference = paying.reference(dossier);
        paying.drop(credit("100", "Kasse", reference));
        paying.drop(takenBack("100", "Kasse", reference));
        assertThat(paying.sending.state(dossier)).isEqualTo("INVOICED");
        assertThat(paying.sending.openTasks()).containsOnlyOnce("fee");
        assertThat(paying.mine(dossier).body().has("iban")).isTrue();
        paying.drop(credit("100", "Kasse", "noch einmal " + reference));
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
        assertThat(paying.sending.openTasks()).doesNotContain("fee");
    }

    @Test
    void ownMoneyThatComesBackIsNoIncomeAndForeignMoneyIsNotConverted() {
        String dossier = paying.invoiced();
        String reference = paying.reference(dossier);
        paying.drop(
                cameBack("100", "Lieferant", reference),
                credit("100", "Gmina", reference).replace("\"EUR\"", "\"PLN\""),
                takenBack("100", "Unbekannt", "ohne"));
        assertThat(paying.sending.state(dossier)).isEqualTo("INVOICED");
        assertThat(line("Lieferant").path("why").asString()).contains("keine Einnahme");
        assertThat(line("Gmina").path("amount").asString()).isEqualTo("100,00 PLN");
        assertThat(line("Unbekannt").path("why").asString()).contains("zurückgebucht");
        assertThat(assign(line("Lieferant"), dossier)).isEqualTo(409);
        assertThat(assign(line("Gmina"), dossier)).isEqualTo(409);
    }

    @Test
    void theSameFileOverlappingFilesAndHalfFinishedRunsCountOnce() {
        String dossier = paying.invoiced();
        String reference = paying.reference(dossier);
        byte[] day = bytes(
                statement(credit("60", "Kasse", reference), credit("10", "Fremd", "x"), credit("10", "Fremd", "x")));
        assertThat(paying.drop(day).path("counts").toString())
                .isEqualTo("{\"booked\":1,\"queued\":2,\"known\":0,\"passed\":0,\"elsewhere\":0}");
        assertThat(paying.drop(day).at("/counts/known").asInt()).isEqualTo(3);
        byte[] week = bytes(statement(
                credit("40", "Kasse", reference),
                credit("60", "Kasse", reference),
                credit("10", "Fremd", "x"),
                credit("10", "Fremd", "x")));
        assertThat(paying.drop(zip(Map.of("woche.xml", week, "tag.xml", day)))
                        .path("counts")
                        .toString())
                .contains("\"booked\":1,\"queued\":0,\"known\":6");
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
        assertThat(paying.fee(dossier).path("surplus").asLong()).isZero();
        assertThat(paying.desk().path("lines")).hasSize(2);
    }

    @Test
    void theSameFileReadByManyAtTheSameMomentCountsOnce() throws Exception {
        String dossier = paying.invoiced();
        byte[] file = bytes(statement(IntStream.range(0, 150)
                .mapToObj(i -> credit("1." + (10 + i % 80), "Fremd " + i, i == 7 ? paying.reference(dossier) : "x"))
                .toArray(String[]::new)));
        var ids = IntStream.range(0, 4)
                .mapToObj(_ -> paying.announced(file.length))
                .toList();
        ids.forEach(id -> paying.inbox.files.put(id, file));
        try (var runs = Executors.newFixedThreadPool(4)) {
            for (var run : runs.invokeAll(ids.stream()
                    .<Callable<Boolean>>map(id -> () -> {
                        paying.stored(id);
                        return true;
                    })
                    .toList())) {
                run.get();
            }
        }
        assertThat(ids.stream()
                        .mapToInt(id -> paying.file(id).at("/counts/queued").asInt()
                                + paying.file(id).at("/counts/booked").asInt())
                        .sum())
                .isEqualTo(150);
        assertThat(paying.fee(dossier).path("payments")).hasSize(1);
    }

    /** What the account must say is worked out here in another way: as one sum. */
    @Test
    void anyOrderAndRepetitionOfTheEventsGivesTheSameAccount() {
        var random = new Random(7);
        for (String ags : List.of("03159016", "12073008", "12062224", "14521410", "09479129", "09471154")) {
            String dossier = paying.invoiced(ags);
            String reference = paying.reference(dossier);
            long came = 0;
            var entries = new ArrayList<String>();
            var takings = new ArrayList<String>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                long cents = List.of(100_00L, 60_00L, 40_00L, 1L).get(random.nextInt(4));
                String amount = "%d.%02d".formatted(cents / 100, cents % 100);
                switch (random.nextInt(4)) {
                    case 0, 1 -> {
                        came += cents;
                        entries.add(credit(amount, "Kasse", reference, "Nr. " + i));
                    }
                    case 2 -> takings.add(takenBack(amount, "Kasse", reference, "Nr. " + i));
                    default -> takings.add(debit(amount, "Kasse", reference, "Nr. " + i));
                }
            }
            var told = new ArrayList<>(entries);
            told.addAll(takings);
            told.addAll(entries.subList(0, random.nextInt(entries.size() + 1)));
            told.addAll(takings.subList(0, random.nextInt(takings.size() + 1)));
            Collections.shuffle(told, random);
            for (String entry : told) {
                paying.drop(entry);
                assertThat(paying.fee(dossier).path("outstanding").asLong()).isBetween(0L, 100_00L);
            }
            // What came too early can be assigned as soon as the money for it has come in.
            int before;
            do {
                before = paying.desk().path("lines").size();
                paying.desk().path("lines").valueStream().forEach(line -> assign(line, dossier));
            } while (paying.desk().path("lines").size() < before);
            JsonNode fee = paying.fee(dossier);
            long gone = fee.path("payments")
                    .valueStream()
                    .filter(payment -> List.of("RETURN", "REFUND")
                            .contains(payment.path("kind").asString()))
                    .mapToLong(payment -> payment.path("cents").asLong())
                    .sum();
            long sum = came - gone;
            assertThat(fee.path("payments").size() + paying.desk().path("lines").size())
                    .isEqualTo(entries.size() + takings.size());
            assertThat(fee.path("outstanding").asLong()).isEqualTo(Math.max(0, 100_00 - sum));
            assertThat(fee.path("surplus").asLong()).isEqualTo(Math.max(0, sum - 100_00));
            assertThat(paying.sending.state(dossier)).isEqualTo(sum >= 100_00 ? "PAID" : "INVOICED");
            paying.desk().path("lines").valueStream().forEach(line -> settle(line, "geklärt"));
        }
    }

    @Test
    void ofABrokenFileNothingIsUsed() {
        String dossier = paying.invoiced();
        var file = paying.drop(credit("100", "Kasse", paying.reference(dossier)), credit("viel", "B"));
        assertThat(file.path("state").asString()).isEqualTo("REFUSED");
        assertThat(file.path("fault").asString()).contains("Zeile", "Betrag");
        assertThat(paying.sending.state(dossier)).isEqualTo("INVOICED");
        assertThat(paying.fee(dossier).path("payments")).isEmpty();
    }

    @Test
    void otherAccountsAreLeftAloneAndAFileOfNothingElseIsRefused() {
        String dossier = paying.invoiced();
        byte[] other = bytes(
                statement("08", "DE89370400440532013000", List.of(credit("100", "K", paying.reference(dossier)))));
        assertThat(paying.drop(other).path("fault").asString()).contains("anderen Konto");
        byte[] own = bytes(statement(credit("100", "K", paying.reference(dossier))));
        assertThat(paying.drop(zip(Map.of("a.xml", other, "b.xml", own)))
                        .path("counts")
                        .toString())
                .contains("\"booked\":1", "\"elsewhere\":1");
    }

    @Test
    void beforeTheInvoiceAPaymentWaits() {
        String dossier = paying.admitted("12073008", paying.secret);
        paying.drop(credit("100", "Eilig", paying.reference(dossier)));
        assertThat(line("Eilig").path("why").asString()).contains("noch keine Rechnung");
        assertThat(assign(line("Eilig"), dossier)).isEqualTo(422);
        paying.tell(dossier);
        assertThat(assign(line("Eilig"), dossier)).isEqualTo(201);
        assertThat(paying.sending.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void anInvoiceIsFoundByItsNumberOrReferencePaidOrNot() {
        String dossier = paying.admitted("12073008", paying.secret);
        String reference = paying.reference(dossier);
        paying.tell(dossier);
        String number = paying.desk().at("/open/0/number").asString();
        for (boolean paid : List.of(false, true)) {
            if (paid) {
                paying.drop(credit("100", "Amtskasse", reference));
                assertThat(paying.desk().path("open")).isEmpty();
            }
            for (String typed :
                    List.of(number, number.toLowerCase(java.util.Locale.ROOT).replace("-", "%20"), reference)) {
                assertThat(invoices(typed).findValuesAsString("dossier"))
                        .as(typed)
                        .containsExactly(dossier);
            }
        }
        assertThat(invoices("SO-1999-0001")).isEmpty();
        assertThat(invoices("")).isEmpty();
    }

    private JsonNode invoices(String typed) {
        return paying.desk("GET", "/api/staff/bank/invoices?q=" + typed, null)
                .body()
                .path("invoices");
    }

    @Test
    void aFileMustBeAnnouncedAndOnlyTheOfficeMay() {
        paying.stored("f".repeat(32));
        assertThat(paying.desk("POST", "/api/staff/bank/files", "{\"name\":\"x\",\"size\":100000000}")
                        .status())
                .isEqualTo(422);
        for (String path : List.of("/api/staff/bank", "/api/staff/bank/files/" + "f".repeat(32))) {
            assertThat(paying.sending
                            .as("x", "founder", "12073008", paying.bank, "GET", path, null)
                            .status())
                    .isEqualTo(403);
        }
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"x\",\"size\":5}";
        var first = paying.sending.call(paying.bank, "POST", "/api/staff/bank/files", body, "x", List.of("staff"), key);
        var second =
                paying.sending.call(paying.bank, "POST", "/api/staff/bank/files", body, "x", List.of("staff"), key);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Statements.ACCOUNT).isEqualTo(FeeFixture.SELLER.networkIban());
    }

    private JsonNode line(String party) {
        return paying.desk()
                .path("lines")
                .valueStream()
                .filter(line -> line.path("party").asString().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode difference(String dossier) {
        return paying.desk()
                .path("differences")
                .valueStream()
                .filter(fee -> fee.path("dossier").asString().equals(dossier))
                .findFirst()
                .orElseThrow();
    }

    private List<Boolean> duplicates(String dossier) {
        return paying.fee(dossier)
                .path("payments")
                .valueStream()
                .map(payment -> payment.path("duplicate").asBoolean())
                .sorted()
                .toList();
    }

    private int assign(JsonNode line, String dossier) {
        return paying.desk(
                        "POST",
                        "/api/staff/bank/lines/" + line.path("id").asString() + "/assignment",
                        "{\"dossier\":\"" + dossier + "\"}")
                .status();
    }

    private int settle(JsonNode line, String note) {
        return paying.desk(
                        "POST",
                        "/api/staff/bank/lines/" + line.path("id").asString() + "/settlement",
                        "{\"note\":\"" + note + "\"}")
                .status();
    }
}

package land.starkeorte.payments;

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
import land.starkeorte.fees.FeeFixture;
import land.starkeorte.fees.Fees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The bank's file finds the payments; what does not decide itself waits with its reason; nothing counts twice. */
class BankTest {
    private final FeeFixture fees = new FeeFixture();

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Aufnahme %s Starke Orte", "aufnahme%saufnahme", "RF18%s"})
    void aReferenceDecidesHoweverItIsWritten(String text) {
        String dossier = fees.invoiced();
        String reference = fees.reference(dossier);
        for (String written : List.of(
                reference,
                reference.replace("-", ""),
                reference.toLowerCase(Locale.ROOT).replace("-", " "),
                String.join(" ", reference.split("")))) {
            assertThat(new ReferenceMatcher(List.of(Fees.Code.of(reference, dossier)))
                            .in(List.of(text.formatted(written))))
                    .containsExactly(dossier);
        }
        fees.drop(credit("100.00", "Wer auch immer", text.formatted(reference)));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.dossiers.history(dossier)).endsWith("Zahlungseingang 100,00\u00a0€ laut Kontoauszug");
        assertThat(fees.dossiers.mails("paid")).hasSize(1);
    }

    @Test
    void cutLinesEndToEndIdsAndInvoiceNumbersDecideToo() {
        for (String ags : List.of("03159016", "12073008", "12062224")) {
            String dossier = fees.invoiced(ags);
            String reference = fees.reference(dossier).replace("-", "");
            String number = fees.fee(dossier).path("number").asString();
            fees.drop(
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
            assertThat(fees.dossiers.state(dossier)).as(ags).isEqualTo("PAID");
        }
    }

    @Test
    void withoutAReferenceNothingIsPaidByItselfAndOneClickAssigns() {
        String dossier = fees.invoiced("12073008");
        String other = fees.invoiced("03159016");
        var came =
                fees.drop(credit("100.00", "STADTKASSE ANGERMUENDE", "Mitgliedschaft"), credit("100", "Niemand", "?"));
        assertThat(came.at("/counts/queued").asInt()).isEqualTo(2);
        assertThat(fees.dossiers.state(dossier)).isEqualTo("INVOICED");
        JsonNode line = line("STADTKASSE ANGERMUENDE");
        assertThat(line.path("why").asString()).contains("Keine Kennung");
        assertThat(line.path("suggestions")
                        .valueStream()
                        .map(fee -> fee.path("dossier").asString()))
                .containsExactly(dossier);
        assertThat(line("Niemand").path("suggestions")).isEmpty();
        assertThat(assign(line, dossier)).isEqualTo(201);
        assertThat(assign(line, other)).as("somebody else was faster").isEqualTo(409);
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(settle(line("Niemand"), "zurück überwiesen")).isEqualTo(201);
        assertThat(fees.desk().path("lines")).isEmpty();
    }

    @Test
    void anAccountThatPaidBeforeIsASuggestion() {
        String dossier = fees.invoiced();
        String reference = fees.reference(dossier);
        fees.drop(
                credit("100", "Kasse", reference), takenBack("100", "Kasse", reference), credit("100", "Kasse", "neu"));
        assertThat(line("Kasse")
                        .path("suggestions")
                        .valueStream()
                        .map(fee -> fee.path("dossier").asString()))
                .containsExactly(dossier);
    }

    @Test
    void severalReferencesWithTheirSumArePaidEachAndOtherwiseWait() {
        String one = fees.invoiced("12073008");
        String two = fees.invoiced("03159016");
        String both = fees.reference(one) + " und " + fees.reference(two);
        fees.drop(credit("150", "Amt", both));
        assertThat(line("Amt").path("why").asString()).contains("nicht ihre Summe");
        assertThat(line("Amt").path("suggestions")).hasSize(2);
        fees.drop(credit("200", "Amt", both));
        assertThat(List.of(fees.dossiers.state(one), fees.dossiers.state(two))).containsOnly("PAID");
    }

    @Test
    void tooLittleTooMuchAndTwiceAreExplainedAndSettled() {
        String dossier = fees.invoiced();
        String reference = fees.reference(dossier);
        fees.drop(credit("97.50", "Kasse", reference));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("INVOICED");
        assertThat(difference(dossier).path("outstanding").asLong()).isEqualTo(2_50);
        assertThat(fees.mine(dossier).body().path("outstanding").asLong()).isEqualTo(2_50);
        fees.drop(credit("2.50", "Kasse", "Rest " + reference));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.desk().path("differences")).isEmpty();
        fees.drop(credit("100", "Kämmerei", reference));
        assertThat(difference(dossier).path("surplus").asLong()).isEqualTo(100_00);
        assertThat(duplicates(dossier)).containsExactly(false, false, true);
        assertThat(fees.staff("POST", dossier, "refund", "{\"note\":\"überwiesen am 24.11.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(fees.desk().path("differences")).isEmpty();
        fees.drop(debit("100", "Kämmerei", "Rückzahlung " + reference));
        assertThat(fees.fee(dossier).path("outstanding").asLong())
                .as("the bank tells of the refund that was noted")
                .isZero();
        assertThat(fees.dossiers.mails("paid")).hasSize(1);
    }

    @Test
    void aShortPaymentCanBeLetPass() {
        String dossier = fees.invoiced();
        fees.drop(credit("95", "Bank zog Gebühren ab", fees.reference(dossier)));
        assertThat(fees.staff("POST", dossier, "waiver", "{\"reason\":\"Bankgebühr\"}")
                        .status())
                .isEqualTo(201);
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.fee(dossier)
                        .at("/payments")
                        .valueStream()
                        .filter(payment -> payment.path("kind").asString().equals("WAIVER"))
                        .map(payment -> payment.path("cents").asLong()))
                .containsExactly(5_00L);
    }

    @Test
    void twoWaysForOneInvoiceAreOnePayment() {
        String dossier = fees.invoiced();
        fees.staff("POST", dossier, "payments", "{\"proof\":\"Kontoauszug\"}");
        fees.drop(credit("100", "Kasse", fees.reference(dossier)));
        assertThat(fees.fee(dossier).path("surplus").asLong()).isZero();
        assertThat(duplicates(dossier)).contains(true);
        assertThat(fees.dossiers.mails("paid")).hasSize(1);
    }

    @Test
    void moneyThatGoesOutAndNeverCameInWaitsForSomebody() {
        String dossier = fees.invoiced();
        String reference = fees.reference(dossier);
        for (String taking : List.of(debit("100", "Kasse", reference), takenBack("100", "Amt", reference))) {
            assertThat(fees.drop(taking).at("/counts/queued").asInt()).isEqualTo(1);
        }
        assertThat(fees.mine(dossier).body().path("outstanding").asLong()).isEqualTo(100_00);
        assertThat(fees.dossiers.openTasks()).filteredOn("fee"::equals).hasSize(2);
        assertThat(line("Kasse").path("why").asString()).contains("nicht eingegangen");
        assertThat(line("Kasse").path("suggestions")).isEmpty();
        assertThat(assign(line("Kasse"), dossier)).isEqualTo(422);
        assertThat(settle(line("Kasse"), "ein Irrläufer ging zurück")).isEqualTo(201);
        fees.drop(credit("100", "Kasse", reference));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(line("Amt").path("suggestions").at("/0/dossier").asString())
                .as("now something has come in")
                .isEqualTo(dossier);
        assertThat(assign(line("Amt"), dossier)).isEqualTo(201);
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(100_00);
        assertThat(fees.desk().path("lines")).isEmpty();
        assertThat(fees.dossiers.openTasks())
                .as("that the payment was taken back")
                .containsOnlyOnce("fee");
        fees.staff("POST", dossier, "payments", "{\"proof\":\"gesehen\"}");
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.dossiers.openTasks()).doesNotContain("fee");
    }

    @Test
    void aDayThatListsTheReturnBeforeThePaymentIsBookedAllTheSame() {
        String dossier = fees.invoiced();
        String reference = fees.reference(dossier);
        var came = fees.drop(takenBack("100", "Kasse", reference), credit("100", "Kasse", reference));
        assertThat(came.at("/counts/booked").asInt()).isEqualTo(2);
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(100_00);
    }

    @Test
    void whoeverPaysForAnotherIsShownWithThatOtherAndMatched() {
        String dossier = fees.invoiced();
        fees.drop(credit("100", "Verbandsgemeindekasse", "Aufnahme 2026")
                .replace("</RltdPties>", "<UltmtDbtr><Pty><Nm>Stadt Göttingen</Nm></Pty></UltmtDbtr></RltdPties>"));
        JsonNode line = line("Verbandsgemeindekasse für Stadt Göttingen");
        assertThat(line.at("/suggestions/0/dossier").asString()).isEqualTo(dossier);
    }

    @Test
    void aNumberThatGoesOnIsAnother() {
        var matcher =
                new ReferenceMatcher(List.of(Fees.Code.of("SO-2026-0001", "one"), Fees.Code.of("SO-2026-0011", "two")));
        assertThat(matcher.in(List.of("SO-2026-00011"))).isEmpty();
        assertThat(matcher.in(List.of("Rechnung SO-2026-0001 vom 23.11.2026"))).containsExactly("one");
        assertThat(matcher.in(List.of("so20260011/Aufnahme"))).containsExactly("two");
        assertThat(matcher.in(List.of("SO-2026-\n0001\n12"))).containsExactly("one");
        var many = new ReferenceMatcher(
                List.of(Fees.Code.of("SO-2026-1000", "one"), Fees.Code.of("SO-2026-10000", "two")));
        assertThat(many.in(List.of("SO-2026-10000"))).containsExactly("two");
    }

    @Test
    void theSameEntryWithMoreOfTheBanksOwnWordsCountsOnce() {
        String dossier = fees.invoiced();
        String first = credit("60", "Kasse", fees.reference(dossier));
        fees.drop(first);
        var again = fees.drop(first.replace("</Ntry>", "<AddtlNtryInf>SEPA-Gutschrift</AddtlNtryInf></Ntry>"));
        assertThat(again.at("/counts/known").asInt()).isEqualTo(1);
        assertThat(fees.fee(dossier).path("outstanding").asLong()).isEqualTo(40_00);
    }

    @Test
    void onlyTheAccountOfTheInvoicesIsOursHoweverItIsSpelled() {
        String dossier = fees.invoiced();
        String entry = credit("100", "K", fees.reference(dossier));
        for (String other : List.of(
                statement("08", "de89370400440532013000", List.of(entry)),
                statement("08", "4711", List.of(entry)).replace("IBAN>4711</IBAN", "Othr><Id>4711</Id></Othr"))) {
            assertThat(fees.drop(bytes(other)).path("fault").asString()).contains("anderen Konto");
        }
        assertThat(fees.fee(dossier).path("payments")).isEmpty();
        for (String own : List.of("de02120300000000202051", "202051", "0000202051", "120300000000202051")) {
            assertThat(fees.drop(bytes(statement("08", own, List.of(credit("1", own, "x")))))
                            .at("/counts/elsewhere")
                            .asInt())
                    .as(own)
                    .isZero();
        }
    }

    @Test
    void whatLiesBesideTheStatementsIsPassedOverAndNamed() {
        String dossier = fees.invoiced();
        byte[] own = bytes(statement(credit("100", "K", fees.reference(dossier))));
        var came = fees.drop(zip(Map.of(
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
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void aPaymentThatIsTakenBackReopensTheInvoice() {
        String dossier = fees.invoiced();
        String reference = fees.reference(dossier);
        fees.drop(credit("100", "Kasse", reference));
        fees.drop(takenBack("100", "Kasse", reference));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("INVOICED");
        assertThat(fees.dossiers.openTasks()).containsOnlyOnce("fee");
        assertThat(fees.mine(dossier).body().has("iban")).isTrue();
        fees.drop(credit("100", "Kasse", "noch einmal " + reference));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.dossiers.openTasks()).doesNotContain("fee");
    }

    @Test
    void ownMoneyThatComesBackIsNoIncomeAndForeignMoneyIsNotConverted() {
        String dossier = fees.invoiced();
        String reference = fees.reference(dossier);
        fees.drop(
                cameBack("100", "Lieferant", reference),
                credit("100", "Gmina", reference).replace("\"EUR\"", "\"PLN\""),
                takenBack("100", "Unbekannt", "ohne"));
        assertThat(fees.dossiers.state(dossier)).isEqualTo("INVOICED");
        assertThat(line("Lieferant").path("why").asString()).contains("keine Einnahme");
        assertThat(line("Gmina").path("amount").asString()).isEqualTo("100,00 PLN");
        assertThat(line("Unbekannt").path("why").asString()).contains("zurückgebucht");
        assertThat(assign(line("Lieferant"), dossier)).isEqualTo(409);
        assertThat(assign(line("Gmina"), dossier)).isEqualTo(409);
    }

    @Test
    void theSameFileOverlappingFilesAndHalfFinishedRunsCountOnce() {
        String dossier = fees.invoiced();
        String reference = fees.reference(dossier);
        byte[] day = bytes(
                statement(credit("60", "Kasse", reference), credit("10", "Fremd", "x"), credit("10", "Fremd", "x")));
        assertThat(fees.drop(day).path("counts").toString())
                .isEqualTo("{\"booked\":1,\"queued\":2,\"known\":0,\"passed\":0,\"elsewhere\":0}");
        assertThat(fees.drop(day).at("/counts/known").asInt()).isEqualTo(3);
        byte[] week = bytes(statement(
                credit("40", "Kasse", reference),
                credit("60", "Kasse", reference),
                credit("10", "Fremd", "x"),
                credit("10", "Fremd", "x")));
        assertThat(fees.drop(zip(Map.of("woche.xml", week, "tag.xml", day)))
                        .path("counts")
                        .toString())
                .contains("\"booked\":1,\"queued\":0,\"known\":6");
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
        assertThat(fees.fee(dossier).path("surplus").asLong()).isZero();
        assertThat(fees.desk().path("lines")).hasSize(2);
    }

    @Test
    void theSameFileReadByManyAtTheSameMomentCountsOnce() throws Exception {
        String dossier = fees.invoiced();
        byte[] file = bytes(statement(IntStream.range(0, 150)
                .mapToObj(i -> credit("1." + (10 + i % 80), "Fremd " + i, i == 7 ? fees.reference(dossier) : "x"))
                .toArray(String[]::new)));
        var ids =
                IntStream.range(0, 4).mapToObj(_ -> fees.announced(file.length)).toList();
        ids.forEach(id -> fees.inbox.files.put(id, file));
        try (var runs = Executors.newFixedThreadPool(4)) {
            for (var run : runs.invokeAll(ids.stream()
                    .<Callable<Boolean>>map(id -> () -> {
                        fees.stored(id);
                        return true;
                    })
                    .toList())) {
                run.get();
            }
        }
        assertThat(ids.stream()
                        .mapToInt(id -> fees.file(id).at("/counts/queued").asInt()
                                + fees.file(id).at("/counts/booked").asInt())
                        .sum())
                .isEqualTo(150);
        assertThat(fees.fee(dossier).path("payments")).hasSize(1);
    }

    /** What the account must say is worked out here in another way: as one sum. */
    @Test
    void anyOrderAndRepetitionOfTheEventsGivesTheSameAccount() {
        var random = new Random(7);
        for (String ags : List.of("03159016", "12073008", "12062224", "14521410", "09479129", "09471154")) {
            String dossier = fees.invoiced(ags);
            String reference = fees.reference(dossier);
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
                fees.drop(entry);
                assertThat(fees.fee(dossier).path("outstanding").asLong()).isBetween(0L, 100_00L);
            }
            // What came too early can be assigned as soon as the money for it has come in.
            int before;
            do {
                before = fees.desk().path("lines").size();
                fees.desk().path("lines").valueStream().forEach(line -> assign(line, dossier));
            } while (fees.desk().path("lines").size() < before);
            JsonNode fee = fees.fee(dossier);
            long gone = fee.path("payments")
                    .valueStream()
                    .filter(payment -> List.of("RETURN", "REFUND")
                            .contains(payment.path("kind").asString()))
                    .mapToLong(payment -> payment.path("cents").asLong())
                    .sum();
            long sum = came - gone;
            assertThat(fee.path("payments").size() + fees.desk().path("lines").size())
                    .isEqualTo(entries.size() + takings.size());
            assertThat(fee.path("outstanding").asLong()).isEqualTo(Math.max(0, 100_00 - sum));
            assertThat(fee.path("surplus").asLong()).isEqualTo(Math.max(0, sum - 100_00));
            assertThat(fees.dossiers.state(dossier)).isEqualTo(sum >= 100_00 ? "PAID" : "INVOICED");
            fees.desk().path("lines").valueStream().forEach(line -> settle(line, "geklärt"));
        }
    }

    @Test
    void ofABrokenFileNothingIsUsed() {
        String dossier = fees.invoiced();
        var file = fees.drop(credit("100", "Kasse", fees.reference(dossier)), credit("viel", "B"));
        assertThat(file.path("state").asString()).isEqualTo("REFUSED");
        assertThat(file.path("fault").asString()).contains("Zeile", "Betrag");
        assertThat(fees.dossiers.state(dossier)).isEqualTo("INVOICED");
        assertThat(fees.fee(dossier).path("payments")).isEmpty();
    }

    @Test
    void otherAccountsAreLeftAloneAndAFileOfNothingElseIsRefused() {
        String dossier = fees.invoiced();
        byte[] other =
                bytes(statement("08", "DE89370400440532013000", List.of(credit("100", "K", fees.reference(dossier)))));
        assertThat(fees.drop(other).path("fault").asString()).contains("anderen Konto");
        byte[] own = bytes(statement(credit("100", "K", fees.reference(dossier))));
        assertThat(fees.drop(zip(Map.of("a.xml", other, "b.xml", own)))
                        .path("counts")
                        .toString())
                .contains("\"booked\":1", "\"elsewhere\":1");
    }

    @Test
    void beforeTheInvoiceAPaymentWaits() {
        String dossier = fees.admitted("12073008", fees.secret);
        fees.drop(credit("100", "Eilig", fees.reference(dossier)));
        assertThat(line("Eilig").path("why").asString()).contains("noch keine Rechnung");
        assertThat(assign(line("Eilig"), dossier)).isEqualTo(422);
        fees.tell(dossier);
        assertThat(assign(line("Eilig"), dossier)).isEqualTo(201);
        assertThat(fees.dossiers.state(dossier)).isEqualTo("PAID");
    }

    @Test
    void anInvoiceIsFoundByItsNumberOrReferencePaidOrNot() {
        String dossier = fees.admitted("12073008", fees.secret);
        String reference = fees.reference(dossier);
        fees.tell(dossier);
        String number = fees.desk().at("/open/0/number").asString();
        for (boolean paid : List.of(false, true)) {
            if (paid) {
                fees.drop(credit("100", "Amtskasse", reference));
                assertThat(fees.desk().path("open")).isEmpty();
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

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void aFileWhoseSizeIsNoNumberIsNotAnnounced(String number) {
        String file = "{\"name\":\"auszug.xml\",\"size\":" + number + "}";
        assertThat(fees.desk("POST", "/api/staff/bank/files", file).status()).isEqualTo(422);
    }

    private JsonNode invoices(String typed) {
        return fees.desk("GET", "/api/staff/bank/invoices?q=" + typed, null)
                .body()
                .path("invoices");
    }

    @Test
    void aFileMustBeAnnouncedAndOnlyTheOfficeMay() {
        fees.stored("f".repeat(32));
        assertThat(fees.desk("POST", "/api/staff/bank/files", "{\"name\":\"x\",\"size\":100000000}")
                        .status())
                .isEqualTo(422);
        for (String path : List.of("/api/staff/bank", "/api/staff/bank/files/" + "f".repeat(32))) {
            assertThat(fees.dossiers
                            .as("x", "founder", "12073008", fees.bank, "GET", path, null)
                            .status())
                    .isEqualTo(403);
        }
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"x\",\"size\":5}";
        var first = fees.dossiers.call(fees.bank, "POST", "/api/staff/bank/files", body, "x", List.of("staff"), key);
        var second = fees.dossiers.call(fees.bank, "POST", "/api/staff/bank/files", body, "x", List.of("staff"), key);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(Statements.ACCOUNT).isEqualTo(FeeFixture.SELLER.networkIban());
    }

    private JsonNode line(String party) {
        return fees.desk()
                .path("lines")
                .valueStream()
                .filter(line -> line.path("party").asString().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode difference(String dossier) {
        return fees.desk()
                .path("differences")
                .valueStream()
                .filter(fee -> fee.path("dossier").asString().equals(dossier))
                .findFirst()
                .orElseThrow();
    }

    private List<Boolean> duplicates(String dossier) {
        return fees.fee(dossier)
                .path("payments")
                .valueStream()
                .map(payment -> payment.path("duplicate").asBoolean())
                .sorted()
                .toList();
    }

    private int assign(JsonNode line, String dossier) {
        return fees.desk(
                        "POST",
                        "/api/staff/bank/lines/" + line.path("id").asString() + "/assignment",
                        "{\"dossier\":\"" + dossier + "\"}")
                .status();
    }

    private int settle(JsonNode line, String note) {
        return fees.desk(
                        "POST",
                        "/api/staff/bank/lines/" + line.path("id").asString() + "/settlement",
                        "{\"note\":\"" + note + "\"}")
                .status();
    }
}

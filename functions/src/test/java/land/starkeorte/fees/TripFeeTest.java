package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.bank.Statements.credit;
import static land.starkeorte.bank.Statements.debit;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.pdf.Standards;
import land.starkeorte.registrations.EventFixture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mustangproject.validator.ZUGFeRDValidator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever books a trip is invoiced once, by the same row of numbers as everybody, and pays what the trip's rule says. */
class TripFeeTest {
    private static final String GOETTINGEN = "03159016";

    private final EventFixture events = new EventFixture(trip());
    private final FeeFixture fees = new FeeFixture(events.dossiers);

    private static ObjectNode trip() {
        return EventFixture.event("Reise in die Lausitz")
                .put("kind", "INSPIRATION_TRIP")
                .put("end", told("2026-12-11T16:30"))
                .put("capacity", 6)
                .put("fee", "120,50")
                .put("rooms", "Einzelzimmer; 240; 3\nDoppelzimmer; 180,00; 3")
                .put("freeUntil", told("2026-12-01T12:00"))
                .put("owedAfter", "50");
    }

    @Test
    void theSecondConfirmationIssuesTheInvoiceInTheRowOfAllNumbers() throws Exception {
        fees.invoiced();
        Guest guest = books("Gisela", 0, 1);
        assertThat(events.mails("tripinvoice")).as("not before").isEmpty();
        accept(guest);
        accept(guest);
        fees.tell(guest.id());
        fees.tell(guest.id());
        fees.sweep();
        assertThat(events.mails("tripinvoice"))
                .extracting(mail -> mail.path("to").asString())
                .containsExactlyInAnyOrder("gisela@gemeinde.example", "kasse@goettingen.example");
        assertThat(events.mails("tripinvoice"))
                .allSatisfy(mail -> assertThat(mail.path("attachments")).hasSize(2));
        JsonNode fee = own(guest).body();
        assertThat(fee.path("number").asString()).isEqualTo(told("SO-2026-0002"));
        assertThat(fee.path("cents").asLong()).isEqualTo(661_00);
        assertThat(fee.path("giroCode").asString()).startsWith("data:image/svg+xml");
        assertThat(fee.has("card"))
                .as("the payment page is made for the admission")
                .isFalse();
        String text = text(told("SO-2026-0002"));
        assertThat(text)
                .contains(
                        "Reise in die Lausitz",
                        "Kostenbeitrag, je 120,50 € 2 241,00 €",
                        "Einzelzimmer 1 240,00 €",
                        "Doppelzimmer 1 180,00 €",
                        "661,00 €",
                        "Stadt Göttingen",
                        told("Leistungszeitraum: 9. Dezember 2026 bis 11. Dezember 2026"),
                        "04011000-1234512345-06");
    }

    @Test
    void invoiceCreditNoteAndShareAreValidInBothForms(@TempDir Path folder) throws Exception {
        Guest guest = booked("Gisela", 0, 1);
        events.dossiers.clock().pass(Duration.ofDays(9));
        guest = again("Gisela");
        cancel(guest);
        fees.tell(guest.id());
        assertThat(fees.archive.papers).hasSize(6);
        for (var paper : fees.archive.papers.entrySet()) {
            Path file = folder.resolve(paper.getKey().replace("/", "-"));
            var validator = new ZUGFeRDValidator();
            String report =
                    validator.validate(Files.write(file, paper.getValue()).toString());
            assertThat(validator.wasCompletelyValid())
                    .as(paper.getKey() + "\n" + report)
                    .isTrue();
        }
        String invoice = xml(told("SO-2026-0001"));
        assertThat(invoice)
                .contains(
                        told("2026-12-09").replace("-", ""),
                        told("2026-12-11").replace("-", ""),
                        "<ram:GrandTotalAmount>661.00<");
        assertThat(xml(number(2))).contains(">381<", "<ram:GrandTotalAmount>661.00<", told("SO-2026-0001"));
        assertThat(xml(number(3))).contains("<ram:GrandTotalAmount>330.50<", "Anteil nach Absage");
    }

    @Test
    void everyPaperOfATripHoldsTheStandardsItClaims() {
        booked("Gisela", 0, 1);
        events.dossiers.clock().pass(Duration.ofDays(9));
        Guest guest = again("Gisela");
        cancel(guest);
        fees.tell(guest.id());
        var papers = fees.archive.papers.entrySet().stream()
                .filter(paper -> paper.getKey().endsWith(".pdf"))
                .toList();
        assertThat(papers).as("invoice, credit note, share").hasSize(3);
        papers.forEach(paper -> Standards.hold(paper.getValue()));
    }

    @Test
    void aGuestWhoseInvoiceCannotBeMadeIsNotToldToWaitAMinute() {
        Guest guest = books("Gisela", 0);
        accept(guest);
        assertThat(own(guest).body().path("delayed").asBoolean()).isFalse();
        fees.tell(fees.issuer(FeeFixture.withoutIban()), guest.id());
        assertThat(own(guest).body().has("number")).isFalse();
        assertThat(own(guest).body().path("delayed").asBoolean()).isTrue();
        assertThat(events.mails("tripinvoice")).isEmpty();
    }

    @Test
    void theBankFindsThePaymentTheOfficeConfirmsAnother() {
        Guest bank = booked("Gisela", 0);
        Guest office = booked("Otto", 1);
        String reference = own(bank).body().path("reference").asString();
        assertThat(fees.desk().path("open"))
                .extracting(fee -> fee.path("title").asString())
                .containsExactly("Reise in die Lausitz", "Reise in die Lausitz");
        assertThat(fees.drop(credit("360.50", "Stadtkasse", reference))
                        .at("/counts/booked")
                        .asInt())
                .isEqualTo(1);
        assertThat(own(bank).body().path("paid").asBoolean()).isTrue();
        assertThat(fees.staff("POST", office.id(), "payments", "{\"proof\":\"Kontoauszug 12\"}")
                        .status())
                .isEqualTo(201);
        assertThat(own(office).body().path("paid").asBoolean()).isTrue();
        assertThat(own(office).body().toString()).doesNotContain("Kontoauszug 12");
        assertThat(events.mails("trippaid")).hasSize(4);
        assertThat(fees.desk().path("open")).isEmpty();
    }

    @Test
    void whoeverDoesNotPayIsRemindedAsEverybodyIs() {
        var far = new EventFixture(trip().put("start", told("2027-03-09T10:00"))
                .put("end", told("2027-03-11T10:00"))
                .put("freeUntil", told("2027-02-01T12:00")));
        var paid = new FeeFixture(far.dossiers);
        Guest guest = booked(far, paid, "Gisela", 0);
        for (int days : List.of(14, 16)) {
            far.dossiers.clock().pass(Duration.ofDays(days));
            paid.go();
            paid.go();
        }
        assertThat(far.mails("tripreminder")).hasSize(4);
        assertThat(far.dossiers.openTasks()).isEmpty();
        far.dossiers.clock().pass(Duration.ofDays(30));
        paid.go();
        paid.go();
        assertThat(far.mails("tripreminder")).hasSize(4);
        assertThat(far.dossiers.openTasks()).containsExactly("trip");
        assertThat(paid.staff("POST", guest.id(), "waiver", "{\"reason\":\"Haushaltssperre\"}")
                        .status())
                .isEqualTo(201);
        assertThat(far.dossiers.openTasks()).isEmpty();
    }

    @Test
    void whoeverCancelsInTimeOwesNothingAndGetsTheMoneyBack() {
        Guest guest = booked("Gisela", 0);
        String reference = own(guest).body().path("reference").asString();
        fees.drop(credit("360.50", "Stadtkasse", reference));
        cancel(guest);
        cancel(guest);
        fees.tell(guest.id());
        fees.tell(guest.id());
        fees.sweep();
        assertThat(events.mails("tripcancelled")).hasSize(2);
        assertThat(events.mail("tripcancelled", "Gisela").at("/model/next").asString())
                .isEmpty();
        assertThat(events.mails("tripinvoice")).as("no new one").hasSize(2);
        JsonNode fee = own(guest).body();
        assertThat(fee.path("cents").asLong()).isZero();
        assertThat(fee.path("surplus").asLong()).isEqualTo(360_50);
        assertThat(fee.at("/cancelled/0/number").asString()).isEqualTo(told("SO-2026-0002"));
        assertThat(fee.at("/cancelled/0").has("reason")).isFalse();
        assertThat(fees.desk().at("/differences/0/surplus").asLong()).isEqualTo(360_50);
        fees.drop(debit("360.50", "Stadt Göttingen", "Erstattung " + reference));
        assertThat(fees.desk().path("differences")).isEmpty();
        assertThat(fees.fee(guest.id()).path("surplus").asLong()).isZero();
        assertThat(fees.staff("POST", guest.id(), "invoice", anew()).status())
                .as("nothing can be invoiced any more")
                .isEqualTo(409);
    }

    @Test
    void whoeverCancelsLateOwesTheShareOfWhichThePaidIsTakenOff() throws Exception {
        Guest guest = booked("Gisela", 0, 1);
        String reference = own(guest).body().path("reference").asString();
        fees.drop(credit("661.00", "Stadtkasse", reference));
        events.dossiers.clock().pass(Duration.ofDays(9));
        guest = again("Gisela");
        cancel(guest);
        fees.tell(guest.id());
        assertThat(events.mail("tripcancelled", "Gisela").at("/model/next").asString())
                .isEqualTo("330,50\u00a0€");
        assertThat(Stream.concat(
                        events.mails("tripcancelled").stream(),
                        events.mails("tripinvoice").stream()
                                .filter(mail -> mail.path("model")
                                        .path("number")
                                        .asString()
                                        .equals(number(3)))))
                .as("a mail that waits for a link to nothing never leaves")
                .hasSize(4)
                .allMatch(mail -> !mail.has("links"));
        JsonNode fee = own(guest).body();
        assertThat(fee.path("number").asString()).isEqualTo(number(3));
        assertThat(fee.path("paid").asBoolean()).isTrue();
        assertThat(fee.path("surplus").asLong()).isEqualTo(330_50);
        assertThat(text(number(3))).contains("Anteil nach Absage: Reise in die Lausitz 1 330,50 €");
        fees.drop(debit("330.50", "Stadt Göttingen", reference));
        assertThat(fees.desk().path("differences")).isEmpty();
        assertThat(fees.fee(guest.id()).path("paid").asBoolean()).isTrue();
    }

    @Test
    void theOfficeCancelsByTheSameRuleAndTheWholePriceStaysWhereThatIsTheRule() {
        var whole = new EventFixture(trip().put("owedAfter", "100"));
        var paid = new FeeFixture(whole.dossiers);
        Guest guest = booked(whole, paid, "Gisela", 0);
        whole.dossiers.clock().pass(Duration.ofDays(9));
        assertThat(whole.staff(
                                "POST",
                                "/" + whole.event + "/registrations/" + guest.id() + "/cancellation",
                                "{\"reason\":\"Krank\"}")
                        .status())
                .isEqualTo(201);
        paid.tell(guest.id());
        assertThat(whole.mails("tripcancelled")).isEmpty();
        assertThat(paid.fee(guest.id()).path("outstanding").asLong()).isEqualTo(360_50);
    }

    @Test
    void whatIsCancelledBeforeItIsInvoicedIsNotInvoicedAndNoNumberIsLost() {
        Guest early = books("Gisela", 0);
        accept(early);
        cancel(early);
        fees.tell(early.id());
        assertThat(fees.archive.papers).isEmpty();
        assertThat(events.mails("tripinvoice")).isEmpty();
        Guest numbered = books("Norbert", 0);
        accept(numbered);
        fees.archive.before = () -> {
            throw new IllegalStateException("S3 is away");
        };
        assertThatThrownBy(() -> fees.tell(numbered.id())).hasMessageContaining(numbered.id());
        cancel(numbered);
        fees.archive.before = () -> {};
        fees.sweep();
        assertThat(fees.archive.papers.keySet())
                .as("the number was given: the invoice exists, and is taken back")
                .contains(told("invoices/SO-2026-0001.pdf"), told("invoices/SO-2026-0002.pdf"));
        assertThat(own(numbered).body().at("/cancelled/0/invoice").asString()).isEqualTo(told("SO-2026-0001"));
        fees.sweep();
        assertThat(fees.archive.papers).hasSize(4);
    }

    @Test
    void nobodyPaysForATripThatDoesNotTakePlace() {
        Guest guest = booked("Gisela", 0);
        Guest late = booked("Otto", 1);
        events.dossiers.clock().pass(Duration.ofDays(9));
        cancel(again("Otto"));
        fees.tell(late.id());
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Der Bus fährt nicht.\"}");
        events.tend();
        events.round();
        fees.sweep();
        assertThat(fees.fee(guest.id()).path("cents").asLong()).isZero();
        assertThat(fees.fee(guest.id()).path("cancelled")).hasSize(1);
        assertThat(fees.fee(late.id()).path("cents").asLong())
                .as("who had cancelled before")
                .isEqualTo(150_25);
        events.round();
        fees.sweep();
        assertThat(events.mails("tripcancelled")).hasSize(4);
    }

    @Test
    void nobodyElseReadsWhatSomebodyOwes() {
        Guest guest = booked("Gisela", 0);
        Guest other = booked("Otto", 0);
        assertThat(read(guest.id(), other.link()[2]).status()).isEqualTo(401);
        String path = "/api/member/events/" + events.event + "/registrations/" + guest.id() + "/fee";
        assertThat(events.dossiers
                        .as("p", "member", GOETTINGEN, fees.function, "GET", path, null)
                        .status())
                .isEqualTo(410);
        assertThat(events.dossiers
                        .as("p", "member", GOETTINGEN, fees.function, "GET", FeeFixture.path(guest.id(), "fee"), null)
                        .status())
                .isEqualTo(403);
        String mine = events.register(
                        GOETTINGEN,
                        EventFixture.paying(people("Anna", 1)),
                        UUID.randomUUID().toString())
                .body()
                .path("id")
                .asString();
        events.member(GOETTINGEN, "POST", "/registrations/" + mine + "/acceptance", null);
        fees.tell(mine);
        assertThat(events.dossiers
                        .as("p", "member", GOETTINGEN, fees.function, "GET", path.replace(guest.id(), mine), null)
                        .body()
                        .path("cents")
                        .asLong())
                .isEqualTo(300_50);
    }

    @Test
    void aWrongAddressIsMendedByTheOfficeAndOneThatIsMissingIsATask() {
        Guest guest = booked("Gisela", 0);
        assertThat(fees.staff("POST", guest.id(), "invoice", anew()).status()).isEqualTo(201);
        fees.tell(guest.id());
        assertThat(fees.fee(guest.id()).path("number").asString()).isEqualTo(told("SO-2026-0003"));
        assertThat(fees.fee(guest.id()).at("/buyer/name").asString()).isEqualTo("Samtgemeinde Neu");
        Guest old = books("Olga", 0);
        forgetBuyer(old.id());
        accept(old);
        fees.tell(old.id());
        assertThat(events.dossiers.openTasks()).containsExactly("trip");
        cancel(old);
        fees.tell(old.id());
        assertThat(events.dossiers.openTasks())
                .as("nothing is to be made any more")
                .isEmpty();
    }

    /** As it was when nobody was asked yet. */
    private void forgetBuyer(String registration) {
        var tables = events.dossiers.tables();
        tables.change("RegistrationsTable", events.event, "registration#" + registration, item -> {
            ((ObjectNode) item.path("delegation")).remove("buyer");
            return item;
        });
        assertThat(tables.store().table(tables.table("FeesTable")).find(registration, "fee", Fee.class))
                .isEmpty();
    }

    private static String anew() {
        return """
                {"reason":"Falsche Adresse","buyer":{"name":"Samtgemeinde Neu","street":"Weg 1","postcode":"12345",\
                "city":"Neu","leitwegId":"","contact":"Kasse","mail":"kasse@neu.example"}}""";
    }

    /** Whoever has a registration, and the session that its link began. */
    private record Guest(String id, String[] link) {}

    private Guest books(String first, int... rooms) {
        return books(events, first, rooms);
    }

    private static Guest books(EventFixture events, String first, int... rooms) {
        assertThat(events.guest(EventFixture.paying(people(first, rooms))).status())
                .isEqualTo(201);
        String[] link = events.link(events.mail("eventconfirm", first));
        return new Guest(link[1], link);
    }

    /** By another mail, days later. */
    private Guest again(String first) {
        String[] link = events.link(events.mail("eventregistered", first));
        return new Guest(link[1], link);
    }

    private Guest booked(String first, int... rooms) {
        return booked(events, fees, first, rooms);
    }

    private static Guest booked(EventFixture events, FeeFixture fees, String first, int... rooms) {
        Guest guest = books(events, first, rooms);
        assertThat(events.byLink(guest.link(), "POST", "/acceptance", null)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REGISTERED");
        fees.tell(guest.id());
        return guest;
    }

    private void accept(Guest guest) {
        assertThat(events.byLink(guest.link(), "POST", "/acceptance", null).status())
                .isEqualTo(200);
    }

    private void cancel(Guest guest) {
        assertThat(events.byLink(guest.link(), "DELETE", "", null).status()).isEqualTo(200);
    }

    private static ObjectNode people(String first, int... rooms) {
        ObjectNode delegation = EventFixture.people(first, rooms.length);
        for (int i = 0; i < rooms.length; i++) {
            ((ObjectNode) delegation.at("/people/" + i)).put("room", rooms[i]);
        }
        return delegation;
    }

    private Answer own(Guest guest) {
        return read(guest.id(), guest.link()[2]);
    }

    private Answer read(String registration, String session) {
        return events.dossiers.call(
                fees.function,
                "GET",
                "/api/events/" + events.event + "/registrations/" + registration + "/fee",
                null,
                Map.of("authorization", "Bearer " + session));
    }

    /** Of the row that goes on after the first number; each year has a row of its own. */
    private String number(int count) {
        int year = Year.from(events.dossiers.clock().instant().atZone(ZoneOffset.UTC))
                .getValue();
        boolean anew = !told("SO-2026").equals("SO-" + year);
        return "SO-%d-%04d".formatted(year, anew ? count - 1 : count);
    }

    private String xml(String number) {
        return new String(fees.archive.papers.get("invoices/" + number + ".xml"), UTF_8);
    }

    private String text(String number) throws Exception {
        try (var pdf = Loader.loadPDF(fees.archive.papers.get("invoices/" + number + ".pdf"))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}

package land.starkeorte.participants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.mail.Mailman;
import land.starkeorte.registrations.EventFixture;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the office takes out of an event to prepare it, and how it helps those who come. */
class ParticipantTest {
    private static final String ONE = "12073008";
    private static final String TWO = "03159016";

    private final EventFixture events = new EventFixture(EventFixture.event("Treffen")
            .put("capacity", 6)
            .put("limit", 3)
            .put("needs", true)
            .put("questions", "Womit reisen Sie an?\nAb wann?"));

    @Test
    void needsAndAnswersAreSummedUpHoweverTheyAreWritten() {
        register(ONE, "Anna", "Vegetarisch, Zugang ohne Stufen", "Bahn", "neun Uhr");
        register(TWO, "Bernd", "vegetarisch", "bahn", "zehn Uhr");
        events.guest("Gisela", 1);
        JsonNode sums = sums();
        assertThat(sums.path("people").asInt()).as("Gisela has not confirmed").isEqualTo(2);
        assertThat(sums.at("/needs/0/text").asString()).isEqualTo("Vegetarisch");
        assertThat(sums.at("/needs/0/count").asInt()).isEqualTo(2);
        assertThat(sums.at("/needs/1/text").asString()).isEqualTo("Zugang ohne Stufen");
        assertThat(sums.at("/answers/0/given/0/text").asString()).isEqualTo("Bahn");
        assertThat(sums.at("/answers/0/given/0/count").asInt()).isEqualTo(2);
        assertThat(sums.at("/answers/1/given")).hasSize(2);
    }

    @Test
    void everybodyWhoComesOrWaitsStandsInTheFile() throws Exception {
        register(ONE, "=Anna()", "vegan", "Rad", "neun Uhr");
        String bernd =
                register(TWO, "Bernd", "", "Bahn", "zehn Uhr").body().path("id").asString();
        register("09475154", "Carla", "", "Bahn", "elf Uhr");
        events.member(TWO, "DELETE", "/registrations/" + bernd, null);
        String csv = new String(file("csv"), UTF_8);
        assertThat(csv)
                .startsWith("\uFEFFName;Amt oder Aufgabe;Kommune;Stand;E-Mail;Ansprechperson;Angemeldet am;Braucht;")
                .contains("'=Anna()", "vegan", "Rad", "Carla")
                .doesNotContain("Bernd");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file("xlsx")))) {
            var people = book.getSheet("Teilnehmende");
            assertThat(people.getLastRowNum()).isEqualTo(2);
            assertThat(people.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=Anna()");
            assertThat(people.getRow(1).getCell(6).getLocalDateTimeCellValue().toLocalDate())
                    .as("a real date")
                    .isEqualTo(told("2026-11-23"));
            var sums = book.getSheet("Zusammenfassung");
            assertThat(sums.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(2);
        }
        assertThat(events.staff("GET", "/" + events.event + "/export?format=pdf", null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theOfficeChangesWhoComesWhateverTheLimitSaysAndTellsThoseWhomItConcerns() {
        String anna =
                register(ONE, "Anna", "", "Bahn", "neun Uhr").body().path("id").asString();
        ObjectNode four = delegation("Anna", "", "Bahn", "neun Uhr");
        for (int i = 0; i < 3; i++) {
            ((ArrayNode) four.path("people"))
                    .addObject()
                    .put("name", "Neu " + i)
                    .put("mail", "neu" + i + "@amt.example");
        }
        assertThat(events.member(ONE, "PUT", "/registrations/" + anna, four.toString())
                        .status())
                .as("themselves they may not")
                .isEqualTo(409);
        assertThat(change(anna, four).status()).isEqualTo(200);
        assertThat(change(anna, four).status()).as("a repeat").isEqualTo(200);
        assertThat(events.taken()).hasSize(4).doesNotHaveDuplicates();
        assertThat(events.mails("eventregistered"))
                .extracting(mail -> mail.path("to").asString())
                .contains("neu0@amt.example", "neu1@amt.example", "neu2@amt.example")
                .hasSize(4);
        ObjectNode seven = four.deepCopy();
        for (int i = 3; i < 6; i++) {
            ((ArrayNode) seven.path("people")).addObject().put("name", "Neu " + i);
        }
        assertThat(change(anna, seven).body().path("detail").asString()).contains("nicht genug Plätze");
        assertThat(change(anna, delegation("Anna", "", "Bahn", "neun Uhr")).status())
                .isEqualTo(200);
        assertThat(events.taken()).hasSize(1);
        assertThat(events.mails("eventcancelled")).hasSize(3);
    }

    @Test
    void aLostLinkIsSentAgainAndNotTwiceForOneClick() {
        String anna =
                register(ONE, "Anna", "", "Bahn", "neun Uhr").body().path("id").asString();
        String path = "/api/staff/events/" + events.event + "/registrations/" + anna + "/links";
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(events.dossiers
                            .as("anna", "staff", "", events.office, "POST", path, "{}", key)
                            .status())
                    .isEqualTo(201);
        }
        assertThat(events.mails("eventlink")).hasSize(1);
        assertThat(events.byLink(events.mail("eventlink", "Anna"), "GET", "", null)
                        .status())
                .isEqualTo(200);
        events.member(ONE, "DELETE", "/registrations/" + anna, null);
        assertThat(events.staff("POST", "/" + events.event + "/registrations/" + anna + "/links", "{}")
                        .status())
                .as("comes no more")
                .isEqualTo(409);
    }

    @Test
    void thePageSaysHowManyWereToldAndHowManyAreStillToBe() {
        register(ONE, "Anna", "", "Bahn", "neun Uhr");
        register(TWO, "Bernd", "", "Bahn", "neun Uhr");
        new Mailman(events.dossiers.tables(), events.dossiers.clock()).deliver();
        assertThat(sums().path("mailings")).isEmpty();
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Das Dach ist undicht.\"}");
        assertThat(sums().at("/mailings/0/done").asBoolean()).isFalse();
        events.tend();
        JsonNode written = sums().at("/mailings/0");
        assertThat(List.of(
                        written.path("kind").asString(),
                        written.path("written").asInt(),
                        written.path("sent").asInt(),
                        written.path("waiting").asInt()))
                .isEqualTo(List.of("CANCELLED", 2, 0, 2));
        events.dossiers.clock().pass(Duration.ofSeconds(1));
        new Mailman(events.dossiers.tables(), events.dossiers.clock()).deliver();
        JsonNode told = sums().at("/mailings/0");
        assertThat(told.path("sent").asInt()).as("without waiting for anything").isEqualTo(2);
        assertThat(told.path("waiting").asInt()).isZero();
    }

    private JsonNode sums() {
        return events.staff("GET", "/" + events.event + "/participants", null).body();
    }

    private Answer change(String registration, ObjectNode delegation) {
        return events.staff("PUT", "/" + events.event + "/registrations/" + registration, delegation.toString());
    }

    private byte[] file(String format) {
        return Base64.getDecoder()
                .decode(events.staff("GET", "/" + events.event + "/export?format=" + format, null)
                        .body()
                        .path("file")
                        .asString());
    }

    private Answer register(String ags, String first, String needs, String... answers) {
        events.dossiers.clock().pass(Duration.ofMillis(1));
        return events.register(
                ags, delegation(first, needs, answers), UUID.randomUUID().toString());
    }

    private static ObjectNode delegation(String first, String needs, String... answers) {
        ObjectNode delegation = EventFixture.people(first.replaceAll("\\W", ""), 1);
        ((ObjectNode) delegation.at("/people/0")).put("name", first).put("needs", needs);
        ObjectNode given = delegation.putObject("answers");
        for (int i = 0; i < answers.length; i++) {
            given.put("a" + i, answers[i]);
        }
        return delegation;
    }
}

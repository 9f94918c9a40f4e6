package land.starkeorte.participants;

import static land.starkeorte.testing.ShiftedDates.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import land.starkeorte.applications.DossierFixture.Answer;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.registrations.EventFixture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who was there, and what they have of it. The event is on 9 December, 15:00 to 16:30. */
class AttendanceTest {
    private static final String ONE = "12073008";
    private static final String TWO = "03159016";

    private final EventFixture events = new EventFixture(5);
    private final String anna =
            events.register(ONE, "Anna", 2).body().path("id").asString();
    private final String bernd =
            events.register(TWO, "Bernd", 1).body().path("id").asString();
    private final LambdaFunction printer = ParticipantFunctions.certify(
            new CertificateSettings(
                    events.dossiers.tables().table("EventsTable"),
                    events.dossiers.tables().table("RegistrationsTable"),
                    events.dossiers.tables().table("AccessTable"),
                    "Starke Orte, Musterweg 1, 12345 Musterstadt"),
            events.dossiers.tables().store(),
            events.dossiers.clock());

    @Test
    void marksOfTwoDoorsMergeWhateverOrderTheyComeIn() {
        events.dossiers.clock().passTo(told("2026-12-09T13:00:00Z"));
        String early = mark(anna, 0, true, told("2026-12-09T13:50:00Z"));
        String late = mark(anna, 0, false, told("2026-12-09T13:55:00Z"));
        String other = mark(bernd, 0, true, told("2026-12-09T13:40:00Z"));
        marks(late);
        marks(early);
        marks(other, early, late);
        assertThat(present()).containsExactly("Bernd");
        marks(mark(anna, 1, true, told("2026-12-09T13:57:00Z")));
        assertThat(present()).containsExactly("Anna 2", "Bernd");
        marks(mark(anna, 0, true, told("2027-12-09T13:57:00Z")));
        marks(mark(anna, 0, false, told("2026-12-09T14:30:00Z")));
        assertThat(present())
                .as("a clock that is a year fast does not win for a year")
                .containsExactly("Anna 2", "Bernd");
    }

    @Test
    void nobodyIsMarkedBeforeTheDoorsOpenOrWhoIsNotExpected() {
        assertThat(marks(mark(anna, 0, true, told("2026-11-23T09:00:00Z"))).status())
                .isEqualTo(409);
        events.dossiers.clock().passTo(told("2026-12-09T13:00:00Z"));
        assertThat(marks(
                                mark("0".repeat(32), 0, true, told("2026-12-09T13:50:00Z")),
                                mark(anna, 7, true, told("2026-12-09T13:50:00Z")))
                        .status())
                .isEqualTo(200);
        assertThat(present()).isEmpty();
        assertThat(marks(mark(anna, 0, true, "gestern")).status()).isEqualTo(422);
    }

    @Test
    void whoeverWasThereGetsACertificateAndNobodyElse() throws Exception {
        events.dossiers.clock().passTo(told("2026-12-09T13:00:00Z"));
        marks(mark(anna, 0, true, told("2026-12-09T13:50:00Z")));
        assertThat(certificate(ONE, anna, 0).status()).as("not over yet").isEqualTo(409);
        events.dossiers.clock().passTo(told("2026-12-09T17:00:00Z"));
        byte[] pdf = Base64.getDecoder()
                .decode(certificate(ONE, anna, 0).body().path("file").asString());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Teilnahmebescheinigung", "Anna hat teilgenommen", "Treffen", told("9. Dezember 2026"));
        }
        assertThat(certificate(ONE, anna, 1).status()).as("was not there").isEqualTo(410);
        assertThat(certificate(ONE, anna, 9).status()).isEqualTo(410);
        assertThat(certificate(TWO, anna, 0).status())
                .as("another municipality's")
                .isEqualTo(410);
    }

    @Test
    void whatWasCancelledAtTheDoorIsCertifiedToNobody() {
        events.dossiers.clock().passTo(told("2026-12-09T13:00:00Z"));
        marks(mark(anna, 0, true, told("2026-12-09T13:50:00Z")));
        events.staff("POST", "/" + events.event + "/cancellation", "{\"reason\":\"Das Dach ist undicht.\"}");
        assertThat(events.staff("GET", "/" + events.event + "/attendance", null)
                        .body()
                        .path("cancelled")
                        .asBoolean())
                .isTrue();
        events.dossiers.clock().passTo(told("2026-12-09T17:00:00Z"));
        Answer answer = certificate(ONE, anna, 0);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("detail").asString()).contains("fiel aus");
    }

    @Test
    void howManyStayAwayIsCountedWhereSomebodyMarked() {
        assertThat(statistics()).isEmpty();
        events.dossiers.clock().passTo(told("2026-12-09T13:00:00Z"));
        marks(mark(anna, 0, true, told("2026-12-09T13:50:00Z")), mark(bernd, 0, true, told("2026-12-09T13:50:00Z")));
        assertThat(statistics()).as("not over yet").isEmpty();
        events.dossiers.clock().passTo(told("2026-12-09T17:00:00Z"));
        assertThat(statistics().get(0).path("registered").asInt()).isEqualTo(3);
        assertThat(statistics().get(0).path("present").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("land.starkeorte.testing.OddNumbers#all")
    void aMarkOfNobodyIsRefused(String number) {
        events.dossiers.clock().passTo(told("2026-12-09T13:00:00Z"));
        String mark = mark(anna, 0, true, told("2026-12-09T13:50:00Z"));
        assertThat(marks(mark.replace("\"person\":0", "\"person\":" + number)).status())
                .isEqualTo(422);
    }

    private Answer certificate(String ags, String registration, int person) {
        String path =
                "/api/member/events/" + events.event + "/registrations/" + registration + "/certificates/" + person;
        return events.dossiers.as("person-" + ags, "member", ags, printer, "GET", path, null);
    }

    private JsonNode statistics() {
        return events.dossiers
                .as("anna", "staff", "", events.office, "GET", "/api/staff/attendance", null)
                .body()
                .path("events");
    }

    private List<String> present() {
        return events.staff("GET", "/" + events.event + "/attendance", null)
                .body()
                .path("people")
                .valueStream()
                .filter(person -> person.path("present").asBoolean())
                .map(person -> person.path("name").asString())
                .toList();
    }

    private Answer marks(String... marks) {
        return events.staff("PUT", "/" + events.event + "/attendance", "{\"marks\":[" + String.join(",", marks) + "]}");
    }

    private static String mark(String registration, int person, boolean present, String at) {
        return "{\"registration\":\"%s\",\"person\":%d,\"present\":%s,\"at\":\"%s\"}"
                .formatted(registration, person, present, at);
    }
}

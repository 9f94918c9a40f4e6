package land.starkeorte.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import land.starkeorte.applications.ApiDriver;
import land.starkeorte.applications.Forms;
import land.starkeorte.mail.Mailman;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import land.starkeorte.questionnaire.Salutation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A mail to many is seen, tried and then sent, each with the name of its receiver. */
class MailingTest {
    private static final String ME = "mitarbeit@starke-orte.example";

    private final ApiDriver api = new ApiDriver();
    private final Mailman mailman = new Mailman(api.tables, api.clock);
    private String first;
    private String second;

    @BeforeEach
    void send() {
        first = sent("03159016", "Änne Groß", "anne@gemeinde.example");
        second = sent("12073008", "Bert Klein", "bert@gemeinde.example");
        mailman.deliver();
    }

    private String sent(String ags, String name, String mail) {
        String secret = Secrets.secret();
        ObjectNode form = Forms.complete();
        ((ObjectNode) form.at("/municipality")).put("ags", ags);
        ((ObjectNode) form.at("/contacts/0")).put("name", name).put("mail", mail);
        String id = api.start(form.toString(), secret).body().path("id").asString();
        api.submit(id, secret, 1, UUID.randomUUID().toString());
        return id;
    }

    @Test
    void beforeItIsSentTheOfficeSeesToWhomItGoesAndWhatTheyRead() {
        var seen = api.asStaff("POST", "/api/staff/mails/preview", body("Wir treffen uns im Januar.", first, second))
                .body();
        assertThat(seen.path("people")
                        .valueStream()
                        .map(person -> person.path("mail").asString()))
                .containsExactly("anne@gemeinde.example", "bert@gemeinde.example");
        assertThat(seen.path("subject").asString()).isEqualTo("Treffen");
        assertThat(seen.path("text").asString())
                .startsWith("Guten Tag Änne Groß,\n\nWir treffen uns im Januar.\n")
                .contains("persönlicher Link", "https://starke-orte.example");
        assertThat(api.mails("notice")).as("nothing is sent").isZero();
    }

    @Test
    void everybodyIsGreetedByNameAndOnce() {
        api.asStaff("POST", "/api/staff/mails", body("Wir treffen uns.", first, second));
        mailman.deliver();
        assertThat(read(first)).startsWith("Guten Tag Änne Groß,").containsOnlyOnce("Guten Tag");
        assertThat(read(second)).startsWith("Guten Tag Bert Klein,").containsOnlyOnce("Guten Tag");
    }

    @Test
    void whoIsNotNamedInTheApplicationIsGreetedWithoutAName() {
        assertThat(Salutation.of(Forms.complete(), "andere@gemeinde.example")).isEqualTo("Guten Tag");
        assertThat(Salutation.of(Forms.complete(), " ANNE@gemeinde.example")).isEqualTo("Guten Tag Änne Groß");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guten Tag,\n\nwir treffen uns.",
                "Guten Tag Frau Groß,\nwir treffen uns.",
                "Sehr geehrte Damen und Herren,\n\nwir …",
                "Liebe alle,\n\nwir treffen uns.",
                "hallo zusammen!\nWir treffen uns.",
                "  Moin,"
            })
    void aGreetingOfOnesOwnIsRefusedInWords(String text) {
        for (String path : List.of("", "/preview", "/trial")) {
            var refused = api.asStaff("POST", "/api/staff/mails" + path, body(text, first));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/message").asString()).contains("Anrede");
        }
        assertThat(api.mails("notice")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Liebe geht durch den Magen: Wir kochen.",
                "Wir sagen Hallo, und zwar laut.",
                "Werte sind unser Thema."
            })
    void whatOnlySoundsLikeAGreetingIsNone(String text) {
        assertThat(api.asStaff("POST", "/api/staff/mails/preview", body(text, first))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTrialGoesToWhoeverAsksAndToNobodyElseOnceForEachKey() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            assertThat(api.call(
                                    "POST",
                                    "/api/staff/mails/trial",
                                    body("Wir treffen uns.", first, second),
                                    Map.of("idempotency-key", key),
                                    false,
                                    List.of("staff"))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(api.mails("notice")).isEqualTo(1);
        assertThat(mailman.deliver()).filteredOn(ME::equals).hasSize(1);
        assertThat(api.asStaff("/api/staff/dossiers/" + first, List.of("staff"))
                        .body()
                        .path("mails")
                        .toString())
                .as("it is about no dossier")
                .doesNotContain("notice");
    }

    @Test
    void whatWasSentToManyIsReadInEachDossier() {
        api.asStaff("POST", "/api/staff/mails", body("Wir treffen uns.", first, second));
        mailman.deliver();
        assertThat(read(first)).contains("Wir treffen uns.");
        assertThat(read(second)).contains("Wir treffen uns.");
    }

    private String read(String dossier) {
        String mail = api.asStaff("/api/staff/dossiers/" + dossier, List.of("staff"))
                .body()
                .path("mails")
                .valueStream()
                .filter(one -> one.path("occasion").asString().equals("notice"))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        return api.asStaff("/api/staff/dossiers/" + dossier + "/mails/" + mail, List.of("staff"))
                .body()
                .path("text")
                .asString();
    }

    private static String body(String text, String... dossiers) {
        return Json.MAPPER.writeValueAsString(Map.of(
                "dossiers", Arrays.stream(dossiers).collect(Collectors.toList()), "subject", "Treffen", "text", text));
    }
}

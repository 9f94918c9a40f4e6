package land.starkeorte.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import land.starkeorte.applications.ApiDriver;
import land.starkeorte.applications.Forms;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.HistoryEntry;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.Mailman;
import land.starkeorte.pdf.MemoryPaperArchive;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was mailed about a dossier is read as it went out, and sent once more. */
class SentMailTest {
    private final ApiDriver api = new ApiDriver();
    private final Mailman mailman = new Mailman(api.tables, api.clock);
    private final LambdaFunction files = new HttpFunction(
            BackofficeFunctions.attachments(
                    api.tables.reach("OutboxTable"), new MemoryPaperArchive(), new MemoryPaperArchive()),
            () -> {});
    private String dossier;

    @BeforeEach
    void send() {
        dossier = sent("03159016");
        api.print();
        mailman.deliver();
    }

    private String sent(String ags) {
        String secret = Secrets.secret();
        var form = Forms.complete();
        ((tools.jackson.databind.node.ObjectNode) form.at("/municipality")).put("ags", ags);
        String id = api.start(form.toString(), secret).body().path("id").asString();
        api.submit(id, secret, 1, UUID.randomUUID().toString());
        return id;
    }

    @Test
    void theOfficeReadsAMailAsItWentOutButNotTheLinkThatOpensTheDossier() {
        JsonNode mail = read(id("received")).body();
        assertThat(mail.path("to").asString()).isEqualTo(Forms.MAIL);
        assertThat(mail.path("subject").asString()).isNotEmpty();
        assertThat(mail.path("text").asString())
                .contains("Göttingen", "persönlicher Link")
                .doesNotContain("#id.secret");
        assertThat(mail.path("attachments").valueStream().map(JsonNode::asString))
                .containsExactly("Antrag.pdf");
    }

    @Test
    void whatHasNotLeftHasNothingToRead() {
        api.asStaff("POST", at() + "/messages", "{\"text\":\"Hallo\"}");
        String waiting = id("message");
        assertThat(read(waiting).body().has("text")).isFalse();
        assertThat(again(waiting, UUID.randomUUID().toString()).status())
                .as("it is on its way")
                .isEqualTo(409);
    }

    @Test
    void aMailIsSentAgainOnceForEachPressAndTheHistoryNotesIt() {
        String key = UUID.randomUUID().toString();
        String received = id("received");
        int before = toAnne();
        for (int i = 0; i < 3; i++) {
            assertThat(again(received, key).status()).isEqualTo(201);
        }
        assertThat(toAnne()).isEqualTo(before + 1);
        assertThat(mails())
                .filteredOn(mail -> mail.path("occasion").asString().equals("received"))
                .hasSize(2);
        assertThat(history())
                .filteredOn(why -> why.startsWith("E-Mail noch einmal gesendet: „"))
                .hasSize(1);
        assertThat(history().toString()).doesNotContain(Forms.MAIL);
        assertThat(again(received, UUID.randomUUID().toString()).status()).isEqualTo(201);
        assertThat(toAnne())
                .as("what is told once for a cause is sent again when the office says so")
                .isEqualTo(before + 2);
    }

    @Test
    void nothingIsSentToWhereMailComesBackFrom() {
        api.suppress(Forms.MAIL);
        assertThat(again(id("received"), UUID.randomUUID().toString()).status()).isEqualTo(409);
    }

    @Test
    void anotherDossiersMailIsNotReadSentOrOpenedFromHere() {
        String received = id("received");
        String other = sent("12073008");
        String path = "/api/staff/dossiers/" + other + "/mails/" + received;
        assertThat(api.asStaff(path, List.of("staff")).status()).isEqualTo(410);
        assertThat(api.asStaff("POST", path + "/again", null).status()).isEqualTo(410);
        assertThat(attachment(other, received, "0", "staff").status()).isEqualTo(410);
    }

    @Test
    void whatWentWithItIsOpenedByAShortLivedLinkByTheOfficeAlone() {
        String received = id("received");
        assertThat(attachment(dossier, received, "0", "staff")
                        .body()
                        .path("url")
                        .asString())
                .contains("applications/");
        assertThat(attachment(dossier, received, "1", "staff").status()).isEqualTo(410);
        assertThat(attachment(dossier, received, "x", "staff").status()).isEqualTo(410);
        assertThat(attachment(dossier, received, "0", "founder").status()).isEqualTo(403);
    }

    @Test
    void whatTheLedgerHasForgottenIsGone() {
        assertThat(read(Secrets.id()).status()).isEqualTo(410);
    }

    private int toAnne() {
        return Collections.frequency(mailman.deliver(), Forms.MAIL);
    }

    private String at() {
        return "/api/staff/dossiers/" + dossier;
    }

    private List<JsonNode> mails() {
        return api.asStaff(at(), List.of("staff"))
                .body()
                .path("mails")
                .valueStream()
                .toList();
    }

    private List<String> history() {
        return api.dossiers.contents(dossier).steps().stream()
                .map(HistoryEntry::why)
                .toList();
    }

    private String id(String occasion) {
        return mails().stream()
                .filter(mail -> mail.path("occasion").asString().equals(occasion))
                .map(mail -> mail.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private ApiDriver.Answer read(String mail) {
        return api.asStaff(at() + "/mails/" + mail, List.of("staff"));
    }

    private ApiDriver.Answer again(String mail, String key) {
        return api.call(
                "POST",
                at() + "/mails/" + mail + "/again",
                null,
                Map.of("idempotency-key", key),
                false,
                List.of("staff"));
    }

    private ApiDriver.Answer attachment(String of, String mail, String number, String group) {
        return api.call(
                "GET",
                "/api/staff/dossiers/" + of + "/mails/" + mail + "/attachments/" + number,
                null,
                Map.of(),
                false,
                new ApiDriver.Person(ApiDriver.STAFF, List.of(group), ""),
                files);
    }
}

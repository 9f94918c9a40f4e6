package land.starkeorte.applications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import land.starkeorte.dossiers.Correction;
import land.starkeorte.messages.MessageStatus;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dossier can always be opened, whatever both sides have put into it. */
class DossierSizeTest {
    private static final int MEGABYTE = 1_000_000;

    /** Three bytes in UTF-8, as many as one of Java's characters can have. */
    private static final String WIDE = "\u6C34";

    private final ApiDriver api = new ApiDriver();
    private String secret = Secrets.secret();
    private String dossier;

    @BeforeEach
    void send() {
        ObjectNode form = largest();
        dossier = api.start(form.toString(), secret).body().path("id").asString();
        assertThat(api.submit(dossier, secret, 1, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
    }

    @Test
    void theLargestInputOnEverythingStaysUnderAMegabyteForBothSides() {
        for (int number = 1; number <= Correction.MOST; number++) {
            assertThat(ask(number).status()).isEqualTo(201);
            String answers = "{\"correction\":" + number + ",\"answers\":" + largest() + "}";
            assertThat(api.as(secret, "PUT", "/api/dossiers/" + dossier + "/correction", answers)
                            .status())
                    .isEqualTo(200);
        }
        var tooMany = ask(Correction.MOST + 1);
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.body().path("detail").asString()).contains("20-mal um Berichtigung");
        String text = Json.MAPPER.writeValueAsString(Map.of("text", WIDE.repeat(3000)));
        for (int i = 0; i < 25; i++) {
            assertThat(say(text).status()).isEqualTo(201);
            assertThat(office("/messages", text).status()).isEqualTo(201);
            assertThat(office("/notes", text).status()).isEqualTo(201);
        }
        String task = "{\"text\":\"" + WIDE.repeat(200) + "\",\"due\":\"2026-12-01\"}";
        for (int i = 0; i < 110; i++) {
            assertThat(office("/tasks", task).status()).isEqualTo(201);
        }
        String notice = "{\"dossiers\":[\"" + dossier + "\"],\"subject\":\"" + WIDE.repeat(120) + "\",\"text\":\""
                + WIDE.repeat(3000) + "\"}";
        for (int i = 0; i < 40; i++) {
            assertThat(api.asStaff("POST", "/api/staff/mails", notice).status()).isEqualTo(200);
        }
        assertThat(size(mine())).isBetween(MEGABYTE / 4, MEGABYTE);
        assertThat(size(office())).isBetween(MEGABYTE / 2, MEGABYTE);
        assertThat(size(api.asStaff(path() + "/corrections/20", List.of("staff"))
                        .body()))
                .isLessThan(MEGABYTE);
    }

    @Test
    void everyMessageIsReachedFromTheNewestOn() {
        for (int i = 0; i < 45; i++) {
            // Some are written at the same moment.
            if (i < 3 || i > 42 || i % 2 == 0) {
                api.clock.pass(Duration.ofSeconds(1));
            }
            String text = "{\"text\":\"Nachricht " + i + "\"}";
            assertThat((i % 2 == 0 ? say(text) : office("/messages", text)).status())
                    .isEqualTo(201);
            assertThat(office("/notes", text).status()).isEqualTo(201);
        }
        for (boolean official : List.of(true, false)) {
            assertThat(texts(official ? mine() : office(), "messages"))
                    .endsWith("Nachricht 44")
                    .hasSize(20);
            assertThat(all("messages", official)).hasSize(45).doesNotHaveDuplicates();
        }
        assertThat(all("notes", false)).hasSize(45).first().isEqualTo("Nachricht 0");
        assertThat(api.as(secret, "GET", "/api/dossiers/" + dossier + "/messages?before=x", null)
                        .status())
                .isEqualTo(400);
    }

    private List<String> all(String kind, boolean official) {
        JsonNode page = official ? mine() : office();
        var all = new ArrayList<>(texts(page, kind));
        String earlier =
                page.path(kind.equals("notes") ? "earlierNotes" : "earlier").asString("");
        while (!earlier.isEmpty()) {
            String more = "/" + kind + "?before=" + earlier.replace("#", "%23");
            page = official
                    ? api.as(secret, "GET", "/api/dossiers/" + dossier + more, null)
                            .body()
                    : api.asStaff(path() + more, List.of("staff")).body();
            all.addAll(0, texts(page, kind));
            earlier = page.path("earlier").asString("");
        }
        return all;
    }

    @Test
    void nobodyWritesMoreThanThirtyMessagesADayAndTheNextDayGoesOn() {
        String text = "{\"text\":\"Hallo\"}";
        for (int i = 0; i < MessageStatus.MOST_A_DAY; i++) {
            assertThat(say(text).status()).isEqualTo(201);
        }
        var refused = say(text);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).contains("senden Sie ihn morgen");
        assertThat(office("/messages", text).status()).as("the other side").isEqualTo(201);
        api.clock.pass(Duration.ofDays(1));
        secret = api.enter(dossier, contact());
        assertThat(say(text).status()).isEqualTo(201);
    }

    private static String contact() {
        return largest().at("/contacts/0/mail").asString();
    }

    private ApiDriver.Answer ask(int number) {
        return office(
                "/correction",
                Json.MAPPER.writeValueAsString(
                        Map.of("fields", Correction.POSSIBLE, "reason", WIDE.repeat(2990) + number)));
    }

    private ApiDriver.Answer say(String text) {
        return api.as(secret, "POST", "/api/dossiers/" + dossier + "/messages", text);
    }

    private ApiDriver.Answer office(String what, String body) {
        return api.asStaff("POST", path() + what, body);
    }

    private JsonNode mine() {
        return api.as(secret, "GET", "/api/dossiers/" + dossier, null).body();
    }

    private JsonNode office() {
        return api.asStaff(path(), List.of("staff")).body();
    }

    private String path() {
        return "/api/staff/dossiers/" + dossier;
    }

    private static List<String> texts(JsonNode page, String kind) {
        return page.path(kind)
                .valueStream()
                .map(one -> one.path("text").asString())
                .toList();
    }

    private static int size(JsonNode answer) {
        return answer.toString().getBytes(UTF_8).length;
    }

    /** Every field as long as it may be. */
    private static ObjectNode largest() {
        ObjectNode form = Forms.complete();
        for (String text : List.of("attitude", "motivation", "expectations", "experience")) {
            form.put(text, WIDE.repeat(ApplicationForm.LONG));
        }
        var contacts = form.putArray("contacts");
        for (int i = 0; i < ApplicationForm.MOST_CONTACTS; i++) {
            String host = "." + "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(50) + ".example";
            contacts.addObject()
                    .put("name", WIDE.repeat(100))
                    .put("office", WIDE.repeat(100))
                    .put("mail", i + "x".repeat(50) + "@d" + host)
                    .put("phone", "0551 123456789012345678901234");
        }
        var projects = form.putArray("projects");
        for (int i = 0; i < ApplicationForm.MOST_PROJECTS; i++) {
            projects.addObject()
                    .put("title", WIDE.repeat(120))
                    .put("place", WIDE.repeat(120))
                    .put("state", "idea")
                    .put("learned", WIDE.repeat(1500));
        }
        form.putObject("time").put("hours", "two").put("note", WIDE.repeat(1000));
        form.withObject("/invoice")
                .put("recipient", WIDE.repeat(200))
                .put("street", WIDE.repeat(120))
                .put("city", WIDE.repeat(100));
        return form;
    }
}

package land.starkeorte.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;
import land.starkeorte.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody has applied in a municipality's name; the municipality itself is not shut out. */
class DisputeTest {
    private final ApiDriver api = new ApiDriver();
    private final String strangers = Secrets.secret();
    private final String ours = Secrets.secret();
    private String standing;
    private String draft;

    @BeforeEach
    void somebodyWasFirst() {
        ObjectNode form = Forms.complete();
        ((ObjectNode) form.at("/contacts/0")).put("name", "Max Fremd").put("mail", "fremd@irgendwo.example");
        standing = api.start(form.toString(), strangers).body().path("id").asString();
        assertThat(submit(standing, strangers).status()).isEqualTo(201);
        draft = begun(Forms.complete());
        assertThat(submit(draft, ours).status()).isEqualTo(409);
    }

    @Test
    void theOfficeIsToldOnceWithBothNamesHoweverOftenItIsSaid() throws Exception {
        String key = UUID.randomUUID().toString();
        var first = dispute(draft, ours, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("keptUntil").asString())
                .isEqualTo(GermanFormat.dayOf(TestClock.START.plus(Duration.ofDays(180)))
                        .toString());
        assertThat(dispute(draft, ours, key)).isEqualTo(first);
        try (var people = Executors.newFixedThreadPool(6)) {
            var all = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            dispute(draft, ours, UUID.randomUUID().toString()).status())
                    .toList();
            for (var one : people.invokeAll(all)) {
                assertThat(one.get()).isIn(201, 409);
            }
        }
        assertThat(disputes()).hasSize(1).first().satisfies(task -> {
            assertThat(task.path("dossier").asString()).isEqualTo(standing);
            assertThat(task.toString()).doesNotContain("@").doesNotContain("Fremd");
        });
        assertThat(mails()).hasSize(1).first().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("staff@starke-orte.example");
            assertThat(mail.model().get("standing")).contains("Max Fremd", "fremd@irgendwo.example");
            assertThat(mail.model().get("disputing")).contains("Änne Groß", "anne@gemeinde.example");
        });
        assertThat(staff(standing).path("state").asString())
                .as("nothing is decided by it")
                .isEqualTo("SUBMITTED");
    }

    @Test
    void theDraftIsKeptAsItIsForHalfAYearAndIsSentWhenTheOfficeHasDecided() {
        dispute(draft, ours, UUID.randomUUID().toString());
        assertThat(api.save(draft, ours, 1, Forms.complete().toString()).status())
                .as("the version that was read is still the one that is stored")
                .isEqualTo(200);
        api.clock.pass(Duration.ofDays(179));
        String later = api.enter(draft, "anne@gemeinde.example");
        assertThat(api.get("/api/drafts/" + draft, later).status()).isEqualTo(200);
        // As the office declines it: the municipality is free again.
        api.as(
                api.enter(standing, "fremd@irgendwo.example"),
                "POST",
                "/api/dossiers/" + standing + "/withdrawal",
                "{\"confirmed\":true}");
        var nothing = dispute(draft, later, UUID.randomUUID().toString());
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.body().path("detail").asString()).contains("noch einmal ab");
        assertThat(api.submit(draft, later, 2, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
    }

    @Test
    void onlyWhoWouldSendACompleteApplicationCanSaySo() {
        assertThat(dispute(draft, Secrets.secret(), UUID.randomUUID().toString())
                        .status())
                .isEqualTo(401);
        assertThat(dispute(standing, strangers, UUID.randomUUID().toString()).status())
                .isEqualTo(409);
        ObjectNode unfinished = Forms.complete();
        unfinished.remove("motivation");
        assertThat(dispute(begun(unfinished), ours, UUID.randomUUID().toString())
                        .fields())
                .containsExactly("motivation");
        assertThat(disputes()).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void anotherPersonsWordIsAnotherTask() {
        dispute(draft, ours, UUID.randomUUID().toString());
        dispute(begun(Forms.complete()), ours, UUID.randomUUID().toString());
        assertThat(disputes()).hasSize(2);
    }

    private String begun(ObjectNode form) {
        return api.start(form.toString(), ours).body().path("id").asString();
    }

    private ApiDriver.Answer submit(String id, String secret) {
        return api.submit(id, secret, 1, UUID.randomUUID().toString());
    }

    private ApiDriver.Answer dispute(String id, String secret, String key) {
        return api.call(
                "POST",
                "/api/drafts/" + id + "/dispute",
                null,
                Map.of("authorization", "Bearer " + secret, "idempotency-key", key));
    }

    private JsonNode staff(String id) {
        return api.asStaff("/api/staff/dossiers/" + id, List.of("staff")).body();
    }

    private List<JsonNode> disputes() {
        return api.asStaff("/api/staff/tasks", List.of("staff"))
                .body()
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("kind").asString().equals("dispute"))
                .toList();
    }

    private List<Mail> mails() {
        return api.mailed("disputed");
    }
}

package land.starkeorte.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import land.starkeorte.dossiers.Official;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A link works once and begins a session; sessions end by time, by hand, and with the right to be in. */
class SessionTest {
    private final ApiDriver api = new ApiDriver();
    private final String tab = Secrets.secret();
    private String dossier;

    @BeforeEach
    void send() {
        dossier = api.start(Forms.complete().toString(), tab).body().path("id").asString();
        api.submit(dossier, tab, 1, UUID.randomUUID().toString());
    }

    @Test
    void aLinkWorksOnceAndTheBrowserThatUsedItIsIn() {
        String link = link();
        String mine = Secrets.secret();
        assertThat(api.open(dossier, link, mine, false).status()).isEqualTo(201);
        assertThat(api.open(dossier, link, Secrets.secret(), false).status()).isEqualTo(401);
        assertThat(status(mine)).isEqualTo(200);
        assertThat(status(link)).isEqualTo(401);
    }

    @Test
    void aRepeatedUseByTheSameBrowserFindsTheSameSession() {
        String link = link();
        String mine = Secrets.secret();
        var first = api.open(dossier, link, mine, false);
        assertThat(api.open(dossier, link, mine, true)).isEqualTo(first);
        assertThat(sessions(mine).size()).isEqualTo(2);
    }

    @Test
    void ofManyBrowsersThatUseALinkAtTheSameMomentOneIsIn() throws Exception {
        String link = link();
        try (var browsers = Executors.newFixedThreadPool(8)) {
            var answers = browsers.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            api.open(dossier, link, Secrets.secret(), false).status())
                    .toList());
            int in = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 401);
                in += answer.get() == 201 ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void anUnusedLinkWorksForSevenDays() {
        String early = link();
        String late = link();
        api.clock.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(api.open(dossier, early, Secrets.secret(), false).status()).isEqualTo(201);
        api.clock.pass(Duration.ofSeconds(1));
        assertThat(api.open(dossier, late, Secrets.secret(), false).status()).isEqualTo(401);
    }

    @Test
    void aVisitEndsAfterSixtyIdleMinutesAndAfterTwelveHoursAtTheLatest() {
        String idle = api.enter(dossier, Forms.MAIL);
        api.clock.pass(Duration.ofMinutes(60));
        assertThat(status(idle)).isEqualTo(401);

        String busy = api.enter(dossier, Forms.MAIL);
        for (int i = 0; i < 14; i++) {
            api.clock.pass(Duration.ofMinutes(50));
            assertThat(status(busy)).isEqualTo(200);
        }
        api.clock.pass(Duration.ofMinutes(20));
        assertThat(status(busy)).isEqualTo(401);
    }

    @Test
    void aRememberedComputerStaysInForThirtyDays() {
        String link = link();
        String mine = Secrets.secret();
        api.open(dossier, link, mine, true);
        api.clock.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(status(mine)).isEqualTo(200);
        api.clock.pass(Duration.ofSeconds(1));
        assertThat(status(mine)).isEqualTo(401);
    }

    @Test
    void theTabThatBeganStaysInWhoeverAsksForLinks() {
        for (int i = 0; i < 8; i++) {
            api.call(
                    "POST", "/api/links", "{\"mail\":\"" + Forms.MAIL + "\"}", java.util.Map.of("altcha", api.proof()));
            link();
        }
        assertThat(status(tab)).isEqualTo(200);
        api.clock.pass(Duration.ofHours(12));
        assertThat(status(tab)).isEqualTo(401);
    }

    @Test
    void thePageOfPeopleListsTheBrowsersAndEndsThem() {
        api.clock.pass(Duration.ofMinutes(1));
        String mine = api.enter(dossier, Forms.MAIL);
        JsonNode listed = sessions(mine);
        assertThat(listed.valueStream().map(session -> session.path("kind").asString()))
                .containsExactly("BEGUN", "VISIT");
        assertThat(listed.valueStream().map(session -> session.path("you").asBoolean()))
                .containsExactly(false, true);
        assertThat(listed.toString()).doesNotContain(mine).doesNotContain(tab);

        end(mine, listed.at("/0/id").asString());
        assertThat(status(tab)).isEqualTo(401);
        assertThat(status(mine)).isEqualTo(200);
        end(mine, listed.at("/1/id").asString());
        assertThat(status(mine)).isEqualTo(401);
    }

    @Test
    void whoSignsOutIsOut() {
        String mine = api.enter(dossier, Forms.MAIL);
        end(mine, "own");
        assertThat(status(mine)).isEqualTo(401);
        assertThat(status(tab)).isEqualTo(200);
    }

    @Test
    void whoIsRemovedIsOutAndStaysOutWhenNamedAgain() {
        add("kollegin@gemeinde.example");
        String unused = api.link(dossier, "kollegin@gemeinde.example");
        String hers = api.enter(dossier, "kollegin@gemeinde.example");
        String key = Official.key("kollegin@gemeinde.example");
        assertThat(api.as(tab, "DELETE", "/api/dossiers/" + dossier + "/officials/" + key, null)
                        .status())
                .isEqualTo(200);
        assertThat(status(hers)).isEqualTo(401);

        add("kollegin@gemeinde.example");
        assertThat(status(hers)).isEqualTo(401);
        assertThat(api.open(dossier, unused, Secrets.secret(), false).status()).isEqualTo(401);
        assertThat(status(api.enter(dossier, "kollegin@gemeinde.example"))).isEqualTo(200);
    }

    @Test
    void theTabOfWhoIsRemovedIsOutForGood() {
        add("kollegin@gemeinde.example");
        String hers = api.enter(dossier, "kollegin@gemeinde.example");
        String key = Official.key(Forms.MAIL);
        api.as(hers, "DELETE", "/api/dossiers/" + dossier + "/officials/" + key, null);
        assertThat(status(tab)).isEqualTo(401);
        api.as(hers, "POST", "/api/dossiers/" + dossier + "/officials", "{\"mail\":\"" + Forms.MAIL + "\"}");
        assertThat(status(tab)).isEqualTo(401);
    }

    @Test
    void anotherDossiersLinkOrSessionOpensNothingHere() {
        var form = Forms.complete();
        ((tools.jackson.databind.node.ObjectNode) form.at("/municipality")).put("ags", "12073008");
        String other =
                api.start(form.toString(), Secrets.secret()).body().path("id").asString();
        String link = api.link(other, Forms.MAIL);
        assertThat(api.open(dossier, link, Secrets.secret(), false).status()).isEqualTo(401);
        assertThat(status(api.enter(other, Forms.MAIL))).isEqualTo(401);
    }

    @Test
    void aUsedLinkAsksForANewOneWithoutSayingWhetherThereIsOne() {
        String used = link();
        api.open(dossier, used, Secrets.secret(), false);
        int before = api.mails("links");
        assertThat(again(used)).isEqualTo(202);
        assertThat(api.mails("links")).isEqualTo(before + 1);
        assertThat(again(Secrets.secret())).isEqualTo(202);
        assertThat(api.mails("links")).isEqualTo(before + 1);
    }

    @Test
    void anEndedSessionAsksForANewLink() {
        api.clock.pass(Duration.ofHours(12));
        assertThat(again(tab)).isEqualTo(202);
        assertThat(api.mails("links")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"secret\":\"short\",\"remember\":false}",
                "{\"secret\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"secret\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"remember\":\"ja\"}",
                "{\"secret\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"remember\":true,\"more\":1}"
            })
    void whatBeginsNoSessionLeavesTheLinkUnused(String body) {
        String link = link();
        assertThat(api.as(link, "POST", "/api/dossiers/" + dossier + "/sessions", body)
                        .status())
                .isEqualTo(400);
        assertThat(api.open(dossier, link, Secrets.secret(), false).status()).isEqualTo(201);
    }

    @Test
    void noSecretIsStored() {
        String link = link();
        String mine = Secrets.secret();
        api.open(dossier, link, mine, false);
        var items = api.tables.items("AccessTable");
        assertThat(items).hasSizeGreaterThan(2);
        assertThat(items.toString()).doesNotContain(link).doesNotContain(mine).doesNotContain(tab);
    }

    private String link() {
        return api.link(dossier, Forms.MAIL);
    }

    private int status(String secret) {
        return api.get("/api/dossiers/" + dossier, secret).status();
    }

    private JsonNode sessions(String secret) {
        return api.get("/api/dossiers/" + dossier, secret).body().path("sessions");
    }

    private void end(String secret, String session) {
        assertThat(api.as(secret, "DELETE", "/api/dossiers/" + dossier + "/sessions/" + session, null)
                        .status())
                .isEqualTo(200);
    }

    private void add(String mail) {
        assertThat(api.as(tab, "POST", "/api/dossiers/" + dossier + "/officials", "{\"mail\":\"" + mail + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private int again(String secret) {
        return api.as(secret, "POST", "/api/dossiers/" + dossier + "/links", null)
                .status();
    }
}

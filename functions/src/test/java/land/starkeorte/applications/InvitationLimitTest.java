package land.starkeorte.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import land.starkeorte.dossiers.Official;
import land.starkeorte.mail.Mailman;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.Test;

/** Whoever knows an address can have few mails written to it, whichever way is tried. */
class InvitationLimitTest {
    private static final String STRANGER = "stranger@fremd.example";

    private final ApiDriver api = new ApiDriver();
    private final Mailman mailman = new Mailman(api.tables, api.clock);

    @Test
    void manyDraftsThatNameOnePersonAreFewMails() {
        for (int draft = 0; draft < 8; draft++) {
            assertThat(api.start(Forms.withMail(STRANGER), Secrets.secret()).status())
                    .isEqualTo(201);
        }
        assertThat(posted()).hasSize(5);
    }

    @Test
    void aContactThatIsTakenOutAndPutInAgainIsToldOnce() {
        String secret = Secrets.secret();
        String id = api.start(Forms.withMail("anne@gemeinde.example"), secret)
                .body()
                .path("id")
                .asString();
        for (int version = 1; version < 9; version++) {
            String mail = version % 2 == 1 ? STRANGER : "anne@gemeinde.example";
            assertThat(api.save(id, secret, version, Forms.withMail(mail)).status())
                    .isEqualTo(200);
        }
        assertThat(posted()).hasSize(1);
    }

    @Test
    void linksAreMailedOnceInTenMinutesAndTheAnswerIsTheSame() {
        for (int i = 0; i < 8; i++) {
            var answer =
                    api.call("POST", "/api/links", "{\"mail\":\"" + STRANGER + "\"}", Map.of("altcha", api.proof()));
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body().toString()).isEqualTo("{}");
        }
        assertThat(posted()).hasSize(1);
        api.clock.pass(Duration.ofMinutes(10));
        api.call("POST", "/api/links", "{\"mail\":\"" + STRANGER + "\"}", Map.of("altcha", api.proof()));
        assertThat(posted()).hasSize(2);
    }

    @Test
    void anOfficialWhoIsRemovedAndAddedAgainIsToldOnce() {
        String secret = Secrets.secret();
        String id =
                api.start(Forms.complete().toString(), secret).body().path("id").asString();
        api.submit(id, secret, 1, "0123456789abcdef");
        for (int i = 0; i < 4; i++) {
            assertThat(api.as(secret, "POST", "/api/dossiers/" + id + "/officials", "{\"mail\":\"" + STRANGER + "\"}")
                            .status())
                    .isEqualTo(200);
            api.as(secret, "DELETE", "/api/dossiers/" + id + "/officials/" + Official.key(STRANGER), null);
        }
        assertThat(posted()).hasSize(1);
    }

    private List<String> posted() {
        return mailman.deliver().stream().filter(STRANGER::equals).toList();
    }
}

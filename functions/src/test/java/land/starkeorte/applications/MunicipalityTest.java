package land.starkeorte.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import land.starkeorte.platform.Secrets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a municipality before it applies, and after it has ceased to be one. */
class MunicipalityTest {
    private static final String GOETTINGEN = "03159016";

    private final ApiDriver api = new ApiDriver();
    private final String secret = Secrets.secret();

    @Test
    void whoeverChoosesAMunicipalityLearnsAtOnceWhetherSomebodyWasFaster() {
        assertThat(claim(GOETTINGEN)).isEqualTo("FREE");
        String dossier = sent();
        assertThat(claim(GOETTINGEN)).isEqualTo("UNDER_WAY");
        assertThat(claim("12073008")).isEqualTo("FREE");
        api.as(secret, "POST", "/api/dossiers/" + dossier + "/withdrawal", "{\"confirmed\":true}");
        assertThat(claim(GOETTINGEN)).isEqualTo("FREE");
    }

    @Test
    void aDraftStandsInNobodysWay() {
        api.start(Forms.complete().toString(), secret);
        assertThat(claim(GOETTINGEN)).isEqualTo("FREE");
    }

    @Test
    void aMemberIsToldToBeOneWhetherItAppliedOrWasThereFromTheBeginning() {
        api.tables.change("ApplicationsTable", "ags#12073008", "claim", item -> item.put("member", true));
        assertThat(claim("12073008")).isEqualTo("MEMBER");
        set(sent(), "/lastStep", "state", "MEMBER");
        assertThat(claim(GOETTINGEN)).isEqualTo("MEMBER");
    }

    @Test
    void aKeyThatIsNoneOrNoneAnyMoreIsNotFound() {
        for (String ags : List.of("03152012", "99999999")) {
            var answer = api.call("GET", "/api/municipalities/" + ags, null, Map.of());
            assertThat(answer.status()).isEqualTo(410);
        }
    }

    @Test
    void aDraftForOneThatIsNoMoreAsksForItsSuccessor() {
        ObjectNode form = Forms.complete();
        ((ObjectNode) form.path("municipality")).put("ags", "03152012");
        assertThat(api.start(form.toString(), secret).fields()).containsExactly("municipality.ags");
    }

    @Test
    void anApplicationThatWasSentBeforeItsMunicipalityMergedGoesOn() {
        String dossier = sent();
        set(dossier, "/answers/municipality", "ags", "03152012");
        String label = "Göttingen (Niedersachsen, früher AGS 03152012)";
        assertThat(api.as(secret, "GET", "/api/dossiers/" + dossier, null)
                        .body()
                        .path("municipality")
                        .asString())
                .isEqualTo(label);
        assertThat(api.asStaff("/api/staff/dossiers/" + dossier, List.of("staff"))
                        .body()
                        .path("municipality")
                        .asString())
                .isEqualTo(label);
        String path = "/api/staff/dossiers/" + dossier;
        assertThat(api.asStaff("POST", path + "/correction", "{\"fields\":[\"motivation\"],\"reason\":\"Bitte.\"}")
                        .status())
                .isEqualTo(201);
        assertThat(api.as(
                                secret,
                                "PUT",
                                "/api/dossiers/" + dossier + "/correction",
                                "{\"correction\":1,\"answers\":{\"motivation\":\"Neu.\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(api.asStaff("/api/staff/dossiers?sort=municipality", List.of("staff"))
                        .body()
                        .at("/dossiers/0/municipality")
                        .asString())
                .isEqualTo(label);
    }

    private String sent() {
        String id =
                api.start(Forms.complete().toString(), secret).body().path("id").asString();
        assertThat(api.submit(id, secret, 1, UUID.randomUUID().toString()).status())
                .isEqualTo(201);
        return id;
    }

    private String claim(String ags) {
        var answer = api.call("GET", "/api/municipalities/" + ags, null, Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
        return answer.body().path("state").asString();
    }

    /** As if the list, or another feature, had changed it meanwhile. */
    private void set(String dossier, String object, String name, String value) {
        api.tables.change("ApplicationsTable", dossier, "dossier", item -> {
            ((ObjectNode) item.at(object)).put(name, value);
            return item;
        });
    }
}

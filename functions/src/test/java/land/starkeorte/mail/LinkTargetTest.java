package land.starkeorte.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.platform.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in outboxes is read as long as there are any. */
class LinkTargetTest {
    @Test
    void whatAMailOpensIsStoredAsOneWord() {
        for (var stored : Map.of(
                        "0f8fad5bd9cb469fa165708677289501",
                        new LinkTarget.OneDossier("0f8fad5bd9cb469fa165708677289501"),
                        "all",
                        new LinkTarget.EveryDossier(),
                        "registration#treffen-acdefghj#0f8fad5b",
                        new LinkTarget.OneRegistration("treffen-acdefghj", "0f8fad5b"))
                .entrySet()) {
            var mail = Json.MAPPER.valueToTree(mail(stored.getValue()));
            assertThat(mail.path("links").asString()).isEqualTo(stored.getKey());
            assertThat(Json.MAPPER.treeToValue(mail, Mail.class).links()).isEqualTo(stored.getValue());
        }
        assertThat(Json.MAPPER
                        .treeToValue(Json.MAPPER.valueToTree(mail(null)), Mail.class)
                        .links())
                .isNull();
    }

    private static Mail mail(@Nullable LinkTarget links) {
        return new Mail("id", "anne@gemeinde.example", "message", Map.of(), links, "about");
    }
}

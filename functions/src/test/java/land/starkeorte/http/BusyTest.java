package land.starkeorte.http;

import static org.assertj.core.api.Assertions.assertThat;

import land.starkeorte.platform.Json;
import land.starkeorte.store.MemoryStore;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.testing.Invoke;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where somebody else is always quicker, nothing is broken: one tries once more. */
class BusyTest {
    @Test
    void whoIsAlwaysInSomebodysWayIsAskedToTryAgain() {
        Table table = new MemoryStore().table("things");
        var function = new HttpFunction(
                Routes.NONE.open(
                        "POST /api/things",
                        request -> table.store()
                                .retrying(() -> new Planned<>(
                                        Transaction.of(table.check("thing", "never there", 1)), Response.ok()))),
                () -> {});
        byte[] answer = Invoke.function(function, "{\"routeKey\":\"POST /api/things\"}");
        JsonNode read = Json.MAPPER.readTree(answer);
        assertThat(read.path("statusCode").asInt(0)).isEqualTo(409);
        assertThat(read.path("body").asString("")).contains("beschaeftigt", "noch einmal");
    }
}

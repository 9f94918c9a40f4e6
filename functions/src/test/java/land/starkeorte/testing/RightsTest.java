package land.starkeorte.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Supplier;
import land.starkeorte.Functions;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.store.Index;
import land.starkeorte.store.MemoryStore;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import org.junit.jupiter.api.Test;

/** Tables in memory let a function do what its role lets it do in template.yaml. */
class RightsTest {
    private record Anything() {}

    private final Store store = new MemoryStore();
    private final LambdaFunction overdue =
            Functions.REGISTRATIONS.make("openOverdueTasks", new FunctionContext(any -> "14", store, new TestClock()));

    @Test
    void whatTheRoleMayDoIsDone() {
        assertThat(called(() -> applications().all(Index.WAITING, "office", Anything.class)))
                .isEmpty();
        assertThat(called(() -> applications().write(applications().add("a", "b", new Anything()))))
                .isTrue();
    }

    @Test
    void whatItMayNotDoIsToldWithTheRight() {
        assertThatThrownBy(() -> called(() -> applications().find("a", "b", Anything.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("openOverdueTasks may not dynamodb:GetItem ApplicationsTable");
        assertThatThrownBy(() -> called(() -> store.table("FeesTable-1").all(Index.WAITING, "x", Anything.class)))
                .hasMessageContaining("dynamodb:Query FeesTable/index/waiting");
    }

    @Test
    void itIsToldWhateverTheFunctionMakesOfIt() {
        assertThatThrownBy(() -> called(() -> {
                    try {
                        return applications().find("a", "b", Anything.class);
                    } catch (AssertionError swallowed) {
                        throw new IllegalStateException("Not done");
                    }
                }))
                .hasMessageContaining("may not dynamodb:GetItem");
    }

    @Test
    void aTestItselfMayDoEverything() {
        assertThat(store.table("FeesTable-1").find("a", "b", Anything.class)).isEqualTo(Optional.empty());
    }

    private Table applications() {
        return store.table("ApplicationsTable-1");
    }

    private <T> T called(Supplier<T> call) {
        return Rights.during(overdue, "{}".getBytes(UTF_8), call);
    }
}

package land.starkeorte.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.testing.Invoke;
import land.starkeorte.testing.TestTables;
import org.junit.jupiter.api.Test;

/** Whoever may act for a municipality can sign in, soon, once, and as nobody else. */
class AccountsTest {
    private final TestTables tables = new TestTables();
    private final Accounts accounts = new Accounts(tables.store().table(tables.table("AccountsTable")));
    private final MemoryUserPool userPool = new MemoryUserPool();
    private final LambdaFunction function =
            AccountFunctions.open(tables.table("AccountsTable"), userPool, tables.store());

    @Test
    void anAccountIsMadeOnceAndAFailedRunIsFinishedByTheNext() {
        open("rathaus@ort.example", "member", "12073008");
        userPool.before = () -> {
            throw new IllegalStateException("Cognito is away");
        };
        assertThatThrownBy(() -> tell("rathaus@ort.example"))
                .hasMessageContaining("not made")
                .hasMessageNotContaining("rathaus");
        userPool.before = () -> {};
        tell(null);
        tell(null);
        assertThat(userPool.groups.get("rathaus@ort.example")).containsExactly("member");
        assertThat(accounts.open("rathaus@ort.example", "member", "12073008").writes())
                .as("nothing is left to do")
                .isEmpty();
    }

    @Test
    void oneMayBelongToBothGroupsAndLoseOne() {
        open("a@ort.example", "founder", "12073008");
        open("a@ort.example", "member", "12073008");
        tell("a@ort.example");
        assertThat(userPool.groups.get("a@ort.example")).containsExactly("founder", "member");
        accounts.write(accounts.close("a@ort.example", "founder", "12073008"));
        tell("a@ort.example");
        assertThat(userPool.groups.get("a@ort.example")).containsExactly("member");
        open("a@ort.example", "founder", "12073008");
        tell("a@ort.example");
        assertThat(userPool.groups.get("a@ort.example")).containsExactly("founder", "member");
    }

    @Test
    void anAccountNeverChangesItsMunicipality() {
        open("a@ort.example", "member", "12073008");
        open("a@ort.example", "member", "03159016");
        tell("a@ort.example");
        assertThat(userPool.ags).containsValue("03159016").hasSize(1);
        tell(null);
        assertThat(userPool.ags.get("a@ort.example")).isEqualTo("03159016");
    }

    private void open(String mail, String group, String ags) {
        assertThat(accounts.write(accounts.open(mail, group, ags))).isTrue();
    }

    /** @param mail nobody for the schedule */
    private void tell(String mail) {
        String event =
                mail == null ? "{}" : "{\"Records\":[{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"" + mail + "\"}}}}]}";
        Invoke.function(function, new ByteArrayInputStream(event.getBytes(UTF_8)));
    }
}

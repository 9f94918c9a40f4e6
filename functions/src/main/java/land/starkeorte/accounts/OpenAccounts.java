package land.starkeorte.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.platform.Batch;
import land.starkeorte.platform.Log;
import land.starkeorte.platform.Secrets;

/**
 * Tells Cognito who may do what. The table's stream tells of people; a schedule, whose event names nobody, takes what the
 * stream left.
 */
final class OpenAccounts implements TriggeredFunction {
    private static final int MOST = 200;

    private final Accounts accounts;
    private final UserPool userPool;

    OpenAccounts(Accounts accounts, UserPool userPool) {
        this.accounts = accounts;
        this.userPool = userPool;
    }

    @Override
    public void accept(Trigger trigger) {
        var batch = new Batch("account not made");
        (trigger.isStream()
                        ? trigger.keys("pk")
                        : accounts.unmade(MOST).stream()
                                .map(AccountGrant::mail)
                                .distinct()
                                .toList())
                // A mail address belongs into no log.
                .forEach(mail -> batch.attempt(Secrets.derivedId(mail), () -> make(mail, batch)));
        batch.end("Accounts not made");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        var _ = accounts.unmade(1);
        var _ = composed.apply(new ByteArrayInputStream(Trigger.EMPTY_STREAM.getBytes(UTF_8)));
    }

    private void make(String mail, Batch batch) {
        accounts.of(mail).stream()
                .filter(account -> !account.done())
                .forEach(account -> batch.attempt(account.group() + " " + account.ags(), () -> make(mail, account)));
    }

    private void make(String mail, AccountGrant account) {
        if (!account.open()) {
            // Whoever acts in this group for another municipality goes on.
            if (accounts.of(mail).stream()
                    .noneMatch(other -> other.open() && other.group().equals(account.group()))) {
                userPool.close(mail, account.group());
            }
        } else if (!userPool.open(mail, account.group(), account.ags())) {
            Log.warn("account is bound to another municipality", account.ags());
        }
        // Wanted otherwise meanwhile, the stream tells again.
        accounts.write(accounts.put(account.made()));
    }
}

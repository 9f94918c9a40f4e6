package land.starkeorte.accounts;

import java.util.List;
import java.util.Optional;
import land.starkeorte.store.Index;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;

/**
 * The accounts' table: {@code pk} the mail, {@code sk} group and municipality. Index: what Cognito is still to be told. Its
 * stream tells of accounts.
 */
public final class Accounts {
    private final Table table;

    /** Over the template's table. */
    public Accounts(Table table) {
        this.table = table;
    }

    /** Belongs into the transaction of what happened: this person may act for the municipality; nothing where it may already. */
    public Transaction open(String mail, String group, String ags) {
        return want(mail, group, ags, true);
    }

    /** And no longer. */
    public Transaction close(String mail, String group, String ags) {
        return want(mail, group, ags, false);
    }

    /** Whether this person could once act for the municipality, and may no longer. */
    public boolean isClosed(String mail, String ags) {
        List<AccountGrant> known =
                of(mail).stream().filter(account -> account.ags().equals(ags)).toList();
        return !known.isEmpty() && known.stream().noneMatch(AccountGrant::open);
    }

    private Transaction want(String mail, String group, String ags, boolean open) {
        AccountGrant account = find(mail, group + "#" + ags).orElse(new AccountGrant(mail, group, ags, !open, true, 0));
        return account.open() == open && account.version() > 0 ? Transaction.NONE : put(account.wanted(open));
    }

    Optional<AccountGrant> find(String mail, String key) {
        return table.find(mail, key, AccountGrant.class);
    }

    /** Everything that this person may do. */
    List<AccountGrant> of(String mail) {
        return table.all(mail, AccountGrant.class);
    }

    Transaction put(AccountGrant account) {
        String key = account.group() + "#" + account.ags();
        return Transaction.of(
                account.done()
                        ? table.save(account.mail(), key, account)
                        : table.save(account.mail(), key, account, Index.waiting("account", account.mail())));
    }

    List<AccountGrant> unmade(int most) {
        return table.first(Index.WAITING, "account", " ", "\uFFFF", most, AccountGrant.class);
    }

    boolean write(Transaction transaction) {
        return table.write(transaction);
    }
}

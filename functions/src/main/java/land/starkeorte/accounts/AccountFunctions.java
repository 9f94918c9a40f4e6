package land.starkeorte.accounts;

import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.platform.Clients;
import land.starkeorte.store.Store;

/** Puts together what this feature offers to the platform. */
public final class AccountFunctions {
    private AccountFunctions() {}

    /** What the platform starts. */
    public static void register(FunctionRegistrations functions) {
        functions
                .add("openAccounts", context -> open(context.settings(AccountSettings.class), context.store()))
                .add("signIn", context -> signIn(context.settings(SignInSettings.class)));
    }

    /** What the table's stream and the schedule start. */
    public static LambdaFunction open(AccountSettings settings, Store store) {
        return open(settings.accountsTable(), new CognitoUserPool(Clients.cognito(), settings.peoplePool()), store);
    }

    /** The sessions of whoever signs in. */
    public static LambdaFunction signIn(SignInSettings settings) {
        return signIn(new CognitoTokenEndpoint(Clients.cognito(), settings));
    }

    static HttpFunction signIn(TokenEndpoint tokens) {
        return new HttpFunction(new SignInEndpoints(tokens).routes(), () -> {});
    }

    static LambdaFunction open(String table, UserPool userPool, Store store) {
        return new OpenAccounts(new Accounts(store.table(table)), userPool);
    }
}

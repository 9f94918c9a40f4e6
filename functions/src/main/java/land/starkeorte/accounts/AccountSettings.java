package land.starkeorte.accounts;

/**
 * What accounts need to know.
 *
 * @param peoplePool id of Cognito's user pool
 */
public record AccountSettings(String accountsTable, String peoplePool) {}

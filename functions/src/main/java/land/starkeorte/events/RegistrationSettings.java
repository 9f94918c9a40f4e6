package land.starkeorte.events;

/**
 * What registering needs to know.
 *
 * @param own of the feature
 * @param robotsTable where proofs of work are remembered
 * @param accountsTable who may still act for a municipality
 */
public record RegistrationSettings(EventSettings own, String robotsTable, String accountsTable) {}

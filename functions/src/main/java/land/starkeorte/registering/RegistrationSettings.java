package land.starkeorte.registering;

import land.starkeorte.events.EventSettings;

/**
 * What registering needs to know.
 *
 * @param own of the feature
 * @param robotsTable where proofs of work are remembered
 * @param accountsTable who may still act for a municipality
 * @param accessTable where the links to registrations are kept, and the sessions that they began
 * @param guestSeatsPercent of a hall may be held for guests who have not confirmed their address
 */
public record RegistrationSettings(
        EventSettings own, String robotsTable, String accountsTable, String accessTable, String guestSeatsPercent) {}

package land.starkeorte.preselection;

import java.time.Instant;

/**
 * A voice as it was last given.
 *
 * @param by id of the signed-in person
 */
record Vote(VoteChoice choice, String reason, String by, Instant at) {}

package land.starkeorte.applications;

import java.time.Instant;

/**
 * One message in a dossier's thread.
 *
 * @param who an official's key, or the id of somebody of the office
 */
record Message(String id, Instant at, Author side, String who, String text) {}

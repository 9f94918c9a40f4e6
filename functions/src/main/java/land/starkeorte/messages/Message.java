package land.starkeorte.messages;

import java.time.Instant;

/**
 * One message in a dossier's thread.
 *
 * @param who an official's key, or the id of somebody of the office
 */
public record Message(String id, Instant at, Author side, String who, String text) {}

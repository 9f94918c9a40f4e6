package land.starkeorte.messages;

import java.time.Instant;

/** What somebody of the office wrote down for the colleagues; the municipality never sees it. */
public record Note(String id, Instant at, String who, String text) {}

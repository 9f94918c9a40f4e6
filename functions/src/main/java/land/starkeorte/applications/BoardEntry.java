package land.starkeorte.applications;

import java.time.Instant;

/** A line of the staff's list. */
record BoardEntry(String id, String reference, String municipality, Instant submittedAt) {}

package land.starkeorte.store;

import java.time.Instant;

/** What must hold of what is stored under a key, so that something else is written there. */
public sealed interface Condition {
    /** Whatever is there. */
    record Any() implements Condition {}

    /** Nothing is there. */
    record Absent() implements Condition {}

    /** Something is there. */
    record Present() implements Condition {}

    /** Nothing is there, or its time was over; the platform takes away only days later what has an end. */
    record Expired(Instant now) implements Condition {}

    /** Exactly the version that was read; 0 says that it is not there yet. */
    record Version(int version) implements Condition {}

    /** An attribute is what it was. */
    record Holds(String attribute, String value) implements Condition {}

    /** A counter has not got so far. */
    record Below(String attribute, int limit) implements Condition {}
}

package land.starkeorte.mail;

import java.time.Instant;

/**
 * What goes with a mail into its receiver's calendar (RFC 5545), as a request or its cancellation (RFC 5546).
 *
 * @param uid the same for all that is ever said about the appointment
 * @param sequence rises with each change
 * @param location where it takes place; a place, or an address on the web
 */
public record Invitation(
        String uid, int sequence, Method method, Instant start, Instant end, String summary, String location) {
    /** What the calendar is asked. */
    public enum Method {
        REQUEST,
        CANCEL
    }
}

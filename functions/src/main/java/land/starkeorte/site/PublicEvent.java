package land.starkeorte.site;

import java.util.List;

/**
 * What everybody may see of an event.
 *
 * @param topics in words
 * @param when day and times, for people
 * @param start ISO 8601, for machines
 * @param place where, or that it is online
 * @param price notes about what it costs; {@code prices} what each person pays, {@code cancelling} what cancelling costs
 * @param registration whether one has to register, and still can come
 * @param cancelled and {@code reason} why
 * @param structured schema.org, as JSON that may stand in a page
 */
public record PublicEvent(
        String id,
        String kind,
        String title,
        List<String> paragraphs,
        List<String> programme,
        List<String> topics,
        String when,
        String start,
        String place,
        String price,
        List<String> prices,
        String cancelling,
        String contact,
        boolean registration,
        boolean cancelled,
        String reason,
        String updated,
        String structured) {
    /** Its page. */
    public String path() {
        return "/veranstaltungen/" + id + "/";
    }
}

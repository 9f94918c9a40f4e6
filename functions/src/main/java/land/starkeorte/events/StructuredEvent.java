package land.starkeorte.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.platform.Json;
import org.jspecify.annotations.Nullable;

/**
 * An event as search engines read it (schema.org/Event).
 *
 * @param offers what it costs; absent where one cannot register or it costs nothing
 */
record StructuredEvent(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        String name,
        String startDate,
        String endDate,
        String eventStatus,
        String eventAttendanceMode,
        String description,
        String url,
        Organizer organizer,
        Location location,
        @Nullable List<Offer> offers) {
    private static final String SCHEMA = "https://schema.org";

    record Organizer(@JsonProperty("@type") String type, String name, String url) {}

    /** A place has a name and an address, a video meeting an address on the web. */
    record Location(
            @JsonProperty("@type") String type,
            @Nullable String name,
            @Nullable String address,
            @Nullable String url) {}

    record Offer(@JsonProperty("@type") String type, BigDecimal price, String priceCurrency, String url) {}

    static StructuredEvent of(Event event, String siteUrl) {
        Event.Details details = event.details();
        String place = details.place();
        boolean online = place.isEmpty();
        boolean off = event.state() == Event.State.CANCELLED;
        String page = siteUrl + "/veranstaltungen/" + event.id() + "/";
        return new StructuredEvent(
                SCHEMA,
                "Event",
                details.title(),
                moment(details.start()),
                moment(details.end()),
                SCHEMA + (off ? "/EventCancelled" : "/EventScheduled"),
                SCHEMA + (online ? "/OnlineEventAttendanceMode" : "/OfflineEventAttendanceMode"),
                details.text(),
                page,
                new Organizer("Organization", "Starke Orte Netzwerk", siteUrl),
                online ? new Location("VirtualLocation", null, null, page) : new Location("Place", place, place, null),
                event.hasSeats() && details.terms().isBinding() ? offers(event, siteUrl) : null);
    }

    private static List<Offer> offers(Event event, String siteUrl) {
        String form = siteUrl + "/anmeldung/?veranstaltung=" + event.id();
        return Prices.sums(event.details().terms()).stream()
                .map(cents -> new Offer("Offer", BigDecimal.valueOf(cents, 2), "EUR", form))
                .toList();
    }

    private static String moment(Instant instant) {
        return instant.atZone(GermanFormat.ZONE).toOffsetDateTime().toString();
    }

    /** For a script element, which nothing in it can end. */
    String script() {
        return Json.MAPPER
                .writeValueAsString(this)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}

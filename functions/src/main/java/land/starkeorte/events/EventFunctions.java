package land.starkeorte.events;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.site.SiteSection;
import land.starkeorte.store.Store;

/** Puts together what this feature offers to the others and to the platform. */
public final class EventFunctions {
    private EventFunctions() {}

    /**
     * The endpoints for the office's work, and for members the list of what is planned.
     *
     * @param listener what a change means for those who come
     * @param others the office's endpoints for those who come
     */
    public static LambdaFunction serve(
            EventSettings settings,
            EventListener listener,
            Occupancy occupancy,
            Map<String, Endpoint> others,
            Store store,
            Clock clock) {
        Events events = events(settings.eventsTable(), store);
        var writer = new IdempotentWriter(store.table(settings.eventsTable()), clock);
        var routes = new HashMap<>(others);
        routes.putAll(new EventEndpoints(events, listener, occupancy, writer, clock).routes());
        routes.putAll(new MemberEventEndpoints(events, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = events.find("priming");
        });
    }

    /** The events' own store. */
    public static Events events(String eventsTable, Store store) {
        return new Events(store.table(eventsTable));
    }

    /** What everybody may see of events. */
    public static SiteSection section(String eventsTable, String siteUrl, Store store, Clock clock) {
        return new EventPages(events(eventsTable, store), siteUrl, clock);
    }

    /** What takes place or took place, for whoever keeps something of it. */
    public static EventDirectory programme(String eventsTable, Store store) {
        return new EventDirectory(events(eventsTable, store));
    }
}

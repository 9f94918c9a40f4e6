package land.starkeorte.events;

import java.time.Clock;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Routes;
import land.starkeorte.site.SiteSection;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;

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
            Routes others,
            Store store,
            Clock clock) {
        Events events = events(store.table(settings.eventsTable()));
        var writer = new IdempotentWriter(store.table(settings.eventsTable()), clock);
        Routes routes = others;
        routes = routes.and(new EventEndpoints(events, listener, occupancy, writer, clock).routes());
        routes = routes.and(new MemberEventEndpoints(events, clock).routes());
        return new HttpFunction(routes, () -> {
            var _ = events.find("priming");
        });
    }

    /** The events' own store. */
    public static Events events(Table table) {
        return new Events(table);
    }

    /** What everybody may see of events. */
    public static SiteSection section(Table table, String siteUrl, Clock clock) {
        return new EventPages(events(table), siteUrl, clock);
    }

    /** What takes place or took place, for whoever keeps something of it. */
    public static EventDirectory programme(Table table) {
        return new EventDirectory(events(table));
    }
}

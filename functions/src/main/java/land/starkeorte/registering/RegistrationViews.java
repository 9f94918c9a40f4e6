package land.starkeorte.registering;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventViews;
import land.starkeorte.events.Prices;
import land.starkeorte.invoicing.InvoiceLine;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.registrations.BookingPrice;
import land.starkeorte.registrations.Delegation;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationRules;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.registrations.RegistrationState;

/** What is told of events and registrations, to whom. */
public final class RegistrationViews {
    private RegistrationViews() {}

    /** To everybody who may know of the event; how one gets in is not among it. */
    static Map<String, Object> event(Event event, int free, Instant now) {
        Event.Details details = event.details();
        Event.Terms terms = details.terms();
        var view = new LinkedHashMap<String, Object>();
        view.put("id", event.id());
        view.put("kind", details.kind().words);
        view.put("title", details.title());
        view.put("when", EventViews.when(details));
        view.put("place", details.place().isEmpty() ? "Online" : details.place());
        view.put("price", details.price());
        view.put("contact", details.contact());
        view.put("audience", details.audience().name());
        view.put("reason", event.reason());
        view.put("capacity", terms.capacity());
        view.put("limit", terms.limit());
        view.put("cents", terms.cents());
        view.put("binding", terms.isBinding());
        view.put("prices", Prices.each(terms));
        view.put("cancelling", Prices.cancelling(terms));
        view.put(
                "rooms",
                terms.rooms().stream()
                        .map(room -> Map.of("name", room.name(), "cents", room.cents()))
                        .toList());
        view.put("needs", terms.needs());
        view.put("questions", terms.questions());
        view.put("opens", Objects.toString(terms.opens(), ""));
        view.put("closes", event.closes().toString());
        view.put("open", RegistrationRules.open(event, now).isEmpty());
        view.put("standing", standing(event, now));
        view.put("free", free);
        return view;
    }

    private static String standing(Event event, Instant now) {
        if (event.state() == Event.State.CANCELLED) {
            return "CANCELLED";
        }
        return event.isOver(now) ? "OVER" : "COMING";
    }

    /** Who sends the delegation. */
    public static String from(Registration registration) {
        return registration.ags().isEmpty()
                ? "Gast"
                : Municipalities.named(registration.ags()).label();
    }

    /** To those who come themselves. */
    static Map<String, Object> own(Event event, Registration registration, Instant now) {
        var view = base(event, registration);
        boolean off = event.state() == Event.State.CANCELLED;
        if (off) {
            view.put("until", "");
        }
        view.put("owed", off ? 0 : BookingPrice.owed(event, registration.delegation(), now));
        view.put(
                "over",
                event.isOver(now)
                        && event.state() == Event.State.PUBLISHED
                        && registration.state() == RegistrationState.REGISTERED);
        view.put(
                "cancellable",
                registration.isActive()
                        && RegistrationRules.cancellation(event, By.THEMSELVES, now)
                                .isEmpty());
        view.put(
                "changeable",
                !off
                        && registration.isActive()
                        && !registration.isUnconfirmed()
                        && now.isBefore(event.details().start()));
        view.put("held", !registration.seats().isEmpty());
        view.put(
                "link",
                !off && registration.state() == RegistrationState.REGISTERED
                        ? event.details().link()
                        : "");
        return view;
    }

    /** To the office. */
    static Map<String, Object> staff(Event event, Registration registration) {
        var view = base(event, registration);
        view.put("ags", registration.ags());
        return view;
    }

    private static Map<String, Object> base(Event event, Registration registration) {
        Delegation delegation = registration.delegation();
        var view = new LinkedHashMap<String, Object>();
        view.put("id", registration.id());
        view.put("state", registration.state().name());
        view.put("since", registration.since().toString());
        view.put("until", Objects.toString(registration.until(), ""));
        view.put("reason", registration.reason());
        view.put(
                "people",
                delegation.people().stream()
                        .map(person -> Map.of(
                                "name", person.name(),
                                "office", person.office(),
                                "mail", person.mail(),
                                "needs", person.needs(),
                                "room", person.room()))
                        .toList());
        view.put("answers", List.copyOf(delegation.answers()));
        List<InvoiceLine> items = BookingPrice.items(event.details().terms(), delegation);
        view.put("cents", InvoiceLine.total(items));
        view.put("items", items);
        if (delegation.buyer() != null) {
            view.put("buyer", delegation.buyer().typed());
        }
        return view;
    }
}

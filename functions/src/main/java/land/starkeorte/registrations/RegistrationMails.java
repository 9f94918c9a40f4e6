package land.starkeorte.registrations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventCalendar;
import land.starkeorte.events.EventWords;
import land.starkeorte.events.Prices;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.invoicing.InvoiceLine;
import land.starkeorte.mail.Invitation;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;
import org.jspecify.annotations.Nullable;

/** Who is told what about a registration, with what goes into their calendars. */
public final class RegistrationMails {
    private final String siteUrl;

    /** @param siteUrl without a slash at the end */
    RegistrationMails(String siteUrl) {
        this.siteUrl = siteUrl;
    }

    /**
     * To a guest, whom nobody knows yet.
     *
     * @param by until when the address can be confirmed; how long seats are held says the registration
     */
    Mail confirm(Event event, Registration registration, Instant by) {
        return toContact("eventconfirm", event, registration, Map.of("by", GermanFormat.moment(by)));
    }

    /** To a member: it holds when they know what it costs. */
    Mail bind(Event event, Registration registration) {
        return toContact("eventbind", event, registration, Map.of());
    }

    /** To a guest who registers once more. */
    Mail already(Event event, Registration registration) {
        return toContact("eventalready", event, registration);
    }

    /** To whoever has a link that opens nothing any more. */
    public Mail again(Event event, Registration registration) {
        return toContact("eventlink", event, registration);
    }

    Mail waiting(Event event, Registration registration) {
        return toContact("eventwaiting", event, registration);
    }

    Mail offer(Event event, Registration registration) {
        return toContact("eventoffer", event, registration);
    }

    Mail lapsed(Event event, Registration registration) {
        return toContact("eventlapsed", event, registration);
    }

    /** They come: everybody gets the date, the first can change it. */
    List<Mail> registered(Event event, Registration registration) {
        return toEverybody("eventregistered", event, registration, Invitation.Method.REQUEST, "");
    }

    /**
     * They do not come any more.
     *
     * @param owed what they owe all the same, in cents
     */
    List<Mail> cancelled(Event event, Registration before, Registration after, long owed) {
        return before.state() == RegistrationState.REGISTERED
                ? toAll(
                        "eventcancelled",
                        event,
                        after,
                        Invitation.Method.CANCEL,
                        "",
                        Set.of(),
                        Map.of("owed", owed == 0 ? "" : GermanFormat.euros(owed)))
                : List.of(toContact("eventcancelled", event, after));
    }

    /** To those who were put in by a change, and to those who were taken out. */
    List<Mail> changed(Event event, Registration before, Registration after) {
        var mails = new ArrayList<Mail>();
        if (after.state() != RegistrationState.REGISTERED) {
            return mails;
        }
        mails.addAll(toAll("eventregistered", event, after, Invitation.Method.REQUEST, "", addresses(before)));
        mails.addAll(toAll(
                "eventcancelled",
                event,
                before.ended(RegistrationState.CANCELLED, ""),
                Invitation.Method.CANCEL,
                "",
                addresses(after)));
        return mails;
    }

    private static Set<String> addresses(Registration registration) {
        return registration.delegation().people().stream()
                .map(Delegation.Person::mail)
                .collect(Collectors.toSet());
    }

    /** To everybody of a delegation; the same cause makes the same mails. */
    public List<Mail> toEverybody(
            String template, Event event, Registration registration, Invitation.Method method, String cause) {
        return toAll(template, event, registration, method, cause, Set.of());
    }

    private List<Mail> toAll(
            String template,
            Event event,
            Registration registration,
            Invitation.Method method,
            String cause,
            Set<String> except) {
        return toAll(template, event, registration, method, cause, except, Map.of());
    }

    private List<Mail> toAll(
            String template,
            Event event,
            Registration registration,
            Invitation.Method method,
            String cause,
            Set<String> except,
            Map<String, String> more) {
        var model = new HashMap<>(model(event, registration));
        model.putAll(more);
        String contact = registration.delegation().contact();
        // Whoever only waits has nothing in the calendar.
        boolean comes = registration.state() == RegistrationState.REGISTERED || method == Invitation.Method.CANCEL;
        return registration.delegation().people().stream()
                .map(Delegation.Person::mail)
                .filter(to -> !to.isEmpty() && !except.contains(to))
                .distinct()
                .map(to -> new Mail(
                        cause.isEmpty()
                                ? Secrets.id()
                                : Secrets.derivedId(String.join("\n", "mailing", cause, registration.id(), to)),
                        to,
                        template,
                        model,
                        to.equals(contact) ? link(registration) : null,
                        null,
                        comes ? invitation(event, method) : null,
                        List.of(),
                        registration.id()))
                .toList();
    }

    private Mail toContact(String template, Event event, Registration registration) {
        return toContact(template, event, registration, Map.of());
    }

    private Mail toContact(String template, Event event, Registration registration, Map<String, String> more) {
        var model = new HashMap<>(model(event, registration));
        model.putAll(more);
        return new Mail(
                Secrets.id(),
                registration.delegation().contact(),
                template,
                model,
                link(registration),
                null,
                null,
                List.of(),
                registration.id());
    }

    /** Nothing to open where nobody comes any more. */
    private static @Nullable LinkTarget link(Registration registration) {
        return registration.isActive() ? RegistrationLinks.to(registration) : null;
    }

    private Invitation invitation(Event event, Invitation.Method method) {
        Event.Details details = event.details();
        return new Invitation(
                EventCalendar.uid(event, siteUrl),
                event.sequence(),
                method,
                details.start(),
                details.end(),
                details.title(),
                details.link().isEmpty() ? details.place() : details.link());
    }

    private Map<String, String> model(Event event, Registration registration) {
        Event.Details details = event.details();
        var model = new HashMap<String, String>();
        model.put("title", details.title());
        model.put("when", EventWords.when(details));
        model.put("place", details.place().isEmpty() ? "Online" : details.place());
        model.put("contact", details.contact());
        model.put("event", event.id());
        model.put("people", people(registration.size()));
        List<InvoiceLine> items = BookingPrice.items(details.terms(), registration.delegation());
        if (!items.isEmpty()) {
            model.put("costs", GermanFormat.euros(InvoiceLine.total(items)));
            model.put("items", InvoiceLine.words(items));
            model.put("cancelling", Prices.cancelling(details.terms()));
            Optional.ofNullable(registration.delegation().buyer())
                    .ifPresent(buyer -> model.put("buyer", buyer.words()));
        }
        boolean off = event.state() == Event.State.CANCELLED;
        if (off) {
            model.put("off", "true");
        }
        if (!off && !details.link().isEmpty()) {
            model.put("link", details.link());
        }
        Optional.ofNullable(registration.until())
                .filter(until -> !registration.seats().isEmpty())
                .map(GermanFormat::moment)
                .ifPresent(until -> model.put("until", until));
        String reason = registration.reason().isEmpty() ? event.reason() : registration.reason();
        if (!reason.isEmpty()) {
            model.put(Mail.TEXT, reason);
        }
        return model;
    }

    private static String people(int size) {
        return size == 1 ? "eine Person" : size + " Personen";
    }
}

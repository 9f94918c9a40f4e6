package land.starkeorte.registering;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import land.starkeorte.events.Event;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.InvoiceLine;
import land.starkeorte.municipalities.Municipalities;
import land.starkeorte.registrations.BookingPrice;
import land.starkeorte.registrations.Delegation;
import land.starkeorte.registrations.Registration;
import land.starkeorte.registrations.RegistrationRules;
import land.starkeorte.registrations.RegistrationRules.By;
import land.starkeorte.registrations.RegistrationState;
import org.jspecify.annotations.Nullable;

/**
 * What those who come and the office both see of a registration. Cents throughout.
 *
 * @param until when it lapses; empty where it does not
 * @param buyer whom the invoice is addressed to; absent where none was asked
 */
public record RegistrationView(
        String id,
        RegistrationState state,
        Instant since,
        String until,
        String reason,
        List<Delegation.Person> people,
        List<String> answers,
        long cents,
        List<InvoiceLine> items,
        Buyer.@Nullable Typed buyer) {
    /**
     * For those who come themselves.
     *
     * @param owed what cancelling costs now
     * @param held whether seats are theirs
     * @param link of the video meeting; empty where they do not take part
     */
    record Own(
            @JsonUnwrapped RegistrationView registration,
            long owed,
            boolean over,
            boolean cancellable,
            boolean changeable,
            boolean held,
            String link) {
        static Own of(Event event, Registration registration, Instant now) {
            boolean off = event.state() == Event.State.CANCELLED;
            boolean registered = registration.state() == RegistrationState.REGISTERED;
            return new Own(
                    RegistrationView.of(event, registration, off ? null : registration.until()),
                    off ? 0 : BookingPrice.owed(event, registration.delegation(), now),
                    event.isOver(now) && event.state() == Event.State.PUBLISHED && registered,
                    registration.isActive()
                            && RegistrationRules.cancellation(event, By.THEMSELVES, now)
                                    .isEmpty(),
                    !off
                            && registration.isActive()
                            && !registration.isUnconfirmed()
                            && now.isBefore(event.details().start()),
                    !registration.seats().isEmpty(),
                    !off && registered ? event.details().link() : "");
        }
    }

    /**
     * For the office.
     *
     * @param ags of the municipality; empty for guests
     * @param from who sends the delegation
     * @param passed how often others who waited were let in before it
     */
    record Staff(@JsonUnwrapped RegistrationView registration, String ags, String from, int passed) {
        static Staff of(Event event, Registration registration, int passed) {
            return new Staff(
                    RegistrationView.of(event, registration, registration.until()),
                    registration.ags(),
                    sender(registration),
                    passed);
        }
    }

    /** Who sends the delegation. */
    public static String sender(Registration registration) {
        return registration.ags().isEmpty()
                ? "Gast"
                : Municipalities.named(registration.ags()).label();
    }

    private static RegistrationView of(Event event, Registration registration, @Nullable Instant until) {
        Delegation delegation = registration.delegation();
        List<InvoiceLine> items = BookingPrice.items(event.details().terms(), delegation);
        return new RegistrationView(
                registration.id(),
                registration.state(),
                registration.since(),
                Objects.toString(until, ""),
                registration.reason(),
                delegation.people(),
                delegation.answers(),
                InvoiceLine.total(items),
                items,
                delegation.buyer() == null ? null : delegation.buyer().typed());
    }
}

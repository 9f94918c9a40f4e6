package land.starkeorte.events;

import java.time.LocalDate;
import java.util.List;
import land.starkeorte.billing.Buyer;
import land.starkeorte.billing.Item;
import land.starkeorte.forms.German;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has booked who is bound to pay, for whoever collects it.
 *
 * @param id of the registration
 * @param event its id, {@code title} and {@code contact} for questions
 * @param from first day, {@code to} the last
 * @param mail of whoever registered, who has a link to it
 * @param links for whom such a link is drawn
 * @param buyer whom it is invoiced to; absent where nobody was asked yet
 */
public record Booked(
        String id,
        String event,
        String title,
        String contact,
        LocalDate from,
        LocalDate to,
        String mail,
        String links,
        @Nullable Buyer buyer,
        List<Item> items) {
    public Booked {
        items = List.copyOf(items);
    }

    static Booked of(Event event, Registration registration) {
        Event.Details details = event.details();
        return new Booked(
                registration.id(),
                event.id(),
                details.title(),
                details.contact(),
                German.dayOf(details.start()),
                German.dayOf(details.end()),
                registration.delegation().contact(),
                RegistrationLinks.to(registration),
                registration.delegation().buyer(),
                Prices.items(details.terms(), registration.delegation()));
    }
}

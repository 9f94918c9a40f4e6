package land.starkeorte.registrations;

import java.util.List;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.events.Event;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.InvoiceLine;
import land.starkeorte.invoicing.InvoiceSubject;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has booked who is bound to pay, for whoever collects it.
 *
 * @param id of the registration
 * @param event its id, {@code contact} for questions about it
 * @param mail of whoever registered, who has a link to it
 * @param links what such a link opens; absent when it opens nothing any more: a mail whose link opens nothing never leaves
 * @param buyer whom it is invoiced to; absent where nobody was asked yet
 */
public record PaidBooking(
        String id,
        String event,
        String contact,
        String mail,
        @Nullable LinkTarget links,
        @Nullable Buyer buyer,
        InvoiceSubject matter) {
    static PaidBooking of(Event event, Registration registration) {
        Event.Details details = event.details();
        return new PaidBooking(
                registration.id(),
                event.id(),
                details.contact(),
                registration.delegation().contact(),
                RegistrationLinks.to(registration),
                registration.delegation().buyer(),
                new InvoiceSubject(
                        details.title(),
                        GermanFormat.dayOf(details.start()),
                        GermanFormat.dayOf(details.end()),
                        BookingPrice.items(details.terms(), registration.delegation())));
    }

    /** What is owed of it after it was cancelled, in cents: a share, for which nothing is done on any day. */
    public PaidBooking cancelled(long owed) {
        List<InvoiceLine> share =
                owed == 0 ? List.of() : List.of(new InvoiceLine("Anteil nach Absage: " + matter.title(), 1, owed));
        return new PaidBooking(
                id, event, contact, mail, null, buyer, new InvoiceSubject(matter.title(), null, null, share));
    }

    boolean isFree() {
        return matter.items().isEmpty();
    }
}

package land.starkeorte.fees;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.forms.MailAddresses;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.invoicing.InvoiceLine;
import land.starkeorte.mail.Attachment;
import land.starkeorte.mail.Mail;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.Secrets;
import land.starkeorte.registrations.PaidBooking;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.OfficeTasks.Subject;
import land.starkeorte.tasks.TaskKind;

/** Whoever has booked a trip. The booking goes on whether it is paid or not; it is told to whoever booked and whoever pays. */
final class TripDebtor implements Debtor {
    private final Fee fee;
    private final PaidBooking booked;
    private final DossierTransitions transitions;
    private final Outbox outbox;

    TripDebtor(Fee fee, PaidBooking booked, DossierTransitions transitions, Outbox outbox) {
        this.fee = fee;
        this.booked = booked;
        this.transitions = transitions;
        this.outbox = outbox;
    }

    /** Nobody was asked who booked before trips were invoiced: the office asks. */
    @Override
    public Buyer buyer() {
        return Optional.ofNullable(booked.buyer()).orElseGet(() -> new Buyer("", "", "", "", null, "", booked.mail()));
    }

    @Override
    public Transaction issued(Invoice invoice, Instant now) {
        return outbox.put(mails("tripinvoice", invoice.buyer(), model(invoice), FeeMails.papers(invoice)), now);
    }

    @Override
    public Transaction cancelled(CreditNote cancellation, Instant now) {
        Invoice invoice = cancellation.invoice();
        var model = new HashMap<>(Map.of(
                "number", cancellation.number(),
                "invoice", invoice.number(),
                "amount", GermanFormat.euros(invoice.cents()),
                "next", fee.cents() == 0 ? "" : GermanFormat.euros(fee.cents())));
        return outbox.put(mails("tripcancelled", invoice.buyer(), model, FeeMails.papers(cancellation)), now);
    }

    @Override
    public Transaction reminded(Invoice invoice, Instant now) {
        var model = model(invoice);
        model.put("outstanding", GermanFormat.euros(fee.outstanding()));
        return outbox.put(mails("tripreminder", invoice.buyer(), model, FeeMails.papers(invoice)), now);
    }

    @Override
    public Transaction settled(boolean already, String who, String what, Instant now) {
        Invoice invoice = fee.invoicing().valid();
        return already || invoice == null
                ? Transaction.NONE
                : outbox.put(mails("trippaid", invoice.buyer(), model(invoice), List.of()), now);
    }

    @Override
    public Transaction owedAgain(String who, String what, Instant now) {
        return Transaction.NONE;
    }

    /** Its account tells. */
    @Override
    public Transaction noted(String who, String what) {
        return Transaction.NONE;
    }

    @Override
    public Transaction task(String cause, String text, int days) {
        return transitions.task(
                new Subject(
                        fee.dossier(),
                        fee.municipality() + ": " + booked.matter().title()),
                TaskKind.TRIP,
                cause,
                text,
                days);
    }

    @Override
    public Transaction taskDone(String cause, String who) {
        return transitions.taskDone(fee.dossier(), TaskKind.TRIP, cause, who);
    }

    private static Map<String, String> model(Invoice invoice) {
        var model = new HashMap<>(FeeMails.invoiceModel(invoice));
        model.put("items", InvoiceLine.words(invoice.about().items()));
        return model;
    }

    /** Whoever booked gets a link to the booking; whoever pays the papers alone. */
    private List<Mail> mails(String template, Buyer buyer, Map<String, String> model, List<Attachment> papers) {
        model.put("title", booked.matter().title());
        model.put("contact", booked.contact());
        model.put("reference", fee.reference());
        return Stream.of(booked.mail(), MailAddresses.normal(buyer.mail()))
                .filter(MailAddresses::isValid)
                .distinct()
                .map(to -> new Mail(
                        Secrets.id(),
                        to,
                        template,
                        model,
                        to.equals(booked.mail()) ? booked.links() : null,
                        null,
                        null,
                        papers,
                        fee.dossier()))
                .toList();
    }
}

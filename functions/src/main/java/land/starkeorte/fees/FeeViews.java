package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.GiroCode;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.invoicing.InvoiceLine;
import land.starkeorte.invoicing.Seller;
import land.starkeorte.pdf.PaperArchive;
import org.jspecify.annotations.Nullable;

/** What is told of a fee. Cents throughout; links to papers are valid for a minute. */
public final class FeeViews {
    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final PaperArchive archive;
    private final Seller seller;
    private final CardSettings card;

    /**
     * What is told of fees.
     *
     * @param seller who is paid
     * @param card where it can be paid at once
     */
    public FeeViews(PaperArchive archive, Seller seller, CardSettings card) {
        this.archive = archive;
        this.seller = seller;
        this.card = card;
    }

    /** What whoever owes it and the office are both told. */
    record Summary(
            long cents,
            String reference,
            boolean paid,
            long surplus,
            @JsonUnwrapped @Nullable InvoiceLinks invoice) {}

    /** The invoice that is valid, and where it can be fetched. */
    record InvoiceLinks(String number, LocalDate issuedOn, LocalDate dueOn, String pdf, String xml) {}

    /** To whoever owes it. */
    record Owed(
            @JsonUnwrapped Summary fee,
            List<Cancelled> cancelled,
            boolean delayed,
            @JsonUnwrapped @Nullable PaymentDetails payment) {}

    /**
     * How to pay what is open.
     *
     * @param pending whether a payment has begun that is not sure yet
     * @param card address of the payment page; absent where it cannot be paid by card
     */
    record PaymentDetails(
            String recipient,
            String iban,
            String bic,
            long outstanding,
            String giroCode,
            boolean pending,
            @Nullable String card) {}

    /** An invoice that was taken back. Without why: that is the office's own. */
    record Cancelled(String number, String invoice, LocalDate day, String pdf) {}

    /** The same for the office. */
    record StaffCancelled(@JsonUnwrapped Cancelled cancelled, String reason) {}

    /**
     * To the office.
     *
     * @param fault why no invoice could be made; absent where none is missing
     * @param event what was booked; empty where it is the fee for an admission
     * @param buyer whom the invoice is addressed to; absent where the dossier is gone
     */
    record StaffFee(
            @JsonUnwrapped Summary fee,
            long outstanding,
            int reminders,
            @Nullable String fault,
            List<Posting> payments,
            List<StaffCancelled> cancelled,
            boolean cancelling,
            String who,
            String title,
            List<InvoiceLine> items,
            String event,
            Buyer.@Nullable Typed buyer) {}

    /** One payment as the office reads it. */
    record Posting(String id, Payment.Kind kind, long cents, LocalDate day, String note, String by, boolean duplicate) {
        static Posting of(FeeLedger.Line line) {
            Payment payment = line.payment();
            return new Posting(
                    payment.id(),
                    payment.kind(),
                    payment.cents(),
                    payment.day(),
                    payment.note(),
                    payment.by(),
                    line.duplicate());
        }
    }

    Owed owed(Fee fee) {
        Invoice invoice = fee.invoicing().valid();
        return new Owed(
                summary(fee),
                fee.invoicing().cancelled().stream().map(this::cancelled).toList(),
                invoice == null && fee.invoicing().fault() != null,
                invoice == null || fee.isPaid() ? null : payment(fee, invoice));
    }

    StaffFee staff(Fee fee, Optional<Buyer> buyer) {
        Invoicing.Fault fault = fee.invoicing().fault();
        return new StaffFee(
                summary(fee),
                fee.outstanding(),
                fee.reminders(),
                fault == null ? null : fault.text(),
                fee.account().inOrder(fee.cents()).stream().map(Posting::of).toList(),
                fee.invoicing().cancelled().stream()
                        .map(note -> new StaffCancelled(cancelled(note), note.reason()))
                        .toList(),
                fee.invoicing().cancelling() != null,
                fee.municipality(),
                fee.matter().title(),
                fee.matter().items(),
                fee.booked() == null ? "" : fee.booked().event(),
                buyer.map(Buyer::typed).orElse(null));
    }

    private Summary summary(Fee fee) {
        Invoice invoice = fee.invoicing().valid();
        return new Summary(
                fee.cents(),
                fee.reference(),
                fee.isPaid(),
                fee.overpaid(),
                invoice == null
                        ? null
                        : new InvoiceLinks(
                                invoice.number(),
                                invoice.issuedOn(),
                                invoice.dueOn(),
                                link(invoice.pdfKey(), invoice.number() + ".pdf", "application/pdf"),
                                link(invoice.xmlKey(), invoice.number() + ".xml", "application/xml")));
    }

    private PaymentDetails payment(Fee fee, Invoice invoice) {
        // The payment page asks for the whole of an admission.
        boolean byCard = card.isOffered() && fee.booked() == null && fee.outstanding() == fee.cents();
        return new PaymentDetails(
                seller.networkName(),
                seller.networkIban(),
                seller.networkBic(),
                fee.outstanding(),
                giroCode(invoice, fee.outstanding()),
                fee.account().isPending(),
                byCard ? card.cardLink() + "?client_reference_id=" + Fees.Code.bare(fee.reference()) : null);
    }

    private Cancelled cancelled(CreditNote note) {
        return new Cancelled(
                note.number(),
                note.invoice().number(),
                note.day(),
                link(note.pdfKey(), note.number() + ".pdf", "application/pdf"));
    }

    private String link(String key, String name, String type) {
        return archive.link(key, name, type, LINK_VALID);
    }

    private String giroCode(Invoice invoice, long cents) {
        String svg = new GiroCode(
                        seller.networkName(),
                        seller.networkIban(),
                        seller.networkBic(),
                        cents,
                        invoice.reference() + " " + invoice.number())
                .svg();
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
    }
}

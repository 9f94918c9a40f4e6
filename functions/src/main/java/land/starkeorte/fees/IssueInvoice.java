package land.starkeorte.fees;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.invoicing.Buyer;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.ElectronicInvoice;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.invoicing.InvoicePage;
import land.starkeorte.invoicing.Seller;
import land.starkeorte.pdf.PaperArchive;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.platform.Batch;
import land.starkeorte.store.Retry;

/**
 * Whoever owes something gets an invoice: checked, numbered, printed, kept, sent. A number is only given to what is valid, and
 * stays with its fee whatever happens, so that there is no gap; a run that died is finished by the next, which makes the same
 * papers again. The table's stream tells of fees; a schedule, whose event names nothing, takes what the stream left.
 */
final class IssueInvoice implements TriggeredFunction {
    private static final int MOST = 100;

    private final Fees fees;
    private final FeeWorkflow workflow;
    private final Debtors debtors;
    private final PaperArchive archive;
    private final ElectronicInvoice electronic;
    private final InvoicePage page;
    private final Clock clock;

    IssueInvoice(Fees fees, FeeWorkflow workflow, Debtors debtors, PaperArchive archive, Seller seller, Clock clock) {
        this.fees = fees;
        this.workflow = workflow;
        this.debtors = debtors;
        this.archive = archive;
        this.electronic = new ElectronicInvoice(seller);
        this.page = new InvoicePage(new PdfPrinter(), seller);
        this.clock = clock;
    }

    @Override
    public void accept(Trigger trigger) {
        var batch = new Batch("invoice not issued");
        (trigger.isStream()
                        ? trigger.keys("pk")
                        : fees.unfinished(MOST).stream().map(Fee::dossier).toList())
                .forEach(dossier -> batch.attempt(dossier, () -> issue(dossier)));
        batch.end("Invoices not issued");
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        var fee = Fee.due("priming", "Musterstadt", "AAAA-AAAA");
        var buyer = new Buyer("Stadt", "Markt 1", "12345", "Ort", null, "Rathaus", "rathaus@gemeinde.example");
        var invoice = fee.newInvoice("SO-2026-0000", buyer, LocalDate.EPOCH);
        electronic.fault(invoice);
        electronic.pdf(invoice, page.print(invoice));
        var _ = composed.apply(new ByteArrayInputStream(Trigger.EMPTY_STREAM.getBytes(UTF_8)));
    }

    private void issue(String dossier) {
        var _ = Retry.until(() -> {
            Optional<Fee> found = fees.of(dossier).filter(Fee::isUnfinished);
            found.ifPresent(this::goOn);
            return found.isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    /** The next thing that is to be done about it. */
    private void goOn(Fee fee) {
        Invoice invoice = fee.invoicing().invoice();
        CreditNote cancelling = fee.invoicing().cancelling();
        // What has a number leaves, even where it is taken back at once.
        if (invoice != null && !fee.invoicing().issued()) {
            send(fee, invoice);
        } else if (cancelling != null) {
            cancel(fee, cancelling);
        } else if (fee.cents() == 0) {
            fees.write(workflow.dropped(fee));
        } else {
            number(fee);
        }
    }

    /** Lost against another run, it is looked at anew. */
    private void number(Fee fee) {
        LocalDate today = GermanFormat.dayOf(clock.instant());
        Fees.Numbers numbers = fees.numbers(today.getYear());
        Buyer mended = fee.invoicing().buyer();
        Buyer buyer = mended == null ? debtors.of(fee).buyer() : mended;
        var invoice = fee.newInvoice(Invoice.number(today.getYear(), numbers.last() + 1), buyer, today);
        var fault = electronic.fault(invoice);
        fees.write(
                fault.isPresent()
                        ? workflow.faulty(fee, fault.get())
                        : fees.put(fee.numbered(invoice))
                                .and(fees.put(today.getYear(), numbers.next()))
                                .and(fees.put(Fees.Code.of(invoice.number(), fee.dossier()))));
    }

    /** A credit note takes its number from the same row, and is kept and sent as the invoice was. */
    private void cancel(Fee fee, CreditNote cancelling) {
        LocalDate today = GermanFormat.dayOf(clock.instant());
        if (!cancelling.isNumbered()) {
            Fees.Numbers numbers = fees.numbers(today.getYear());
            String number = Invoice.number(today.getYear(), numbers.last() + 1);
            fees.write(fees.put(fee.with(fee.invoicing().cancelling(cancelling.numbered(number, today))))
                    .and(fees.put(today.getYear(), numbers.next())));
            return;
        }
        archive.keep(cancelling.xmlKey(), "application/xml", electronic.xml(cancelling));
        archive.keep(cancelling.pdfKey(), "application/pdf", electronic.pdf(cancelling, page.print(cancelling)));
        fees.write(workflow.cancelled(fee, cancelling, clock.instant()));
    }

    private void send(Fee fee, Invoice invoice) {
        byte[] xml = electronic.xml(invoice);
        archive.keep(invoice.xmlKey(), "application/xml", xml);
        archive.keep(invoice.pdfKey(), "application/pdf", electronic.pdf(invoice, page.print(invoice)));
        fees.write(workflow.issued(fee, invoice, clock.instant()));
    }
}

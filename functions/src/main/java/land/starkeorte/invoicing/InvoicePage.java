package land.starkeorte.invoicing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.pdf.PdfPrinter;

/** An invoice as people read it. */
public final class InvoicePage {
    private final PdfPrinter printer;
    private final Seller seller;

    public InvoicePage(PdfPrinter printer, Seller seller) {
        this.printer = printer;
        this.seller = seller;
    }

    /** PDF/A-3, without the electronic invoice yet. */
    public byte[] print(Invoice invoice) {
        return print(
                invoice,
                Map.of(),
                invoice.asked() == 0
                        ? ""
                        : new GiroCode(
                                        seller.networkName(),
                                        seller.networkIban(),
                                        seller.networkBic(),
                                        invoice.asked(),
                                        invoice.reference() + " " + invoice.number())
                                .png());
    }

    /** The credit note that takes it back. */
    public byte[] print(CreditNote cancellation) {
        return print(
                cancellation.invoice(),
                Map.of("creditNote", cancellation.number(), "issued", GermanFormat.day(cancellation.day())),
                "");
    }

    private byte[] print(Invoice invoice, Map<String, String> more, String giroCode) {
        Buyer buyer = invoice.buyer();
        InvoiceSubject matter = invoice.about();
        var facts = facts(invoice);
        facts.putAll(more);
        return printer.print(
                "invoice",
                Map.of(
                        "network",
                        List.of(
                                seller.networkName(),
                                seller.networkStreet(),
                                seller.networkPostcode() + " " + seller.networkCity()),
                        "to",
                        List.of(buyer.name(), buyer.street(), buyer.postcode() + " " + buyer.city()),
                        "lines",
                        matter.items().stream()
                                .map(item -> List.of(
                                        words(item),
                                        Integer.toString(item.quantity()),
                                        GermanFormat.euros(item.total())))
                                .toList(),
                        "facts",
                        facts,
                        "giroCode",
                        giroCode));
    }

    private Map<String, String> facts(Invoice invoice) {
        Buyer buyer = invoice.buyer();
        InvoiceSubject matter = invoice.about();
        var facts = new HashMap<>(Map.of(
                "number", invoice.number(),
                "creditNote", "",
                "reference", invoice.reference(),
                "leitwegId", buyer.leitwegId() == null ? "" : buyer.leitwegId(),
                "issued", GermanFormat.day(invoice.issuedOn()),
                "due", GermanFormat.day(invoice.dueOn()),
                "amount", GermanFormat.euros(invoice.cents()),
                "taxNumber", seller.networkTaxNumber()));
        facts.putAll(Map.of(
                "taxReason", seller.networkTaxReason(),
                "iban", seller.networkIban().replaceAll("(.{4})(?=.)", "$1 "),
                "bic", seller.networkBic(),
                "paid", invoice.settled() == 0 ? "" : GermanFormat.euros(invoice.settled()),
                "asked", GermanFormat.euros(invoice.asked()),
                "contact", seller.networkPhone() + " · " + seller.networkMail(),
                "invoiced", GermanFormat.day(invoice.issuedOn()),
                "title", matter.title(),
                "when", when(matter)));
        return facts;
    }

    private static String words(InvoiceLine item) {
        return item.quantity() == 1 ? item.text() : item.text() + ", je " + GermanFormat.euros(item.cents());
    }

    private static String when(InvoiceSubject matter) {
        LocalDate from = matter.from();
        LocalDate to = matter.to();
        if (from == null || to == null) {
            return "Leistungsdatum ist das Rechnungsdatum.";
        }
        return from.equals(to)
                ? "Leistungsdatum ist der " + GermanFormat.day(from) + "."
                : "Leistungszeitraum: " + GermanFormat.day(from) + " bis " + GermanFormat.day(to) + ".";
    }
}

package land.starkeorte.fees;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.billing.Buyer;
import land.starkeorte.billing.Item;
import land.starkeorte.billing.Matter;
import land.starkeorte.forms.German;
import land.starkeorte.paper.Printer;

/** An invoice as people read it. */
final class InvoicePage {
    private final Printer printer;
    private final Seller seller;

    InvoicePage(Printer printer, Seller seller) {
        this.printer = printer;
        this.seller = seller;
    }

    /** PDF/A-3, without the electronic invoice yet. */
    byte[] print(Invoice invoice) {
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
    byte[] print(Cancellation cancellation) {
        return print(
                cancellation.invoice(),
                Map.of("creditNote", cancellation.number(), "issued", German.day(cancellation.day())),
                "");
    }

    private byte[] print(Invoice invoice, Map<String, String> more, String giroCode) {
        Buyer buyer = invoice.buyer();
        Matter matter = invoice.about();
        var facts = new HashMap<>(Map.of(
                "number", invoice.number(),
                "creditNote", "",
                "reference", invoice.reference(),
                "leitwegId", buyer.leitwegId() == null ? "" : buyer.leitwegId(),
                "issued", German.day(invoice.issuedOn()),
                "due", German.day(invoice.dueOn()),
                "amount", German.euros(invoice.cents()),
                "taxNumber", seller.networkTaxNumber()));
        facts.putAll(Map.of(
                "taxReason", seller.networkTaxReason(),
                "iban", seller.networkIban().replaceAll("(.{4})(?=.)", "$1 "),
                "bic", seller.networkBic(),
                "paid", invoice.settled() == 0 ? "" : German.euros(invoice.settled()),
                "asked", German.euros(invoice.asked()),
                "contact", seller.networkPhone() + " · " + seller.networkMail(),
                "invoiced", German.day(invoice.issuedOn()),
                "title", matter.title(),
                "when", when(matter)));
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
                                        words(item), Integer.toString(item.quantity()), German.euros(item.total())))
                                .toList(),
                        "facts",
                        facts,
                        "giroCode",
                        giroCode));
    }

    private static String words(Item item) {
        return item.quantity() == 1 ? item.text() : item.text() + ", je " + German.euros(item.cents());
    }

    private static String when(Matter matter) {
        LocalDate from = matter.from();
        LocalDate to = matter.to();
        if (from == null || to == null) {
            return "Leistungsdatum ist das Rechnungsdatum.";
        }
        return from.equals(to)
                ? "Leistungsdatum ist der " + German.day(from) + "."
                : "Leistungszeitraum: " + German.day(from) + " bis " + German.day(to) + ".";
    }
}

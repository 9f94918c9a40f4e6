package land.starkeorte.invoicing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import land.starkeorte.forms.GermanFormat;
import org.mustangproject.BankDetails;
import org.mustangproject.Contact;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.PDFAConformanceLevel;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;
import org.mustangproject.ZUGFeRD.ZUGFeRDDateFormat;
import org.xml.sax.SAXException;

/**
 * One invoice, two forms: XRechnung 3.0 (EN 16931 in UN/CEFACT's syntax), and the PDF that carries the same as ZUGFeRD 2.
 */
public final class ElectronicInvoice {
    private static final String SCHEMA = "/external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd";

    private final Seller seller;
    private final Schema schema = schema();

    public ElectronicInvoice(Seller seller) {
        this.seller = seller;
    }

    /** XRechnung. */
    public byte[] xml(Invoice invoice) {
        return xml(transaction(invoice));
    }

    /** The credit note that takes it back. */
    public byte[] xml(CreditNote cancellation) {
        return xml(transaction(cancellation));
    }

    private static byte[] xml(org.mustangproject.Invoice transaction) {
        var provider = new ZUGFeRD2PullProvider();
        provider.setProfile(Profiles.getByName("XRechnung"));
        provider.generateXML(transaction);
        return provider.getXML();
    }

    /**
     * ZUGFeRD: the printed page with the invoice inside.
     *
     * @param page PDF/A-3
     */
    public byte[] pdf(Invoice invoice, byte[] page) {
        return pdf(transaction(invoice), page);
    }

    /** The same, of a credit note. */
    public byte[] pdf(CreditNote cancellation, byte[] page) {
        return pdf(transaction(cancellation), page);
    }

    private static byte[] pdf(org.mustangproject.Invoice transaction, byte[] page) {
        var pdf = new ByteArrayOutputStream();
        try (var exporter = new ReadableExporter()) {
            exporter.setProducer("Starke Orte")
                    .setCreator("Starke Orte Netzwerk")
                    .setZUGFeRDVersion(2)
                    .setProfile(Profiles.getByName("EN16931"))
                    .setConformanceLevel(PDFAConformanceLevel.ACCESSIBLE)
                    .load(page);
            exporter.setTransaction(transaction);
            exporter.export(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** What is wrong with an invoice before it is sent; the full set of rules is checked by tests. */
    public Optional<String> fault(Invoice invoice) {
        Buyer buyer = invoice.buyer();
        return seller.fault()
                .or(() -> Seller.missing(Map.of(
                                "Name", buyer.name(),
                                "Postleitzahl", buyer.postcode(),
                                "Ort", buyer.city(),
                                "E-Mail-Adresse", buyer.mail()))
                        .map(missing -> "Wem die Rechnung gilt, ist nicht vollständig: " + missing + "."))
                .or(() -> fault(xml(invoice)));
    }

    private Optional<String> fault(byte[] xml) {
        try {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(Objects.requireNonNullElse(e.getMessage(), "not valid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private org.mustangproject.Invoice transaction(Invoice invoice) {
        Buyer buyer = invoice.buyer();
        var sender = new TradeParty(
                        seller.networkName(),
                        seller.networkStreet(),
                        seller.networkPostcode(),
                        seller.networkCity(),
                        "DE")
                .addTaxID(seller.networkTaxNumber())
                .setID(seller.networkTaxNumber())
                .setEmail(seller.networkMail())
                .setContact(new Contact(seller.networkContact(), seller.networkPhone(), seller.networkMail()))
                .addBankDetails(new BankDetails(seller.networkIban(), seller.networkBic())
                        .setAccountName(seller.networkName()));
        var recipient = new TradeParty(buyer.name(), buyer.street(), buyer.postcode(), buyer.city(), "DE")
                .setEmail(buyer.mail())
                .setContact(new Contact(buyer.contact(), null, buyer.mail()));
        var made = new org.mustangproject.Invoice();
        InvoiceSubject matter = invoice.about();
        matter.items().forEach(item -> made.addItem(line(matter, item)));
        if (matter.from() != null && matter.to() != null) {
            made.setDetailedDeliveryPeriod(date(matter.from()), date(matter.to()));
        } else {
            made.setDeliveryDate(date(invoice.issuedOn()));
        }
        return made.setNumber(invoice.number())
                .setIssueDate(date(invoice.issuedOn()))
                .setDueDate(date(invoice.dueOn()))
                .setPaymentTermDescription(
                        invoice.asked() == 0
                                ? "Schon beglichen, nichts zu zahlen."
                                : "Zahlbar bis " + GermanFormat.day(invoice.dueOn()) + ", Verwendungszweck "
                                        + invoice.reference() + ".")
                .setTotalPrepaidAmount(BigDecimal.valueOf(invoice.settled(), 2))
                .setReferenceNumber(Objects.requireNonNullElse(buyer.leitwegId(), invoice.reference()))
                .setPaymentReference(invoice.reference())
                .setCurrency("EUR")
                .setSender(sender)
                .setRecipient(recipient);
    }

    private org.mustangproject.Item line(InvoiceSubject matter, InvoiceLine item) {
        var product = new Product(item.text(), matter.title(), "C62", BigDecimal.ZERO)
                .setTaxCategoryCode("E")
                .setTaxExemptionReason(seller.networkTaxReason());
        return new org.mustangproject.Item(
                product, BigDecimal.valueOf(item.cents(), 2), BigDecimal.valueOf(item.quantity()));
    }

    /** Says the same as the invoice, the other way round (BT-3 381, BT-25 the invoice's number). */
    private org.mustangproject.Invoice transaction(CreditNote cancellation) {
        Invoice invoice = cancellation.invoice();
        var taken = transaction(invoice);
        taken.setCreditNote()
                .setNumber(cancellation.number())
                .setIssueDate(date(cancellation.day()))
                .setDueDate(date(cancellation.day()))
                .setTotalPrepaidAmount(BigDecimal.ZERO)
                .setPaymentTermDescription("Storno der Rechnung " + invoice.number() + "; nichts zu zahlen.")
                .addInvoiceReferencedDocument(new ReferencedDocument(invoice.number(), date(invoice.issuedOn())));
        return taken;
    }

    /** The moment that the library writes as this day, in whatever zone it does so. */
    private static Date date(LocalDate day) {
        ZoneId zone = ZUGFeRDDateFormat.DATE.getFormatter().getTimeZone().toZoneId();
        return Date.from(day.atStartOfDay(zone).toInstant());
    }

    private static Schema schema() {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            return factory.newSchema(Objects.requireNonNull(ElectronicInvoice.class.getResource(SCHEMA), SCHEMA));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema is not valid", e);
        }
    }
}

package land.starkeorte.fees;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.access.LinkTarget;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.invoicing.CreditNote;
import land.starkeorte.invoicing.Invoice;
import land.starkeorte.mail.Attachment;
import land.starkeorte.mail.Mail;
import land.starkeorte.platform.Secrets;

/** What a municipality is told about its fee. */
final class FeeMails {
    private FeeMails() {}

    /** With the invoice in both its forms; never before the letter that says what it is for. */
    static List<Mail> invoice(DossierSummary summary, Invoice invoice) {
        return mails("invoice", summary, invoiceModel(invoice), papers(invoice)).stream()
                .map(mail -> mail.following(Mail.only("admitted", summary.id(), mail.to())))
                .toList();
    }

    /** @param outstanding in cents */
    static List<Mail> reminder(DossierSummary summary, Invoice invoice, long outstanding) {
        var model = new HashMap<>(invoiceModel(invoice));
        model.put("outstanding", GermanFormat.euros(outstanding));
        return mails("feereminder", summary, model, papers(invoice));
    }

    /**
     * With the credit note in both its forms; the new invoice comes with a mail of its own.
     *
     * @param settled in cents, of what was owed
     */
    static List<Mail> cancelled(DossierSummary summary, CreditNote cancellation, long settled) {
        return mails(
                "invoicecancelled",
                summary,
                Map.of(
                        "number",
                        cancellation.number(),
                        "invoice",
                        cancellation.invoice().number(),
                        "paid",
                        settled == 0 ? "" : GermanFormat.euros(settled)),
                papers(cancellation));
    }

    static List<Mail> paid(DossierSummary summary) {
        return mails("paid", summary, Map.of(), List.of());
    }

    static List<Attachment> papers(Invoice invoice) {
        return papers(invoice.number(), invoice.pdfKey(), invoice.xmlKey());
    }

    static List<Attachment> papers(CreditNote cancellation) {
        return papers(cancellation.number(), cancellation.pdfKey(), cancellation.xmlKey());
    }

    private static List<Attachment> papers(String number, String pdfKey, String xmlKey) {
        return List.of(
                new Attachment(number + ".pdf", "application/pdf", pdfKey),
                new Attachment(number + ".xml", "application/xml", xmlKey));
    }

    static Map<String, String> invoiceModel(Invoice invoice) {
        return Map.of(
                "number", invoice.number(),
                "amount", GermanFormat.euros(invoice.cents()),
                "paid", invoice.settled() == 0 ? "" : GermanFormat.euros(invoice.settled()),
                "asked", invoice.asked() == 0 ? "" : GermanFormat.euros(invoice.asked()),
                "issued", GermanFormat.day(invoice.issuedOn()),
                "due", GermanFormat.day(invoice.dueOn()));
    }

    private static List<Mail> mails(
            String template, DossierSummary summary, Map<String, String> more, List<Attachment> papers) {
        var model = new HashMap<>(more);
        model.put("municipality", summary.municipality().label());
        model.put("reference", summary.reference());
        return summary.mails().stream()
                .map(to -> new Mail(
                                Secrets.id(),
                                to,
                                template,
                                model,
                                new LinkTarget.OneDossier(summary.id()),
                                summary.id(),
                                null,
                                papers)
                        .saying("greeting", summary.greeting(to)))
                .toList();
    }
}

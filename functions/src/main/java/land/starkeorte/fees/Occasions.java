package land.starkeorte.fees;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import land.starkeorte.applications.Candidate;
import land.starkeorte.forms.German;
import land.starkeorte.lambda.Secrets;
import land.starkeorte.mail.Attachment;
import land.starkeorte.mail.Mail;

/** What a municipality is told about its fee. */
final class Occasions {
    private Occasions() {}

    /** With the invoice in both its forms; never before the letter that says what it is for. */
    static List<Mail> invoice(Candidate candidate, Invoice invoice) {
        return mails("invoice", candidate, invoiceModel(invoice), papers(invoice)).stream()
                .map(mail -> mail.following(Mail.only("admitted", candidate.id(), mail.to())))
                .toList();
    }

    /** @param outstanding in cents */
    static List<Mail> reminder(Candidate candidate, Invoice invoice, long outstanding) {
        var model = new HashMap<>(invoiceModel(invoice));
        model.put("outstanding", German.euros(outstanding));
        return mails("feereminder", candidate, model, papers(invoice));
    }

    /**
     * With the credit note in both its forms; the new invoice comes with a mail of its own.
     *
     * @param settled in cents, of what was owed
     */
    static List<Mail> cancelled(Candidate candidate, Cancellation cancellation, long settled) {
        return mails(
                "invoicecancelled",
                candidate,
                Map.of(
                        "number",
                        cancellation.number(),
                        "invoice",
                        cancellation.invoice().number(),
                        "paid",
                        settled == 0 ? "" : German.euros(settled)),
                papers(cancellation));
    }

    static List<Mail> paid(Candidate candidate) {
        return mails("paid", candidate, Map.of(), List.of());
    }

    static List<Attachment> papers(Invoice invoice) {
        return papers(invoice.number(), invoice.pdfKey(), invoice.xmlKey());
    }

    static List<Attachment> papers(Cancellation cancellation) {
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
                "amount", German.euros(invoice.cents()),
                "paid", invoice.settled() == 0 ? "" : German.euros(invoice.settled()),
                "asked", invoice.asked() == 0 ? "" : German.euros(invoice.asked()),
                "issued", German.day(invoice.issuedOn()),
                "due", German.day(invoice.dueOn()));
    }

    private static List<Mail> mails(
            String template, Candidate candidate, Map<String, String> more, List<Attachment> papers) {
        var model = new HashMap<>(more);
        model.put("municipality", candidate.municipality().label());
        model.put("reference", candidate.reference());
        return candidate.mails().stream()
                .map(to -> new Mail(Secrets.id(), to, template, model, candidate.id(), candidate.id(), null, papers)
                        .saying("greeting", candidate.greeting(to)))
                .toList();
    }
}

package land.starkeorte.backoffice;

import java.time.Duration;
import java.util.List;
import land.starkeorte.http.Link;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.mail.Attachment;
import land.starkeorte.mail.Outbox;
import land.starkeorte.pdf.PaperArchive;

/** What went with a mail, for the office, by links that live a minute. */
final class StaffAttachmentEndpoints {
    private static final Duration LINK_VALID = Duration.ofMinutes(1);

    private final Outbox ledger;
    private final PaperArchive papers;
    private final PaperArchive copies;

    StaffAttachmentEndpoints(Outbox ledger, PaperArchive papers, PaperArchive copies) {
        this.ledger = ledger;
        this.papers = papers;
        this.copies = copies;
    }

    Routes routes() {
        return Routes.NONE.staff("GET /api/staff/dossiers/{id}/mails/{mail}/attachments/{number}", this::link);
    }

    private Response link(Request request) {
        List<Attachment> all =
                StaffSentMailEndpoints.entry(ledger, request).mail().attachments();
        String number = request.path("number");
        if (!number.matches("[0-9]{1,2}") || Integer.parseInt(number) >= all.size()) {
            throw Problem.notFound("Diesen Anhang gibt es nicht.");
        }
        Attachment paper = all.get(Integer.parseInt(number));
        PaperArchive archive = paper.key().startsWith(Attachment.APPLICATIONS) ? copies : papers;
        return Response.ok(new Link(archive.link(paper.key(), paper.name(), paper.type(), LINK_VALID)));
    }
}

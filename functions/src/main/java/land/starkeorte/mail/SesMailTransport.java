package land.starkeorte.mail;

import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;

/** SES, API version 2. Subject and body are fields of a JSON request, so no header can be made of either. */
final class SesMailTransport implements MailTransport {
    private final SesV2Client ses;
    private final String sender;
    private final String events;

    SesMailTransport(SesV2Client ses, String sender, String events) {
        this.ses = ses;
        this.sender = sender;
        this.events = events;
    }

    @Override
    public String send(String to, RenderedMail letter, String mailId) {
        try {
            return ses.sendEmail(email -> email.fromEmailAddress(sender)
                            .configurationSetName(events)
                            .destination(destination -> destination.toAddresses(to))
                            .emailTags(tag -> tag.name("mail").value(mailId))
                            .content(content -> content.simple(simple -> simple.subject(utf8(letter.subject()))
                                    .body(body -> body.text(utf8(letter.text())).html(utf8(letter.html())))
                                    .attachments(letter.files().stream()
                                            .map(SesMailTransport::attachment)
                                            .toList()))))
                    .messageId();
        } catch (BadRequestException | MessageRejectedException e) {
            throw new Refused(e);
        } catch (SdkException e) {
            // Throttling, a pause in sending, an outage, a missing right, no network: all of them pass or are mended.
            throw new Busy(e);
        }
    }

    private static Attachment attachment(RenderedMail.File file) {
        return Attachment.builder()
                .fileName(file.name())
                .contentType(file.type())
                .contentDisposition("ATTACHMENT")
                .rawContent(SdkBytes.fromByteArray(Base64.getDecoder().decode(file.base64())))
                .build();
    }

    private static Content utf8(String data) {
        return Content.builder().data(data).charset("UTF-8").build();
    }
}

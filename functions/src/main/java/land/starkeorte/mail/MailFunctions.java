package land.starkeorte.mail;

import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.store.Store;

/** Puts the senders of mail together. */
public final class MailFunctions {
    private MailFunctions() {}

    /** What the outbox's stream starts. */
    public static LambdaFunction deliver(MailSettings settings, LinkIssuer links, Store store, Clock clock) {
        return new DeliverMail(sender(settings, links, store, clock));
    }

    /** What the schedule starts. */
    public static LambdaFunction sweep(MailSettings settings, LinkIssuer links, Store store, Clock clock) {
        return new SweepMails(
                sender(settings, links, store, clock), clock, pause -> LockSupport.parkNanos(pause.toNanos()));
    }

    /** What SES's events start. */
    public static LambdaFunction feedback(FeedbackSettings settings, BounceListener told, Store store, Clock clock) {
        return new MailFeedback(new Outbox(store.table(settings.outboxTable())), told, clock);
    }

    private static MailSender sender(MailSettings settings, LinkIssuer links, Store store, Clock clock) {
        return new MailSender(
                new Outbox(store.table(settings.outboxTable())),
                links,
                new MailRenderer(
                        settings.siteUrl(),
                        settings.mailSender(),
                        new S3AttachmentStore(Clients.s3(), settings.papersBucket(), settings.copiesBucket())),
                new SesMailTransport(Clients.ses(), settings.mailSender(), settings.mailEvents()),
                clock);
    }
}

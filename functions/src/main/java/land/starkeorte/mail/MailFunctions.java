package land.starkeorte.mail;

import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.platform.Clients;
import land.starkeorte.store.Store;

/** Puts the senders of mail together. */
public final class MailFunctions {
    private MailFunctions() {}

    /**
     * What the platform starts.
     *
     * @param links who issues the links that mails ask for
     * @param bounces who acts when mail comes back
     */
    public static void register(
            FunctionRegistrations functions,
            Function<FunctionContext, LinkIssuer> links,
            Function<FunctionContext, BounceListener> bounces) {
        functions
                .add(
                        "deliverMail",
                        context -> deliver(
                                context.settings(MailSettings.class),
                                links.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "sweepMails",
                        context -> sweep(
                                context.settings(MailSettings.class),
                                links.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "mailFeedback",
                        context -> feedback(
                                context.settings(FeedbackSettings.class),
                                bounces.apply(context),
                                context.store(),
                                context.clock()));
    }

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

package land.starkeorte.mail;

import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the senders of mail together. */
public final class MailFunctions {
    private MailFunctions() {}

    /** What the outbox's stream starts. */
    public static LambdaFunction deliver(
            MailSettings settings, LinkIssuer links, DynamoDbClient dynamoDb, Clock clock) {
        return new DeliverMail(sender(settings, links, dynamoDb, clock));
    }

    /** What the schedule starts. */
    public static LambdaFunction sweep(MailSettings settings, LinkIssuer links, DynamoDbClient dynamoDb, Clock clock) {
        return new SweepMails(
                sender(settings, links, dynamoDb, clock), clock, pause -> LockSupport.parkNanos(pause.toNanos()));
    }

    /** What SES's events start. */
    public static LambdaFunction feedback(
            FeedbackSettings settings, BounceListener told, DynamoDbClient dynamoDb, Clock clock) {
        return new MailFeedback(new DynamoOutbox(dynamoDb, settings.outboxTable()), told, clock);
    }

    private static MailSender sender(MailSettings settings, LinkIssuer links, DynamoDbClient dynamoDb, Clock clock) {
        return new MailSender(
                new DynamoOutbox(dynamoDb, settings.outboxTable()),
                links,
                new MailRenderer(
                        settings.siteUrl(),
                        settings.mailSender(),
                        new S3AttachmentStore(Clients.s3(), settings.papersBucket(), settings.copiesBucket())),
                new SesMailTransport(Clients.ses(), settings.mailSender(), settings.mailEvents()),
                clock);
    }
}

package land.starkeorte.mail;

import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import land.starkeorte.lambda.Clients;
import land.starkeorte.lambda.LambdaFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the senders of mail together. */
public final class MailFunctions {
    private MailFunctions() {}

    /** What the outbox's stream starts. */
    public static LambdaFunction deliver(MailSettings settings, Links links, DynamoDbClient dynamoDb, Clock clock) {
        return new DeliverMail(sender(settings, links, dynamoDb, clock));
    }

    /** What the schedule starts. */
    public static LambdaFunction sweep(MailSettings settings, Links links, DynamoDbClient dynamoDb, Clock clock) {
        return new SweepMails(
                sender(settings, links, dynamoDb, clock), clock, pause -> LockSupport.parkNanos(pause.toNanos()));
    }

    /** What SES's events start. */
    public static LambdaFunction feedback(
            FeedbackSettings settings, ReturnedMail told, DynamoDbClient dynamoDb, Clock clock) {
        return new MailFeedback(new DynamoOutbox(dynamoDb, settings.outboxTable()), told, clock);
    }

    private static Sender sender(MailSettings settings, Links links, DynamoDbClient dynamoDb, Clock clock) {
        return new Sender(
                new DynamoOutbox(dynamoDb, settings.outboxTable()),
                links,
                new Letters(
                        settings.siteUrl(),
                        settings.mailSender(),
                        new S3Papers(Clients.s3(), settings.papersBucket(), settings.copiesBucket())),
                new SesPost(Clients.ses(), settings.mailSender(), settings.mailEvents()),
                clock);
    }
}

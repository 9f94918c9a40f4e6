package land.starkeorte;

import java.time.Clock;
import java.util.Map;
import land.starkeorte.applications.ApplicationFunctions;
import land.starkeorte.applications.ApplicationSettings;
import land.starkeorte.lambda.Clients;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.lambda.Part;
import land.starkeorte.mail.FeedbackSettings;
import land.starkeorte.mail.MailFunctions;
import land.starkeorte.mail.MailSettings;

/** The table of contents: which function is made of what. */
public final class Network {
    /** The one clock. */
    private static final Clock CLOCK = Clock.systemUTC();

    private static final Map<String, Part<?>> FUNCTIONS = Map.of(
            "applications", new Part<>(ApplicationSettings.class, Network::applications),
            "deliverMail", new Part<>(MailSettings.class, Network::deliverMail),
            "mailFeedback", new Part<>(FeedbackSettings.class, Network::mailFeedback),
            "sweepMails", new Part<>(MailSettings.class, Network::sweepMails));

    private Network() {}

    /** Every function, by the name that a Lambda pins. */
    public static Map<String, Part<?>> functions() {
        return FUNCTIONS;
    }

    private static LambdaFunction applications(ApplicationSettings settings) {
        return ApplicationFunctions.serve(settings, Clients.dynamoDb(), CLOCK);
    }

    private static LambdaFunction deliverMail(MailSettings settings) {
        var dynamoDb = Clients.dynamoDb();
        var links = ApplicationFunctions.links(dynamoDb, settings.applicationsTable(), settings.siteUrl(), CLOCK);
        return MailFunctions.deliver(settings, links, dynamoDb, CLOCK);
    }

    private static LambdaFunction mailFeedback(FeedbackSettings settings) {
        return MailFunctions.feedback(settings, Clients.dynamoDb());
    }

    private static LambdaFunction sweepMails(MailSettings settings) {
        var dynamoDb = Clients.dynamoDb();
        var links = ApplicationFunctions.links(dynamoDb, settings.applicationsTable(), settings.siteUrl(), CLOCK);
        return MailFunctions.sweep(settings, links, dynamoDb, CLOCK);
    }
}

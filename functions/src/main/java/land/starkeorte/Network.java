package land.starkeorte;

import java.time.Clock;
import java.util.Map;
import land.starkeorte.applications.ApplicationFunctions;
import land.starkeorte.applications.ApplicationSettings;
import land.starkeorte.applications.DeadlineSettings;
import land.starkeorte.applications.StaffSettings;
import land.starkeorte.documents.DocumentFunctions;
import land.starkeorte.documents.DocumentSettings;
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
            "checkDocument", new Part<>(DocumentSettings.class, Network::checkDocument),
            "deliverMail", new Part<>(MailSettings.class, Network::deliverMail),
            "documents", new Part<>(DocumentSettings.class, Network::documents),
            "mailFeedback", new Part<>(FeedbackSettings.class, Network::mailFeedback),
            "openTasks", new Part<>(DeadlineSettings.class, Network::openTasks),
            "staff", new Part<>(StaffSettings.class, Network::staff),
            "sweepDocuments", new Part<>(DocumentSettings.class, Network::sweepDocuments),
            "sweepMails", new Part<>(MailSettings.class, Network::sweepMails));

    private Network() {}

    /** Every function, by the name that a Lambda pins. */
    public static Map<String, Part<?>> functions() {
        return FUNCTIONS;
    }

    private static LambdaFunction applications(ApplicationSettings settings) {
        return ApplicationFunctions.serve(settings, Clients.dynamoDb(), CLOCK);
    }

    private static LambdaFunction checkDocument(DocumentSettings settings) {
        return DocumentFunctions.check(settings, Clients.dynamoDb(), CLOCK);
    }

    private static LambdaFunction deliverMail(MailSettings settings) {
        var dynamoDb = Clients.dynamoDb();
        var links = ApplicationFunctions.links(dynamoDb, settings.applicationsTable(), settings.siteUrl(), CLOCK);
        return MailFunctions.deliver(settings, links, dynamoDb, CLOCK);
    }

    private static LambdaFunction documents(DocumentSettings settings) {
        var dynamoDb = Clients.dynamoDb();
        var doors = ApplicationFunctions.doors(dynamoDb, settings.applicationsTable(), CLOCK);
        return DocumentFunctions.serve(settings, doors, dynamoDb, CLOCK);
    }

    private static LambdaFunction mailFeedback(FeedbackSettings settings) {
        var dynamoDb = Clients.dynamoDb();
        var told = ApplicationFunctions.returnedMail(dynamoDb, settings.applicationsTable(), CLOCK);
        return MailFunctions.feedback(settings, told, dynamoDb, CLOCK);
    }

    private static LambdaFunction openTasks(DeadlineSettings settings) {
        return ApplicationFunctions.openTasks(settings, Clients.dynamoDb(), CLOCK);
    }

    private static LambdaFunction staff(StaffSettings settings) {
        return ApplicationFunctions.serveStaff(settings, Clients.dynamoDb(), CLOCK);
    }

    private static LambdaFunction sweepDocuments(DocumentSettings settings) {
        return DocumentFunctions.sweep(settings, Clients.dynamoDb(), CLOCK);
    }

    private static LambdaFunction sweepMails(MailSettings settings) {
        var dynamoDb = Clients.dynamoDb();
        var links = ApplicationFunctions.links(dynamoDb, settings.applicationsTable(), settings.siteUrl(), CLOCK);
        return MailFunctions.sweep(settings, links, dynamoDb, CLOCK);
    }
}

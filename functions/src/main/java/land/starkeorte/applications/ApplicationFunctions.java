package land.starkeorte.applications;

import java.time.Clock;
import java.util.HashMap;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.lambda.LambdaFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.Links;
import land.starkeorte.robots.DynamoRobots;
import land.starkeorte.robots.Robots;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class ApplicationFunctions {
    private ApplicationFunctions() {}

    /** The endpoints. */
    public static LambdaFunction serve(ApplicationSettings settings, DynamoDbClient dynamoDb, Clock clock) {
        var robotItems = new DynamoRobots(dynamoDb, settings.robotsTable());
        var dossiers = new DynamoDossiers(
                dynamoDb, settings.applicationsTable(), new DynamoOutbox(dynamoDb, settings.outboxTable()), robotItems);
        var endpoints = new ApplicationEndpoints(
                dossiers, new Robots(robotItems::signingKey, clock), settings.staffAddress(), clock);
        var routes = new HashMap<>(endpoints.routes());
        routes.putAll(new StaffEndpoints(dossiers, clock).routes());
        return new HttpFunction(routes, endpoints::prime);
    }

    /** The links that mails carry. */
    public static Links links(DynamoDbClient dynamoDb, String applicationsTable, String siteUrl, Clock clock) {
        return new DossierLinks(new DynamoAccess(dynamoDb, applicationsTable), siteUrl, clock);
    }
}

package land.starkeorte.dossiers;

import java.time.Clock;
import land.starkeorte.access.Sessions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class DossierFunctions {
    private DossierFunctions() {}

    /** Who lets officials into their dossiers. */
    public static DossierAccess access(
            DynamoDbClient dynamoDb, String applicationsTable, Sessions sessions, Clock clock) {
        return new DossierAccess(new DynamoDossierReader(dynamoDb, applicationsTable), sessions, clock);
    }
}

package land.starkeorte.tasks;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the others and to the platform. */
public final class TaskFunctions {
    private TaskFunctions() {}

    /** Tasks for the office that are about something else than a dossier. */
    public static OfficeTasks tasks(DynamoDbClient dynamoDb, String applicationsTable) {
        return new OfficeTasks(new DynamoTasks(dynamoDb, applicationsTable));
    }
}

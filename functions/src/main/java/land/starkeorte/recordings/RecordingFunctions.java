package land.starkeorte.recordings;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import land.starkeorte.accounts.DynamoAccounts;
import land.starkeorte.events.EventDirectory;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.platform.ScheduledJobs;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.DynamoTable;
import land.starkeorte.store.IdempotentWriter;
import land.starkeorte.tasks.OfficeTasks;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what this feature offers to the platform. */
public final class RecordingFunctions {
    private RecordingFunctions() {}

    /** The endpoints for the office. */
    public static LambdaFunction collect(
            UploadSettings settings, EventDirectory programme, DynamoDbClient dynamoDb, Clock clock) {
        return collect(settings, shelf(settings.own()), programme, dynamoDb, clock);
    }

    static LambdaFunction collect(
            UploadSettings settings,
            RecordingStorage storage,
            EventDirectory programme,
            DynamoDbClient dynamoDb,
            Clock clock) {
        var recordings = recordings(settings.own(), dynamoDb);
        var writer = new IdempotentWriter(dynamoDb, settings.own().recordingsTable(), clock);
        var routes = new HashMap<String, Endpoint>(new StaffRecordingEndpoints(
                        recordings, storage, programme, writer, settings.own().retention(), clock)
                .routes());
        routes.putAll(new UploadEndpoints(recordings, storage, writer).routes());
        return new HttpFunction(routes, () -> {
            var _ = recordings.find("0".repeat(32));
        });
    }

    /** The endpoints for members. */
    public static LambdaFunction lend(LibrarySettings settings, DynamoDbClient dynamoDb, Clock clock) {
        return lend(settings, shelf(settings.own()), dynamoDb, clock);
    }

    static LambdaFunction lend(
            LibrarySettings settings, RecordingStorage storage, DynamoDbClient dynamoDb, Clock clock) {
        var recordings = recordings(settings.own(), dynamoDb);
        var accounts = new DynamoAccounts(dynamoDb, settings.accountsTable());
        return new HttpFunction(
                new LibraryEndpoints(
                                recordings, storage, accounts, settings.own().retention(), clock)
                        .routes(),
                () -> {
                    var _ = recordings.find("0".repeat(32));
                });
    }

    /** What the daily schedule starts. */
    public static LambdaFunction archive(
            ArchiveSettings settings,
            EventDirectory programme,
            OfficeTasks tasks,
            Supplier<List<String>> members,
            DynamoDbClient dynamoDb,
            Clock clock) {
        return archive(settings, shelf(settings.own()), programme, tasks, members, dynamoDb, clock);
    }

    static LambdaFunction archive(
            ArchiveSettings settings,
            RecordingStorage storage,
            EventDirectory programme,
            OfficeTasks tasks,
            Supplier<List<String>> members,
            DynamoDbClient dynamoDb,
            Clock clock) {
        var recordings = recordings(settings.own(), dynamoDb);
        var outbox = new DynamoOutbox(dynamoDb, settings.outboxTable());
        var recordingMails = new RecordingMails(settings.staffAddress());
        var retention = settings.own().retention();
        var notifications = new RecordingNotifications(recordings, outbox, recordingMails, members, retention);
        return new ScheduledJobs(
                List.of(new ArchiveJob(
                        recordings,
                        storage,
                        programme,
                        tasks,
                        outbox,
                        recordingMails,
                        notifications,
                        retention,
                        clock)),
                clock);
    }

    private static DynamoRecordings recordings(RecordingSettings settings, DynamoDbClient dynamoDb) {
        return new DynamoRecordings(new DynamoTable(dynamoDb, settings.recordingsTable()));
    }

    private static RecordingStorage shelf(RecordingSettings settings) {
        return new S3RecordingStorage(
                Clients.patientS3(),
                new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()),
                settings.recordingsBucket());
    }
}

package land.starkeorte.recordings;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import land.starkeorte.accounts.Accounts;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.assembly.ScheduledJobs;
import land.starkeorte.events.EventDirectory;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.mail.Outbox;
import land.starkeorte.platform.Clients;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;
import land.starkeorte.tasks.OfficeTasks;

/** Puts together what this feature offers to the platform. */
public final class RecordingFunctions {
    private RecordingFunctions() {}

    /**
     * What the platform starts.
     *
     * @param events what takes place or took place
     * @param tasks what the office has to do
     * @param members the addresses of everybody who acts for a member
     */
    public static void register(
            FunctionRegistrations functions,
            Function<FunctionContext, EventDirectory> events,
            Function<FunctionContext, OfficeTasks> tasks,
            Function<FunctionContext, Supplier<List<String>>> members) {
        functions
                .add(
                        "recordings",
                        context -> collect(
                                context.settings(UploadSettings.class),
                                events.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "library",
                        context -> lend(context.settings(LibrarySettings.class), context.store(), context.clock()))
                .add(
                        "archiveRecordings",
                        context -> archive(
                                context.settings(ArchiveSettings.class),
                                events.apply(context),
                                tasks.apply(context),
                                members.apply(context),
                                context.store(),
                                context.clock()));
    }

    /** The endpoints for the office. */
    public static LambdaFunction collect(UploadSettings settings, EventDirectory programme, Store store, Clock clock) {
        return collect(settings, shelf(settings.own()), programme, store, clock);
    }

    static LambdaFunction collect(
            UploadSettings settings, RecordingStorage storage, EventDirectory programme, Store store, Clock clock) {
        var recordings = recordings(settings.own(), store);
        var writer = new IdempotentWriter(store.table(settings.own().recordingsTable()), clock);
        var routes = new StaffRecordingEndpoints(
                        recordings, storage, programme, writer, settings.own().retention(), clock)
                .routes()
                .and(new TrackEndpoints(recordings, writer).routes())
                .and(new UploadEndpoints(recordings, storage, writer).routes());
        return new HttpFunction(routes, () -> {
            var _ = recordings.find("0".repeat(32));
        });
    }

    /** The endpoints for members. */
    public static LambdaFunction lend(LibrarySettings settings, Store store, Clock clock) {
        return lend(settings, shelf(settings.own()), store, clock);
    }

    static LambdaFunction lend(LibrarySettings settings, RecordingStorage storage, Store store, Clock clock) {
        var recordings = recordings(settings.own(), store);
        var accounts = new Accounts(store.table(settings.accountsTable()));
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
            Store store,
            Clock clock) {
        return archive(settings, shelf(settings.own()), programme, tasks, members, store, clock);
    }

    static LambdaFunction archive(
            ArchiveSettings settings,
            RecordingStorage storage,
            EventDirectory programme,
            OfficeTasks tasks,
            Supplier<List<String>> members,
            Store store,
            Clock clock) {
        var recordings = recordings(settings.own(), store);
        var outbox = new Outbox(store.table(settings.outboxTable()));
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

    private static Recordings recordings(RecordingSettings settings, Store store) {
        return new Recordings(store.table(settings.recordingsTable()));
    }

    private static RecordingStorage shelf(RecordingSettings settings) {
        return new S3RecordingStorage(
                Clients.patientS3(),
                new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()),
                settings.recordingsBucket());
    }
}

package land.starkeorte.documents;

import java.time.Clock;
import java.util.function.Function;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.http.Routes;
import land.starkeorte.platform.Clients;
import land.starkeorte.preselection.PollAccess;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;

/** Puts together what this feature offers to the platform. */
public final class DocumentFunctions {
    private DocumentFunctions() {}

    /**
     * What the platform starts.
     *
     * @param access who lets officials into their dossiers
     * @param polls who lets founders look into what they vote on
     * @param beside what else of a dossier can be saved as a file
     */
    public static void register(
            FunctionRegistrations functions,
            Function<FunctionContext, DossierAccess> access,
            Function<FunctionContext, PollAccess> polls,
            Function<FunctionContext, Routes> beside) {
        functions
                .add(
                        "documents",
                        context -> serve(
                                context.settings(DocumentSettings.class),
                                access.apply(context),
                                polls.apply(context),
                                beside.apply(context),
                                context.store(),
                                context.clock()))
                .add(
                        "checkDocument",
                        context -> check(context.settings(DocumentSettings.class), context.store(), context.clock()))
                .add(
                        "sweepDocuments",
                        context -> sweep(context.settings(DocumentSettings.class), context.store(), context.clock()));
    }

    /**
     * The endpoints, for officials, for founders and for the office.
     *
     * @param beside what else of a dossier can be saved as a file
     */
    public static LambdaFunction serve(
            DocumentSettings settings,
            DossierAccess dossierAccess,
            PollAccess pollAccess,
            Routes beside,
            Store store,
            Clock clock) {
        return serve(documents(settings, store, clock), files(settings), dossierAccess, pollAccess, beside, clock);
    }

    /** What EventBridge starts when something is uploaded or scanned. */
    public static LambdaFunction check(DocumentSettings settings, Store store, Clock clock) {
        return new CheckDocument(new DocumentProcessing(documents(settings, store, clock), files(settings)));
    }

    /** What the daily schedule starts. */
    public static LambdaFunction sweep(DocumentSettings settings, Store store, Clock clock) {
        Documents documents = documents(settings, store, clock);
        DocumentStorage storage = files(settings);
        return new SweepDocuments(documents, storage, new DocumentProcessing(documents, storage), clock);
    }

    static LambdaFunction serve(
            Documents documents,
            DocumentStorage storage,
            DossierAccess dossierAccess,
            PollAccess pollAccess,
            Routes beside,
            Clock clock) {
        var uploads = new DocumentUploads(documents, storage, clock);
        Routes routes = new DocumentEndpoints(uploads, dossierAccess, pollAccess).routes();
        routes = routes.and(beside);
        return new HttpFunction(routes, uploads::prime);
    }

    private static Documents documents(DocumentSettings settings, Store store, Clock clock) {
        return new Documents(
                store.table(settings.documentsTable()),
                new DossierTransitions(store.table(settings.applicationsTable()), clock));
    }

    private static DocumentStorage files(DocumentSettings settings) {
        return new S3DocumentStorage(
                Clients.s3(),
                new S3Signer(Clients.s3Presigner(), Clients.credentials(), Clients.region()),
                new S3DocumentStorage.Buckets(
                        settings.quarantineBucket(), settings.documentsBucket(), settings.uploadUrl()));
    }
}

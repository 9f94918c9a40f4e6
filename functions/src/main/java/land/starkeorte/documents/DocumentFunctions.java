package land.starkeorte.documents;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import land.starkeorte.dossiers.DossierAccess;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.http.Endpoint;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;
import land.starkeorte.preselection.PollAccess;
import land.starkeorte.s3.S3Signer;
import land.starkeorte.store.Store;

/** Puts together what this feature offers to the platform. */
public final class DocumentFunctions {
    private DocumentFunctions() {}

    /**
     * The endpoints, for officials, for founders and for the office.
     *
     * @param beside what else of a dossier can be saved as a file
     */
    public static LambdaFunction serve(
            DocumentSettings settings,
            DossierAccess dossierAccess,
            PollAccess pollAccess,
            Map<String, Endpoint> beside,
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
            Map<String, Endpoint> beside,
            Clock clock) {
        var uploads = new DocumentUploads(documents, storage, clock);
        var routes = new HashMap<>(new DocumentEndpoints(uploads, dossierAccess, pollAccess).routes());
        routes.putAll(beside);
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

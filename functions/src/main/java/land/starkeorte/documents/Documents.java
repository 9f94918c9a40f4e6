package land.starkeorte.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of what is known about documents. Each write is over exactly the revision that was read. */
interface Documents {
    /** No dossier needs more. */
    int MOST = 20;

    /** How announcing a document ended. */
    enum Added {
        DONE,
        THERE_ALREADY,
        FULL
    }

    /** Which document of which dossier. */
    record Key(String dossier, String id) {}

    Optional<Document> find(String dossier, String id);

    /** All that are not being deleted, oldest first. */
    List<Document> of(String dossier);

    /** At most {@link #MOST} at a time, however many are announced at once; refused ones do not count. */
    Added add(Document document);

    /** Keeps what a check or a scan found; false when somebody else wrote in between. */
    boolean keep(Document before, Document after);

    /** Ends the waiting, with a line in the dossier's history and, for a refusal, a task of the office. */
    boolean decide(Document before, Document after);

    /** It is to go, by the wish of {@code who}. */
    boolean startDeleting(Document before, Document after, String who);

    /** It was never uploaded: gone without a trace. */
    boolean forgetAwaited(Document document);

    /** Its files are gone, so its line goes. */
    void deleted(Document document);

    /** Those that were waiting, or being deleted, before then. */
    List<Key> pendingSince(Instant before, int most);
}

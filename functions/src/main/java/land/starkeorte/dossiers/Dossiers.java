package land.starkeorte.dossiers;

import java.time.Instant;
import java.util.Optional;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.NewestPage;
import land.starkeorte.messages.Note;
import land.starkeorte.municipalities.Municipality;
import org.jspecify.annotations.Nullable;

/** The store. Each write is one transaction: all of it, or nothing. */
public interface Dossiers extends DossierReader {
    /** What this key was answered, as long as it is kept. */
    Optional<IdempotencyKey.StoredResponse> answered(IdempotencyKey key, Instant now);

    /** Writes over exactly the version that {@code before} is; claims the municipality when it is sent, frees it when withdrawn. */
    WriteResult change(Dossier before, Dossier after, AlsoWritten additions, Instant now);

    /** The dossier that this municipality has, or is a member by; nothing for members without one. */
    Optional<String> claimant(Municipality municipality);

    /** What else is in the dossier. */
    DossierContents contents(String id);

    /** The newest messages, or those before a place that an {@link NewestPage} gave out. */
    NewestPage<Message> messages(String id, @Nullable String before);

    /** The office's notes likewise. */
    NewestPage<Note> notes(String id, @Nullable String before);

    /** What the correction of this number changed. */
    Optional<AppliedCorrection> mended(String id, int number);
}

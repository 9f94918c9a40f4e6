package land.starkeorte.dossiers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.http.IdempotentWriter;
import land.starkeorte.http.Response;
import land.starkeorte.mail.Outbox;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.NewestPage;
import land.starkeorte.messages.Note;
import land.starkeorte.store.Planned;
import land.starkeorte.store.Table;
import land.starkeorte.store.Transaction;
import land.starkeorte.tasks.Task;
import org.jspecify.annotations.Nullable;

/** Dossiers, what is in them, and how they change; see {@link DossierItems} for the table. */
public final class Dossiers extends DossierReader {
    private final Table table;
    private final DossierItems items;
    private final Outbox outbox;
    private final TransitionEffects effects;
    private final IdempotentWriter writer;
    private final Clock clock;

    /** Over the applications table. */
    public Dossiers(Table table, Outbox outbox, TransitionEffects effects, Clock clock) {
        super(table);
        this.table = table;
        this.items = new DossierItems(table);
        this.outbox = outbox;
        this.effects = effects;
        this.writer = new IdempotentWriter(table, clock);
        this.clock = clock;
    }

    /** What becomes of a dossier, and what is written with it. */
    public record Change(Dossier before, Dossier after, AlsoWritten additions) {
        /** There is nothing to do: it is as it was asked to be. */
        public static Change none(Dossier dossier) {
            return new Change(dossier, dossier, AlsoWritten.NONE);
        }
    }

    /** Writes what {@code change} makes of the dossier; it is made again when somebody else wrote in between. */
    public Change retrying(Supplier<Change> change) {
        return table.store().retrying(() -> {
            Change made = change.get();
            return new Planned<>(writes(made), made);
        });
    }

    /** The same, once for this key: a repeat gets the answer of the first. */
    public Response onlyOnce(IdempotencyKey key, Supplier<Change> change, Function<Change, Response> answer) {
        return onlyOnce(key, () -> {
            Change made = change.get();
            return new Planned<>(writes(made), answer.apply(made));
        });
    }

    /** The same, for whatever else is written. */
    public Response onlyOnce(IdempotencyKey key, Supplier<Planned<Response>> plan) {
        return writer.onlyOnce(key, plan);
    }

    /** The same without another try; false when somebody else wrote in between. */
    public boolean write(Change change) {
        return table.write(writes(change));
    }

    /** An answer that says no more than that it is done. */
    public static Response created(Change made) {
        return Response.created();
    }

    /** All of a change; a municipality is claimed when its dossier is sent, and freed when it is over. */
    public Transaction writes(Change change) {
        Dossier before = change.before();
        Dossier after = change.after();
        if (before.equals(after)) {
            return Transaction.NONE;
        }
        Instant now = clock.instant();
        var rows = change.additions().rows().stream().map(row -> items.row(after.id(), row));
        var writes = items.change(before, after)
                .and(outbox.put(change.additions().mails(), now))
                .and(Transaction.of(rows));
        return after.state() == before.state()
                ? writes
                : writes.and(effects.of(before.state(), DossierSummary.of(after), now));
    }

    /** What else is in the dossier. */
    public DossierContents contents(String id) {
        return new DossierContents(
                table.all(id, "step#", HistoryEntry.class),
                table.all(id, "task#", Task.class),
                table.all(id, "correction#", Correction.class),
                table.all(id, "copy#", ApplicationCopy.class));
    }

    /** The newest messages, or those before a place that an {@link NewestPage} gave out. */
    public NewestPage<Message> messages(String id, @Nullable String before) {
        return newest(id, "message#", before, Message.class, DossierItems::place);
    }

    /** The office's notes likewise. */
    public NewestPage<Note> notes(String id, @Nullable String before) {
        return newest(id, "note#", before, Note.class, DossierItems::place);
    }

    /** One more than is shown tells whether there are earlier ones. */
    private <R extends Record> NewestPage<R> newest(
            String id, String kind, @Nullable String before, Class<R> type, Function<R, String> place) {
        String upTo = kind + (before == null ? "9" : before);
        List<R> found = table.last(id, kind, upTo, NewestPage.MOST + 2, type).stream()
                .filter(one -> !place.apply(one).equals(before))
                .limit(NewestPage.MOST + 1)
                .toList();
        List<R> shown =
                found.subList(0, Math.min(found.size(), NewestPage.MOST)).reversed();
        return new NewestPage<>(shown, found.size() > shown.size() ? place.apply(shown.getFirst()) : null);
    }

    /** What the correction of this number changed. */
    public Optional<AppliedCorrection> mended(String id, int number) {
        return table.find(id, DossierItems.mended(number), AppliedCorrection.class);
    }
}

package land.starkeorte.dossiers;

import static land.starkeorte.store.DynamoItems.text;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import land.starkeorte.http.IdempotencyKey;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.NewestPage;
import land.starkeorte.messages.Note;
import land.starkeorte.municipalities.Municipality;
import land.starkeorte.store.DynamoItems;
import land.starkeorte.store.IdempotentWriter;
import land.starkeorte.tasks.Task;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Dossiers in the applications table, see {@link DynamoDossierItems}. */
public class DynamoDossiers extends DynamoDossierReader implements Dossiers {
    public final DynamoDossierItems items;
    public final DynamoOutbox outbox;
    private final IdempotentWriter writer;
    private final TransitionEffects effects;

    public DynamoDossiers(
            DynamoDbClient dynamoDb, String table, DynamoOutbox outbox, TransitionEffects effects, Clock clock) {
        super(dynamoDb, table);
        this.items = new DynamoDossierItems(table);
        this.outbox = outbox;
        this.writer = new IdempotentWriter(dynamoDb, table, clock);
        this.effects = effects;
    }

    @Override
    public Optional<IdempotencyKey.StoredResponse> answered(IdempotencyKey once, Instant now) {
        return writer.storedResponse(once, now);
    }

    @Override
    public WriteResult change(Dossier before, Dossier after, AlsoWritten additions, Instant now) {
        var transaction = new Transaction();
        IdempotencyKey.StoredResponse answer = additions.answer();
        if (answer != null) {
            transaction.add(answer(answer, now), () -> repeated(answer, now));
        }
        items.change(before, after).forEach(write -> transaction.add(write.item(), write.refusal()));
        additions.rows().forEach(row -> transaction.add(items.row(after.id(), row), WriteResult.Stale::new));
        additions.mails().forEach(mail -> transaction.add(outbox.put(mail, now), WriteResult.Stale::new));
        if (after.state() != before.state()) {
            effects.of(before.state(), DossierSummary.of(after), now)
                    .writes()
                    .forEach(write -> transaction.add(write, WriteResult.Stale::new));
        }
        return transaction.write();
    }

    @Override
    public Optional<String> claimant(Municipality municipality) {
        return get("ags#" + municipality.ags(), "claim")
                .filter(claim -> claim.containsKey("dossier"))
                .map(claim -> text(claim, "dossier"));
    }

    @Override
    public DossierContents contents(String id) {
        return new DossierContents(
                all(id, "step", HistoryEntry.class),
                all(id, "task", Task.class),
                all(id, "correction", Correction.class),
                all(id, "copy", ApplicationCopy.class));
    }

    @Override
    public NewestPage<Message> messages(String id, @Nullable String before) {
        return newest(id, "message", before, Message.class);
    }

    @Override
    public NewestPage<Note> notes(String id, @Nullable String before) {
        return newest(id, "note", before, Note.class);
    }

    @Override
    public Optional<AppliedCorrection> mended(String id, int number) {
        var item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(DynamoItems.key(id, DynamoDossierItems.mended(number)))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DynamoItems.record(item, AppliedCorrection.class));
    }

    private <R extends Record> List<R> all(String id, String kind, Class<R> type) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :id AND begins_with(sk, :kind)")
                        .expressionAttributeValues(Map.of(":id", text(id), ":kind", text(kind + "#")))
                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> DynamoItems.record(item, type))
                .toList();
    }

    /** One more than is shown tells whether there are earlier ones. */
    private <R extends Record> NewestPage<R> newest(String id, String kind, @Nullable String before, Class<R> type) {
        var items = dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :id AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":id", text(id),
                                ":from", text(kind + "#"),
                                ":to", text(kind + "#" + (before == null ? "9" : before))))
                        .scanIndexForward(false)
                        .limit(NewestPage.MOST + 2)
                        .consistentRead(true))
                .items()
                .stream()
                .filter(item -> !text(item, "sk").equals(kind + "#" + before))
                .limit(NewestPage.MOST + 1)
                .toList();
        var shown = items.subList(0, Math.min(items.size(), NewestPage.MOST)).reversed();
        return new NewestPage<>(
                shown.stream().map(item -> DynamoItems.record(item, type)).toList(),
                items.size() > shown.size() ? text(shown.getFirst(), "sk").substring(kind.length() + 1) : null);
    }

    protected WriteResult repeated(IdempotencyKey.StoredResponse answer, Instant now) {
        return answered(answer.once(), now)
                .<WriteResult>map(WriteResult.Repeated::new)
                .orElseGet(WriteResult.Stale::new);
    }

    protected TransactWriteItem answer(IdempotencyKey.StoredResponse answer, Instant now) {
        return writer.store(answer, now);
    }

    /** Writes, each with what it means when its condition does not hold. */
    public final class Transaction {
        private final List<TransactWriteItem> writes = new ArrayList<>();
        private final List<Supplier<WriteResult>> refusals = new ArrayList<>();

        public void add(TransactWriteItem item, Supplier<WriteResult> refusal) {
            writes.add(item);
            refusals.add(refusal);
        }

        public WriteResult write() {
            OptionalInt refused = DynamoItems.write(dynamoDb, writes);
            return refused.isPresent() ? refusals.get(refused.getAsInt()).get() : new WriteResult.Done();
        }
    }
}

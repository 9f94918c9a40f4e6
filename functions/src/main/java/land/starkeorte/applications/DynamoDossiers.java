package land.starkeorte.applications;

import static land.starkeorte.lambda.DynamoItems.text;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import land.starkeorte.http.DynamoActs;
import land.starkeorte.http.Once;
import land.starkeorte.lambda.DynamoItems;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.municipalities.Municipality;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Dossiers in the applications table, see {@link DynamoDossierItems}. */
class DynamoDossiers extends DynamoAccess implements Dossiers {
    final DynamoDossierItems items;
    final DynamoOutbox outbox;
    private final DynamoActs acts;
    private final DynamoConsequences consequences;

    DynamoDossiers(
            DynamoDbClient dynamoDb, String table, DynamoOutbox outbox, DynamoConsequences consequences, Clock clock) {
        super(dynamoDb, table);
        this.items = new DynamoDossierItems(table);
        this.outbox = outbox;
        this.acts = new DynamoActs(dynamoDb, table, clock);
        this.consequences = consequences;
    }

    @Override
    public Optional<Once.Answer> answered(Once once, Instant now) {
        return acts.answered(once, now);
    }

    @Override
    public Outcome change(Dossier before, Dossier after, Additions additions, Instant now) {
        var transaction = new Transaction();
        Once.Answer answer = additions.answer();
        if (answer != null) {
            transaction.add(answer(answer, now), () -> repeated(answer, now));
        }
        items.change(before, after).forEach(write -> transaction.add(write.item(), write.refusal()));
        additions.rows().forEach(row -> transaction.add(items.row(after.id(), row), Outcome.Stale::new));
        additions.mails().forEach(mail -> transaction.add(outbox.put(mail, now), Outcome.Stale::new));
        if (after.state() != before.state()) {
            consequences
                    .of(before.state(), Candidate.of(after), now)
                    .writes()
                    .forEach(write -> transaction.add(write, Outcome.Stale::new));
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
    public Contents contents(String id) {
        return new Contents(
                all(id, "step", Step.class),
                all(id, "task", Task.class),
                all(id, "correction", Correction.class),
                all(id, "copy", Copy.class));
    }

    @Override
    public Excerpt<Message> messages(String id, @Nullable String before) {
        return newest(id, "message", before, Message.class);
    }

    @Override
    public Excerpt<Note> notes(String id, @Nullable String before) {
        return newest(id, "note", before, Note.class);
    }

    @Override
    public Optional<Mended> mended(String id, int number) {
        var item = dynamoDb.getItem(get -> get.tableName(table)
                        .key(DynamoDossierItems.key(id, DynamoDossierItems.mended(number)))
                        .consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(DynamoItems.record(item, Mended.class));
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
    private <R extends Record> Excerpt<R> newest(String id, String kind, @Nullable String before, Class<R> type) {
        var items = dynamoDb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("pk = :id AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":id", text(id),
                                ":from", text(kind + "#"),
                                ":to", text(kind + "#" + (before == null ? "9" : before))))
                        .scanIndexForward(false)
                        .limit(Excerpt.MOST + 2)
                        .consistentRead(true))
                .items()
                .stream()
                .filter(item -> !text(item, "sk").equals(kind + "#" + before))
                .limit(Excerpt.MOST + 1)
                .toList();
        var shown = items.subList(0, Math.min(items.size(), Excerpt.MOST)).reversed();
        return new Excerpt<>(
                shown.stream().map(item -> DynamoItems.record(item, type)).toList(),
                items.size() > shown.size() ? text(shown.getFirst(), "sk").substring(kind.length() + 1) : null);
    }

    Outcome repeated(Once.Answer answer, Instant now) {
        return answered(answer.once(), now).<Outcome>map(Outcome.Repeated::new).orElseGet(Outcome.Stale::new);
    }

    TransactWriteItem answer(Once.Answer answer, Instant now) {
        return acts.answer(answer, now);
    }

    /** Writes, each with what it means when its condition does not hold. */
    final class Transaction {
        private final List<TransactWriteItem> writes = new ArrayList<>();
        private final List<Supplier<Outcome>> refusals = new ArrayList<>();

        void add(TransactWriteItem item, Supplier<Outcome> refusal) {
            writes.add(item);
            refusals.add(refusal);
        }

        Outcome write() {
            OptionalInt refused = DynamoItems.write(dynamoDb, writes);
            return refused.isPresent() ? refusals.get(refused.getAsInt()).get() : new Outcome.Done();
        }
    }
}

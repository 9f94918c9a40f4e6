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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
    public Contents contents(String id) {
        var contents = new Contents(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        dynamoDb.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("pk = :id")
                        .expressionAttributeValues(Map.of(":id", text(id)))
                        .consistentRead(true))
                .items()
                .forEach(item -> sort(item, contents));
        return contents;
    }

    private static void sort(Map<String, AttributeValue> item, Contents contents) {
        switch (text(item, "sk").replaceAll("#.*", "")) {
            case "step" -> contents.steps().add(DynamoItems.record(item, Step.class));
            case "message" -> contents.messages().add(DynamoItems.record(item, Message.class));
            case "note" -> contents.notes().add(DynamoItems.record(item, Note.class));
            case "task" -> contents.tasks().add(DynamoItems.record(item, Task.class));
            case "correction" -> contents.corrections().add(DynamoItems.record(item, Correction.class));
            default -> {
                // The dossier itself, read by find.
            }
        }
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

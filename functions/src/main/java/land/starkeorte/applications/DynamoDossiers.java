package land.starkeorte.applications;

import static land.starkeorte.lambda.DynamoItems.number;
import static land.starkeorte.lambda.DynamoItems.text;
import static land.starkeorte.lambda.DynamoItems.value;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import land.starkeorte.http.Once;
import land.starkeorte.lambda.DynamoItems;
import land.starkeorte.mail.DynamoOutbox;
import land.starkeorte.mail.Mail;
import land.starkeorte.robots.DynamoRobots;
import land.starkeorte.robots.Proof;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The applications table:
 *
 * <pre>
 * pk             sk             what
 * (dossier id)   dossier        the dossier as it is now
 * (dossier id)   step#0001      its history, append-only
 * mail#(key)     (dossier id)   which dossiers a person may open
 * ags#(key)      claim          which dossier (or member) a municipality has; at most one
 * ref#(code)     reference      which dossier has the reference; at most one
 * once#(key)     answer         what a request was answered
 * </pre>
 */
final class DynamoDossiers extends DynamoAccess implements Dossiers {
    /** Longer than any browser or person retries. */
    private static final Duration ANSWERS_KEPT = Duration.ofDays(2);

    private final DynamoOutbox outbox;
    private final DynamoRobots robots;

    DynamoDossiers(DynamoDbClient dynamoDb, String table, DynamoOutbox outbox, DynamoRobots robots) {
        super(dynamoDb, table);
        this.outbox = outbox;
        this.robots = robots;
    }

    @Override
    public Optional<Once.Answer> answered(Once once, Instant now) {
        return get("once#" + once.key(), "answer")
                .filter(item -> number(item, "expires") > now.getEpochSecond())
                .map(item -> DynamoItems.record(item, Once.Answer.class));
    }

    @Override
    public Outcome start(Dossier draft, Once.Answer answer, Proof proof, List<Mail> mails, Instant now) {
        var transaction = new Transaction();
        transaction.add(answer(answer, now), () -> repeated(answer, now));
        transaction.add(robots.spend(proof), Outcome.ProofSpent::new);
        transaction.add(put(item(draft.id(), "dossier", draft)), Outcome.Stale::new);
        transaction.add(put(step(draft)), Outcome.Stale::new);
        draft.officials().keySet().forEach(key -> transaction.add(access(key, draft), Outcome.Stale::new));
        mails.forEach(mail -> transaction.add(outbox.put(mail, now), Outcome.Stale::new));
        return transaction.write();
    }

    @Override
    public Outcome save(Dossier before, Dossier after, List<Mail> mails, Instant now) {
        var transaction = new Transaction();
        transaction.add(change(before, after), Outcome.Stale::new);
        after.officials().keySet().forEach(key -> transaction.add(access(key, after), Outcome.Stale::new));
        before.officials().keySet().stream()
                .filter(key -> !after.officials().containsKey(key))
                .forEach(key -> transaction.add(noAccess(key, after), Outcome.Stale::new));
        mails.forEach(mail -> transaction.add(outbox.put(mail, now), Outcome.Stale::new));
        return transaction.write();
    }

    @Override
    public Outcome submit(Dossier before, Dossier after, Once.Answer answer, List<Mail> mails, Instant now) {
        var transaction = new Transaction();
        transaction.add(answer(answer, now), () -> repeated(answer, now));
        transaction.add(change(before, after), Outcome.Stale::new);
        transaction.add(claim(after), Outcome.Claimed::new);
        transaction.add(reference(after), Outcome.Stale::new);
        transaction.add(put(step(after)), Outcome.Stale::new);
        after.officials().keySet().forEach(key -> transaction.add(access(key, after), Outcome.Stale::new));
        mails.forEach(mail -> transaction.add(outbox.put(mail, now), Outcome.Stale::new));
        return transaction.write();
    }

    @Override
    public Outcome requestLinks(Mail request, Proof proof, Instant now) {
        var transaction = new Transaction();
        transaction.add(robots.spend(proof), Outcome.ProofSpent::new);
        transaction.add(outbox.put(request, now), Outcome.Stale::new);
        return transaction.write();
    }

    @Override
    public List<BoardEntry> submitted(int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName("board")
                        .keyConditionExpression("board = :board")
                        .expressionAttributeValues(Map.of(":board", text("submitted")))
                        .scanIndexForward(false)
                        .limit(most))
                .items()
                .stream()
                .map(item -> new BoardEntry(
                        text(item, "pk"),
                        text(item, "reference"),
                        text(item, "municipality"),
                        Instant.parse(text(item, "submittedAt"))))
                .toList();
    }

    private Outcome repeated(Once.Answer answer, Instant now) {
        return answered(answer.once(), now).<Outcome>map(Outcome.Repeated::new).orElseGet(Outcome.Stale::new);
    }

    /** Changes what a save or a submission may change, and nothing else: a link drawn meanwhile stays. */
    private TransactWriteItem change(Dossier before, Dossier after) {
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var set = new ArrayList<>(
                List.of("version = :version", "answers = :answers", "lastStep = :step", "invited = :invited"));
        var remove = new ArrayList<String>();
        values.put(":before", number(before.version()));
        values.put(":version", number(after.version()));
        values.put(":answers", value(after.answers()));
        values.put(":step", value(after.lastStep()));
        values.put(":invited", number(after.invited()));
        names.put("#reference", "reference");
        setOrRemove("#reference", after.reference(), set, remove, values);
        setOrRemove("submittedAt", after.submittedAt(), set, remove, values);
        setOrRemove("expires", after.expires(), set, remove, values);
        if (after.state() != State.DRAFT) {
            set.add("board = :board");
            values.put(":board", text("submitted"));
            set.add("municipality = :municipality");
            values.put(":municipality", text(after.municipality().label()));
        }
        after.newcomers(before).forEach(official -> {
            names.put("#o" + official.key(), official.key());
            values.put(":o" + official.key(), DynamoItems.value(official));
            set.add("officials.#o%1$s = :o%1$s".formatted(official.key()));
        });
        before.newcomers(after).forEach(official -> {
            names.put("#o" + official.key(), official.key());
            remove.add("officials.#o" + official.key());
        });
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key(after.id(), "dossier"))
                        .updateExpression("SET " + String.join(", ", set)
                                + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove)))
                        .conditionExpression("version = :before")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    private static void setOrRemove(
            String name,
            @Nullable Object newValue,
            List<String> set,
            List<String> remove,
            Map<String, AttributeValue> values) {
        if (newValue == null) {
            remove.add(name);
        } else {
            String placeholder = ":" + name.replace("#", "");
            set.add(name + " = " + placeholder);
            values.put(placeholder, value(newValue));
        }
    }

    private TransactWriteItem answer(Once.Answer answer, Instant now) {
        var item = item("once#" + answer.once().key(), "answer", answer);
        item.put("expires", number(now.plus(ANSWERS_KEPT).getEpochSecond()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk) OR expires <= :now")
                        .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond()))))
                .build();
    }

    private TransactWriteItem claim(Dossier dossier) {
        var item = key("ags#" + dossier.municipality().ags(), "claim");
        item.put("dossier", text(dossier.id()));
        return put(item);
    }

    private TransactWriteItem reference(Dossier dossier) {
        var item = key("ref#" + dossier.reference(), "reference");
        item.put("dossier", text(dossier.id()));
        return put(item);
    }

    private static Map<String, AttributeValue> step(Dossier dossier) {
        return item(dossier.id(), "step#%04d".formatted(dossier.lastStep().number()), dossier.lastStep());
    }

    private TransactWriteItem access(String official, Dossier dossier) {
        var item = key("mail#" + official, dossier.id());
        if (dossier.expires() != null) {
            item.put("expires", number(dossier.expires()));
        }
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    private TransactWriteItem noAccess(String official, Dossier dossier) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key("mail#" + official, dossier.id())))
                .build();
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    private static Map<String, AttributeValue> item(String pk, String sk, Record record) {
        var item = key(pk, sk);
        item.putAll(DynamoItems.item(record));
        return item;
    }

    /** Writes, each with what it means when its condition does not hold. */
    private final class Transaction {
        private final List<TransactWriteItem> items = new ArrayList<>();
        private final List<Supplier<Outcome>> refusals = new ArrayList<>();

        void add(TransactWriteItem item, Supplier<Outcome> refusal) {
            items.add(item);
            refusals.add(refusal);
        }

        Outcome write() {
            OptionalInt refused = DynamoItems.write(dynamoDb, items);
            return refused.isPresent() ? refusals.get(refused.getAsInt()).get() : new Outcome.Done();
        }
    }
}

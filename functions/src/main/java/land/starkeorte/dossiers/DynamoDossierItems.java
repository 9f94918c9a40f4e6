package land.starkeorte.dossiers;

import static land.starkeorte.store.DynamoItems.item;
import static land.starkeorte.store.DynamoItems.key;
import static land.starkeorte.store.DynamoItems.number;
import static land.starkeorte.store.DynamoItems.sortable;
import static land.starkeorte.store.DynamoItems.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.messages.Message;
import land.starkeorte.messages.Note;
import land.starkeorte.store.DynamoUpdate;
import land.starkeorte.tasks.DynamoTasks;
import land.starkeorte.tasks.Task;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The applications table:
 *
 * <pre>
 * pk             sk             what
 * (dossier id)   dossier        the dossier as it is now
 * (dossier id)   step#0001      its history, append-only
 * (dossier id)   message#(time) the thread; note#(time), task#(id), correction#0001, mended#0001 likewise
 * (dossier id)   copy#0001      what was sent, as a paper
 * mail#(key)     (dossier id)   which dossiers a person may open
 * ags#(key)      claim          which dossier (or member) a municipality has; at most one
 * ref#(code)     reference      which dossier has the reference; at most one
 * find#(ab)      (word)#(id)    which dossiers a word finds, by the word's first two letters
 * counts         board          how many dossiers stand where
 * staff          (person's id)  who has signed in
 * once#(key)     answer         what a request was answered
 * </pre>
 *
 * Indexes: a sent dossier stands under its state ({@code board}) by submission, change and municipality; what waits for
 * somebody ({@code duty}: a task, a question, a correction, a copy to be printed) by time.
 */
public final class DynamoDossierItems {
    private final String table;

    public DynamoDossierItems(String table) {
        this.table = table;
    }

    /** A write, and what it means when its condition does not hold. */
    public record Write(TransactWriteItem item, Supplier<WriteResult> refusal) {}

    /** Everything that changes when {@code before} becomes {@code after}; the first is the dossier itself. */
    public List<Write> change(Dossier before, Dossier after) {
        var writes = new ArrayList<Write>();
        writes.add(new Write(dossier(before, after), WriteResult.Stale::new));
        if (after.lastStep().number() > before.lastStep().number()) {
            writes.add(new Write(put(step(after)), WriteResult.Stale::new));
        }
        if (before.state() == DossierState.DRAFT && after.state() != DossierState.DRAFT) {
            writes.add(new Write(claim(after), WriteResult.Claimed::new));
            writes.add(new Write(reference(after), WriteResult.Stale::new));
        }
        if (after.state().isOver() && !before.state().isOver()) {
            writes.add(new Write(noClaim(after), WriteResult.Stale::new));
        }
        if (after.state() != before.state()) {
            writes.add(new Write(count(before.state(), after.state()), WriteResult.Stale::new));
        }
        after.officials().keySet().stream()
                .filter(key ->
                        !before.officials().containsKey(key) || !Objects.equals(before.expires(), after.expires()))
                .forEach(key -> writes.add(new Write(access(key, after), WriteResult.Stale::new)));
        before.officials().keySet().stream()
                .filter(key -> !after.officials().containsKey(key))
                .forEach(key -> writes.add(new Write(delete("mail#" + key, after.id()), WriteResult.Stale::new)));
        if (before.state() == DossierState.DRAFT || !before.answers().equals(after.answers())) {
            find(before, after, writes);
        }
        return writes;
    }

    /** It is found by the words of its answers, as soon as it was sent. */
    private void find(Dossier before, Dossier after, List<Write> writes) {
        Set<String> found = SearchTerms.of(before);
        Set<String> find = SearchTerms.of(after);
        find.stream()
                .filter(word -> !found.contains(word))
                .forEach(word -> writes.add(new Write(unconditional(find(word, after.id())), WriteResult.Stale::new)));
        found.stream()
                .filter(word -> !find.contains(word))
                .forEach(word ->
                        writes.add(new Write(delete(bucket(word), word + "#" + after.id()), WriteResult.Stale::new)));
    }

    /** A row beside the dossier. */
    TransactWriteItem row(String dossier, Record row) {
        return put(
                switch (row) {
                    case Message message ->
                        item(dossier, "message#" + sortable(message.at()) + "#" + message.id(), message);
                    case Note note -> item(dossier, "note#" + sortable(note.at()) + "#" + note.id(), note);
                    case Task task -> DynamoTasks.item(task);
                    case Correction correction ->
                        item(dossier, "correction#%04d".formatted(correction.number()), correction);
                    case AppliedCorrection mended -> item(dossier, mended(mended.number()), mended);
                    case ApplicationCopy copy -> copy(copy);
                    default -> throw new IllegalArgumentException("No row of a dossier: " + row.getClass());
                });
    }

    static String mended(int number) {
        return "mended#%04d".formatted(number);
    }

    /** Copies still to be printed stand in the index of what waits. */
    private static Map<String, AttributeValue> copy(ApplicationCopy copy) {
        var item = item(copy.dossier(), copy(copy.number()), copy);
        item.put("expires", number(copy.at().plus(ApplicationCopy.KEPT).getEpochSecond()));
        if (copy.paper() == null) {
            item.put("duty", text("copy"));
            item.put("dutyAt", text(sortable(copy.at())));
        }
        return item;
    }

    public static String copy(int number) {
        return "copy#%04d".formatted(number);
    }

    /** A copy that has its paper, over the one that had none. */
    public TransactWriteItem printed(ApplicationCopy copy) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(copy(copy))
                        .conditionExpression("attribute_exists(pk) AND attribute_not_exists(paper)"))
                .build();
    }

    /** A task that is done, over whatever it was. */
    TransactWriteItem finished(Task task) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table).item(DynamoTasks.item(task)).conditionExpression("attribute_exists(pk)"))
                .build();
    }

    public TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    public TransactWriteItem access(String official, Dossier dossier) {
        var item = key("mail#" + official, dossier.id());
        if (dossier.expires() != null) {
            item.put("expires", number(dossier.expires()));
        }
        return unconditional(item);
    }

    public static Map<String, AttributeValue> step(Dossier dossier) {
        return item(dossier.id(), "step#%04d".formatted(dossier.lastStep().number()), dossier.lastStep());
    }

    public static String bucket(String word) {
        return "find#" + word.substring(0, SearchTerms.SHORTEST);
    }

    /** Changes what a change may change, and nothing else: what somebody else changed meanwhile stays. */
    private TransactWriteItem dossier(Dossier before, Dossier after) {
        var update = new DynamoUpdate();
        update.set("version", after.version());
        update.set("answers", after.answers());
        update.set("lastStep", after.lastStep());
        update.set("invited", after.invited());
        update.set("conversation", after.conversation());
        update.set("corrections", after.corrections());
        update.setOrRemove("correction", after.correction());
        update.setOrRemove("reference", after.reference());
        update.setOrRemove("submittedAt", after.submittedAt());
        update.setOrRemove("until", after.until());
        update.setOrRemove("expires", after.expires());
        update.set("starter", after.starter());
        update.setOrRemove("owner", after.owner());
        if (after.state() != DossierState.DRAFT) {
            index(update, after);
        }
        after.newcomers(before).forEach(official -> update.set("officials", official.key(), official));
        before.newcomers(after).forEach(official -> update.remove("officials", official.key()));
        return TransactWriteItem.builder()
                .update(builder -> builder.tableName(table)
                        .key(key(after.id(), "dossier"))
                        .updateExpression(update.expression())
                        .conditionExpression("version = :before")
                        .expressionAttributeNames(update.names())
                        .expressionAttributeValues(update.values(":before", number(before.version()))))
                .build();
    }

    private static void index(DynamoUpdate update, Dossier dossier) {
        DossierListItem line = DossierListItem.of(dossier);
        update.set("board", dossier.state());
        update.set("bySubmitted", sortable(line.submittedAt()) + "#" + dossier.id());
        update.set("byChanged", sortable(line.changedAt()) + "#" + dossier.id());
        update.set("byMunicipality", GermanFormat.plain(line.municipality()) + "#" + dossier.id());
        update.set("line", line);
        Instant question = dossier.conversation().unansweredSince();
        Correction correction = dossier.correction();
        if (question != null) {
            update.set("duty", "question");
            update.set("dutyAt", sortable(question));
        } else if (correction != null) {
            update.set("duty", "correction");
            update.set("dutyAt", sortable(correction.askedAt()));
        } else {
            update.setOrRemove("duty", null);
            update.setOrRemove("dutyAt", null);
        }
    }

    private TransactWriteItem claim(Dossier dossier) {
        var item = key("ags#" + dossier.municipality().ags(), "claim");
        item.put("dossier", text(dossier.id()));
        return put(item);
    }

    private TransactWriteItem noClaim(Dossier dossier) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(key("ags#" + dossier.municipality().ags(), "claim"))
                        .conditionExpression("dossier = :id")
                        .expressionAttributeValues(Map.of(":id", text(dossier.id()))))
                .build();
    }

    private TransactWriteItem reference(Dossier dossier) {
        var item = key("ref#" + dossier.reference(), "reference");
        item.put("dossier", text(dossier.id()));
        return put(item);
    }

    private TransactWriteItem count(DossierState from, DossierState to) {
        boolean first = from == DossierState.DRAFT;
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key("counts", "board"))
                        .updateExpression(first ? "ADD #to :one" : "ADD #to :one, #from :minus")
                        .expressionAttributeNames(
                                first ? Map.of("#to", to.name()) : Map.of("#to", to.name(), "#from", from.name()))
                        .expressionAttributeValues(
                                first ? Map.of(":one", number(1)) : Map.of(":one", number(1), ":minus", number(-1))))
                .build();
    }

    private static Map<String, AttributeValue> find(String word, String dossier) {
        return key(bucket(word), word + "#" + dossier);
    }

    private TransactWriteItem unconditional(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    private TransactWriteItem delete(String pk, String sk) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key(pk, sk)))
                .build();
    }
}

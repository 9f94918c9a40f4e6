package land.starkeorte.backoffice;

import static land.starkeorte.store.DynamoItems.text;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.dossiers.Dossier;
import land.starkeorte.dossiers.DossierListItem;
import land.starkeorte.dossiers.DossierState;
import land.starkeorte.dossiers.DynamoDossierItems;
import land.starkeorte.dossiers.SearchTerms;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.store.DynamoItems;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import tools.jackson.databind.node.ObjectNode;

/** Pages over the indexes of the applications table, see {@link DynamoDossierItems}. */
final class DynamoDossierBoard implements DossierBoard {
    /** How many hits of a search are looked at for one page, so that a rare second word does not read on for ever. */
    private static final int MOST_LOOKED_AT = 200;

    /** As many as one call may ask for. */
    private static final int MOST_AT_ONCE = 100;

    /** How many words that begin or end as a mistyped one are compared with it. */
    private static final int MOST_COMPARED = 500;

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDossierBoard(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** Each state has its own order in the index: a page is what the states' next lines are, merged. */
    @Override
    public Page list(Query query) {
        String index = index(query.order());
        Comparator<Map<String, AttributeValue>> byPlace = Comparator.comparing(item -> text(item, index));
        List<Map<String, AttributeValue>> items = query.states().stream()
                .flatMap(state -> inState(state, index, query))
                .sorted(query.ascending() ? byPlace : byPlace.reversed())
                .limit(query.most() + 1L)
                .toList();
        List<Map<String, AttributeValue>> shown = items.subList(0, Math.min(query.most(), items.size()));
        String next = items.size() > query.most() ? text(shown.getLast(), index) : null;
        return new Page(shown.stream().map(DynamoDossierBoard::line).toList(), next);
    }

    private Stream<Map<String, AttributeValue>> inState(DossierState state, String index, Query query) {
        var values = new HashMap<>(Map.of(":state", text(state.name())));
        String after = query.after();
        if (after != null) {
            values.put(":after", text(after));
        }
        String range = after == null ? "" : " AND %s %s :after".formatted(index, query.ascending() ? ">" : "<");
        return dynamoDb
                .query(request -> request.tableName(table)
                        .indexName(index)
                        .keyConditionExpression("board = :state" + range)
                        .expressionAttributeValues(values)
                        .scanIndexForward(query.ascending())
                        .limit(query.most() + 1))
                .items()
                .stream();
    }

    @Override
    public Page search(Set<String> words, Query query) {
        String first = longest(words);
        var found = new LinkedHashMap<String, DossierListItem>();
        String place = query.after();
        int looked = 0;
        while (true) {
            List<String> places = hits(first, place, query.most());
            List<String> ids =
                    places.stream().map(DynamoDossierBoard::id).distinct().toList();
            Map<String, Found> candidates = new HashMap<>();
            found(ids).forEach(summary -> candidates.put(summary.line().id(), summary));
            for (String hit : places) {
                Found summary = candidates.get(id(hit));
                place = hit;
                if (summary != null
                        && query.states().contains(summary.line().state())
                        && words.stream().allMatch(summary.text()::contains)) {
                    found.put(summary.line().id(), summary.line());
                }
                if (found.size() == query.most()) {
                    return new Page(List.copyOf(found.values()), place);
                }
            }
            looked += places.size();
            if (places.size() < query.most()) {
                return new Page(List.copyOf(found.values()), null);
            }
            if (looked >= MOST_LOOKED_AT) {
                return new Page(List.copyOf(found.values()), place);
            }
        }
    }

    private List<String> hits(String word, @Nullable String after, int most) {
        if (after != null && !after.startsWith(word)) {
            // The page before was of another search.
            return List.of();
        }
        // Everything that begins with the word: up to the highest character.
        String from = after == null ? word : after + '\u0000';
        return dynamoDb
                .query(request -> request.tableName(table)
                        .keyConditionExpression("pk = :bucket AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":bucket",
                                text(DynamoDossierItems.bucket(word)),
                                ":from",
                                text(from),
                                ":to",
                                text(word + '\uFFFF')))
                        .limit(most))
                .items()
                .stream()
                .map(item -> text(item, "sk"))
                .toList();
    }

    @Override
    public List<DossierListItem> near(Set<String> words, Query query) {
        String first = longest(words);
        if (first.length() < SearchTerms.FORGIVING) {
            return List.of();
        }
        // Wherever the error is, letters exchanged in the middle among them: the one or the other is as it should be.
        int middle = (first.length() + 1) / 2;
        List<String> ids = Stream.of(first.substring(0, middle - 1), SearchTerms.mirrored(first.substring(middle)))
                .flatMap(end -> hits(end, null, MOST_COMPARED).stream())
                .filter(hit -> SearchTerms.near(first, SearchTerms.read(hit.substring(0, hit.lastIndexOf('#')))))
                .map(DynamoDossierBoard::id)
                .distinct()
                .limit(query.most())
                .toList();
        return found(ids).stream()
                .filter(summary -> query.states().contains(summary.line().state()))
                .filter(summary -> {
                    Set<String> its = SearchTerms.in(summary.text());
                    return words.stream().allMatch(word -> its.stream().anyMatch(one -> SearchTerms.near(word, one)));
                })
                .map(Found::line)
                .toList();
    }

    private static String longest(Set<String> words) {
        return words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    /** A row of a word ends with the dossier. */
    private static String id(String hit) {
        return hit.substring(hit.lastIndexOf('#') + 1);
    }

    /**
     * A dossier that a word has found, and all that is searched in it.
     *
     * @param text folded
     */
    private record Found(DossierListItem line, String text) {
        static Found of(DossierListItem line, String people) {
            return new Found(
                    line,
                    GermanFormat.folded(String.join(
                            " ",
                            line.municipality(),
                            line.ags(),
                            line.reference().replace("-", ""),
                            people)));
        }
    }

    @Override
    public Map<DossierState, Long> counts() {
        var item = dynamoDb.getItem(get -> get.tableName(table).key(DynamoItems.key("counts", "board")))
                .item();
        var counts = new EnumMap<DossierState, Long>(DossierState.class);
        for (DossierState state : DossierState.SENT) {
            AttributeValue count = item.get(state.name());
            counts.put(state, count == null ? 0L : Long.parseLong(count.n()));
        }
        return counts;
    }

    @Override
    public List<DossierListItem> lines(List<String> ids) {
        return items(ids, "pk, line").stream().map(DynamoDossierBoard::line).toList();
    }

    @Override
    public List<Dossier> dossiers(List<String> ids) {
        return items(ids, null).stream()
                .map(item -> DynamoItems.record(item, Dossier.class))
                .toList();
    }

    private List<Found> found(List<String> ids) {
        return items(ids, "pk, line, answers.contacts").stream()
                .map(item -> Found.of(
                        line(item),
                        SearchTerms.people(
                                DynamoItems.record(item, Answered.class).answers())))
                .toList();
    }

    /**
     * These dossiers as far as they were sent, in this order.
     *
     * @param parts of each that are wanted; all where there are none
     */
    private List<Map<String, AttributeValue>> items(List<String> ids, @Nullable String parts) {
        var items = new HashMap<String, Map<String, AttributeValue>>();
        for (int from = 0; from < ids.size(); from += MOST_AT_ONCE) {
            var wanted = KeysAndAttributes.builder()
                    .keys(ids.subList(from, Math.min(from + MOST_AT_ONCE, ids.size())).stream()
                            .map(id -> DynamoItems.key(id, "dossier"))
                            .toList())
                    .projectionExpression(parts)
                    .build();
            dynamoDb.batchGetItemPaginator(get -> get.requestItems(Map.of(table, wanted)))
                    .forEach(answer -> answer.responses()
                            .getOrDefault(table, List.of())
                            .forEach(item -> items.put(text(item, "pk"), item)));
        }
        return ids.stream()
                .map(items::get)
                .filter(Objects::nonNull)
                .filter(item -> item.containsKey("line"))
                .toList();
    }

    /** What is read of an answered form. */
    private record Answered(ObjectNode answers) {}

    private static DossierListItem line(Map<String, AttributeValue> item) {
        return DynamoItems.record(Objects.requireNonNull(item.get("line")).m(), DossierListItem.class);
    }

    private static String index(Order order) {
        return switch (order) {
            case SUBMITTED -> "bySubmitted";
            case CHANGED -> "byChanged";
            case MUNICIPALITY -> "byMunicipality";
        };
    }
}

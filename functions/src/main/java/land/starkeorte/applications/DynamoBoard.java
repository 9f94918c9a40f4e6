package land.starkeorte.applications;

import static land.starkeorte.lambda.DynamoItems.text;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import land.starkeorte.forms.German;
import land.starkeorte.lambda.DynamoItems;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Pages over the indexes of the applications table, see {@link DynamoDossierItems}. */
final class DynamoBoard implements Board {
    /** How many hits of a search are looked at for one page, so that a rare second word does not read on for ever. */
    private static final int MOST_LOOKED_AT = 200;

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoBoard(DynamoDbClient dynamoDb, String table) {
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
        return new Page(shown.stream().map(DynamoBoard::line).toList(), next);
    }

    private Stream<Map<String, AttributeValue>> inState(State state, String index, Query query) {
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
        String first =
                words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        var found = new LinkedHashMap<String, Line>();
        String place = query.after();
        int looked = 0;
        while (true) {
            List<String> places = hits(first, place, query.most());
            List<String> ids = places.stream()
                    .map(hit -> hit.substring(hit.lastIndexOf('#') + 1))
                    .distinct()
                    .toList();
            Map<String, Line> lines = new HashMap<>();
            lines(ids).forEach(line -> lines.put(line.id(), line));
            for (String hit : places) {
                Line line = lines.get(hit.substring(hit.lastIndexOf('#') + 1));
                place = hit;
                if (line != null && query.states().contains(line.state()) && matches(line, words)) {
                    found.put(line.id(), line);
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

    private static boolean matches(Line line, Set<String> words) {
        String text = German.folded(String.join(
                " ", line.municipality(), line.ags(), line.reference().replace("-", ""), line.contact(), line.mail()));
        return words.stream()
                .allMatch(word -> text.contains(word)
                        // A second contact is found by, but does not stand in the line.
                        || words.size() == 1);
    }

    @Override
    public Map<State, Long> counts() {
        var item = dynamoDb.getItem(get -> get.tableName(table).key(DynamoDossierItems.key("counts", "board")))
                .item();
        var counts = new EnumMap<State, Long>(State.class);
        for (State state : State.SENT) {
            AttributeValue count = item.get(state.name());
            counts.put(state, count == null ? 0L : Long.parseLong(count.n()));
        }
        return counts;
    }

    @Override
    public List<Line> lines(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var wanted = KeysAndAttributes.builder()
                .keys(ids.stream()
                        .map(id -> DynamoDossierItems.key(id, "dossier"))
                        .toList())
                .projectionExpression("pk, line")
                .build();
        var lines = new HashMap<String, Line>();
        dynamoDb.batchGetItemPaginator(get -> get.requestItems(Map.of(table, wanted)))
                .forEach(answer -> answer.responses().getOrDefault(table, List.of()).stream()
                        .filter(item -> item.containsKey("line"))
                        .forEach(item -> lines.put(text(item, "pk"), line(item))));
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    private static Line line(Map<String, AttributeValue> item) {
        return DynamoItems.record(Objects.requireNonNull(item.get("line")).m(), Line.class);
    }

    private static String index(Order order) {
        return switch (order) {
            case SUBMITTED -> "bySubmitted";
            case CHANGED -> "byChanged";
            case MUNICIPALITY -> "byMunicipality";
        };
    }
}

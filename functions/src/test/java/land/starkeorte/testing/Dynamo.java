package land.starkeorte.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import land.starkeorte.store.DynamoStore;
import land.starkeorte.store.Store;
import land.starkeorte.store.Table;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * Real tables for a test, each made as template.yaml describes it when it is first asked for: in DynamoDB Local inside this
 * JVM, or at the address that the system property {@code dynamodb.endpoint} names.
 */
public final class Dynamo {
    private static final URI ENDPOINT = endpoint();
    private static final Map<String, Map<String, Object>> TABLES = tables();

    /** Keys whose tables are gone. */
    private static final Queue<String> FREE = new ConcurrentLinkedQueue<>();

    /**
     * DynamoDB Local opens a database of its own for each access key, so that nothing grows with the tests before; it never
     * closes one, so they are used again.
     */
    private final String key = Optional.ofNullable(FREE.poll())
            .orElseGet(() -> "test" + UUID.randomUUID().toString().replace("-", ""));

    private final String suffix = "-" + UUID.randomUUID();

    private final Set<String> made = new HashSet<>();
    private final DynamoDbClient client;

    /** @param watchers see every request and answer */
    public Dynamo(ExecutionInterceptor... watchers) {
        client = DynamoDbClient.builder()
                .endpointOverride(ENDPOINT)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(config -> List.of(watchers).forEach(config::addExecutionInterceptor))
                .build();
        Closing.OPEN.get().add(this);
    }

    public DynamoDbClient client() {
        return client;
    }

    /** The tables, as the product reaches them. */
    public Store store() {
        return new DynamoStore(client);
    }

    /** This test's own copy of a table of the template, as the product reaches it. */
    public Table reach(String logicalId) {
        return store().table(table(logicalId));
    }

    /** The name of this test's own copy of a table of the template. */
    public synchronized String table(String logicalId) {
        String name = logicalId + suffix;
        if (made.add(logicalId)) {
            create(name, TABLES.get(logicalId));
        }
        return name;
    }

    @SuppressWarnings("unchecked")
    private void create(String name, Map<String, Object> properties) {
        var request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(properties))
                .attributeDefinitions(((List<Map<String, String>>) properties.get("AttributeDefinitions"))
                        .stream()
                                .map(attribute -> AttributeDefinition.builder()
                                        .attributeName(attribute.get("AttributeName"))
                                        .attributeType(attribute.get("AttributeType"))
                                        .build())
                                .toList());
        var indexes = (List<Map<String, Object>>) properties.getOrDefault("GlobalSecondaryIndexes", List.of());
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(indexes.stream().map(Dynamo::index).toList());
        }
        if (client.createTable(request.build()).tableDescription().tableStatus() != TableStatus.ACTIVE) {
            client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
        }
    }

    private synchronized void close() {
        made.forEach(logicalId -> client.deleteTable(delete -> delete.tableName(logicalId + suffix)));
        client.close();
        FREE.add(key);
    }

    /** Gives back what the tests of a class have opened in its thread. */
    public static final class Closing implements AfterAllCallback {
        private static final ThreadLocal<List<Dynamo>> OPEN = ThreadLocal.withInitial(ArrayList::new);

        @Override
        public void afterAll(ExtensionContext context) {
            OPEN.get().forEach(Dynamo::close);
            OPEN.remove();
        }
    }

    @SuppressWarnings("unchecked")
    private static GlobalSecondaryIndex index(Map<String, Object> index) {
        var projection = (Map<String, Object>) index.get("Projection");
        return GlobalSecondaryIndex.builder()
                .indexName((String) index.get("IndexName"))
                .keySchema(keys(index))
                .projection(Projection.builder()
                        .projectionType((String) projection.get("ProjectionType"))
                        .nonKeyAttributes((List<String>) projection.get("NonKeyAttributes"))
                        .build())
                .build();
    }

    @SuppressWarnings("unchecked")
    private static List<KeySchemaElement> keys(Map<String, Object> properties) {
        return ((List<Map<String, String>>) properties.get("KeySchema"))
                .stream()
                        .map(key -> KeySchemaElement.builder()
                                .attributeName(key.get("AttributeName"))
                                .keyType(key.get("KeyType"))
                                .build())
                        .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> tables() {
        try {
            Map<String, Object> template =
                    new Yaml(new PlainTags()).load(Files.readString(Path.of("../template.yaml")));
            var tables = new HashMap<String, Map<String, Object>>();
            ((Map<String, Map<String, Object>>) template.get("Resources")).forEach((name, resource) -> {
                if (resource.get("Type").equals("AWS::DynamoDB::Table")) {
                    tables.put(name, (Map<String, Object>) resource.get("Properties"));
                }
            });
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI endpoint() {
        String given = System.getProperty("dynamodb.endpoint", "");
        if (!given.isEmpty()) {
            return URI.create(given);
        }
        try (var free = new ServerSocket(0)) {
            String port = Integer.toString(free.getLocalPort());
            free.close();
            var server = ServerRunner.createServerFromCommandLineArgs(
                    new String[] {"-inMemory", "-disableTelemetry", "-port", port});
            server.start();
            return URI.create("http://localhost:" + port);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
    }

    private static LoaderOptions anyNumberOfAliases() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        return options;
    }

    /** CloudFormation's short forms, such as {@code !Ref}, read as what they hold: tables need none of them. */
    private static final class PlainTags extends SafeConstructor {
        PlainTags() {
            super(anyNumberOfAliases());
            yamlMultiConstructors.put("!", new org.yaml.snakeyaml.constructor.AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalStateException("Unknown node " + node.getTag());
                    };
                }
            });
            yamlConstructors.remove(Tag.TIMESTAMP);
        }
    }
}

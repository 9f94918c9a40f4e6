package land.starkeorte.infra.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import land.starkeorte.platform.Clients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The yardstick: the same answer to the same request with the same SDK client and the same JSON, and nothing else. */
public final class HandWritten implements RequestStreamHandler {
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final DynamoDbClient dynamoDb = Clients.dynamoDb();

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        JsonNode request = mapper.readTree(event);
        String id = request.path("pathParameters").path("id").asString("");
        var item = dynamoDb.getItem(get -> get.tableName(System.getenv("APPLICATIONS_TABLE"))
                        .key(Map.of("pk", AttributeValue.fromS(id), "sk", AttributeValue.fromS("dossier")))
                        .consistentRead(true))
                .item();
        Map<String, Object> problem = Map.of("type", "link", "status", 401, "found", !item.isEmpty());
        answer.write(mapper.writeValueAsBytes(Map.of(
                "statusCode",
                401,
                "headers",
                Map.of("content-type", "application/problem+json"),
                "body",
                mapper.writeValueAsString(problem))));
    }
}

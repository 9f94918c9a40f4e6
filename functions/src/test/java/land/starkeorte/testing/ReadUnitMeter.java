package land.starkeorte.testing;

import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Counts the read units that DynamoDB says it took, and refuses scans. */
public final class ReadUnitMeter implements ExecutionInterceptor {
    private double units;

    /** Units since the last time. */
    public synchronized double take() {
        double taken = units;
        units = 0;
        return taken;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case QueryRequest query ->
                query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case GetItemRequest get ->
                get.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case BatchGetItemRequest get ->
                get.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case ScanRequest scan -> throw new IllegalStateException("A scan of " + scan.tableName());
            case SdkRequest other -> other;
        };
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        List<ConsumedCapacity> consumed = switch (context.response()) {
            case QueryResponse query -> List.of(query.consumedCapacity());
            case GetItemResponse get -> get.consumedCapacity() == null ? List.of() : List.of(get.consumedCapacity());
            case BatchGetItemResponse get -> get.consumedCapacity();
            default -> List.of();
        };
        units += consumed.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }
}

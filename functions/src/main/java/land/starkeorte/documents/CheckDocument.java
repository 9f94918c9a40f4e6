package land.starkeorte.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;
import land.starkeorte.platform.Log;
import tools.jackson.databind.JsonNode;

/** What EventBridge tells about quarantine: an object was stored (by S3), an object was scanned (by GuardDuty). */
final class CheckDocument implements TriggeredFunction {
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{32})/([0-9a-f]{32})");

    private final DocumentProcessing processing;

    CheckDocument(DocumentProcessing processing) {
        this.processing = processing;
    }

    @Override
    public void accept(Trigger trigger) {
        JsonNode news = trigger.event();
        JsonNode detail = news.path("detail");
        switch (news.path("detail-type").asString("")) {
            case "Object Created" -> {
                Matcher key = key(detail.path("object").path("key"));
                if (key.matches()) {
                    processing.uploaded(key.group(1), key.group(2));
                }
            }
            case "GuardDuty Malware Protection Object Scan Result" -> {
                JsonNode object = detail.path("s3ObjectDetails");
                Matcher key = key(object.path("objectKey"));
                if (key.matches()) {
                    processing.scanned(
                            key.group(1),
                            key.group(2),
                            new Document.Scan(object.path("versionId").asString(""), verdict(detail)));
                }
            }
            default -> Log.warn("unknown event", news.path("detail-type").asString(""));
        }
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        String nothing = "{\"detail-type\":\"Object Created\",\"detail\":{\"object\":{\"key\":\"%s/%s\"}}}"
                .formatted("0".repeat(32), "0".repeat(32));
        var _ = composed.apply(new ByteArrayInputStream(nothing.getBytes(UTF_8)));
    }

    private static Matcher key(JsonNode key) {
        return KEY.matcher(key.asString(""));
    }

    private static Document.Verdict verdict(JsonNode detail) {
        if (!detail.path("scanStatus").asString("").equals("COMPLETED")) {
            return Document.Verdict.UNKNOWN;
        }
        return switch (detail.path("scanResultDetails").path("scanResultStatus").asString("")) {
            case "NO_THREATS_FOUND" -> Document.Verdict.CLEAN;
            case "THREATS_FOUND" -> Document.Verdict.MALWARE;
            default -> Document.Verdict.UNKNOWN;
        };
    }
}

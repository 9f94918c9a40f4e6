package land.starkeorte.platform;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON reader and writer: strict, so that two readers can never understand one document differently. */
public final class Json {
    /** Shared, immutable. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // What a record says of itself, isOver() for example, is no part of it.
            .changeDefaultVisibility(as -> as.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            // What is not there is left out.
            .changeDefaultPropertyInclusion(always -> JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .build();

    private Json() {}
}
